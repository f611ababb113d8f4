import t from 'tap'
import { v7 } from 'uuid'
import { CHECKS } from '../../src/audit/audit-office.js'
import { readOffice } from '../../src/audit/read-office.js'
import { type ApplyOutcome, applyCalendar } from '../../src/commands/calendars/apply.js'
import { type CalendarOutcome, createCalendar } from '../../src/commands/calendars/create.js'
import { recalculateNext } from '../../src/commands/calendars/recalculate.js'
import { catchUp } from '../../src/commands/catch-up.js'
import { listEvents } from '../../src/db/event.js'
import { findFinding } from '../../src/db/finding.js'
import { statement } from '../../src/db/handle.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { answer, evidenceOf, issue, jump, lineFor, newKey, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const at = (wall: string) =>
  instantOf(new Date(`2022-${wall.replace(' ', 'T')}:00+08:00`).toISOString())
const RESCHEDULED = statement<{ finding_id: string }>(
  `select finding_id from message where kind = 'rescheduled' order by finding_id`,
)

async function version(office: TestOffice, ...days: string[]): Promise<string> {
  let made: CalendarOutcome | undefined
  await createCalendar(
    office.api,
    {
      ...{ principal: office.officer('admin'), key: newKey(), based_on: null, year: null },
      ...{ source: '通知', reason: '台风停工' },
      days: days.map((date) => ({ date: dateOf(date), kind: 'holiday' as const, name: '台风' })),
    },
    (outcome) => {
      made = outcome
      return { status: 201, body: null, etag: null }
    },
  )
  return made?.kind === 'done' ? made.version.head.id : ''
}

async function apply(office: TestOffice, calendar_version: string): Promise<ApplyOutcome> {
  let told: ApplyOutcome | undefined
  await applyCalendar(
    office.api,
    {
      ...{ principal: office.officer('office.leader'), key: newKey(), calendar_version },
      ...{ reason: '台风停工', seen: () => true },
    },
    (outcome) => {
      told = outcome
      return { status: 202, body: null, etag: null }
    },
  )
  if (!told) throw new Error('not answered')
  return told
}

/** Findings of one unit wherever the calendar may find them: open, answered, asked about, overdue, closed. */
async function everywhere(t: Parameters<typeof testOffice>[0]) {
  const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
  const [unit = ''] = office.units
  const head = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-23') }
  const { findings } = await issue(
    office,
    Array.from({ length: 7 }, () => lineFor(unit)),
    head,
  )
  const short = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-13') }
  const late = await issue(office, [lineFor(unit)], short)
  const evidence = [await evidenceOf(office, 0)]
  const [, answered = '', asked = '', disputed = '', gone = '', racing = ''] = findings
  const [reporter, signatory] = [office.member(0), office.member(0, 'unit.signatory')]
  const respond = { name: 'respond', ...answer('2022-09-08', evidence) } as const
  await send(office, reporter, answered, respond)
  await send(office, signatory, asked, {
    ...{ name: 'request_extension', request_id: v7(), new_date: dateOf('2022-09-28') },
    ...{ reason_code: 'procurement', progress: '正在采购' },
  })
  await send(office, signatory, disputed, {
    ...{ name: 'dispute', request_id: v7(), grounds: '并非我单位', evidence },
  })
  await send(office, office.officer('office.reviewer'), gone, {
    ...{ name: 'withdraw', reason_code: 'false_alarm', grounds: '误报' },
  })
  await jump(office, at('09-14 10:00'))
  await catchUp(office.worker, office.office_id, [...findings, ...late.findings])
  return { office, findings, overdue: late.findings[0] ?? '', answered, racing, respond, reporter }
}

t.test(
  'every finding is as its events and the new calendar have it, beside commands and two workers',
  async (t) => {
    const { office, findings, overdue, answered, racing, respond, reporter } = await everywhere(t)
    const told = await apply(office, await version(office, '2022-09-16', '2022-09-23'))
    if (told.kind !== 'started') throw new Error(told.kind)
    const work = async () => {
      while (await recalculateNext(office.worker, told.operation.id)) continue
    }
    const [, , code] = await Promise.all([
      work(),
      work(),
      send(office, reporter, racing, respond).then((sent) => sent.code),
    ])
    t.equal(code, null, 'the unit was answered meanwhile')
    await work()
    const { pool, hash } = office.worker
    const record = await readOffice({ database: pool, look: null, hash }, office.office_id)
    // Nobody asked Temporal here: everything else is compared.
    const { checkWorkflow: _apart, ...checks } = CHECKS
    for (const { one, around } of record.cases) {
      const found = Object.values(checks).flatMap((check) => check(one, around))
      t.strictSame(found, [], `${one.stored.finding.number}`)
    }
    t.equal(record.cases.length, 8)
    for (const id of [...findings, overdue]) {
      const events = await listEvents(pool, id)
      const times = events.filter(({ type }) => type === 'recalculated').length
      t.ok(times <= 1, 'once')
    }
    t.match((await findFinding(pool, findings[0] ?? ''))?.finding.due, { date: '2022-09-26' })
    t.match((await findFinding(pool, answered))?.finding.due, { date: '2022-09-26' })
    // A due that has passed on a day that was worked stays; what comes after it goes by the new days.
    t.match((await findFinding(pool, overdue))?.finding, { due: { date: '2022-09-13' }, rung: 1 })
    const said = (await pool.run(RESCHEDULED())).map(({ finding_id }) => finding_id)
    t.notOk(said.includes(answered), 'whose turn it is not is told nothing')
    t.ok(said.includes(findings[0] ?? ''))
  },
)

t.test('of two leaders at once one applies, and what is under way goes first', async (t) => {
  const { office } = await everywhere(t)
  const [one, other] = [await version(office, '2022-09-16'), await version(office, '2022-09-19')]
  const told = await Promise.all([apply(office, one), apply(office, other)])
  t.strictSame(told.map(({ kind }) => kind).toSorted(), ['running', 'started'])
  const started = told.find((outcome) => outcome.kind === 'started')
  if (started?.kind !== 'started') throw new Error('none started')
  while (await recalculateNext(office.worker, started.operation.id)) continue
  const third = await version(office, '2022-09-20')
  t.equal((await apply(office, third)).kind, 'started', 'and then the next')
})
