import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { eachEvent } from '../../src/db/chain.js'
import { appendEvents, listEvents, type StoredEvent } from '../../src/db/event.js'
import { insertRounds, listRounds } from '../../src/db/round.js'
import { insertServiceAccount } from '../../src/db/service-account.js'
import { insertSignedPaper } from '../../src/db/signed-paper.js'
import { transaction } from '../../src/db/transaction.js'
import { instantOf } from '../../src/domain/instant.js'
import { AT, DAY, type Seed, seedFindings } from './seed.js'
import { eventOf, roundOf } from './seed-rows.js'
import { as, asOwner, office, type Pools } from './support.js'

async function written({ migrate, seed }: Pools & { seed: Seed }) {
  const [locked] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}]))
  if (!locked) throw new Error('no finding')
  const { finding } = locked
  const events = [eventOf(finding), eventOf(finding, { seq: 2, previous_hash: '1', hash: '2' })]
  await appendEvents(migrate, events)
  await insertRounds(migrate, [roundOf(finding, seed)])
  return { finding, events }
}

t.test('events come back as they were appended, in order', async (t) => {
  const all = await office(t)
  const { finding, events } = await written(all)
  t.same(await listEvents(all.migrate, finding.id), events)
  t.same(await listEvents(all.migrate, finding.id, { after: 1, limit: 5 }), events.slice(1))
  t.same(await listRounds(all.migrate, [finding.id]), [roundOf(finding, all.seed)])
})

t.test('events come one by one as they come in a list, whoever did what', async (t) => {
  const { migrate, worker, seed } = await office(t)
  const locked = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}, {}, {}]))
  const findings = locked.map(({ finding }) => finding).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const own = { office_id: seed.office, unit_id: seed.units[0] }
  const [person_id] = seed.people.reporters
  const [paper, portal] = [v7(), v7()]
  await insertSignedPaper(migrate, {
    ...{ ...own, id: paper, signer_id: person_id, signed_on: DAY, paper_number: '1' },
    ...{ evidence_id: null, entered_by: person_id, created_at: AT },
  })
  await insertServiceAccount(migrate, {
    ...{ ...own, id: portal, kind: 'portal', name: '门户', tool: null, scopes: ['read'] },
    created_by: seed.people.handler,
  })
  const actor = { person_id, role: 'unit.reporter', signed_paper_id: null } as const
  const kinds: Partial<StoredEvent>[] = [
    { seq: 1 },
    { seq: 2, texts: null, salt: null, at: instantOf('2022-09-05T01:00:00.070Z') },
    { seq: 3, unit_id: null, audience: 'office', texts: { b: '“引”\n\t\\', a: '"', '': '😀' } },
    { seq: 4, actor: { ...actor, signed_paper_id: paper }, canonical: '{"a":"\\""}\r\n|,' },
    { seq: 5, actor: { ...actor, service_account_id: portal } },
  ]
  const all = findings.flatMap((finding) => kinds.map((kind) => eventOf(finding, kind)))
  await appendEvents(migrate, all)
  const ids = findings.map(({ id }) => id)
  const seen: StoredEvent[] = []
  await transaction(worker, (tx) =>
    eachEvent(tx, { after: ids[0] ?? '', last: ids[2] ?? '' }, (event) => seen.push(event)),
  )
  t.strictSame(seen, all.slice(kinds.length), 'what is behind the first, in order')
  const listed = await Promise.all(ids.slice(1).map((id) => listEvents(worker, id)))
  t.strictSame(seen, listed.flat())
})

t.test('a number is taken once: two who forgot to lock cannot both append', async (t) => {
  const all = await office(t)
  const { finding } = await written(all)
  await t.rejects(appendEvents(all.migrate, [eventOf(finding, { seq: 2 })]), {
    code: 'UNIQUE',
    constraint: 'finding_event_pkey',
  })
})

t.test('S52 neither API nor worker changes or deletes what happened', async (t) => {
  const all = await office(t)
  await written(all)
  const system = { office: all.seed.office, scope: 'system' } as const
  const attacks = [
    sql`update finding_event set data = '{}'`,
    sql`update finding_event set texts = null`,
    sql`delete from finding_event`,
    sql`update round set cause = null`,
    sql`delete from round`,
    sql`update policy_version set policy = '{}'`,
    sql`delete from calendar_day`,
  ]
  for (const attack of attacks) {
    await t.rejects(
      as(all.api, system, (tx) => tx.run(attack)),
      { code: '42501' },
    )
    await t.rejects(all.worker.run(attack), { code: '42501' })
  }
})

t.test('S52 not even the owner rewrites history', async (t) => {
  const all = await office(t)
  const { finding, events } = await written(all)
  const attacks = [
    `update finding_event set data = '{"audience": "office"}'`,
    `update finding_event set hash = '3' where seq = 2`,
    `update finding_event set seq = 3 where seq = 2`,
    `update finding_event set texts = '{"text": "没关系"}'`,
    `update finding_event set texts = null, actor_role = 'admin'`,
    'delete from finding_event where seq = 2',
    'truncate finding_event',
    `update round set result = 'planned'`,
    `update round set cause = '别的'`,
    'delete from round',
    'truncate round',
  ]
  for (const attack of attacks) {
    await t.rejects(asOwner(all.url, attack), { code: '42501', message: /append-only/ }, attack)
  }
  t.same(await listEvents(all.migrate, finding.id), events)
})

t.test('S54 the migration role erases texts and salts, and nothing else', async (t) => {
  const all = await office(t)
  const { finding, events } = await written(all)
  await all.migrate.run(sql`update finding_event set texts = null, salt = null where seq = 1`)
  await all.migrate.run(sql`update round set cause = null, measures = null`)
  t.same(await listEvents(all.migrate, finding.id), [
    { ...events[0], texts: null, salt: null },
    events[1],
  ])
  t.match(await listRounds(all.migrate, [finding.id]), [{ cause: null, result: 'fixed' }])
  await t.rejects(all.migrate.run(sql`update finding_event set hash = '3'`), { code: '42501' })
})

t.test('what happened to a finding keeps it from being deleted', async (t) => {
  const all = await office(t)
  await written(all)
  const attack = `update finding set audience = 'office', state = 'draft'; delete from finding`
  await t.rejects(asOwner(all.url, attack), { code: '23503' })
})
