import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { cancelOperation } from '../../src/commands/operations.js'
import { startAdvance } from '../../src/commands/rehearsal/advance.js'
import { statement } from '../../src/db/handle.js'
import { findOffice } from '../../src/db/office.js'
import type { Operation } from '../../src/db/operation.js'
import { dateOf, type Instant, instantOf } from '../../src/domain/instant.js'
import { lookAtWorkflow } from '../../src/engine/look.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { runOffice, until } from './support.js'

const at = (wall: string): Instant =>
  instantOf(new Date(`2022-${wall.replace(' ', 'T')}:00+08:00`).toISOString())
const ISSUED = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-14') }

const EVENTS = statement<{ type: string; at: string; effective_at: string }>(
  `select type, at, effective_at from finding_event where actor_role = 'system' order by effective_at, finding_id`,
)
const STOPS = statement<{ kind: string; at: string; taken_at: string }>(
  `select kind, at, taken_at from milestone where outcome = 'taken' and finding_id is null order by at`,
)

t.test('advancing visits every stop, and everything is done and said there', async (t) => {
  const office = await testOffice(t, { units: 2, clock: at('09-08 10:00') })
  const run = await runOffice(t, office)
  const [a = '', b = ''] = office.units
  const { findings } = await issue(office, [lineFor(a), lineFor(a), lineFor(b)], ISSUED)
  const first = await run.advance({ to: 'next' })
  t.match(first, { status: 'done', result: { now: at('09-08 10:05'), stops: 1 } })
  t.equal((await run.mails()).length, 4, 'gathered five minutes later')
  const second = await run.advance({ days: 7 })
  t.match(second.result, { from: at('09-08 10:05'), to: at('09-15 10:05'), now: at('09-15 10:05') })
  const acts = await office.owner.run(EVENTS())
  t.same(
    [...new Set(acts.map(({ type, effective_at }) => `${type} ${effective_at}`))],
    [
      `reminded ${at('09-13 07:30')}`,
      `receipt_deemed ${at('09-14 00:00')}`,
      `reminded ${at('09-14 07:30')}`,
      `fell_due ${at('09-15 00:00')}`,
      `climbed ${at('09-15 07:30')}`,
    ],
  )
  t.same(
    acts.filter((act) => act.at !== act.effective_at),
    [],
    'each at its very instant',
  )
  const opened = (await office.owner.run(STOPS())).filter(({ kind }) => kind === 'open_day')
  t.same(
    opened.map((stop) => stop.at),
    ['09-09', '09-13', '09-14', '09-15'].map((day) => at(`${day} 09:00`)),
  )
  t.same(
    opened.filter((stop) => stop.at !== stop.taken_at),
    [],
  )
  const said = (await run.mails()).map(({ date }) => date)
  t.same(
    said.filter((date) => date > at('09-10 00:00') && date < at('09-13 09:00')),
    [],
    'holidays',
  )
  t.same(run.alarms, [])
  for (const id of findings) {
    const { status, waiting } = await lookAtWorkflow(run.temporal, 'finding', office.office_id, id)
    t.equal(status, 'RUNNING')
    t.match(waiting, { state: 'rectifying', next: { kind: 'climb', step: 2 } })
  }
})

t.test('an advance outlives the worker that began it', async (t) => {
  const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
  await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  const first = await runOffice(t, office)
  const advancing = first.advance({ to: at('09-20 12:00') })
  await until(async () => {
    const now = (await findOffice(office.worker.pool, office.office_id))?.now ?? ''
    return now > at('09-13 00:00') ? now : null
  })
  await first.stop()
  const half = await findOffice(office.worker.pool, office.office_id)
  t.ok((half?.now ?? '') < at('09-20 12:00'), `stopped at ${half?.now}`)
  await runOffice(t, office, { taskQueue: first.taskQueue })
  t.match(await advancing, {
    status: 'done',
    result: { now: at('09-20 12:00'), from: at('09-08 10:00') },
  })
  const opened = (await office.owner.run(STOPS())).filter(({ kind }) => kind === 'open_day')
  t.same(
    opened.map((stop) => stop.at),
    ['09-09', '09-13', '09-14', '09-15', '09-16', '09-19', '09-20'].map((day) =>
      at(`${day} 09:00`),
    ),
    'no opening was left out',
  )
})

t.test(
  'one at a time, only forward, only in a rehearsal; cancelled it stays where it is',
  async (t) => {
    const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
    const principal = office.officer('admin')
    const start = async (target: Parameters<typeof startAdvance>[1]['target'], of = office) => {
      const request = { principal: of.officer('admin'), key: newKey(), target }
      const answer = await startAdvance(of.api, request, (outcome) => ({
        status: outcome.kind === 'started' ? 202 : 409,
        body: outcome,
        etag: null,
      }))
      return answer.body as { kind: string; code?: string; operation?: Operation }
    }
    t.match(await start({ to: at('09-08 09:59') }), { kind: 'refused', code: 'ONLY_FORWARD' })
    const started = await start({ days: 400 })
    t.equal(started.kind, 'started')
    t.match(await start({ to: 'next' }), { kind: 'refused', code: 'ALREADY_RUNNING' })
    const real = await testOffice(t, { units: 1 })
    t.match(await start({ days: 1 }, real), { kind: 'refused', code: 'NOT_A_REHEARSAL' })

    const run = await runOffice(t, office)
    await until(async () => {
      const now = (await findOffice(office.worker.pool, office.office_id))?.now ?? ''
      return now > at('09-13 00:00') ? now : null
    })
    const id = started.operation?.id ?? ''
    const cancel = (of: string) =>
      cancelOperation(office.api, { principal, key: newKey(), id: of }, ({ status }) => ({
        status: 200,
        body: status,
        etag: null,
      }))
    t.equal((await cancel(id)).body, 'cancelled')
    run.wake()
    await until(async () => {
      const { status } = await lookAtWorkflow(
        run.temporal,
        'office',
        office.office_id,
        office.office_id,
      )
      return status === 'RUNNING' ? status : null
    })
    const stood = (await findOffice(office.worker.pool, office.office_id))?.now
    await sleep(1_500)
    t.equal((await findOffice(office.worker.pool, office.office_id))?.now, stood)
    t.ok((stood ?? '') < at('10-31 00:00'))
    await t.rejects(cancel(office.office_id), { code: 'NOT_FOUND' })
  },
)
