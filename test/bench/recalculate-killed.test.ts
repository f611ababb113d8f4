import { execFile } from 'node:child_process'
import t from 'tap'
import { armed, type Failpoint } from '../../bench/harness/failpoints.js'
import { type ApplyOutcome, applyCalendar } from '../../src/commands/calendars/apply.js'
import { createCalendar } from '../../src/commands/calendars/create.js'
import { statement } from '../../src/db/handle.js'
import { findOperation } from '../../src/db/operation.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

/** Two and a half pages. */
const FINDINGS = 125
const DUES = statement<{ due_date: string; events: number; messages: number; count: number }>(
  `select f.due_date::text as due_date, e.events, m.messages, count(*)::integer as count from finding f
   cross join lateral (select count(*)::integer as events from finding_event
     where finding_id = f.id and type = 'recalculated') e
   cross join lateral (select count(*)::integer as messages from message
     where finding_id = f.id and kind = 'rescheduled') m
   group by 1, 2, 3 order by 1, 2, 3`,
)

async function applied(office: TestOffice): Promise<string> {
  let version = ''
  await createCalendar(
    office.api,
    {
      ...{ principal: office.officer('admin'), key: newKey(), based_on: null, year: null },
      ...{ source: '通知', reason: '台风停工' },
      days: [{ date: dateOf('2022-09-23'), kind: 'holiday', name: '台风' }],
    },
    (outcome) => {
      if (outcome.kind === 'done') version = outcome.version.head.id
      return { status: 201, body: null, etag: null }
    },
  )
  let told: ApplyOutcome | undefined
  await applyCalendar(
    office.api,
    {
      ...{ principal: office.officer('office.leader'), key: newKey(), calendar_version: version },
      ...{ reason: '台风停工', seen: () => true },
    },
    (outcome) => {
      told = outcome
      return { status: 202, body: null, etag: null }
    },
  )
  if (told?.kind !== 'started') throw new Error(told?.kind)
  return told.operation.id
}

t.test(
  'a worker dies just before a page and just after one, and nothing is missed or done twice',
  async (t) => {
    const office = await testOffice(t, { units: 2, clock: instantOf('2022-09-08T02:00:00.000Z') })
    const lines = Array.from({ length: FINDINGS }, (_, index) =>
      lineFor(office.units[index % 2] ?? ''),
    )
    await issue(office, lines, { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-23') })
    const operation = await applied(office)
    const dues = () => office.owner.run(DUES())
    const work = (env: Record<string, string>) =>
      new Promise<string | null>((done) => {
        const args = [...programOf('test/bench/recalculates.ts'), office.url, operation]
        const given = { env: { ...process.env, NODE_OPTIONS: '', ...env } }
        const child = execFile(process.execPath, args, given, () => done(child.signalCode))
      })
    const dies = async (failpoint: Failpoint) =>
      t.equal(await work(armed(failpoint, 1)), 'SIGKILL', failpoint)
    const [before, after] = [
      { due_date: '2022-09-23', events: 0, messages: 0 },
      { due_date: '2022-09-26', events: 1, messages: 1 },
    ]

    await dies('in-catch-up')
    t.strictSame(await dues(), [{ ...before, count: FINDINGS }], 'the page is undone')
    await dies('after-page')
    t.strictSame(await dues(), [
      { ...before, count: FINDINGS - 50 },
      { ...after, count: 50 },
    ])
    t.equal(await work({}), null)
    t.strictSame(await dues(), [{ ...after, count: FINDINGS }])
    t.match(await findOperation(office.worker.pool, operation), {
      ...{ status: 'done', result: { looked_at: FINDINGS, moved: FINDINGS } },
    })
    t.equal(await work({}), null, 'sent again late it does nothing')
    t.strictSame(await dues(), [{ ...after, count: FINDINGS }])
  },
)
