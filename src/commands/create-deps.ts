import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Pool } from '../db/pool.js'
import type { Deps } from './deps.js'
import { createRulesCache } from './rules.js'

/** What a process hands to its commands: SHA-256, ids that sort by time, 128-bit salts, and an empty rules cache. */
export function createDeps(pool: Pool, poke: () => void): Deps {
  return {
    pool,
    rules: createRulesCache(),
    newId: () => v7(),
    newSalt: () => randomBytes(16).toString('hex'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    poke,
  }
}
