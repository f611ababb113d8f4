import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { transaction } from '../../src/db/transaction.js'
import { claimToTell, markTold, wantSubjects } from '../../src/db/workflow-sync.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import type { Temporal } from '../../src/engine/connection.js'
import { lookAtWorkflow } from '../../src/engine/look.js'
import { tell } from '../../src/engine/tell.js'
import { issue, lineFor, send } from '../helpers/case.js'
import { fromRun } from '../helpers/environment.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { allTold, lineTo, queue, signalsOf, syncerOf, syncRows, temporalOf } from './support.js'

const CLOCK = instantOf('2022-09-08T02:00:00.000Z')
const HEAD = { issued_on: dateOf('2022-09-08') }

const lines = (office: TestOffice, count: number) =>
  Array.from({ length: count }, () => lineFor(office.units[0] ?? ''))

/** A client that remembers how many calls there were at once. */
function counted(temporal: Temporal): Temporal & { most(): number } {
  let now = 0
  let most = 0
  return {
    ...temporal,
    async call(work, deadline) {
      now += 1
      most = Math.max(most, now)
      try {
        return await temporal.call(work, deadline)
      } finally {
        now -= 1
      }
    },
    most: () => most,
  }
}

t.test('two syncers tell every finding once, and its workflow runs', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const temporal = temporalOf(t)
  const { findings } = await issue(office, lines(office, 60), HEAD)
  t.ok((await syncRows(office)).every(({ told }) => told === 0))
  const taskQueue = queue()
  const two = [1, 2].map(() => syncerOf(t, office, temporal, { taskQueue }))
  const rows = await allTold(office)
  await Promise.all(two.map((syncer) => syncer.stopped()))
  t.equal(rows.filter(({ kind }) => kind === 'finding').length, 60)
  for (const id of findings) {
    const told = rows.find(({ subject_id }) => subject_id === id)
    t.same(await signalsOf(temporal, 'finding', office.office_id, id), [told?.wanted])
  }
})

t.test('held back, two are told at a time, but all are told', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const { findings } = await issue(office, lines(office, 60), HEAD)
  const finding = { kind: 'finding', office_id: office.office_id } as const
  for (const [held, most] of [
    [true, 2],
    [false, 50],
  ] as const) {
    const temporal = counted(temporalOf(t))
    const syncer = syncerOf(t, office, temporal, { heldBack: () => held })
    await allTold(office)
    await syncer.stopped()
    t.ok(temporal.most() > most / 2 && temporal.most() <= most, `${temporal.most()} at once`)
    await transaction(office.owner, (tx) =>
      wantSubjects(
        tx,
        findings.map((subject_id) => ({ ...finding, subject_id })),
      ),
    )
  }
})

t.test('killed between the signal and its record: told again, and nothing else', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const temporal = temporalOf(t)
  const { findings } = await issue(office, lines(office, 1), HEAD)
  const id = findings[0] ?? ''
  const taskQueue = queue()
  const claimed = await claimToTell(office.worker.pool, 10, 300)
  for (const news of claimed) await tell(temporal, { ...news, label: null }, taskQueue)
  syncerOf(t, office, temporal, { taskQueue })
  const row = (await allTold(office)).find(({ subject_id }) => subject_id === id)
  const version = row?.wanted ?? 0
  t.same(await signalsOf(temporal, 'finding', office.office_id, id), [version, version])
})

t.test('an older view that arrives last is told over', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const temporal = temporalOf(t)
  const { findings } = await issue(office, lines(office, 1), HEAD)
  const id = findings[0] ?? ''
  const taskQueue = queue()
  // A syncer stops dead with its claim, for longer than its lease.
  const [stale] = (await claimToTell(office.worker.pool, 10, 1)).filter(
    (one) => one.subject_id === id,
  )
  if (!stale) throw new Error('nothing was claimed')
  await send(office, office.member(0), id, { name: 'acknowledge' })
  syncerOf(t, office, temporal, { taskQueue })
  await allTold(office)
  await tell(temporal, { ...stale, label: null }, taskQueue)
  await markTold(office.worker.pool, [{ subject_id: id, version: stale.view.version }])
  const row = (await allTold(office)).find(({ subject_id }) => subject_id === id)
  const signals = await signalsOf(temporal, 'finding', office.office_id, id)
  t.equal(signals.at(-1), row?.wanted, 'the newest version is told last')
  t.ok((signals.at(-1) ?? 0) > stale.view.version)
})

t.test('what settled before it was told needs no workflow; a draft is never told', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const temporal = temporalOf(t)
  const { findings } = await issue(office, lines(office, 2), HEAD)
  const [gone = '', kept = ''] = findings
  const leader = office.officer('office.leader')
  const reason = { reason_code: 'false_alarm', grounds: '误报' } as const
  t.equal((await send(office, leader, gone, { name: 'withdraw', ...reason })).status, 200)
  syncerOf(t, office, temporal)
  await allTold(office)
  const look = (id: string) => lookAtWorkflow(temporal, 'finding', office.office_id, id)
  t.equal((await look(gone)).status, 'NOT_FOUND')
  t.same(await signalsOf(temporal, 'finding', office.office_id, kept).then((all) => all.length), 1)
})

t.test('without the server work goes on; when it is back all is told within seconds', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const direct = temporalOf(t)
  const line = await lineTo(t, fromRun('TEST_TEMPORAL_ADDRESS'))
  const { log } = syncerOf(t, office, temporalOf(t, line.address))
  const first = await issue(office, lines(office, 3), HEAD)
  await allTold(office)
  await line.cut()
  const [id = ''] = first.findings
  t.equal((await send(office, office.member(0), id, { name: 'acknowledge' })).status, 200)
  const { findings } = await issue(office, lines(office, 5), HEAD)
  for (const end = Date.now() + 9_000; log.lines.length === 0 && Date.now() < end; ) await sleep(50)
  await sleep(1_000)
  t.ok((await syncRows(office)).some(({ wanted, told }) => wanted > told))
  t.equal(log.lines.length, 1, 'an outage is said once')
  const back = Date.now()
  await line.mend()
  await allTold(office)
  t.ok(Date.now() - back < 5_000, `told ${Date.now() - back} ms after its return`)
  t.equal(log.lines.length, 2)
  for (const told of [id, ...findings]) {
    t.ok((await signalsOf(direct, 'finding', office.office_id, told)).length > 0)
  }
})
