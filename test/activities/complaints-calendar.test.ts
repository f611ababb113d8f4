import t from 'tap'
import { applyCalendar } from '../../src/commands/calendars/apply.js'
import { createCalendar } from '../../src/commands/calendars/create.js'
import { preview } from '../../src/commands/calendars/preview.js'
import { listEvents } from '../../src/db/event.js'
import { findFinding } from '../../src/db/finding.js'
import { findOperation, type Operation } from '../../src/db/operation.js'
import { dateOf, instantOf, plusDays } from '../../src/domain/instant.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { runOffice, until } from './support.js'

const wall = (text: string) =>
  instantOf(new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString())

/** Findings whose deadlines are switched on by an announcement; as many as the complaint has: `OLD_FINDINGS=10000`. */
const OLD = Number(process.env['OLD_FINDINGS'] ?? 12)
const UNITS = Math.max(2, OLD / 100)
/** For one move of the clock, and for applying the calendar; milliseconds. */
const PATIENCE = 60_000 + OLD * 540

t.setTimeout(10 * PATIENCE)

/** 2027 as it might be announced: New Year off until Sunday the 3rd, made up on Sunday the 10th. */
const YEAR_2027 = Array.from({ length: 365 }, (_, index) => {
  const date = plusDays(dateOf('2027-01-01'), index)
  const weekend = new Date(date).getUTCDay() % 6 === 0
  if (date === '2027-01-10') return { date, works: true, name: '元旦调休' }
  if (date <= '2027-01-04') return { date, works: false, name: '元旦' }
  return { date, works: !weekend, name: null }
})

async function announce(office: TestOffice): Promise<string> {
  const { body } = await createCalendar(
    office.api,
    {
      ...{ principal: office.officer('admin'), key: newKey(), based_on: null, days: [] },
      ...{ source: '国办发明电', reason: '放假安排公布' },
      year: { year: 2027, days: YEAR_2027 },
    },
    (outcome) => ({ status: 201, body: outcome, etag: null }),
  )
  return (body as { version: { head: { id: string } } }).version.head.id
}

async function applied(office: TestOffice, calendar_version: string): Promise<string> {
  const { body } = await applyCalendar(
    office.api,
    {
      ...{ principal: office.officer('office.leader'), key: newKey(), calendar_version },
      ...{ reason: '2027年放假安排公布', seen: () => true },
    },
    (outcome) => ({ status: 202, body: outcome, etag: null }),
  )
  return (body as { operation: Operation }).operation.id
}

t.test(
  '1 and 11: next year’s calendar comes late: nothing escalates and nobody is written to until a person confirms what the preview shows',
  async (t) => {
    const office = await testOffice(t, {
      units: UNITS,
      clock: wall('2026-12-28 10:00'),
      policy: { spread_minutes: 0 },
    })
    const run = await runOffice(t, office, { patience: PATIENCE })
    const lines = office.units.flatMap((unit) =>
      Array.from({ length: OLD / UNITS }, () => lineFor(unit)),
    )
    const head = { issued_on: dateOf('2026-12-28'), due: dateOf('2027-01-04') }
    const { findings } = await issue(office, lines, head)
    const [id = ''] = findings
    const stored = async () => (await findFinding(office.worker.pool, id))?.finding
    t.match((await stored())?.due, { date: '2027-01-04', provisional: true })

    // It falls due and nothing escalates on it, however long nobody announces anything.
    await run.advance({ to: wall('2027-01-08 18:00') })
    t.match(await stored(), { rung: 0 })
    const before = (await run.mails()).length

    const version = await announce(office)
    const shown = await preview(office.api, office.officer('office.leader'), {
      calendar_version: version,
    })
    t.equal(shown.findings.length, OLD)
    t.match(shown.findings[0]?.due, {
      from: { date: '2027-01-04', provisional: true },
      to: { date: '2027-01-05', provisional: false },
    })
    await run.advance({ to: wall('2027-01-08 19:00') })
    t.match(await stored(), { due: { date: '2027-01-04' } }, 'nothing has moved')
    t.equal((await run.mails()).length, before, 'and nothing was said')

    const operation = await applied(office, version)
    run.wake()
    await until(async () => {
      const job = await findOperation(office.worker.pool, operation)
      return job?.status === 'done' ? job : null
    }, PATIENCE)
    t.match(await stored(), { due: shown.findings[0]?.due?.to, rung: 0 })
    // Saturday off, Sunday made up: on that day the office opens, says so once per unit, and the ladder begins.
    await run.advance({ to: wall('2027-01-10 10:00') })
    const mails = (await run.mails()).slice(before)
    const toUnit = mails.filter(({ to }) => to === 'unit1@example.com')
    t.equal(toUnit.length, 1, 'one mail')
    t.match(toUnit[0]?.text, '整改时限调整')
    t.match(toUnit[0]?.text, '2027年放假安排公布')
    t.equal(toUnit[0]?.date, wall('2027-01-10 09:00'))
    await run.advance({ to: wall('2027-01-11 10:00') })
    const events = await listEvents(office.worker.pool, id)
    t.strictSame(
      events.flatMap((event) =>
        event.type === 'climbed' ? [[event.data.rung, event.effective_at]] : [],
      ),
      // What would have been on days that are past is not made up.
      [[3, wall('2027-01-11 07:30')]],
    )
  },
)
