import { sql } from 'kysely'
import { openPool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import { setPrincipal } from '../../src/db/principal.js'
import { listFindings, placeOf } from '../../src/db/finding-list.js'
import { seedFindings, seedOffice, AT } from './seed.js'
import { insertUnits } from '../../src/db/unit.js'
import { insertNotice } from '../../src/db/notice.js'
import { plusMs } from '../../src/domain/instant.js'
import { v7 } from 'uuid'
import { noticeOf, dueAt } from './seed.js'
const url = 'postgres://postgres:postgres@127.0.0.1:55432/zg_perf'
const owner = openPool({ url, role: 'zhenggai_migrate', max: 2, applicationName: 'x', statementTimeout: 60_000 })
const api = openPool({ url, role: 'zhenggai_api', max: 4, applicationName: 'x', statementTimeout: 60_000 })
const seed = await transaction(owner, (tx) => seedOffice(tx))
const units = Array.from({ length: 100 }, () => v7())
await insertUnits(owner, units.map((id, i) => ({ id, office_id: seed.office, parent_id: null, name: 'u' + i, aliases: [], mailbox: null, status: 'open' as const })))
const t0 = Date.now()
const states = ['notified', 'rectifying', 'responded', 'verified', 'closed', 'closed', 'closed', 'withdrawn'] as const
for (let b = 0; b < 200; b++) {
  const notice = v7()
  await insertNotice(owner, { ...noticeOf(seed), id: notice, number: 'n' + b })
  await transaction(owner, (tx) => seedFindings(tx, { ...seed, notice }, Array.from({ length: 1000 }, (_, i) => ({ unit_id: units[(i * 7 + b) % 100]!, state: states[(i + b) % 8]!, due: dueAt(plusMs(AT, ((b * 1000 + i) * 7919) % 10_000_000_000), seed), indicator_id: 'WV-' + (i % 40) }))))
}
console.log('200k insert+update ms', Date.now() - t0)
await owner.run(sql`select 1`)
const who = { office: { office_id: seed.office, scope: 'office' as const, units: [], person_id: null }, unit: { office_id: seed.office, scope: 'unit' as const, units: [units[3]!], person_id: null } }
const filters: Record<string, [keyof typeof who, object]> = { all: ['office', {}], unit: ['unit', { unit_ids: [units[3]!] }], unitNoFilter: ['unit', {}], overdue: ['office', { overdue: true, now: plusMs(AT, 5_000_000_000) }], state: ['office', { states: ['verified'] }], awaiting: ['office', { awaiting: 'office' }], indicator: ['office', { indicator_id: 'WV-3' }], indicatorNone: ['office', { indicator_id: 'nope' }], text: ['office', { text: '两周' }], textNone: ['office', { text: '不存在' }], sev: ['office', { severities: ['veto'] }], two: ['office', { states: ['verified'], unit_ids: [units[3]!] }] }
for (const [name, [w, f]] of Object.entries(filters)) {
  const times: number[] = []
  let place = null
  for (let i = 0; i < 30; i++) {
    const t = performance.now()
    const page = await transaction(api, async (tx) => { void setPrincipal(tx, who[w]); return listFindings(tx, { office_id: seed.office, now: AT, ...f }, { limit: 50, after: place }) })
    times.push(performance.now() - t)
    place = page.at(-1) ? placeOf(page.at(-1)!) : null
  }
  times.sort((a, b) => a - b)
  console.log(name, 'p50', times[15]!.toFixed(2), 'max', times[29]!.toFixed(2))
}
await owner.close(); await api.close()
