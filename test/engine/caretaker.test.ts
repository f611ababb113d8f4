import t from 'tap'
import { createRetentionSweep } from '../../src/activities/sweep-retention.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { statement } from '../../src/db/handle.js'
import { rebuild, rememberStore, sweepLate } from '../../src/db/workflow-repair.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { startCaretaker, tellNewStore } from '../../src/engine/caretaker.js'
import { lookAtWorkflow } from '../../src/engine/look.js'
import { ensureSearchAttributes } from '../../src/engine/search-attributes.js'
import { findingWorkflowId, officeWorkflowId } from '../../workflows/messages.js'
import { issue, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { allTold, NAMESPACE, queue, syncerOf, syncRows, temporalOf, testLog } from './support.js'

const CLOCK = instantOf('2022-09-08T02:00:00.000Z')
const HEAD = { issued_on: dateOf('2022-09-08') }
const LATER = statement<never>(`update office set standing_clock = $2 where id = $1`)
const AGO = statement<never>(
  `update milestone set at = clock_timestamp() - $2::interval, wake_at = clock_timestamp() - $3::interval
   where subject_id = $1 and outcome is null`,
)
const OLD_KEYS = statement<never>(
  `insert into command_key (office_id, principal_id, key, fingerprint, status, body, created_at)
   select m.office_id, m.person_id, age, 'f', 200, 'null', clock_timestamp() - age::interval
   from (select * from membership limit 1) m, unnest(array['6 days', '8 days']) age`,
)
/** Told to stop by nobody. */
const NEVER = new AbortController().signal
const KEYS = statement<{ key: string }>(`select key from command_key`)

t.test('a server that lost its store is told everything anew', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const temporal = temporalOf(t)
  await planMissingOpenings(office.worker)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], HEAD)
  const [id = ''] = findings
  const syncer = syncerOf(t, office, temporal, { taskQueue: queue() })
  const before = await allTold(office)
  t.match(await tellNewStore(office.worker.pool, temporal), { finding: 1, office: 1 })
  t.equal(await tellNewStore(office.worker.pool, temporal), null, 'the same store, known by now')
  await allTold(office)

  for (const gone of [
    findingWorkflowId(office.office_id, id),
    officeWorkflowId(office.office_id),
  ]) {
    await temporal.call(({ workflow }) => workflow.getHandle(gone).terminate('store lost'))
  }
  t.equal(await tellNewStore(office.worker.pool, temporal), null, 'that is no new store')
  await rememberStore(office.worker.pool, NAMESPACE, 'the store before')
  const log = testLog()
  const options = { pool: office.worker.pool, temporal, log, wake: syncer.wake }
  const caretaker = startCaretaker(options)
  t.teardown(() => caretaker.stop())
  const running = async (kind: 'finding' | 'office', subject: string) => {
    const handle =
      kind === 'finding' ? findingWorkflowId(office.office_id, subject) : officeWorkflowId(subject)
    const { status } = await temporal.call(({ workflow }) => workflow.getHandle(handle).describe())
    return status.name
  }
  for (
    const end = Date.now() + 10_000;
    Date.now() < end && (await running('finding', id)) !== 'RUNNING';
  );
  await allTold(office)
  t.equal(await running('finding', id), 'RUNNING')
  t.equal(await running('office', office.office_id), 'RUNNING')
  t.match(log.lines[0], /told anew/)
  const version = (rows: typeof before) => Math.max(...rows.map(({ wanted }) => wanted))
  t.ok(
    version(await syncRows(office)) > version(before) + 900_000_000,
    'above any version told before',
  )
})

t.test(
  'rebuilding asks for every open finding, office and job, and for nothing that is over',
  async (t) => {
    const office = await testOffice(t, { clock: CLOCK })
    await issue(
      office,
      [1, 2, 3].map(() => lineFor(office.units[0] ?? '')),
      HEAD,
    )
    const told = await rebuild(office.worker.pool)
    t.same(told, { finding: 3, operation: 0, office: 1 })
  },
)

t.test(
  'what should have acted five minutes ago is told again, by the clock of its office',
  async (t) => {
    const real = await testOffice(t, {})
    const { findings } = await issue(real, [lineFor(real.units[0] ?? '')], {
      issued_on: dateOf('2026-01-05'),
    })
    const [id = ''] = findings
    syncerOf(t, real, temporalOf(t))
    await allTold(real)
    await real.owner.run(AGO(id, '1 hour', '4 minutes'))
    t.equal(await sweepLate(real.worker.pool), 0, 'its wake-up is four minutes past')
    await real.owner.run(AGO(id, '1 hour', '6 minutes'))
    t.equal(await sweepLate(real.worker.pool), 1)

    const rehearsal = await testOffice(t, { clock: CLOCK })
    await issue(rehearsal, [lineFor(rehearsal.units[0] ?? '')], HEAD)
    syncerOf(t, rehearsal, temporalOf(t))
    await allTold(rehearsal)
    t.equal(await sweepLate(rehearsal.worker.pool), 0, 'long past in the real world')
    await rehearsal.owner.run(LATER(rehearsal.office_id, instantOf('2022-12-08T02:00:00.000Z')))
    t.equal(await sweepLate(rehearsal.worker.pool), 2, 'the finding, and the office’s gathering')
  },
)

t.test('S54 what is no longer kept goes, whatever fails or hangs beside it', async (t) => {
  const { owner, worker } = await testOffice(t, { clock: CLOCK })
  await owner.run(OLD_KEYS())
  const log = testLog()
  let [begun, signed] = [0, 0]
  let release = () => undefined as void
  const hanging = () => {
    begun += 1
    return new Promise<void>((done) => {
      release = done
    })
  }
  const failing = async () => {
    throw new Error('no store')
  }
  const counting = async () => {
    signed += 1
  }
  const caretaker = startCaretaker({
    ...{ pool: worker.pool, temporal: temporalOf(t), log, wake: () => undefined, every: 50 },
    alsoEach: [hanging, failing, counting, createRetentionSweep(worker, NEVER)],
  })
  t.teardown(() => {
    release()
    return caretaker.stop()
  })
  const left = async () => (await owner.run(KEYS())).map(({ key }) => key)
  for (const end = Date.now() + 10_000; Date.now() < end && (await left()).length > 1; );
  t.same(await left(), ['6 days'])
  for (const end = Date.now() + 10_000; Date.now() < end && signed < 2; ) await left()
  t.ok(signed >= 2, 'what fails or hangs beside it keeps nothing')
  t.equal(begun, 1, 'and is not begun anew while it runs')
})

t.test('an office without an opening ahead gets one, once', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  t.equal(await planMissingOpenings(office.worker), 1)
  t.equal(await planMissingOpenings(office.worker), 0)
  const two = await testOffice(t, { clock: CLOCK })
  await Promise.all([planMissingOpenings(two.worker), planMissingOpenings(two.worker)])
  const rows = await two.owner.run(
    statement<{ at: string }>(`select at from milestone where kind = 'open_day'`)(),
  )
  t.same(rows, [{ at: '2022-09-09T01:00:00.000Z' }])
})

t.test('search attributes are registered once, and again without harm', async (t) => {
  const temporal = temporalOf(t)
  await ensureSearchAttributes(temporal, NAMESPACE)
  await ensureSearchAttributes(temporal, NAMESPACE)
  const office = await testOffice(t, { clock: CLOCK })
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], HEAD)
  syncerOf(t, office, temporal)
  await allTold(office)
  const handle = findingWorkflowId(office.office_id, findings[0] ?? '')
  const { searchAttributes } = await temporal.call(({ workflow }) =>
    workflow.getHandle(handle).describe(),
  )
  t.same(searchAttributes['OfficeId'], [office.office_id])
  t.same(searchAttributes['UnitId'], [office.units[0]])
  t.same(searchAttributes['FindingKind'], ['deduction'])
  const { status } = await lookAtWorkflow(temporal, 'finding', office.office_id, 'unknown')
  t.equal(status, 'NOT_FOUND')
})
