import fc from 'fast-check'
import { READINGS, USUAL_READING } from '../../src/domain/date-reading.js'
import {
  dueAfterReturn,
  dueAfterTakedown,
  dueAtIssue,
  dueOfDate,
  lateBy,
} from '../../src/domain/due.js'
import { dueFromReceipt } from '../../src/domain/due-of-period.js'
import { dueAfterPause, dueAfterRefusal } from '../../src/domain/due-of-request.js'
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
  type World,
  walk,
  worlds,
} from '../helpers/domain/walked-days.js'
import { rulesWith } from '../helpers/domain/world.js'

agree('from receipt, and the report after a take-down', fc.tuple(worlds, count), ([w, n]) => {
  const receipt = dueFromReceipt(w.rules, n, dateAt(w.from))
  const report = dueAfterTakedown(w.rules, {
    served_at: at(w.from, 9),
    service_date: dateAt(w.from),
  })
  return receipt.at === endOf(walk(w, w.from, n)) && report.at === endOf(walk(w, w.from, 1))
})

agree(
  'a return: its window, or the due there is where that is later',
  fc.tuple(worlds, count, hour, fc.integer({ min: -20, max: 20 })),
  ([w, days, at_hour, offset]) => {
    const rules = rulesWith({ return_window: { substantive: days, formal: 1 } })
    const current = dueOfDate(w.rules, dateAt(w.from + offset), null, 'notice_date')
    const standing = rolled(w, w.from + offset, 1)
    const due = dueAfterReturn(
      { ...rules, calendar: w.rules.calendar },
      at(w.from, at_hour),
      'substantive',
      current,
    )
    return due.at === endOf(Math.max(standing, walk(w, w.from, days)))
  },
)

agree(
  'a named day as each reading means it',
  fc.tuple(worlds, fc.constantFrom(...READINGS)),
  ([w, reading]) => {
    const off = !w.works(w.from)
    const forward = off && reading.day_off === 'bring_forward'
    const last = forward
      ? rolled(w, w.from, -1)
      : rolled(w, w.from, 1) - (reading.inclusive ? 0 : 1)
    return dueOfDate(w.rules, dateAt(w.from), null, 'notice_date', reading).at === endOf(last)
  },
)

agree(
  'working days late',
  fc.tuple(worlds, fc.integer({ min: -3, max: 40 }), hour),
  ([w, offset, at_hour]) => {
    const due = dueOfDate(w.rules, dateAt(w.from), null, 'notice_date')
    const last = rolled(w, w.from, 1)
    const answered = last + offset
    let late = 0
    for (let index = last + 1; index <= answered; index++) if (w.works(index)) late += 1
    return lateBy(w.rules, due, at(answered, at_hour)) === (answered > last ? Math.max(1, late) : 0)
  },
)

agree(
  'at issue: the earliest of what was set, else ten working days, or fewer of what is repeated',
  fc.record({
    w: worlds,
    served: hour,
    own: fc.option(fc.integer({ min: 1, max: 40 })),
    date: fc.option(fc.integer({ min: 1, max: 40 })),
    period: fc.option(periods),
    urgent: fc.boolean(),
    reported: fc.boolean(),
    problem: fc.option(fc.integer({ min: 1, max: 20 })),
    kind: fc.option(fc.integer({ min: 1, max: 20 })),
    repeats: fc.record({ problem: fc.boolean(), kind: fc.boolean() }),
  }),
  ({ w, served, own, date, period, urgent, reported, problem, kind, repeats }) => {
    const inTime = w.works(w.from) && served < 17.5
    const service = inTime ? w.from : walk(w, w.from, 1)
    const named = (offset: number) => ({ date: dateAt(w.from + offset), time: null })
    const fixed =
      date === null ? null : { kind: 'date' as const, ...named(date), words: '', ...USUAL_READING }
    const { calendar, hours, policy } = w.rules
    const service_date = serviceDate(calendar, hours, at(w.from, served))
    const rules = { ...w.rules, policy: { ...policy, repeat_windows: { problem, kind } } }
    const ids = (is: boolean) => (is ? ['earlier'] : [])
    const { due } = dueAtIssue(rules, {
      own: own === null ? null : named(own),
      deadline: fixed ?? period,
      ...{
        issued_on: dateAt(w.from),
        served_at: at(w.from, served),
        service_date,
      },
      ...{ indicator_id: 'none', severity: 'deduction', urgent, public_report: reported },
      repeats: { problem: ids(repeats.problem), kind: ids(repeats.kind) },
    })
    const shortened = [repeats.problem && problem, repeats.kind && kind].map((days) => days || 10)
    const window = (days: number) => endOf(walk(w, service, Math.min(days, ...shortened)))
    const set = [
      ...(own === null ? [] : [endOf(rolled(w, w.from + own, 1))]),
      ...(date === null ? [] : [endOf(rolled(w, w.from + date, 1))]),
      ...(date === null && period ? [endOfPeriod(w, period, [w.from, served])] : []),
      ...(urgent ? [at(w.from, served + 2)] : []),
      ...(reported ? [window(3)] : []),
    ]
    return due.at === (set.toSorted()[0] ?? window(10))
  },
)

const HOURS = fc.tuple(hour, fc.integer({ min: 0, max: 12 }), hour)

agree(
  'a pause moves the due by the closings in it, at least to the next working day',
  fc.tuple(worlds, HOURS, fc.integer({ min: -10, max: 30 })),
  ([w, [from, length, until], ahead]) => {
    const end = w.from + length
    if (length === 0 && until < from) return true
    const due = dueOfDate(w.rules, dateAt(w.from + ahead), null, 'notice_date')
    const last = rolled(w, w.from + ahead, 1)
    const days = closings(w, [w.from, from], [end, until])
    const moved = dueAfterPause(w.rules, disputed(at(w.from, from), due), 'dispute', at(end, until))
    const late = days === 0 ? due.at : endOf(walk(w, last, days))
    const wanted = endOf(resumed(w, last, days, end))
    if (moved === null) return wanted === due.at
    return moved.due.at === wanted && moved.late_from?.at === late
  },
)

agree(
  'a refused extension leaves the next working day, or what there was',
  fc.tuple(worlds, hour, fc.integer({ min: -10, max: 30 })),
  ([w, decided, ahead]) => {
    const due = dueOfDate(w.rules, dateAt(w.from + ahead), null, 'notice_date')
    const last = rolled(w, w.from + ahead, 1)
    const left = dueAfterRefusal(w.rules, at(w.from, decided), due)
    const wanted = Math.max(last, walk(w, w.from, 1))
    return left === null ? wanted === last : left.at === endOf(wanted)
  },
)

type Turn = readonly ['return' | 'pause' | 'refused' | 'granted', gap: number, length: number]
const turns = fc.array(
  fc.tuple(
    fc.constantFrom('return', 'pause', 'refused', 'granted'),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
  ),
  { minLength: 2, maxLength: 6 },
) as fc.Arbitrary<Turn[]>

/** What one turn of a life makes of a due that ends with a day: by the rules, and by walking the days. */
function turnOn(w: World, due: Due, last: number, today: number, [kind, , length]: Turn) {
  const noon = at(today, 12)
  if (kind === 'return') {
    const back = dueAfterReturn(w.rules, noon, 'substantive', due)
    return { due: back, last: Math.max(last, walk(w, today, 1)), today }
  }
  if (kind === 'pause') {
    const end = today + length
    const moved = dueAfterPause(w.rules, disputed(noon, due), 'dispute', at(end, 12))
    const days = closings(w, [today, 12], [end, 12])
    return { due: moved?.due ?? due, last: resumed(w, last, days, end), today: end }
  }
  if (kind === 'refused') {
    const left = dueAfterRefusal(w.rules, noon, due)
    return { due: left ?? due, last: Math.max(last, walk(w, today, 1)), today }
  }
  const day = rolled(w, Math.max(last, today) + length, 1)
  return { due: dueOfDate(w.rules, dateAt(day), null, 'extension_granted'), last: day, today }
}

agree(
  'returns, pauses and extensions one after another',
  fc.tuple(worlds, turns),
  ([w, following]) => {
    let due = dueFromReceipt(w.rules, 10, dateAt(w.from))
    let [last, today] = [walk(w, w.from, 10), w.from]
    return following.every((turn) => {
      const next = turnOn(w, due, last, today + turn[1], turn)
      due = next.due
      last = next.last
      today = next.today
      return due.at === endOf(last)
    })
  },
)
