import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Pool } from '../db/pool.js'
import { type ChainHash, chainHash } from './chain-hash.js'
import type { Deps } from './deps.js'
import { createRulesCache } from './rules.js'

/** What a process hands to its commands: ids that sort by time, 128-bit salts, hashes, and an empty rules cache. */
export function createDeps(pool: Pool, poke: () => void, newChains: ChainHash = 'sha256'): Deps {
  return {
    finding_bytes: Number.POSITIVE_INFINITY,
    pool,
    rules: createRulesCache(),
    newId: () => v7(),
    newSalt: () => randomBytes(16).toString('hex'),
    hash: chainHash(newChains),
    poke,
  }
}
