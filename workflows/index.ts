/** What the bundle exports: every workflow by the name under which it is started. */
export { findingLifecycle } from './finding-lifecycle.js'
export { officeDay } from './office-day.js'
export { operation } from './operation.js'
