import { mailAway } from './mail-away.js'
import type { Scale, Scenario } from './scenario.js'
import { storeLost } from './store-lost.js'
import { temporalAway } from './temporal-away.js'

/** Every scenario by the name it is asked for, with the size that is promised. */
export const SCENARIOS: Readonly<Record<string, { play: Scenario; scale: Scale }>> = {
  'temporal-away': { play: temporalAway, scale: { away: 60, findings: 300, perSecond: 50 } },
  'store-lost': { play: storeLost, scale: { away: 0, findings: 10_000, perSecond: 0 } },
  'mail-away': { play: mailAway, scale: { away: 30, findings: 40, perSecond: 0 } },
}
