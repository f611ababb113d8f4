import type { Transaction } from '../../db/transaction.js'
import { run } from '../../domain/machine/run.js'
import type { IssuePlan } from '../../domain/notice/plan-issue.js'
import type { Situation } from '../../domain/situation.js'
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
      const by = byWhom(follower)
      const before = await situationOf(tx, deps.rules, loaded, locked, by)
      const finding_id = follower?.finding.id ?? ''
      const after = run(before, { name: 'follow', finding_id }, null)
      if (after.verdict.kind !== 'done') throw new Error(`not followed: ${locked.finding.id}`)
      return effectOf(deps, before, after, locked)
    }),
  )
}

function byWhom(follower: Situation | undefined): Parameters<typeof situationOf>[4] {
  if (!follower) throw new Error('followed by nobody')
  return { actor: follower.actor, paper: follower.paper, known: new Set() }
}
