import type { Transaction } from '../../db/transaction.js'
import { run } from '../../domain/machine/run.js'
import type { IssuePlan } from '../../domain/notice/plan-issue.js'
import type { Deps } from '../deps.js'
import { type Effect, effectOf } from '../effect.js'
import { loadFindings, situationOf } from '../load-situation.js'

/**
 * What becomes of the findings that were seen again and that lines of a notice follow, as it is issued. They were locked
 * with the draft, so what was planned of them still holds; throws where it does not.
 */
export async function followUp(
  tx: Transaction,
  deps: Deps,
  office_id: string,
  { issued }: IssuePlan,
): Promise<Effect[]> {
  const followers = new Map(
    issued.flatMap(({ draft, situation }) =>
      draft.follows ? [[draft.follows, situation] as const] : [],
    ),
  )
  if (followers.size === 0) return []
  const loaded = await loadFindings(tx, office_id, [...followers.keys()])
  return Promise.all(
    loaded.findings.map(async (locked) => {
      const follower = followers.get(locked.finding.id)
      if (!follower) throw new Error(`followed by nobody: ${locked.finding.id}`)
      const { actor, paper, finding } = follower
      const by = { actor, paper, known: new Set<string>() }
      const before = await situationOf(tx, deps.rules, loaded, locked, by)
      const after = run(before, { name: 'follow', finding_id: finding.id }, null)
      if (after.verdict.kind !== 'done') throw new Error(`not followed: ${locked.finding.id}`)
      return effectOf(deps, before, after, locked)
    }),
  )
}
