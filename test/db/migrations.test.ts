import t from 'tap'
import { v7 } from 'uuid'
import { appendEvents, type StoredEvent } from '../../src/db/event.js'
import {
  migrateDown,
  migrateToEmpty,
  migrateToLatest,
  migrationStatus,
} from '../../src/db/migrations.js'
import { listRounds } from '../../src/db/round.js'
import { insertServiceAccount } from '../../src/db/service-account.js'
import { RETENTION_CLASSES } from '../../src/domain/retention.js'
import { SECURITY_EVENTS } from '../../src/domain/security-event.js'
import { SCOPES_OF, SERVICE_ACCOUNT_KINDS } from '../../src/domain/service-account.js'
import * as vocabulary from '../../src/domain/vocabulary.js'
import { closedLists, keysAcrossOffices, looseInstants, tables } from './catalogue.js'
import { seedFindings } from './seed.js'
import { eventOf } from './seed-rows.js'
import { asOwner, office, pools } from './support.js'

const SHAPE = `
  select 'table' as kind, table_name || '.' || column_name || ' ' || data_type || ' '
    || is_nullable || ' ' || coalesce(column_default, '') as what
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'
  union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy', policyname || tablename || roles::text || coalesce(qual, '')
    || coalesce(with_check, '') from pg_policies where schemaname = 'public'
  union all select 'routine', oid::regprocedure || prosrc from pg_proc
    where pronamespace = 'public'::regnamespace
  union all select 'trigger', tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
  order by 1, 2`

t.test('up, down and up again: nothing is left, and the same comes back', async (t) => {
  const { url } = await pools(t)
  const { rows: before } = await asOwner(url, SHAPE)
  const names = (await migrationStatus(url)).map(({ name }) => name)
  t.ok(names.length >= 9)
  t.same(await migrateToLatest(url), [])
  t.same(await migrateToEmpty(url), names.toReversed())
  t.same(
    (await asOwner(url, SHAPE)).rows,
    before.filter(({ what }) => /kysely/.test(what)),
  )
  t.same(await migrateToLatest(url), names)
  t.same((await asOwner(url, SHAPE)).rows, before)
})

t.test('down undoes one migration and status tells it', async (t) => {
  const { url } = await pools(t)
  const all = await migrationStatus(url)
  t.ok(all.every(({ applied }) => applied))
  const last = all.at(-1)?.name
  t.same(await migrateDown(url), [last])
  t.same(
    (await migrationStatus(url)).filter(({ applied }) => !applied).map(({ name }) => name),
    [last],
  )
})

t.test('files from before anybody asked whether they are masked stay open', async (t) => {
  const { url, seed } = await office(t)
  while ((await migrateDown(url))[0] !== '2026-11-30T1601-evidence-said');
  const enter = (name: string, at: string) =>
    asOwner(
      url,
      `insert into evidence
         (id, office_id, unit_id, sha256, size, type, name, uploaded_by, uploaded_at, scan_state)
       values (gen_random_uuid(), '${seed.office}', '${seed.units[0]}', repeat('a', 64), 1,
         'text/plain', '${name}', '${seed.people.handler}', ${at}, 'unscanned')`,
    )
  await enter('before', `timestamptz '2022-09-05 01:00:00Z'`)
  await enter('since', 'now()')
  await migrateToLatest(url)
  const { rows } = await asOwner(url, 'select name, masked from evidence order by name')
  t.same(rows, [
    { name: 'before', masked: null },
    { name: 'since', masked: false },
  ])
})

t.test('S06 accounts from before scopes keep all that their kind may do', async (t) => {
  const { url, seed } = await office(t)
  while ((await migrateDown(url))[0] !== '2026-12-01T0900-key-scopes');
  const whose = `gen_random_uuid(), '${seed.office}', '${seed.people.handler}'`
  const enter = (columns: string, values: string) =>
    asOwner(
      url,
      `insert into service_account (id, office_id, created_by, kind, name, ${columns})
       values (${whose}, ${values})`,
    )
  await enter('unit_id', `'portal', '门户', '${seed.units[0]}'`)
  await enter('tool', `'inspection_tool', '工具', 'patrol'`)
  await migrateToLatest(url)
  const { rows } = await asOwner(url, 'select kind, scopes from service_account order by name')
  t.strictSame(Object.fromEntries(rows.map(({ kind, scopes }) => [kind, scopes])), SCOPES_OF)
  for (const scopes of [`'{hits}'`, `'{read,hits}'`, `'{}'`, 'null']) {
    const entry = enter('unit_id, scopes', `'portal', ${scopes}, '${seed.units[0]}', ${scopes}`)
    const refused = { code: scopes === 'null' ? '23502' : '23514' }
    await t.rejects(entry, refused, scopes)
  }
})

t.test(
  'S06 answers from before their rows named a portal are given what their events say',
  async (t) => {
    const { url, migrate, seed } = await office(t)
    const finding = (await seedFindings(migrate, seed, [{ unit_id: seed.units[0] }]))[0]?.finding
    if (!finding) throw new Error('no finding')
    const account = v7()
    const portal = { id: account, office_id: seed.office, kind: 'portal', name: '门户' } as const
    const of = { unit_id: seed.units[0], tool: null, created_by: seed.people.handler }
    await insertServiceAccount(migrate, { ...portal, ...of, scopes: ['answer'] })
    while ((await migrateDown(url))[0] !== '2026-12-01T0901-through-portals');
    const [person_id] = seed.people.reporters
    const answered = (number: number, through?: string) =>
      eventOf(finding, {
        ...{ type: 'responded', seq: number, data: { round: { number } }, texts: null },
        actor: {
          ...{ person_id, role: 'unit.reporter', signed_paper_id: null },
          ...(through ? { service_account_id: through } : {}),
        },
      } as Partial<StoredEvent>)
    await appendEvents(migrate, [answered(1, account), answered(2)])
    const seal = (number: number) =>
      asOwner(
        url,
        `insert into round (office_id, finding_id, number, unit_id, result, submitted_by, submitted_at, effective_at)
       values ('${seed.office}', '${finding.id}', ${number}, '${seed.units[0]}', 'fixed', '${person_id}', now(), now())`,
      )
    await seal(1)
    await seal(2)
    await migrateToLatest(url)
    t.strictSame(
      (await listRounds(migrate, [finding.id])).map((one) => one.service_account_id),
      [account, null],
    )
    t.ok(
      (await tables(migrate)).every(({ forced }) => forced),
      'every fence stands again',
    )
  },
)

t.test('several at once: one works, the others find nothing to do', async (t) => {
  const { url } = await pools(t)
  await migrateToEmpty(url)
  const done = await Promise.all([1, 2, 3, 4].map(() => migrateToLatest(url)))
  t.equal(done.filter((names) => names.length > 0).length, 1)
})

t.test('a migration that fails keeps nothing and says so', async (t) => {
  const { url } = await pools(t)
  await migrateToEmpty(url)
  await asOwner(url, 'create table slip (in_the_way integer)')
  await t.rejects(migrateToLatest(url), { code: '42P07' })
  t.ok((await migrationStatus(url)).every(({ applied }) => !applied))
})

t.test('closed lists of the database are those of the vocabulary', async (t) => {
  const { migrate } = await pools(t)
  const lists = await closedLists(migrate)
  const { STATES, SEVERITIES, HANDLINGS, FIXED, REPORTED, MEDIA, AUDIENCES, EVENTS } = vocabulary
  const { ROLES, PERSON_ROLES, RESULTS, MESSAGES, RECIPIENTS, OUTCOMES, SLIP_STATUSES } = vocabulary
  const expected: Record<string, readonly string[]> = {
    'finding.state': STATES,
    'finding.severity': SEVERITIES,
    'finding.handling': HANDLINGS,
    'finding.fixed': FIXED,
    'finding.reported': REPORTED,
    'finding.medium': MEDIA,
    'finding.audience': AUDIENCES,
    'asset.medium': MEDIA,
    'finding_event.type': EVENTS,
    'finding_event.actor_role': ROLES,
    'finding_event.audience': AUDIENCES,
    'membership.role': PERSON_ROLES,
    'round.result': RESULTS,
    'message.kind': MESSAGES,
    'message.recipient': RECIPIENTS,
    'milestone.kind': [...vocabulary.MILESTONES, ...vocabulary.OFFICE_MILESTONES],
    'milestone.outcome': OUTCOMES,
    'security_event.kind': SECURITY_EVENTS,
    'retention_sweep.class': RETENTION_CLASSES,
    'service_account.kind': SERVICE_ACCOUNT_KINDS,
    'slip.status': SLIP_STATUSES,
    'slip.audience': AUDIENCES,
    'notice.status': vocabulary.NOTICE_STATUSES,
  }
  for (const [column, values] of Object.entries(expected)) {
    t.same(lists[column]?.toSorted(), values.toSorted(), column)
  }
})

t.test('no key reaches into another office, and instants are milliseconds', async (t) => {
  const { migrate } = await pools(t)
  t.ok((await tables(migrate)).length > 20)
  t.same(await keysAcrossOffices(migrate), [])
  t.same(await looseInstants(migrate), [])
})
