import { liveFindingsOfSlice } from '../../db/finding-of-unit.js'
import { lockSlices, updateSlices } from '../../db/slice.js'
import { findSlice, type ListedSlice } from '../../db/slice-list.js'
import type { Transaction } from '../../db/transaction.js'
import { run } from '../../domain/machine/run.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { loadFindings } from '../load-situation.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import { actorTowards, type Principal } from '../principal.js'
import { runEach } from '../run-each.js'
import { PATIENCE } from './patience.js'

export interface SliceRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  unit_id: string
  /** Whether the slice is as the caller has seen it. */
  seen: (slice: ListedSlice) => boolean
}

export type SliceOutcome =
  | { kind: 'done'; slice: ListedSlice; acknowledged: readonly string[] }
  | { kind: 'stale'; slice: ListedSlice }
  | { kind: 'refused'; rejection: Rejection }

/**
 * A unit signs for its slice: every finding of it that still waits for receipt is acknowledged by the same rules as
 * one by one. The slice is locked first, then the findings by id. Throws CommandError NOT_FOUND.
 */
export function acknowledgeSlice(
  deps: Deps,
  request: SliceRequest,
  present: (outcome: SliceOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, notice_id, unit_id } = request
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: async (tx) => {
      const [, slice, ids] = await Promise.all([
        lockSlices(tx, notice_id, [unit_id]),
        findSlice(tx, notice_id, unit_id),
        liveFindingsOfSlice(tx, notice_id, unit_id),
      ])
      return { slice, ids }
    },
    act: (tx, { slice, ids }) => {
      if (!slice) throw new CommandError('NOT_FOUND')
      if (!request.seen(slice)) return { answer: present({ kind: 'stale', slice }), writes: [] }
      return acknowledge(tx, deps, request, slice, ids, present)
    },
  })
}

async function acknowledge(
  tx: Transaction,
  deps: Deps,
  { principal, unit_id }: SliceRequest,
  slice: ListedSlice,
  ids: readonly string[],
  present: (outcome: SliceOutcome) => Answer,
): Promise<Work> {
  const actor = actorTowards(principal, unit_id)
  const loaded = await loadFindings(tx, principal.office_id, ids)
  const acting = { actor, paper: null, known: new Set<string>() }
  // Between the reading and the lock one may have come to another unit.
  const findings = loaded.findings.filter(({ finding }) => finding.unit_id === unit_id)
  const own = { ...loaded, findings }
  const { runs, write } = await runEach(tx, deps, own, acting, (before) =>
    run(before, { name: 'acknowledge' }, null),
  )
  const signed = runs.filter(({ after }) => after.verdict.kind === 'done')
  const writes = write()
  if (signed.length === 0) {
    const refused = runs.find(({ after }) => after.verdict.kind === 'refused')?.after.verdict
    const rejection = refused?.kind === 'refused' ? refused.rejection : reject('NOT_IN_THIS_STATE')
    return { answer: present({ kind: 'refused', rejection }), writes }
  }
  const { person_id: received_by, service_account_id = null } = principal
  const received: ListedSlice = {
    ...slice,
    received_at: slice.received_at ?? loaded.office.now,
    ...(slice.received_by === null ? { received_by, service_account_id } : {}),
  }
  const acknowledged = signed.map(({ after }) => after.situation.finding.id)
  return {
    answer: present({ kind: 'done', slice: received, acknowledged }),
    writes: [...writes, updateSlices(tx, [received])],
  }
}
