import { lockFindingsOfNotice } from '../../db/finding.js'
import {
  lockNotice,
  lockSupplemented,
  type Notice,
  unmarkSupplemented,
  updateNotice,
} from '../../db/notice.js'
import { paperForOffice } from '../../db/signer.js'
import type { Transaction } from '../../db/transaction.js'
import { run } from '../../domain/machine/run.js'
import { authorise, deciderOf } from '../../domain/permissions.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError, unknownPaper } from '../errors.js'
import { type LoadedFindings, loadFindings, type situationOf } from '../load-situation.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import { actorTowards, type Principal } from '../principal.js'
import { runEach } from '../run-each.js'
import { PATIENCE } from './patience.js'

export interface Revocation {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  if_match: number
  reason: string | undefined
  signed_paper_id: string | null
}

export type RevokeOutcome =
  | { kind: 'done'; notice: Notice; withdrawn: readonly string[]; marked: readonly string[] }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Revokes an issued notice as one act: its number stays taken, its open findings and undispatched lines are withdrawn,
 * its closed ones marked; in a number of statements that does not grow with them. Throws CommandError NOT_FOUND, STALE,
 * UNKNOWN_REFERENCE (the paper), LOCKED.
 */
export function revokeNotice(
  deps: Deps,
  revocation: Revocation,
  present: (outcome: RevokeOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, notice_id, if_match, signed_paper_id } = revocation
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        signed_paper_id ? paperForOffice(tx, signed_paper_id) : null,
        lockNotice(tx, notice_id),
        // Before any finding, as issuing another supplement locks it.
        lockSupplemented(tx, notice_id),
        lockFindingsOfNotice(tx, notice_id),
      ]),
    async act(tx, [paper, notice, , lines]) {
      if (!notice) throw new CommandError('NOT_FOUND')
      if (notice.revision !== if_match) throw new CommandError('STALE', notice.revision)
      if (signed_paper_id && !paper) throw unknownPaper()
      const actor = actorTowards(principal, null)
      const refused = authorise('revoke', { actor, paper }) ?? refusal(notice, revocation)
      if (refused) return { answer: present({ kind: 'refused', rejection: refused }), writes: [] }
      const ids = lines.map(({ finding }) => finding.id)
      const loaded = await loadFindings(tx, principal.office_id, ids)
      return revoke(tx, deps, { notice, revocation, loaded }, { actor, paper }, present)
    },
  })
}

function refusal({ status }: Notice, { reason }: Revocation): Rejection | null {
  if (status !== 'issued' && status !== 'supplemented') return reject('NOT_IN_THIS_STATE')
  return reason?.trim() ? null : reject('FIELD_REQUIRED', '/reason')
}

async function revoke(
  tx: Transaction,
  deps: Deps,
  {
    notice,
    revocation,
    loaded,
  }: { notice: Notice; revocation: Revocation; loaded: LoadedFindings },
  by: Pick<Parameters<typeof situationOf>[4], 'actor' | 'paper'>,
  present: (outcome: RevokeOutcome) => Answer,
): Promise<Work> {
  const base = notice.supplements_id
  const decider = deciderOf('revoke', by).person_id
  const command = { name: 'revoke', grounds: revocation.reason } as const
  const acting = { ...by, known: new Set<string>() }
  const { runs, now, write } = await runEach(tx, deps, loaded, acting, (before) =>
    run(before, command, null),
  )
  const done = runs.filter(({ after }) => after.verdict.kind === 'done')
  const idsIn = (state: 'withdrawn' | 'closed') =>
    done.map(({ after }) => after.situation.finding).filter((one) => one.state === state)
  const revoked: Notice = {
    ...notice,
    status: 'revoked',
    revision: notice.revision + 1,
    revoked_at: now,
    revoked_because: revocation.reason?.trim() ?? null,
    revoked_by: decider,
    revoked_paper_id: by.paper?.signer_id === decider ? by.paper.id : null,
  }
  return {
    answer: present({
      kind: 'done',
      notice: revoked,
      withdrawn: idsIn('withdrawn').map(({ id }) => id),
      marked: idsIn('closed').map(({ id }) => id),
    }),
    writes: [
      updateNotice(tx, revoked),
      ...write(),
      ...(base ? [unmarkSupplemented(tx, base, notice.id)] : []),
    ],
  }
}
