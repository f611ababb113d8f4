import { sql } from 'kysely'
import t from 'tap'
import { patchLines } from '../../src/db/finding.js'
import { type FindingFilter, listFindings, placeOf } from '../../src/db/finding-list.js'
import { type Handle, sqlb, statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import type { Finding } from '../../src/domain/finding.js'
import { plusMs } from '../../src/domain/instant.js'
import { AT, dueAt, type Seed, seedFindings } from './seed.js'
import { as, asOwner, office } from './support.js'

const HOUR = 3_600_000

async function walk(h: Handle, filter: FindingFilter, limit: number): Promise<string[]> {
  const ids: string[] = []
  let page = await listFindings(h, filter, { limit, after: null })
  while (page.length > 0) {
    ids.push(...page.map(({ finding }) => finding.id))
    const last = page.at(-1)
    page = last ? await listFindings(h, filter, { limit, after: placeOf(last) }) : []
  }
  return ids
}

t.test(
  'pages of any size hold every finding once, by due, ties by id, without due last',
  async (t) => {
    const { migrate, seed } = await office(t)
    const hours = [5, 1, null, 1, 1, 3, null, 1, 5, null, 1, 3]
    const findings = await transaction(migrate, (tx) =>
      seedFindings(
        tx,
        seed,
        hours.map((hour) => ({ due: hour === null ? null : dueAt(plusMs(AT, hour * HOUR), seed) })),
      ),
    )
    const sorted = findings
      .map(({ finding }) => ({ at: finding.due?.at ?? '9999', id: finding.id }))
      .toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
      .map(({ id }) => id)
    const filter = { office_id: seed.office, now: AT }
    for (const limit of [1, 2, 3, 5, 12, 100]) {
      t.same(await walk(migrate, filter, limit), sorted, `pages of ${limit}`)
    }
  },
)

t.test('a walk neither skips nor repeats what was there throughout', async (t) => {
  const { migrate, seed } = await office(t)
  const make = (count: number, first: number) =>
    transaction(migrate, (tx) =>
      seedFindings(
        tx,
        seed,
        Array.from({ length: count }, (_, n) => ({ due: dueAt(plusMs(AT, (n % 4) * HOUR), seed) })),
        first,
      ),
    )
  const there = (await make(20, 1)).map(({ finding }) => finding.id)
  const filter = { office_id: seed.office, now: AT }
  const seen: string[] = []
  let after = null
  for (let first = 21; ; first += 3) {
    const page = await listFindings(migrate, filter, { limit: 4, after })
    const last = page.at(-1)
    if (!last) break
    seen.push(...page.map(({ finding }) => finding.id))
    after = placeOf(last)
    if (first < 60) await make(3, first)
  }
  t.equal(new Set(seen).size, seen.length)
  t.same(
    there.filter((id) => !seen.includes(id)),
    [],
  )
})

t.test('filters', async (t) => {
  const { api, migrate, seed } = await office(t)
  const due = dueAt(AT, seed)
  const later = dueAt(plusMs(AT, HOUR), seed)
  const cases: Record<string, Partial<Finding>> = {
    late: { state: 'returned', due, severity: 'veto', indicator_id: 'WV-1.1', fixed: 'yes' },
    soon: { state: 'notified', due: later, severity: 'major', reported: 'yes' },
    answered: { state: 'responded', due, unit_id: seed.units[1] },
    checked: { state: 'verified', due },
    closed: { state: 'closed', due },
    draft: { state: 'draft', due: null, unit_id: null },
  }
  const stored = await transaction(migrate, (tx) => seedFindings(tx, seed, Object.values(cases)))
  const names = new Map(stored.map(({ finding }, n) => [finding.id, Object.keys(cases)[n] ?? '']))
  const late = stored[0]?.finding.id ?? ''
  await patchLines(migrate, [{ id: late, problem: '栏目100%空白_Link失效' }])
  const find = async (filter: Partial<FindingFilter>) => {
    const all = { office_id: seed.office, now: AT, ...filter }
    return await as(api, { office: seed.office, scope: 'office' }, async (tx) =>
      (await listFindings(tx, all, { limit: 50, after: null }))
        .map(({ finding }) => names.get(finding.id) ?? '')
        .toSorted(),
    )
  }
  const everything = Object.keys(cases).toSorted()
  t.same(await find({}), everything)
  t.same(await find({ overdue: true }), ['late'], 'exactly at the due is late')
  t.same(await find({ overdue: true, now: plusMs(AT, -1) }), [])
  t.same(
    await find({ overdue: false }),
    everything.filter((name) => name !== 'late'),
  )
  t.same(await find({ awaiting: 'unit' }), ['late', 'soon'])
  t.same(await find({ awaiting: 'office' }), ['answered', 'checked'])
  t.same(await find({ states: ['closed', 'draft'] }), ['closed', 'draft'])
  t.same(await find({ states: [] }), [])
  t.same(await find({ unit_ids: [seed.units[1]] }), ['answered'])
  t.same(await find({ severities: ['veto', 'major'] }), ['late', 'soon'])
  t.same(await find({ indicator_id: 'WV-1.1' }), ['late'])
  t.same(await find({ due_before: later.at, states: ['notified', 'returned'] }), ['late'])
  t.same(await find({ fixed: 'yes' }), ['late'])
  t.same(await find({ reported: 'yes' }), ['soon'])
  t.same(await find({ notice_id: seed.notice, severities: ['veto'] }), ['late'])
  t.same(await find({ notice_id: seed.office }), [])
  t.same(await find({ text: 'link失效' }), ['late'], 'in any case')
  t.same(await find({ text: '100%空' }), ['late'], 'signs of patterns are letters')
  t.same(await find({ text: '100_空' }), [])
  t.same(await find({ text: '\\' }), [])
})

t.test('S11 a unit lists its own, whatever it asks for', async (t) => {
  const { api, migrate, seed } = await office(t)
  await transaction(migrate, (tx) => seedFindings(tx, seed, [{}, { unit_id: seed.units[1] }]))
  const who = { office: seed.office, scope: 'unit', units: [seed.units[0]] } as const
  const filter = { office_id: seed.office, now: AT, unit_ids: seed.units }
  const page = { limit: 10, after: null }
  const seen = await as(api, who, (tx) => listFindings(tx, filter, page))
  t.same(
    seen.map(({ finding }) => finding.unit_id),
    [seed.units[0]],
  )
})

const PLANS: Record<string, (seed: Seed) => Partial<FindingFilter>> = {
  'the whole office': () => ({}),
  'one unit': (seed) => ({ unit_ids: [seed.units[0]] }),
  'what is overdue': () => ({ overdue: true }),
  'one state': () => ({ states: ['verified'] }),
  'what is severe': () => ({ severities: ['veto'] }),
  'one indicator': () => ({ indicator_id: 'WV-1.1' }),
}

t.test('every list is served by an index, also behind the fence', async (t) => {
  const { api, migrate, seed, url } = await office(t)
  await transaction(migrate, (tx) =>
    seedFindings(
      tx,
      seed,
      Array.from({ length: 200 }, () => ({})),
    ),
  )
  await asOwner(url, 'analyze finding')
  const after = { due_at: AT, id: seed.notice }
  for (const [name, filter] of Object.entries(PLANS)) {
    const all = { office_id: seed.office, now: AT, ...filter(seed) }
    const plan = await as(api, { office: seed.office, scope: 'office' }, async (tx) => {
      await tx.run(sql`set local enable_seqscan = off`)
      await tx.run(sql`set local enable_sort = off`)
      const lines: string[] = []
      await listFindings(explaining(tx, lines), all, { limit: 50, after })
      return lines.join('\n')
    })
    t.match(plan, /Index (Only )?Scan using finding_/, name)
    t.notMatch(plan, /Seq Scan on finding|Sort/, name)
  }
})

/** Runs the plan of a query in its place. */
function explaining(h: Handle, lines: string[]): Handle {
  return {
    async run(query) {
      const { sql: text, parameters } = query.compile(sqlb)
      const explain = statement<Record<string, string>>(`explain ${text}`)
      const rows = await h.run(explain(...parameters))
      lines.push(...rows.map((row) => row['QUERY PLAN'] ?? ''))
      return []
    },
  }
}
