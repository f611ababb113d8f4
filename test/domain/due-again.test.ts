import fc from 'fast-check'
import t from 'tap'
import { CATALOGUE } from '../../src/domain/catalogue.js'
import { READINGS } from '../../src/domain/date-reading.js'
import {
  dueAfterTakedown,
  dueAtIssue,
  dueOfDate,
  dueOnReopen,
  urgentDue,
} from '../../src/domain/due.js'
import { dueMovedBy, dueUnder } from '../../src/domain/due-again.js'
import { dueFromReceipt, dueOfHours } from '../../src/domain/due-of-period.js'
import { dueAfterPause, resumedDue } from '../../src/domain/due-of-request.js'
import { explainDue } from '../../src/domain/explain.js'
import type { Due } from '../../src/domain/finding.js'
import { serviceDate } from '../../src/domain/hours.js'
import {
  agree,
  at,
  closings,
  count,
  dateAt,
  disputed,
  endOf,
  endOfPeriod,
  hour,
  periods,
  resumed,
  rolled,
  start,
  turned,
  type World,
  walk,
  world,
} from '../helpers/domain/walked-days.js'
import { CALENDARS, day, local, rulesWith } from '../helpers/domain/world.js'

/** The calendar by which a due was told, and the one that came later, with the days the office turned in each. */
const versions = fc
  .tuple(start, turned, turned)
  .map(([from, before, after]) => ({ from, was: world(from, before), is: world(from, after) }))

const instantOf = (due: Due) => due.at
const again = ({ is }: { is: World }, due: Due) => instantOf(dueUnder(is.rules, due))
/** By the calendar it came from it is the same, also on the way back from the other one. */
const same = ({ was, is }: { was: World; is: World }, due: Due) =>
  instantOf(dueUnder(was.rules, due)) === due.at &&
  instantOf(dueUnder(was.rules, dueUnder(is.rules, due))) === due.at

agree(
  'a named day is read again as it was meant',
  fc.tuple(versions, fc.constantFrom(...READINGS)),
  ([w, reading]) => {
    const due = dueOfDate(w.was.rules, dateAt(w.from), null, 'notice_date', reading)
    const off = !w.is.works(w.from)
    const last =
      off && reading.day_off === 'bring_forward'
        ? rolled(w.is, w.from, -1)
        : rolled(w.is, w.from, 1) - (reading.inclusive ? 0 : 1)
    return same(w, due) && again(w, due) === endOf(last)
  },
)

const serviceIn = (w: World, from: number, served: number) =>
  w.works(from) && served < 17.5 ? from : walk(w, from, 1)

agree(
  'a period counts again, from the day its service then counts as',
  fc.tuple(versions, hour, periods),
  ([w, served, period]) => {
    const { rules } = w.was
    const served_at = at(w.from, served)
    const { due } = dueAtIssue(rules, {
      own: null,
      deadline: period,
      issued_on: dateAt(w.from),
      served_at,
      service_date: serviceDate(rules.calendar, rules.hours, served_at),
      ...{ indicator_id: 'none', severity: 'deduction', urgent: false, repeats: null },
    })
    return same(w, due) && again(w, due) === endOfPeriod(w.is, period, [w.from, served])
  },
)

agree(
  'so do a report after a take-down, and what was received',
  fc.tuple(versions, hour, count),
  ([w, served, n]) => {
    const { calendar, hours } = w.was.rules
    const served_at = at(w.from, served)
    const service_date = serviceDate(calendar, hours, served_at)
    const report = dueAfterTakedown(w.was.rules, { served_at, service_date })
    const received = dueFromReceipt(w.was.rules, n, dateAt(w.from))
    return (
      again(w, report) === endOf(walk(w.is, serviceIn(w.is, w.from, served), 1)) &&
      again(w, received) === endOf(walk(w.is, w.from, n))
    )
  },
)

agree(
  'a pause is measured again, and what it moved counted again',
  fc.tuple(versions, hour, count, hour, fc.integer({ min: 0, max: 12 })),
  ([w, from, n, until, length]) => {
    const end = w.from + length
    if (length === 0 && until < from) return true
    const first = dueFromReceipt(w.was.rules, n, dateAt(w.from - 5))
    const asked = disputed(at(w.from, from), first)
    const moved = dueAfterPause(w.was.rules, asked, 'dispute', at(end, until))
    if (!moved) return true
    const days = closings(w.is, [w.from, from], [end, until])
    const last = resumed(w.is, walk(w.is, w.from - 5, n), days, end)
    return same(w, moved.due) && again(w, moved.due) === endOf(last)
  },
)

agree(
  'paused hours counted again by another calendar are explained by it, whatever is left of the pause',
  fc.tuple(versions, hour, fc.integer({ min: 1, max: 120 }), hour, fc.integer({ min: 0, max: 6 })),
  ([w, served, hours, until, length]) => {
    const since = { since: 'service', served_at: at(w.from, served), receipt_days: 0 } as const
    const due = dueOfHours(w.was.rules, 'notice_period', hours, since)
    const ended_at = at(w.from + length + 1, until)
    const moved = dueAfterPause(w.was.rules, disputed(since.served_at, due), 'dispute', ended_at)
    const later = dueUnder(w.is.rules, moved?.due ?? due)
    const pause = { since: 'pause', paused_at: since.served_at, ended_at, floor: false } as const
    const unfloored = resumedDue(w.was.rules, { ...pause, due })
    return [later, dueUnder(w.is.rules, unfloored)].every(
      (told) => explainDue(w.is.rules, told, null).agrees,
    )
  },
)

const { usual, changed, provisional } = CALENDARS
const by = (calendar: typeof usual) => rulesWith({}, calendar)
const after = (calendar: typeof usual, n: number, from = '2026-03-02') =>
  dueFromReceipt(by(calendar), n, day(from))

t.test('what was told as certain only becomes later', async (t) => {
  const now = local('2026-03-03 10:00')
  t.match(dueMovedBy(by(changed), after(usual, 10), now), {
    date: '2026-03-17',
    basis: { rule: 'notice_period', from: '2026-03-02', calendar_version: 'c2' },
  })
  t.equal(dueMovedBy(by(usual), after(changed, 10), now), null, 'nor earlier when it is undone')
  t.equal(dueMovedBy(by(changed), after(usual, 1), now), null, 'nor where nothing changes')
})

t.test('a provisional due goes where the announced calendar has it', async (t) => {
  const due = after(provisional, 5, '2026-09-30')
  t.match(due, { date: '2026-10-07', provisional: true })
  const told = dueMovedBy(by(usual), due, local('2026-09-30 10:00'))
  t.match(told, { date: '2026-10-13', provisional: false })
  const stays = dueMovedBy(by(usual), after(provisional, 5), local('2026-03-03 10:00'))
  t.match(
    stays,
    { date: '2026-03-09', provisional: false, basis: { calendar_version: 'c1' } },
    'certain on its own day',
  )
})

t.test('it is brought forward no further than the next working day', async (t) => {
  // The holiday of the year was worked instead: five days are over sooner.
  const worked = new Map([...usual.exceptions, [day('2026-10-01'), { kind: 'workday', name: '' }]])
  const early = {
    ...usual,
    version: 'c4',
    exceptions: new Map(
      [...worked].filter(([date]) => !(date > '2026-10-01' && date < '2026-10-08')),
    ),
  }
  const late = {
    ...provisional,
    exceptions: new Map([[day('2026-10-05'), { kind: 'holiday' as const, name: '' }]]),
  }
  const due = after(late, 5, '2026-09-30')
  t.match(due, { date: '2026-10-08', provisional: true })
  const moved = (now: string) => dueMovedBy(by(early as typeof usual), due, local(now))
  t.match(moved('2026-09-30 10:00'), { date: '2026-10-07', provisional: false })
  t.match(moved('2026-10-07 10:00'), { date: '2026-10-08', provisional: false }, 'kept')
  t.match(moved('2026-10-06 10:00'), { date: '2026-10-07' })
  t.match(moved('2026-10-20 10:00'), { date: '2026-10-08', provisional: false }, 'passed')
  t.equal(moved('2026-10-20 10:00')?.at, due.at)
})

t.test('a mistake is corrected by the facts, however far it brought the due forward', async (t) => {
  const due = after(provisional, 5, '2026-09-30')
  const wrong = {
    ...usual,
    exceptions: new Map([...usual.exceptions].filter(([date]) => !date.startsWith('2026-10-0'))),
  }
  const early = dueMovedBy(
    by({
      ...wrong,
      exceptions: new Map([
        ...wrong.exceptions,
        [day('2026-10-03'), { kind: 'workday' as const, name: '' }],
        [day('2026-10-04'), { kind: 'workday' as const, name: '' }],
      ]),
    }),
    due,
    local('2026-10-05 10:00'),
  )
  t.match(early, { date: '2026-10-06', provisional: false, basis: { rule: 'recalculated' } })
  if (!early) return
  t.match(dueMovedBy(by(usual), early, local('2026-10-05 11:00')), { date: '2026-10-13' })
  t.equal(dueUnder(by(usual), early).basis.rule, 'notice_period')
})

agree(
  'a window of calendar days ends on its day, or rolls on',
  fc.tuple(
    versions,
    fc.constantFrom(...CATALOGUE.filter(({ window }) => window?.unit === 'calendar')),
  ),
  ([w, { id, window }]) => {
    const line = { urgent: false, indicator_id: id, severity: 'deduction' } as const
    const due = dueOnReopen(w.was.rules, at(w.from, 10), line)
    return same(w, due) && again(w, due) === endOf(rolled(w.is, w.from + (window?.days ?? 0), 1))
  },
)

t.test('by its own calendar a due is the very same', async (t) => {
  for (const due of [after(usual, 10), dueOfDate(by(usual), day('2026-03-19'), null, 'kept')]) {
    t.strictSame(dueUnder(by(usual), due), due)
  }
})

t.test('a take-down runs by the hours of any day, whatever the calendar', async (t) => {
  const due = urgentDue(by(usual), local('2026-03-05 10:00'))
  t.strictSame(dueUnder(by(changed), due), due)
  t.equal(dueMovedBy(by(changed), due, local('2026-03-05 10:30')), null)
})
