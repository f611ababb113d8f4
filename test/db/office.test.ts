import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { insertCalendar, loadCalendar } from '../../src/db/calendar.js'
import { advanceClock, findOffice, listOffices, updateOffice } from '../../src/db/office.js'
import { insertPolicy, loadPolicy } from '../../src/db/policy.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, plusMs } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import { AT, seedOffice } from './seed.js'
import { as, office } from './support.js'

t.test('a real office lives by the database’s clock, in milliseconds', async (t) => {
  const { worker, seed } = await office(t)
  const before = Date.now()
  const found = await findOffice(worker, seed.office)
  t.match(found, { name: '市政务公开办公室', zone: 'Asia/Shanghai', standing_clock: null })
  const now = Date.parse(found?.now ?? '')
  t.ok(now >= before - 1 && now <= Date.now())
  await transaction(worker, async (tx) => {
    const first = await findOffice(tx, seed.office)
    await tx.run(sql`select pg_sleep(0.02)`)
    const second = await findOffice(tx, seed.office)
    t.ok(first && second && first.now < second.now, 'read now, not when the transaction began')
  })
})

t.test(
  'a rehearsal has a standing clock that only moves forward, and only by the worker',
  async (t) => {
    const { api, migrate, worker, seed } = await office(t)
    const { office: id } = await transaction(migrate, (tx) => seedOffice(tx, AT))
    t.match(await findOffice(worker, id), { now: AT, standing_clock: AT, rehearsal: true })
    const later = plusMs(AT, 86_400_000)
    t.equal(await advanceClock(worker, id, later), true)
    t.match(await findOffice(worker, id), { now: later })
    await t.rejects(advanceClock(worker, id, AT), { code: '23514', message: /forward/ })
    await t.rejects(
      as(api, { office: id, scope: 'system' }, (tx) => advanceClock(tx, id, plusMs(later, 1))),
      { code: '42501' },
    )
    t.equal(await advanceClock(worker, seed.office, later), false, 'a real office has none')
    t.equal((await listOffices(worker)).length, 2)
  },
)

t.test('the database forbids a real office a standing clock', async (t) => {
  const { migrate, seed } = await office(t)
  const attacks = {
    office_real_clock: sql`update office set standing_clock = ${AT} where id = ${seed.office}`,
    office_rehearsal_start: sql`update office set rehearsal_start = ${AT} where id = ${seed.office}`,
  }
  for (const [constraint, attack] of Object.entries(attacks)) {
    await t.rejects(migrate.run(attack), { name: /error/i, code: '23514', constraint })
  }
  const become = sql`update office set rehearsal = true, rehearsal_start = ${AT},
    standing_clock = ${AT} where id = ${seed.office}`
  await t.rejects(migrate.run(become), { code: '23514', message: /cannot become/ })
})

t.test(
  'calendars and policies are versions: read as they were written, taken into force by the office',
  async (t) => {
    const { api, seed } = await office(t)
    const clerk = { office: seed.office, scope: 'office' } as const
    await as(api, clerk, async (tx) => {
      const calendar = await loadCalendar(tx, seed.calendar)
      t.same(calendar, {
        version: seed.calendar,
        zone: 'Asia/Shanghai',
        exceptions: new Map([[dateOf('2022-10-01'), { kind: 'holiday', name: '国庆节' }]]),
        definite_years: new Set([2022]),
      })
      t.same(await loadPolicy(tx, seed.policy), DEFAULT_POLICY)
      const bare = { version: v7(), exceptions: new Map(), definite_years: new Set<number>() }
      await insertCalendar(tx, { office_id: seed.office, source: '手工', calendar: bare })
      t.same(await loadCalendar(tx, bare.version), { ...bare, zone: 'Asia/Shanghai' })
      const policy = { ...DEFAULT_POLICY, review_days: 5 }
      const version = v7()
      await insertPolicy(tx, { id: version, office_id: seed.office, policy })
      t.equal(await updateOffice(tx, seed.office, { policy_version_id: version }), true)
      t.match(await findOffice(tx, seed.office), { policy_version_id: version })
      t.same(await loadPolicy(tx, version), policy)
    })
    await t.rejects(
      as(api, clerk, (tx) => loadPolicy(tx, v7())),
      /no policy/,
    )
    await t.rejects(
      as(api, clerk, (tx) => loadCalendar(tx, v7())),
      /no calendar/,
    )
  },
)

t.test('an office takes no version of another into force', async (t) => {
  const { api, migrate, seed } = await office(t)
  const other = await transaction(migrate, (tx) => seedOffice(tx))
  const theft = as(api, { office: seed.office, scope: 'office' }, (tx) =>
    updateOffice(tx, seed.office, { policy_version_id: other.policy }),
  )
  await t.rejects(theft, { code: 'FOREIGN_KEY', constraint: 'office_policy' })
})
