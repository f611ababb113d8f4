import t from 'tap'
import { chinaCalendar } from '../../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../../src/domain/hours.js'
import { dateOf, timeOf } from '../../../src/domain/instant.js'
import { readDue } from '../../../src/domain/phrases/read-due.js'

const RULES = { calendar: chinaCalendar('china', 'Asia/Shanghai'), hours: DEFAULT_HOURS }

const moment = (text: string | undefined) => {
  if (!text) return null
  const [date = '', time] = text.split('T')
  return { date: dateOf(date), time: time ? timeOf(time) : null }
}
const due = (phrase: string, received?: string, issued?: string) =>
  readDue(RULES, phrase, { received: moment(received), issued: moment(issued) })

t.test('the table of working days', async (t) => {
  const table = [
    ['2022-09-08', 5, '2022-09-16'],
    ['2022-09-28', 5, '2022-10-10'],
    ['2022-09-30', 1, '2022-10-08'],
    ['2022-09-30', 3, '2022-10-10'],
    ['2022-09-30', 5, '2022-10-12'],
    ['2022-09-05', 20, '2022-10-09'],
    ['2023-01-19', 3, '2023-01-29'],
    ['2024-09-26', 5, '2024-10-09'],
    ['2025-01-24', 10, '2025-02-13'],
    ['2026-02-13', 3, '2026-02-25'],
  ] as const
  for (const [start, n, end] of table) {
    const why = `${start} + ${n}`
    const received = due(`收到之日起${n}个工作日内`, start)
    t.strictSame([received.due_date, received.asks], [end, []], why)
    t.match(due(`印发之日起${n}个工作日内`, undefined, start), { due_date: end }, why)
    t.match(due(`超过${n}个工作日未回复`, start), { due_date: end }, why)
  }
})

/** Phrase, receipt, issue, the last day in time; all that is known of the usual notice of 5 September 2022. */
const LAST_DAYS: readonly (readonly [string, string])[] = [
  ['超过14天未更新', '2022-09-19'],
  ['前2周内无更新', '2022-09-19'],
  ['超过(含)14天未更新', '2022-09-18'],
  ['超过6个月', '2023-03-05'],
  ['超过1年', '2023-09-05'],
  ['超过半年', '2023-03-05'],
  ['9月30日前', '2022-09-30'],
  ['9月30日(不含)前', '2022-09-29'],
  ['9月2日前', '2023-09-04'],
  ['10月底前', '2022-10-31'],
  ['8月底前', '2023-08-31'],
  ['下周五', '2022-09-16'],
  ['本月底', '2022-09-30'],
  ['下月底', '2022-10-31'],
  ['本季度末前', '2022-09-30'],
  ['年底前', '2023-01-03'],
  ['每季度末25日前', '2022-09-26'],
  ['每季度首月10日前', '2022-10-10'],
  ['每月5日前', '2022-09-05'],
  ['每月4日前', '2022-10-08'],
  ['每周一前', '2022-09-05'],
  ['每年3月1日前', '2023-03-01'],
  ['今年10月1日前', '2022-10-08'],
  ['明年3月底前', '2023-03-31'],
  ['25日前', '2022-09-26'],
  ['4日前', '2022-10-08'],
  ['周五前', '2022-09-09'],
  ['次日前', '2022-09-06'],
  ['半个月内', '2022-09-20'],
  ['1个月内', '2022-10-08'],
  ['30日内', '2022-10-08'],
]
for (const [phrase, last] of LAST_DAYS) {
  t.test(`${phrase}: ${last}`, async (t) => {
    const { due_date, asks } = due(phrase, '2022-09-05', '2022-09-05')
    t.strictSame([due_date, asks], [last, []], phrase)
  })
}

t.test('an end is exclusive: 24:00 of the last day, or the time named', async (t) => {
  const at = (phrase: string) => due(phrase, '2022-09-05', '2022-09-05').due_at
  t.equal(at('5个工作日内'), '2022-09-13T16:00:00.000Z')
  t.equal(at('9月30日前'), '2022-09-30T16:00:00.000Z')
  t.equal(at('9月30日12:00前'), '2022-09-30T04:00:00.000Z')
  t.equal(at('9月30日下班前'), '2022-09-30T09:30:00.000Z')
  t.equal(at('10月1日下班前'), '2022-10-08T09:30:00.000Z', 'the closing of the day it rolled to')
  t.equal(at('9月30日(不含)12:00前'), '2022-09-30T04:00:00.000Z', 'a time is its own end')
})

t.test('hours run through the night from a time, and ask for one', async (t) => {
  t.match(due('24小时内', '2022-09-30T16:30'), {
    due_date: '2022-10-01',
    due_at: '2022-10-01T08:30:00.000Z',
  })
  t.match(due('8小时内', '2022-09-30T16:00'), { due_date: '2022-09-30' }, 'midnight is 24:00')
  t.match(due('24小时内', '2022-09-30'), { due_at: null, asks: ['time'] })
})

t.test(
  'service outside working hours counts as the next working day, receipt as its day',
  async (t) => {
    t.match(due('1个工作日内', '2022-09-30T17:30'), { from: '2022-10-08', due_date: '2022-10-09' })
    t.match(due('1个工作日内', '2022-09-30T17:29'), { from: '2022-09-30', due_date: '2022-10-08' })
    t.match(due('1个工作日内', '2022-10-01'), { from: '2022-10-08', due_date: '2022-10-09' })
    t.match(due('收到之日起1个工作日内', '2022-10-01'), { due_date: '2022-10-08' })
  },
)

t.test('months end with the month', async (t) => {
  t.match(due('超过6个月', '2022-08-31'), { due_date: '2023-02-28' })
  t.match(due('超过6个月', '2023-08-31'), { due_date: '2024-02-29' })
  t.match(due('每月31日前', undefined, '2024-02-10'), { due_date: '2024-02-29' })
})

t.test('what was inferred is said', async (t) => {
  t.strictSame(due('9月30日前', undefined, '2022-09-05').inferred, ['year'])
  t.strictSame(due('2022年9月30日前', undefined, '2022-09-05').inferred, [])
  t.strictSame(due('30日前', undefined, '2022-09-05').inferred, ['month'])
  t.match(due('9月30日前', '2022-09-05'), { due_date: '2022-09-30', inferred: ['year'] })
  t.match(due('截至8月底', undefined, '2022-09-05'), { from: '2022-08-31', due_at: null })
  t.match(due('截至5日', undefined, '2022-09-10'), { from: '2022-09-05', inferred: ['month'] })
  t.match(due('截至25日', undefined, '2022-09-10'), { from: '2022-08-25' })
  t.match(due('30日前', undefined, '2023-01-31'), { due_date: '2023-03-30' })
  t.match(due('截至12月底', undefined, '2022-09-05'), { from: '2021-12-31', inferred: ['year'] })
})

t.test('what is not known is asked, never guessed', async (t) => {
  const asks = (phrase: string, ...facts: [received?: string, issued?: string]) => {
    const { due_date, due_at, asks } = due(phrase, ...facts)
    t.strictSame([due_date, due_at], [null, null], phrase)
    return asks
  }
  for (const phrase of ['下周五', '本月底', '本季度末前', '次日前']) {
    t.strictSame(asks(phrase, '2022-09-05'), ['issued'])
  }
  t.strictSame(asks('9月30日前'), ['issued'])
  t.strictSame(asks('每月底前'), ['issued'])
  t.strictSame(asks('截至8月底'), ['issued'])
  t.strictSame(asks('5个工作日内', undefined, '2022-09-05'), ['received'])
  t.strictSame(asks('超过14天未更新'), ['received'])
  t.strictSame(asks('印发之日起5个工作日内', '2022-09-05'), ['issued'])
  t.strictSame(asks('2月29日前', undefined, '2022-09-05'), ['year'])
  t.strictSame(asks('今年2月29日前', undefined, '2022-09-05'), ['year'])
  t.strictSame(asks('认真整改', '2022-09-05'), ['deadline'])
  t.strictSame(asks('立即整改', '2022-09-05'), [])
  t.match(due('2022年9月30日前'), { due_date: '2022-09-30' }, 'a whole date needs nothing else')
})

t.test('of several deadlines the earliest counts, and a lapse is none', async (t) => {
  const both = '收到后10个工作日内整改，9月9日前反馈'
  t.match(due(both, '2022-09-05', '2022-09-05'), { due_date: '2022-09-09' })
  t.match(due('9月30日前整改，收到后5个工作日内反馈', '2022-09-05'), { due_date: '2022-09-13' })
  t.match(due('超过1天未更新的，9月30日前整改', '2022-09-05'), { due_date: '2022-09-30' })
  t.match(due('9月30日前整改，下周五反馈', '2022-09-05'), {
    due_date: '2022-09-30',
    asks: ['issued'],
  })
})

t.test('every day off on the way is named, and a year not arranged yet is told', async (t) => {
  const { skipped, provisional } = due('收到之日起5个工作日内', '2022-09-28')
  t.equal(provisional, false)
  t.strictSame(
    skipped.map(({ date }) => date),
    [1, 2, 3, 4, 5, 6, 7].map((day) => `2022-10-0${day}`),
  )
  t.strictSame(due('10月1日前', undefined, '2022-09-05').skipped.length, 7, 'rolled over')
  t.strictSame(due('超过14天', '2022-09-20').skipped, [], 'calendar days skip none')
  t.match(due('收到之日起5个工作日内', '2026-12-28'), { provisional: true })
  t.match(due('2027年1月4日前'), { provisional: true })
})
