import { findingsWithUnit } from '../db/finding-of-unit.js'
import { paperForOffice } from '../db/signer.js'
import type { Transaction } from '../db/transaction.js'
import { findUnit } from '../db/unit.js'
import { run } from '../domain/machine/run.js'
import { authorise } from '../domain/permissions.js'
import { type Rejection, reject } from '../domain/situation.js'
import type { RejectionCode } from '../domain/vocabulary.js'
import type { Deps } from './deps.js'
import { CommandError, unknownPaper } from './errors.js'
import { type LoadedFindings, loadFindings, type situationOf } from './load-situation.js'
import { PATIENCE } from './notices/patience.js'
import { type Answer, type KeyUse, once, type Work } from './once.js'
import { actorTowards, type Principal } from './principal.js'
import { runEach } from './run-each.js'

/** All that a unit still has goes to another: it was closed, or merged into that one. */
export interface Succession {
  principal: Principal
  key: KeyUse | null
  /** The unit whose findings move. */
  unit_id: string
  successor_id: string | undefined
  reason: string | undefined
  signed_paper_id: string | null
}

export type SuccessionOutcome =
  | {
      kind: 'done'
      reassigned: readonly string[]
      /** What stays with the unit for now, such as an answer the office has not judged yet, and why. */
      left: readonly { finding_id: string; code: RejectionCode }[]
    }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Reassigns every open finding of a unit that can be, as one act: each with its own events, window and message, in a
 * number of statements that does not grow with them. Sent again later it takes what is left. Throws CommandError NOT_FOUND,
 * UNKNOWN_REFERENCE (the paper), LOCKED.
 */
export function moveToSuccessor(
  deps: Deps,
  succession: Succession,
  present: (outcome: SuccessionOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, unit_id, successor_id, signed_paper_id } = succession
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        signed_paper_id ? paperForOffice(tx, signed_paper_id) : null,
        findUnit(tx, unit_id),
        successor_id ? findUnit(tx, successor_id) : null,
        findingsWithUnit(tx, unit_id),
      ]),
    async act(tx, [paper, unit, successor, ids]) {
      if (!unit) throw new CommandError('NOT_FOUND')
      if (signed_paper_id && !paper) throw unknownPaper()
      const actor = actorTowards(principal, null)
      const refused = authorise('reassign', { actor, paper }) ?? refusal(succession, successor)
      if (refused) return { answer: present({ kind: 'refused', rejection: refused }), writes: [] }
      const loaded = await loadFindings(tx, principal.office_id, ids)
      const known = new Set([successor_id ?? ''])
      return move(tx, deps, succession, loaded, { actor, paper, known }, present)
    },
  })
}

function refusal(
  { unit_id, successor_id }: Succession,
  successor: Awaited<ReturnType<typeof findUnit>>,
): Rejection | null {
  if (!successor_id) return reject('FIELD_REQUIRED', '/successor_id')
  if (successor_id === unit_id) return reject('NOTHING_TO_CHANGE', '/successor_id')
  if (!successor) return reject('UNIT_REQUIRED', '/successor_id')
  return successor.status === 'open' ? null : reject('UNIT_CLOSED', '/successor_id')
}

async function move(
  tx: Transaction,
  deps: Deps,
  { unit_id, successor_id, reason }: Succession,
  loaded: LoadedFindings,
  acting: Parameters<typeof situationOf>[4],
  present: (outcome: SuccessionOutcome) => Answer,
): Promise<Work> {
  const command = { name: 'reassign', unit_id: successor_id, reason } as const
  // Between the reading and the lock another may have got it.
  const findings = loaded.findings.filter(({ finding }) => finding.unit_id === unit_id)
  const own = { ...loaded, findings }
  const { runs, write } = await runEach(tx, deps, own, acting, (before) =>
    run(before, command, null),
  )
  const reassigned = runs.flatMap(({ id, after: { verdict } }) =>
    verdict.kind === 'done' ? [id] : [],
  )
  const left = runs.flatMap(({ id, after: { verdict } }) =>
    verdict.kind === 'refused' ? [{ finding_id: id, code: verdict.rejection.code }] : [],
  )
  return {
    answer: present({ kind: 'done', reassigned, left }),
    writes: write(),
  }
}
