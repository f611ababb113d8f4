import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { countAttempt } from '../../src/db/attempt.js'
import { keepAnswer, readAnswer } from '../../src/db/command-key.js'
import { insertErasure } from '../../src/db/erasure.js'
import { lockFindings } from '../../src/db/finding.js'
import type { Handle } from '../../src/db/handle.js'
import { becomeSystem, principalOf, setPrincipal } from '../../src/db/principal.js'
import { insertRetention, sweepPage } from '../../src/db/retention.js'
import { transaction } from '../../src/db/transaction.js'
import { rememberStore } from '../../src/db/workflow-repair.js'
import { USUAL_RETENTION } from '../../src/domain/retention.js'
import { tables } from './catalogue.js'
import { AT, seedOffice } from './seed.js'
import { seedRows } from './seed-rows.js'
import { as, office } from './support.js'

/** How many rows of each table a handle sees. */
async function seen(h: Handle, names: readonly string[]): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const name of names) {
    const [row] = await h.run(sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`)
    counted[name] = row?.n ?? -1
  }
  return counted
}

async function filled(t: Test) {
  const all = await office(t)
  const { migrate, api, worker, seed } = all
  const [a, b] = await transaction(migrate, (tx) => seedRows(tx, seed))
  const other = await transaction(migrate, (tx) => seedOffice(tx))
  await transaction(migrate, (tx) => seedRows(tx, other))
  const answer = { status: 200, body: {}, etag: null }
  for (const person_id of seed.people.reporters) {
    const principal = { office_id: seed.office, person_id }
    await keepAnswer(migrate, { principal, key: 'k', fingerprint: 'f', answer })
    await insertRetention(migrate, {
      ...{ id: v7(), office_id: seed.office, created_by: seed.people.handler, reason: '另有规定' },
      days: USUAL_RETENTION,
    })
    await insertErasure(migrate, {
      ...{ id: v7(), ...principal, at: AT, erased_by: seed.people.handler },
      ...{ signed_paper_id: null, reason: '已离任', basis: '本人申请' },
    })
  }
  for (const one of ['answers', 'mail_words'] as const) {
    await sweepPage(worker, { office_id: seed.office, class: one }, 1, v7())
  }
  await rememberStore(migrate, 'default', 'a store')
  await countAttempt(api, 'failed from nowhere', 60_000)
  const names = (await tables(migrate)).map(({ name }) => name)
  return { ...all, a, b, other, names }
}

t.test('S12 S13 without a principal nothing is there', async (t) => {
  const { api, names, seed, migrate } = await filled(t)
  const none = Object.fromEntries(names.map((name) => [name, 0]))
  const filledTables = Object.values(await seen(migrate, names))
  t.ok(
    filledTables.every((rows) => rows > 0),
    'every table has rows',
  )
  t.same(await seen(api, names), none)
  await setPrincipal(api, { office_id: seed.office, scope: 'office', units: [], person_id: null })
  t.same(await seen(api, names), none, 'outside a transaction a principal holds for nothing')
  const half = [
    `set_config('app.office', '${seed.office}', true)`,
    `set_config('app.scope', 'office', true)`,
  ]
  for (const setting of half) {
    await transaction(api, async (tx) => {
      await tx.run(sql`select ${sql.raw(setting)}`)
      t.same(await seen(tx, names), none, setting)
    })
  }
  const nowhere = { office: seed.office, scope: 'elsewhere' as 'unit', units: seed.units }
  await as(api, nowhere, async (tx) => {
    const { command_key: _, ...rest } = await seen(tx, names)
    t.ok(
      Object.values(rest).every((rows) => rows === 0),
      'an unknown scope sees nothing',
    )
  })
})

t.test('S11 S12 a unit sees its own', async (t) => {
  const { api, names, seed } = await filled(t)
  const [unit] = seed.units
  const [person] = seed.people.reporters
  await as(api, { office: seed.office, scope: 'unit', units: [unit], person }, async (tx) => {
    t.same(await seen(tx, names), {
      api_key: 0,
      asset: 1,
      attempt_count: 0,
      calendar_day: 1,
      calendar_version: 1,
      calendar_year: 1,
      command_key: 1,
      consultation_line: 1,
      contact_fault: 1,
      erasure: 0,
      evidence: 1,
      finding: 1,
      finding_event: 1,
      finding_words: 1,
      hit: 0,
      hit_import: 0,
      hit_line: 0,
      hit_sighting: 0,
      letter: 1,
      letter_line: 1,
      mail: 0,
      mail_attempt: 0,
      membership: 1,
      message: 0,
      milestone: 1,
      notice: 1,
      office: 1,
      operation: 0,
      person: 1,
      policy_version: 1,
      request: 1,
      retention_sweep: 0,
      retention_version: 0,
      retest: 0,
      round: 1,
      security_event: 0,
      service_account: 0,
      signed_paper: 1,
      slice: 1,
      slice_proof: 1,
      slip: 1,
      slip_finding: 1,
      unit: 1,
      workflow_store: 0,
      workflow_sync: 0,
    })
    const [row] = await tx.run(sql`select unit_id, audience from finding_event`)
    t.same(row, { unit_id: unit, audience: 'unit' })
    t.same(await tx.run(sql`select kind from milestone`), [{ kind: 'fall_due' }])
    t.same(await tx.run(sql`select status from slip`), [{ status: 'issued' }])
  })
  await as(api, { office: seed.office, scope: 'unit', units: [] }, async (tx) => {
    const rows = await seen(tx, ['finding', 'notice', 'slice', 'unit', 'evidence', 'round', 'slip'])
    t.ok(
      Object.values(rows).every((count) => count === 0),
      'a unit user of no unit sees none',
    )
  })
})

t.test('an inspector sees what has been issued, of every unit', async (t) => {
  const { api, seed } = await filled(t)
  await as(api, { office: seed.office, scope: 'inspector' }, async (tx) => {
    const tables = ['finding', 'unit', 'slice', 'round', 'request', 'signed_paper', 'message']
    const hits = ['hit', 'hit_sighting', 'hit_import', 'hit_line', 'operation']
    const counts = [2, 2, 2, 2, 2, 0, 0, 2, 2, 2, 2, 0]
    t.same(Object.values(await seen(tx, [...tables, ...hits])), counts)
    for (const table of ['finding', 'finding_event', 'slip']) {
      const audiences = sql`select distinct audience from ${sql.table(table)}`
      t.same(await tx.run(audiences), [{ audience: 'unit' }], table)
    }
    t.same(await tx.run(sql`select distinct status from notice`), [{ status: 'issued' }])
    t.same(await tx.run(sql`select distinct kind from milestone`), [{ kind: 'fall_due' }])
  })
})

t.test('the office and its clock see all of their office and nothing of another', async (t) => {
  const { api, worker, names, seed } = await filled(t)
  const own = { ...Object.fromEntries(names.map((name) => [name, 2])) }
  const counts = {
    office: 1,
    calendar_version: 1,
    calendar_day: 1,
    calendar_year: 1,
    policy_version: 1,
    notice: 1,
    person: 3,
    membership: 3,
    finding_event: 4,
    milestone: 6,
    slip: 4,
    slip_finding: 4,
    command_key: 0,
    workflow_store: 0,
    attempt_count: 0,
    security_event: 0,
  }
  for (const scope of ['office', 'system'] as const) {
    await as(api, { office: seed.office, scope }, async (tx) => {
      t.same(await seen(tx, names), { ...own, ...counts }, scope)
    })
  }
  const everywhere = await seen(worker, ['office', 'finding', 'command_key'])
  t.same(everywhere, { office: 2, finding: 4, command_key: 2 }, 'the worker works for every office')
})

t.test('a unit locks what it sees and writes nothing before it becomes the clock', async (t) => {
  const { api, seed, a, b } = await filled(t)
  const unit = { office: seed.office, scope: 'unit', units: [seed.units[0]] } as const
  const close = sql`update finding set urgent = true returning id`
  await as(api, unit, async (tx) => {
    t.same(
      (await lockFindings(tx, [b.id, a.id])).map(({ finding }) => finding.id),
      [a.id],
    )
  })
  await t.rejects(
    as(api, unit, (tx) => tx.run(close)),
    { code: '42501' },
  )
  await as(api, unit, async (tx) => {
    await becomeSystem(tx)
    t.equal((await tx.run(close)).length, 2)
  })
  const theft = sql`update finding set office_id = ${a.unit_id}`
  await t.rejects(
    as(api, { ...unit, scope: 'system' }, (tx) => tx.run(theft)),
    { code: '42501' },
  )
})

t.test('a unit adds evidence of its own, under its own name', async (t) => {
  const { api, seed } = await filled(t)
  const [person, stranger] = seed.people.reporters
  const who = { office: seed.office, scope: 'unit', units: [seed.units[0]], person } as const
  const add = (unit: string, by: string) => sql`insert into evidence
    (id, office_id, unit_id, sha256, size, type, name, uploaded_by, uploaded_at)
    values (gen_random_uuid(), ${seed.office}, ${unit}, ${'e'.repeat(64)}, 1, 'a', 'b', ${by}, ${AT})`
  await as(api, who, (tx) => tx.run(add(seed.units[0], person)))
  await t.rejects(
    as(api, who, (tx) => tx.run(add(seed.units[1], person))),
    { code: '42501' },
  )
  await t.rejects(
    as(api, who, (tx) => tx.run(add(seed.units[0], stranger))),
    { code: '42501' },
  )
})

t.test('nobody reads the answer kept for another', async (t) => {
  const { api, seed } = await filled(t)
  const [person, other] = seed.people.reporters
  await as(api, { office: seed.office, scope: 'system', person }, async (tx) => {
    t.match(await readAnswer(tx, person, 'k'), { fingerprint: 'f', answer: { status: 200 } })
    t.equal(await readAnswer(tx, other, 'k'), null)
  })
})

t.test(
  'S04 a token is known by issuer and subject, in every office, with today’s roles',
  async (t) => {
    const { api, migrate, seed, other } = await filled(t)
    const [reporter] = seed.people.reporters
    const known = await principalOf(api, 'https://issuer.test', 'subject-1')
    t.same(
      known.map((person) => person.office_id).toSorted(),
      [seed.office, other.office].toSorted(),
    )
    const mine = known.find((person) => person.person_id === reporter)
    t.match(mine, {
      rehearsal: false,
      memberships: [{ role: 'unit.reporter', unit_id: seed.units[0] }],
    })
    t.same(await principalOf(api, 'https://other.test', 'subject-1'), [])
    const days = (until: string) => sql`update membership set until_on = ${until}::date
    where person_id = ${reporter}`
    const roles = async () => {
      const people = await principalOf(api, 'https://issuer.test', 'subject-1')
      return people.find((person) => person.person_id === reporter)?.memberships.length
    }
    const [day] = await migrate.run(sql<{ today: string }>`select
    (now() at time zone 'Asia/Shanghai')::date as today`)
    await migrate.run(days(day?.today ?? ''))
    t.equal(await roles(), 1, 'the last day counts')
    await migrate.run(
      sql`update membership set until_on = until_on - 1 where person_id = ${reporter}`,
    )
    t.equal(await roles(), 0)
    await migrate.run(sql`update person set status = 'disabled' where id = ${reporter}`)
    t.equal((await principalOf(api, 'https://issuer.test', 'subject-1')).length, 1)
  },
)
