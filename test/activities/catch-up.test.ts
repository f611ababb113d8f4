import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { v7 } from 'uuid'
import { createActivities } from '../../src/activities/index.js'
import { lockFindings } from '../../src/db/finding.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { toEpoch } from '../../src/domain/instant.js'
import { issue, jump, lineFor, send } from '../helpers/case.js'
import { at, ISSUED, scene } from './scene.js'
import { activityDeps } from './support.js'

const ROW = statement<{ wanted: number; told: number }>(
  'select wanted, told from workflow_sync where subject_id = $1',
)

t.test('takes what is due and answers with the view that follows', async (t) => {
  const { office, activities } = await scene(t)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  const [id = ''] = findings
  await jump(office, at('09-13 07:30'))
  const view = await activities.catchUp(id)
  if (view === 'settled') throw new Error('not settled')
  t.match(view, {
    schema: 1,
    state: 'notified',
    settled: false,
    standing_clock: toEpoch(at('09-13 07:30')),
  })
  t.match(view.milestones[0], { kind: 'deem_received', step: 1, at: toEpoch(at('09-14 00:00')) })
  t.ok(view.milestones.every(({ at: instant }) => instant > toEpoch(at('09-13 07:30'))))
  const words = Object.values(view)
    .flat()
    .flatMap((value) => (typeof value === 'object' && value ? Object.values(value) : [value]))
  t.ok(
    words.every(
      (value) =>
        value === null ||
        ['number', 'boolean'].includes(typeof value) ||
        /^[a-z_]+$/.test(String(value)),
    ),
    'codes and numbers only',
  )
  const [row] = await office.owner.run(ROW(id))
  t.same(row, { wanted: view.version, told: view.version }, 'its workflow knows by the answer')
  t.same(await activities.catchUp(id), view, 'again: nothing is taken twice, no version is spent')
})

t.test('an answer says nothing of what a syncer is telling meanwhile', async (t) => {
  const { office, activities } = await scene(t)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  const [id = ''] = findings
  await office.owner.run(
    statement(`update workflow_sync set lease_until = clock_timestamp() + interval '1 minute'`)(),
  )
  await jump(office, at('09-13 07:30'))
  await activities.catchUp(id)
  const [row] = await office.owner.run(ROW(id))
  t.equal(row?.told, 0)
})

t.test('unknown and settled findings are settled', async (t) => {
  const { office, activities } = await scene(t)
  t.equal(await activities.catchUp(v7()), 'settled')
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  const [id = ''] = findings
  const withdraw = { name: 'withdraw', reason_code: 'duplicate', grounds: '重复' } as const
  await send(office, office.officer('office.leader'), id, withdraw)
  t.equal(await activities.catchUp(id), 'settled')
})

t.test('failures carry a code and no words', async (t) => {
  const { office, activities, alarms } = await scene(t)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  const [id = ''] = findings
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const holding = transaction(office.api.pool, async (tx) => {
    await tx.run(
      statement(
        `select set_config('app.office', $1, true), set_config('app.scope', 'office', true)`,
      )(office.office_id),
    )
    await lockFindings(tx, [id])
    await held
  })
  await sleep(100)
  await t.rejects(activities.catchUp(id), {
    name: 'ApplicationFailure',
    type: 'LOCK_TIMEOUT',
    message: 'LOCK_TIMEOUT',
    nonRetryable: false,
    cause: undefined,
  })
  release()
  await holding
  t.same(alarms, [], 'that is nothing to wake somebody for')
  await t.rejects(activities.catchUp('王主任说不是一个编号'), { type: '22P02', message: '22P02' })
  t.match(alarms, [{ message: 'an activity failed', fields: { activity: 'catchUp' } }])
})

t.test('a job of an office that is gone is refused for good', async (t) => {
  const { office } = await scene(t)
  const { deps } = await activityDeps(t, office)
  const activities = createActivities(deps)
  t.equal(await activities.advancePage(v7()), 'finished')
  t.equal(await activities.sendPage(v7()), 'finished')
})
