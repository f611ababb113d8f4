import { keepAnswer, lockKey, readAnswer } from '../db/command-key.js'
import { DatabaseError, type DatabaseErrorCode } from '../db/errors.js'
import { setPrincipal } from '../db/principal.js'
import { type Transaction, transaction } from '../db/transaction.js'
import type { Deps } from './deps.js'
import { CommandError, type CommandErrorCode } from './errors.js'
import type { Principal } from './principal.js'
import { refusedField } from './refused-field.js'

/** What the caller is told, ready to be sent and to be sent again. */
export interface Answer {
  status: number
  body: unknown
  etag: string | null
  location?: string | null
}

/** The caller's Idempotency-Key and what it was used for. */
export interface KeyUse {
  key: string
  fingerprint: string
}

/** An answer with the writes that make it true, sent but not awaited. */
export interface Work {
  answer: Answer
  /** What is kept in its place, where it says what is never kept. */
  kept?: Answer
  writes: readonly Promise<unknown>[]
}

/** `load` sends its reads at once, so that they travel with the transaction's opening; `act` decides and sends writes. */
export interface Job<L> {
  /** Milliseconds, for a job that takes longer than a command may. */
  patience?: number
  load: (tx: Transaction) => Promise<L>
  act: (tx: Transaction, loaded: L) => Promise<Work> | Work
}

/**
 * Runs a job once per key, in one transaction as the principal: an earlier answer to the same request is given
 * again, the effect and its answer are kept together. Refusals but 409 and 422 keep no key.
 * Throws CommandError: KEY_REUSED, LOCKED, and what the database's keys refuse (ALREADY_EXISTS, UNKNOWN_REFERENCE).
 */
export async function once<L>(
  deps: Pick<Deps, 'pool' | 'poke'>,
  principal: Principal,
  use: KeyUse | null,
  job: Job<L>,
): Promise<Answer> {
  let known: Awaited<ReturnType<typeof storedAnswer>> = null
  const work = async (tx: Transaction): Promise<Answer> => {
    const opened = setPrincipal(tx, principal)
    const [, loaded] = await Promise.all([
      use && storedAnswer(tx, principal, use.key).then((stored) => (known = stored)),
      job.load(tx),
      opened,
    ])
    if (known && use) return replayed(known, use)
    const { answer, kept = answer, writes } = await job.act(tx, loaded)
    const keep =
      use && isKept(answer.status) ? [keepAnswer(tx, { principal, ...use, answer: kept })] : []
    await tx.commitWith([...writes, ...keep])
    if (writes.length > 0) deps.poke()
    return answer
  }
  try {
    return await transaction(deps.pool, work, { patience: job.patience })
  } catch (error) {
    // What was answered once is answered again, also while somebody else holds what the command would need.
    if (known && use && error instanceof DatabaseError) return replayed(known, use)
    throw error instanceof DatabaseError ? refusedByDatabase(error) : error
  }
}

function replayed(known: { fingerprint: string; answer: Answer }, use: KeyUse): Answer {
  if (known.fingerprint !== use.fingerprint) throw new CommandError('KEY_REUSED')
  return known.answer
}

/** The lock makes callers with one key wait in line, so that the second reads what the first has kept. */
async function storedAnswer(tx: Transaction, principal: Principal, key: string) {
  const [, stored] = await Promise.all([
    lockKey(tx, principal.person_id, key),
    readAnswer(tx, principal.person_id, key),
  ])
  return stored
}

const REFUSED_BY_DATABASE: Partial<Record<DatabaseErrorCode, CommandErrorCode>> = {
  LOCK_TIMEOUT: 'LOCKED',
  DEADLOCK: 'LOCKED',
  UNIQUE: 'ALREADY_EXISTS',
  FOREIGN_KEY: 'UNKNOWN_REFERENCE',
  EXCLUSION: 'DUTIES_APART',
}

/** What a statement was refused with, as a command is; anything else as it is. */
export function refusedByDatabase(error: DatabaseError): Error {
  const code = REFUSED_BY_DATABASE[error.code]
  if (!code) return error
  const field = refusedField(error.constraint)
  return new CommandError(code, null, field === null ? [] : [{ field, line: null }])
}

function isKept(status: number): boolean {
  return status < 300 || status === 409 || status === 422
}
