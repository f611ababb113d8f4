export type { Ask, Told } from './asking.js'
export { type Client, type ClientOptions, createClient, type KeyOf } from './client.js'
export { RefusedError } from './refused-error.js'
