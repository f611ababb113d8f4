import { sql } from 'kysely'
import t from 'tap'
import type { Pool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import {
  claimToTell,
  markAnswered,
  markTold,
  releaseClaims,
  wantSubjects,
} from '../../src/db/workflow-sync.js'
import { seedFindings } from './seed.js'
import { office } from './support.js'

const WAITS = sql<{ waits: string }>`select current_setting('synchronous_commit') as waits`

/** The same pool, noting for each statement whether its commit waits for the disk. */
function noting(pool: Pool, seen: string[]): Pool {
  return {
    ...pool,
    run: (query) =>
      transaction(pool, async (tx) => {
        const rows = await tx.run(query)
        seen.push(...(await tx.run(WAITS)).map(({ waits }) => waits))
        return rows
      }),
  }
}

t.test('what is remembered for the telling waits for no disk; what is wanted does', async (t) => {
  const { migrate, worker, seed } = await office(t)
  const [one] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}]))
  if (!one) throw new Error('no finding')
  const subject = {
    subject_id: one.finding.id,
    office_id: seed.office,
    kind: 'finding',
  } as const
  const seen: string[] = []
  const pool = noting(worker, seen)
  await wantSubjects(pool, [subject])
  const [claimed] = await claimToTell(pool, 10, 5_000)
  if (!claimed) throw new Error('nothing claimed')
  const told = { subject_id: claimed.subject_id, version: claimed.view.version }
  await releaseClaims(pool, [subject.subject_id])
  await markAnswered(pool, told)
  await markTold(pool, [told])
  t.strictSame(seen, ['on', 'off', 'off', 'off', 'off'])
  const others = await Promise.all(Array.from({ length: 20 }, () => worker.run(WAITS)))
  t.strictSame(new Set(others.flat().map(({ waits }) => waits)), new Set(['on']), 'nothing stays')
})
