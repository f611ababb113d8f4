import { openPool } from '../../src/db/pool.js'
import { sql } from 'kysely'
import { transaction } from '../../src/db/transaction.js'
import { seedFindings, seedOffice, noticeOf, dueAt, AT, LINE } from './seed.js'
import { insertNotice } from '../../src/db/notice.js'
import { insertDraftFindings, updateFindings } from '../../src/db/finding.js'
import { blankFinding } from '../../src/domain/finding.js'
import { v7 } from 'uuid'
const url = 'postgres://postgres:postgres@127.0.0.1:55432/zg_perf'
const owner = openPool({ url, role: 'zhenggai_migrate', max: 2, applicationName: 'x', statementTimeout: 60_000 })
const seed = await transaction(owner, (tx) => seedOffice(tx))
for (let b = 0; b < 5; b++) {
  const notice = v7()
  await insertNotice(owner, { ...noticeOf(seed), id: notice, number: 'n' + b })
  const rows = Array.from({ length: 1000 }, (_, i) => ({ finding: { ...blankFinding({ id: v7(), office_id: seed.office, notice_id: notice, number: i + 1, policy_version: seed.policy }), unit_id: seed.units[0], due: dueAt(AT, seed) }, line: LINE, handler_id: null, created_at: AT }))
  let t = performance.now()
  await insertDraftFindings(owner, rows)
  const a = performance.now() - t
  t = performance.now()
  await updateFindings(owner, rows.map((r) => ({ finding: { ...r.finding, state: 'notified' as const }, handler_id: null, audience: 'unit' as const, last_hash: null, last_event_at: null })))
  console.log('insert 1000', a.toFixed(0), 'update', (performance.now() - t).toFixed(0))
}
await owner.close()
