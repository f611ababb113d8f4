import type { Pool } from '../db/pool.js'
import type { HashText } from '../domain/chain.js'
import type { RulesCache } from './rules.js'

/** What every command function is given. Ids, salts and hashes come from outside so that domain stays pure. */
export interface Deps {
  pool: Pool
  rules: RulesCache
  /** A new id that sorts by time (UUID v7). */
  newId: () => string
  /** A new random salt for the texts of one event. */
  newSalt: () => string
  hash: HashText
  /** Bytes that the files named for one finding may take. */
  finding_bytes: number
  /** Says after a commit that some workflow wants telling; losing a word is harmless. */
  poke: () => void
}
