import { createHash, randomBytes } from 'node:crypto'
import { appendEvents, type StoredEvent } from '../../src/db/event.js'
import { updateFindings } from '../../src/db/finding.js'
import { transaction } from '../../src/db/transaction.js'
import { wantSubjects } from '../../src/db/workflow-sync.js'
import { genesis, linkEvent } from '../../src/domain/chain.js'
import { fromEpoch, toEpoch } from '../../src/domain/instant.js'
import { AT, type Seed, seedFindings } from '../db/seed.js'
import { eventOf } from '../db/seed-rows.js'
import type { Pools } from '../db/support.js'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Findings with so many events each, linked as commands link them; the events by finding, in the order of ids. */
export async function seedChains(
  { migrate, seed }: Pools & { seed: Seed },
  { findings, each }: { findings: number; each: number },
): Promise<Map<string, StoredEvent[]>> {
  const reporter = seed.people.reporters[0]
  return transaction(migrate, async (tx) => {
    const blank = Array.from({ length: findings }, () => ({}))
    const locked = await seedFindings(tx, seed, blank)
    const chains = new Map<string, StoredEvent[]>()
    for (const { finding } of locked) {
      const { office_id, notice_id, id: finding_id } = finding
      const origin = { office_id, notice_id, finding_id }
      const events: StoredEvent[] = []
      for (let seq = 1; seq <= each; seq += 1) {
        const salt = randomBytes(16).toString('hex')
        const said = eventOf(finding, {
          ...{ seq, salt, texts: { text: `第${seq}次说明` } },
          ...{ at: fromEpoch(toEpoch(AT) + seq * 1_000) },
          actor: { person_id: reporter, role: 'unit.reporter', signed_paper_id: null },
        })
        const after = events.at(-1)?.hash ?? genesis(sha256, origin)
        events.push({ ...said, ...linkEvent(sha256, origin, said, salt, after) })
      }
      chains.set(finding_id, events)
    }
    await appendEvents(tx, [...chains.values()].flat())
    await updateFindings(
      tx,
      locked.map(({ finding, ...carried }) => {
        const last = chains.get(finding.id)?.at(-1)
        const { hash = null, at = null } = last ?? {}
        return {
          ...carried,
          finding: { ...finding, seq: each },
          last_hash: hash,
          last_event_at: at,
        }
      }),
    )
    await wantSubjects(
      tx,
      locked.map(({ finding }) => ({
        ...{ subject_id: finding.id, office_id: finding.office_id, kind: 'finding' as const },
      })),
    )
    return new Map([...chains].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
