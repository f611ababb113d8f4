import { liveFindingsOfSlice } from '../../db/finding-slice.js'
import { lockSlices, type Slice, updateSlices } from '../../db/slice.js'
import type { Transaction } from '../../db/transaction.js'
import { run } from '../../domain/machine/run.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { effectOf } from '../effect.js'
import { CommandError } from '../errors.js'
import { loadFindings, situationOf } from '../load-situation.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import { persist } from '../persist.js'
import { actorTowards, type Principal } from '../principal.js'

export interface SliceRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  unit_id: string
}

export type SliceOutcome =
  | { kind: 'done'; slice: Slice; acknowledged: readonly string[] }
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
    load: async (tx) => {
      const [slices, ids] = await Promise.all([
        lockSlices(tx, notice_id, [unit_id]),
        liveFindingsOfSlice(tx, notice_id, unit_id),
      ])
      return { slice: slices[0], ids }
    },
    act: (tx, { slice, ids }) => {
      if (!slice) throw new CommandError('NOT_FOUND')
      return acknowledge(tx, deps, request, slice, ids, present)
    },
  })
}

async function acknowledge(
  tx: Transaction,
  deps: Deps,
  { principal, unit_id }: SliceRequest,
  slice: Slice,
  ids: readonly string[],
  present: (outcome: SliceOutcome) => Answer,
): Promise<Work> {
  const actor = actorTowards(principal, unit_id)
  const loaded = await loadFindings(tx, principal.office_id, ids)
  const acting = { actor, paper: null, known: new Set<string>() }
  const runs = await Promise.all(
    loaded.findings.map(async (locked) => {
      const before = await situationOf(tx, deps.rules, loaded, locked, acting)
      const after = run(before, { name: 'acknowledge' }, null)
      return { after, effect: effectOf(deps, before, after, locked) }
    }),
  )
  const signed = runs.filter(({ after }) => after.verdict.kind === 'done')
  const rules = runs[0]?.after.situation.rules
  const moment = rules && { office_id: principal.office_id, now: loaded.office.now, rules }
  const effects = runs.map(({ effect }) => effect)
  const writes = moment ? persist(tx, deps, moment, effects) : []
  if (signed.length === 0) {
    const refused = runs.find(({ after }) => after.verdict.kind === 'refused')?.after.verdict
    const rejection = refused?.kind === 'refused' ? refused.rejection : reject('NOT_IN_THIS_STATE')
    return { answer: present({ kind: 'refused', rejection }), writes }
  }
  const received: Slice = {
    ...slice,
    received_at: slice.received_at ?? loaded.office.now,
    received_by: slice.received_by ?? principal.person_id,
  }
  const acknowledged = signed.map(({ after }) => after.situation.finding.id)
  return {
    answer: present({ kind: 'done', slice: received, acknowledged }),
    writes: [...writes, updateSlices(tx, [received])],
  }
}
