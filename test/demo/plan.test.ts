import fc from 'fast-check'
import t from 'tap'
import { castOf } from '../../src/demo/cast.js'
import { daysOf } from '../../src/demo/days.js'
import { type Act, planStory } from '../../src/demo/plan.js'
import { addWorkingDays, isWorkingDay } from '../../src/domain/calendar.js'
import { dateOf } from '../../src/domain/instant.js'
import { localDateOf } from '../../src/domain/zone.js'
import { issueDayOf } from '../../src/example/issue-day.js'
import { deadlineOf, isDispatched, type Ledger, unitNames } from '../../src/example/ledger.js'
import { EXAMPLE, ledgerOf, RULES } from '../helpers/seeds.js'

const { calendar } = RULES

function storyOf(ledger: Ledger): Act[] {
  const issue = issueDayOf(ledger, calendar)
  const deadline = deadlineOf(ledger) ?? addWorkingDays(calendar, issue, 10)
  return planStory(castOf(ledger), daysOf(RULES, issue, deadline), calendar)
}

const numbersOf = (acts: readonly Act[], ...scenes: readonly string[]) =>
  acts.flatMap((act) => (scenes.includes(act.scene) && 'numbers' in act ? act.numbers : []))

t.test('a ledger without a date is issued fifteen working days before its deadline', async (t) => {
  t.equal(issueDayOf(ledgerOf(1), calendar), '2022-09-08')
  t.equal(issueDayOf(EXAMPLE, calendar), '2025-09-08')
  const late = { ...ledgerOf(1), issueDate: dateOf('2022-10-20') }
  t.equal(issueDayOf(late, calendar), '2022-09-08', 'a date after the deadline is none')
  const onDayOff = { ...ledgerOf(1), issueDate: dateOf('2022-09-10') }
  t.equal(issueDayOf(onDayOff, calendar), '2022-09-09', 'nobody issues on a holiday')
})

t.test(
  'the holiday lies between the due day and the first reminder that it is overdue',
  async (t) => {
    const days = daysOf(RULES, dateOf('2022-09-08'), dateOf('2022-09-30'))
    t.equal(days.due, '2022-09-30')
    t.same(days.rungs, ['2022-10-08', '2022-10-10', '2022-10-12', '2022-10-19', '2022-10-26'])
  },
)

t.test('a relapse is seen the day its look-back opens, if it can be mended in time', async (t) => {
  const { first, relapse } = daysOf(RULES, dateOf('2025-09-08'), dateOf('2025-09-30'))
  t.equal(first[2], '2025-09-19', 'closed; seventeen days later it is a holiday')
  t.same(relapse, { seen: '2025-10-09', again: ['2025-10-10', '2025-10-11', '2025-10-13'] })
  const hasty = daysOf(RULES, dateOf('2025-10-20'), dateOf('2025-10-21'))
  t.equal(hasty.relapse, null)
  t.same(
    [...castOf(EXAMPLE).fates].filter(([, fate]) => fate === 'relapsed').map(([number]) => number),
    [7],
  )
  const plain = { ...EXAMPLE, findings: EXAMPLE.findings.filter(({ n }) => n !== 7) }
  t.same(numbersOf(storyOf(plain), 'reopen'), [], 'nobody relapses where nothing is fortnightly')
})

t.test('the example has a part for everything the story tells', async (t) => {
  const { fates, laggard, behind } = castOf(EXAMPLE)
  t.equal(laggard, '澄湖区')
  t.equal(behind.length, 2)
  const lines = EXAMPLE.findings.filter((line) => line.unit === laggard)
  t.equal(lines.length, 6, 'six findings become one slip')
  for (const line of lines) t.match(fates.get(line.n) ?? '', /pressed|silent/)
  const all = new Set(fates.values())
  t.equal(all.size, 17, [...all].join())
})

t.test('every dispatched finding has one fate, and a collective one has none', async (t) => {
  const { fates } = castOf(EXAMPLE)
  t.same(
    [...fates.keys()].toSorted((a, b) => a - b),
    EXAMPLE.findings.filter(isDispatched).map((line) => line.n),
  )
})

t.test('the story of any ledger', async (t) => {
  const ledgers = fc
    .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 })
    .map((counts) => ledgerOf(...counts))
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const acts = storyOf(ledger)
      for (const [index, act] of acts.entries()) {
        const before = acts[index - 1]
        if (before && before.at > act.at) throw new Error('out of order')
        const day = localDateOf(calendar.zone, act.at)
        if (!isWorkingDay(calendar, day)) throw new Error(`${act.scene} on a day off`)
      }
      const answered = numbersOf(acts, 'answer', 'cheat', 'enter_paper', 'promise')
      for (const number of numbersOf(acts, 'accept', 'return', 'plan')) {
        if (!answered.includes(number)) throw new Error('judged what nobody answered')
      }
      const accepted = numbersOf(acts, 'accept')
      for (const number of numbersOf(acts, 'close')) {
        if (!accepted.includes(number)) throw new Error('closed what nobody accepted')
      }
      const closed = numbersOf(acts, 'close', 'close_unreported')
      const reopened = numbersOf(acts, 'reopen')
      for (const number of new Set(closed)) {
        const times = (all: readonly number[]) => all.filter((one) => one === number).length
        if (times(closed) > 1 + times(reopened)) throw new Error('closed twice')
      }
      for (const number of reopened) {
        if (!closed.includes(number)) throw new Error('listed anew what nobody closed')
      }
      if (acts.at(-1)?.scene !== 'end') throw new Error('something happens after the end')
    }),
    { numRuns: 200 },
  )
  t.pass('200 ledgers')
})

t.test('a single unit is the laggard of its own story', async (t) => {
  const acts = storyOf(ledgerOf(1))
  t.same(numbersOf(acts, 'answer'), [])
  t.ok(acts.some((act) => act.scene === 'slip'))
  t.equal(castOf(ledgerOf(3)).laggard, unitNames(ledgerOf(3))[0])
})
