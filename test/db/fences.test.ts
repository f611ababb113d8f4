import { sql } from 'kysely'
import t from 'tap'
import { grants, tables } from './catalogue.js'
import { pools } from './support.js'

/** What an inspection tool sees something of that comes with a key. */
const TOOLS = ['office', 'hit_import', 'hit_line', 'operation', 'retest']

t.test(
  'S12 every table is fenced, also against its owner, with a policy for each role',
  async (t) => {
    const { migrate } = await pools(t)
    for (const { name, enabled, forced, policies, owner } of await tables(migrate)) {
      t.ok(enabled && forced, `${name} is fenced`)
      t.notMatch(owner, /^zhenggai_(api|worker)$/, `${name} is not the application's`)
      const wanted = [
        'api to zhenggai_api',
        ...(name === 'finding' || name === 'slip_finding' ? ['api_drafts to zhenggai_api'] : []),
        ...(TOOLS.includes(name) ? ['api_tool to zhenggai_api'] : []),
        'migrate to zhenggai_migrate',
        'worker to zhenggai_worker',
        ...(name === 'slip_finding' ? ['worker_drafts to zhenggai_worker'] : []),
      ]
      t.same(policies, wanted, `policies of ${name}`)
    }
  },
)

t.test('S49 the application may do what it does and nothing else', async (t) => {
  const { migrate } = await pools(t)
  const api = await grants(migrate, 'zhenggai_api')
  const [add, change, read] = ['insert select', 'insert select update', 'select']
  t.same(api, {
    office: `select update(calendar_version_id duty_phone hours name policy_version_id)`,
    unit: change,
    person: change,
    membership: change,
    service_account: add,
    api_key: 'insert select update(expires_at revoked_at revoked_by)',
    asset: change,
    calendar_version: 'insert select update(applied_at applied_because applied_by)',
    calendar_day: add,
    calendar_year: add,
    policy_version: add,
    notice: change,
    slice: change,
    slice_proof: 'insert select update(refuted_at)',
    finding: `delete ${change}`,
    finding_words: change,
    finding_event: add,
    round: add,
    request: change,
    milestone: change,
    slip: change,
    slip_finding: `delete ${add}`,
    message: change,
    mail: 'select update(attempts claimed_by last_error lease_until next_attempt_at status)',
    mail_attempt: add,
    consultation_line:
      'insert select update(answer answered_at answered_by category evidence how place problem said_at service_account_id whom words)',
    letter: add,
    letter_line: add,
    contact_fault: 'insert select update(cleared_at cleared_because cleared_by)',
    hit: 'select update(decided_at decided_because decided_by decision finding_id taken_up_at taken_up_by)',
    hit_sighting: read,
    hit_import: 'delete insert select update(lines)',
    hit_line: add,
    retest: `insert select update(cancelled_at cancelled_because cancelled_by cancelled_why claim
      claimed_at claimed_by lease_until reported_at screenshot seq)`.replace(/\s+/g, ' '),
    evidence: add,
    signed_paper: add,
    workflow_store: read,
    workflow_sync: change,
    attempt_count: read,
    security_event: add,
    retention_version: add,
    retention_sweep: read,
    erasure: add,
    command_key: change,
    operation: change,
  })
})

t.test('S19 the worker has its own rights and cannot rewrite history either', async (t) => {
  const { migrate } = await pools(t)
  const worker = await grants(migrate, 'zhenggai_worker')
  t.equal(worker.finding_event, 'insert select')
  t.equal(worker.round, 'insert select')
  t.equal(worker.policy_version, 'insert select')
  t.equal(worker.evidence, 'insert select update(scan_state)')
  t.equal(worker.office, 'select update')
  t.strictSame([worker.api_key, worker.service_account], [undefined, undefined], 'no keys')
  const deletes = Object.entries(worker).filter(([, given]) => given.includes('delete'))
  t.same(
    deletes,
    [['slip_finding', 'delete insert select']],
    'drafts are shortened; what is no longer kept goes by the owner’s function',
  )
})

t.test('S49 the roles have no attributes, cannot log in and make nothing', async (t) => {
  const { migrate, api, worker } = await pools(t)
  const attributes = await migrate.run(sql`select bool_or(rolsuper or rolbypassrls or rolcreaterole
    or rolcreatedb or rolcanlogin or rolreplication) as any from pg_roles
    where rolname in ('zhenggai_api', 'zhenggai_worker', 'zhenggai_migrate')`)
  t.same(attributes, [{ any: false }])
  for (const pool of [api, worker]) {
    await t.rejects(pool.run(sql`create table mine (id integer)`), { code: '42501' })
    await t.rejects(pool.run(sql`alter table finding disable row level security`), {
      code: '42501',
    })
    await t.rejects(pool.run(sql`truncate finding_event`), { code: '42501' })
    await t.rejects(pool.run(sql`select * from kysely_migration`), { code: '42501' })
    await t.rejects(pool.run(sql`call fence('finding', 'true')`), { code: '42501' })
  }
})
