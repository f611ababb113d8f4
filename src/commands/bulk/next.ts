import { keepAnswer } from '../../db/command-key.js'
import { DatabaseError, NotCommittedError } from '../../db/errors.js'
import { rolesHeld } from '../../db/membership.js'
import { findOffice } from '../../db/office.js'
import { lockOperation, type Operation, recordProgress } from '../../db/operation.js'
import { setPrincipal } from '../../db/principal.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import { mayKnock } from '../../domain/permissions.js'
import { reject } from '../../domain/situation.js'
import { commandNamed } from '../command-named.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { commandJob } from '../execute.js'
import { refusedByDatabase } from '../once.js'
import { endOperation } from '../operations.js'
import { type Principal, principalFor } from '../principal.js'
import {
  type BulkInput,
  type BulkProgress,
  type BulkResult,
  itemKey,
  MOST_TRIES,
  NOTHING_TAKEN,
  resultOf,
} from './items.js'

/** An operation, and whose it is: nobody else's rights count. */
export interface OfSomebody {
  id: string
  office_id: string
  person_id: string
}

/** The finding whose turn it is. */
interface Turn {
  operation: Operation
  input: BulkInput
  progress: BulkProgress
  item: { id: string; revision: number }
}

/**
 * Does the command on the next finding, in one transaction of its own, with the rights that whoever asked holds now; what
 * became of it and how far the job is are written with it. `finished` when none is left, and the job has ended, or was
 * stopped. Done by two at once, or again after a kill, none is done twice. Throws DatabaseError where nothing can be
 * done, and whatever else fails that should not: a finding that does so each time is left, and that is thrown too.
 */
export async function bulkNext(deps: Deps, whose: OfSomebody): Promise<'more' | 'finished'> {
  const at: { turn: Turn | null } = { turn: null }
  try {
    await transaction(deps.pool, async (tx) => {
      const { turn, caller } = await begin(tx, whose)
      at.turn = turn
      if (turn) await take(tx, deps, turn, caller)
    })
  } catch (error) {
    const refused = failureOf(error)
    if (at.turn === null) throw error
    if (refused === null) throw await tried(deps, whose, at.turn, error)
    await settle(deps, whose, at.turn, (tx, turn) => kept(tx, turn, refused))
  }
  deps.poke()
  return at.turn ? 'more' : 'finished'
}

/** Does it on all that are left, one after the other. Throws as `bulkNext`. */
export async function bulkToEnd(deps: Deps, whose: OfSomebody): Promise<void> {
  while ((await bulkNext(deps, whose)) === 'more') continue
}

/** The finding whose turn it is, under the job's lock; with the last one the job ends. */
async function begin(
  tx: Transaction,
  whose: OfSomebody,
): Promise<{ turn: Turn | null; caller: Principal | null }> {
  const { id, office_id, person_id } = whose
  const [, operation, office, roles] = await Promise.all([
    setPrincipal(tx, { office_id, person_id, scope: 'system', units: [] }),
    lockOperation(tx, id),
    findOffice(tx, office_id),
    rolesHeld(tx, office_id, person_id),
  ])
  if (operation?.status !== 'running' || !office) return { turn: null, caller: null }
  const input = operation.input as BulkInput
  const progress = (operation.progress as BulkProgress | null) ?? NOTHING_TAKEN
  const item = input.items[progress.taken]
  if (!item) {
    await endOperation(tx, operation, { status: 'done', result: progress })
    return { turn: null, caller: null }
  }
  const admitted = mayKnock(input.command)
  const held = roles.filter(({ role }) => admitted.includes(role))
  const person = { person_id, office_id, rehearsal: office.rehearsal }
  const [finding, revision] = item
  return {
    turn: { operation, input, progress, item: { id: finding, revision } },
    caller: held.length === 0 ? null : principalFor(person, held),
  }
}

/** The command as whoever asked would send it now. */
async function take(
  tx: Transaction,
  deps: Deps,
  turn: Turn,
  caller: Principal | null,
): Promise<void> {
  if (caller === null) {
    await tx.commitWith(kept(tx, turn, resultOf({ kind: 'refused', rejection: NO_ROLE })))
    return
  }
  const { input, item } = turn
  const job = commandJob(
    deps,
    {
      ...{ principal: caller, finding_id: item.id, by_request: null },
      ...{
        command: commandNamed(deps, input.command, input.fields ?? {}),
        if_match: item.revision,
      },
      signed_paper_id: input.signed_paper_id,
    },
    (outcome) => ({ status: 200, body: resultOf(outcome), etag: null }),
  )
  // The fence is the caller's again until the finding is locked.
  const [, read] = await Promise.all([setPrincipal(tx, caller), job.load(tx)])
  const { answer, writes } = await job.act(tx, read)
  await tx.commitWith([...writes, ...kept(tx, turn, answer.body as BulkResult)])
}

const NO_ROLE = reject('ROLE_NOT_ALLOWED')

/** Sends what became of the finding, and that its turn is over. */
function kept(tx: Transaction, turn: Turn, result: BulkResult): Promise<unknown>[] {
  const { operation, progress, item } = turn
  const { id, office_id, requested_by } = operation
  const done = Number(result.outcome === 'done')
  const next: BulkProgress = {
    taken: progress.taken + 1,
    done: progress.done + done,
    refused: progress.refused + 1 - done,
  }
  return [
    keepAnswer(tx, {
      principal: { office_id, person_id: requested_by ?? '' },
      key: itemKey(id, item.id),
      fingerprint: id,
      answer: { status: 200, body: result, etag: null },
    }),
    recordProgress(tx, id, next),
  ]
}

/** Notes what undid its transaction, unless somebody has taken the finding meanwhile. */
function settle(
  deps: Deps,
  whose: OfSomebody,
  turn: Turn,
  noted: (tx: Transaction, now: Turn) => Promise<unknown>[],
): Promise<void> {
  return transaction(deps.pool, async (tx) => {
    const now = (await begin(tx, whose)).turn
    if (now?.progress.taken !== turn.progress.taken) return
    await tx.commitWith(noted(tx, now))
  })
}

/** Counts a try that failed as nothing should, with the last of which the finding is left; what there is to be thrown. */
async function tried(deps: Deps, whose: OfSomebody, turn: Turn, error: unknown): Promise<unknown> {
  if (isAway(error)) return error
  const { operation, item } = turn
  let left = false
  await settle(deps, whose, turn, (tx, now) => {
    const tries = (now.progress.tries ?? 0) + 1
    left = tries >= MOST_TRIES
    return left
      ? kept(tx, now, { outcome: 'failed', code: 'INTERNAL', fields: [] })
      : [recordProgress(tx, operation.id, { ...now.progress, tries })]
  })
  if (!left) return error
  return new Error(`finding ${item.id} of operation ${operation.id} was left`, { cause: error })
}

/** The database is not to be reached: no finding's fault, and all wait for it. */
function isAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === 'UNAVAILABLE'
  return error instanceof NotCommittedError
}

/** What a command alone would have been refused with; null where it could not be asked at all. */
function failureOf(error: unknown): BulkResult | null {
  if (error instanceof DatabaseError && error.code === 'UNFIT_VALUE') {
    return { outcome: 'failed', code: 'VALIDATION_FAILED', fields: [] }
  }
  const told = error instanceof DatabaseError ? refusedByDatabase(error) : error
  if (!(told instanceof CommandError)) return null
  return { outcome: 'failed', code: told.code, fields: told.fields }
}
