export type { Ask, Told } from './asking.js'
export { type Client, type ClientOptions, createClient } from './client.js'
export { RefusedError } from './refused-error.js'
