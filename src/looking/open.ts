import { lookup } from 'node:dns/promises'
import { createClient } from '../client/index.js'
import { rangesOf } from './addresses.js'
import { type Looking, startLooking } from './look-again.js'

/** How long a page may take, how much of it is read, and how often it may send elsewhere. */
const LIMITS = { max_bytes: 2 * 1024 * 1024, patience: 20_000, redirects: 3 }
const PATIENCE_MS = 30_000

/** Begins to answer re-tests with these keys, where somebody has said at which interface; else null. */
export function lookingOf(
  given: { api: string; ranges: readonly string[] } | null,
  keys: readonly string[],
  alarm: (message: string, fields: object) => void,
): Looking | null {
  if (!given) return null
  return startLooking({
    tools: keys.map((token) => createClient({ address: given.api, token, timeout: PATIENCE_MS })),
    reach: {
      ...{ ...LIMITS, allowed: rangesOf(given.ranges) },
      resolve: (host) => lookup(host, { all: true, verbatim: true }),
    },
    alarm,
  })
}
