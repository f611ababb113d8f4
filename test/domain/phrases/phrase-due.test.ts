import t from 'tap'
import { chinaCalendar } from '../../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../../src/domain/hours.js'
import { dateOf, timeOf } from '../../../src/domain/instant.js'
import { readDue } from '../../../src/domain/phrases/read-due.js'
import { readPhrases } from '../../../src/domain/phrases/read-phrases.js'

const RULES = { calendar: chinaCalendar('china', 'Asia/Shanghai'), hours: DEFAULT_HOURS }
const SEPTEMBER = { date: dateOf('2022-09-05'), time: null }

function read(text: string, facts: Partial<Parameters<typeof readDue>[2]> = {}) {
  return readDue(RULES, text, { received: null, issued: null, ...facts })
}

const nothing = {
  ...{ due_date: null, due_at: null, from: null, inferred: [], asks: [] },
  ...{ provisional: false, skipped: [] },
}

t.test('what says nothing about time asks for a deadline', async (t) => {
  t.strictSame(read('请认真整改'), { phrase: null, ...nothing, asks: ['deadline'] })
})

t.test(
  'each phrase that cannot be counted says what it wants to know, and nothing else',
  async (t) => {
    const [friday] = readPhrases('下周五')
    t.strictSame(read('下周五'), { phrase: friday, ...nothing, asks: ['issued'] })
    const [leap] = readPhrases('2月29日前')
    t.strictSame(read('2月29日前', { issued: SEPTEMBER }), {
      phrase: leap,
      ...nothing,
      asks: ['year'],
    })
    const [hours] = readPhrases('24小时内')
    const asked = { phrase: hours, ...nothing, from: '2022-09-05', asks: ['time'] }
    t.strictSame(read('24小时内', { received: SEPTEMBER }), asked)
    const [count] = readPhrases('3个以上')
    t.strictSame(read('3个以上', { issued: SEPTEMBER }), { phrase: count, ...nothing })
  },
)

t.test('a day of this month or the next, seen from the day of issue', async (t) => {
  const { due_date, inferred, asks } = read('本月30日前', { issued: SEPTEMBER })
  t.strictSame({ due_date, inferred, asks }, { due_date: '2022-09-30', inferred: [], asks: [] })
  t.match(read('下月8日前', { issued: SEPTEMBER }), { due_date: '2022-10-08' })
  const december = { date: dateOf('2022-12-20'), time: null }
  t.match(read('次月10日前', { issued: december }), { due_date: '2023-01-10' })
  t.match(read('本月31日前', { issued: SEPTEMBER }), { due_date: null, asks: ['deadline'] })
  t.match(read('本月30日前', { received: SEPTEMBER }), { due_date: null, asks: ['issued'] })
})

t.test('a cut-off names its day and no due', async (t) => {
  const [cutoff] = readPhrases('截至8月底')
  const up = { phrase: cutoff, ...nothing, from: '2022-08-31', inferred: ['year'] }
  t.strictSame(read('截至8月底', { issued: SEPTEMBER }), up)
})

t.test('a due with all that goes with it', async (t) => {
  const holidays = ['2022-10-05', '2022-10-06', '2022-10-07'].map((date) => ({
    date,
    why: '国庆节',
  }))
  const rolled = { due_date: '2022-10-08', due_at: '2022-10-08T16:00:00.000Z', skipped: holidays }
  const { phrase: _, ...named } = read('2022年10月5日前')
  t.strictSame(named, { ...nothing, ...rolled, from: '2022-10-05' })
  const received = { date: dateOf('2022-09-20'), time: timeOf('10:00') }
  const { phrase: __, ...counted } = read('15日内', { received })
  t.strictSame(counted, { ...nothing, ...rolled, from: '2022-09-20' })
  const { phrase: ___, ...hours } = read('24小时内', { received })
  t.strictSame(hours, {
    ...{
      ...nothing,
      due_date: '2022-09-21',
      due_at: '2022-09-21T02:00:00.000Z',
      from: '2022-09-20',
    },
  })
  const friday = { date: dateOf('2022-09-23'), time: timeOf('18:00') }
  const opening = { from: '2022-09-26', due_at: '2022-09-27T01:00:00.000Z' }
  t.match(read('送达后24小时内', { received: friday }), opening, 'as the notice that says so')
  const evening = { from: '2022-09-23', due_at: '2022-09-24T10:00:00.000Z' }
  t.match(read('收到后24小时内', { received: friday }), evening)
  const december = { date: dateOf('2026-12-28'), time: null }
  t.match(read('5个工作日内', { received: december }), {
    due_date: '2027-01-04',
    provisional: true,
  })
})

t.test('of two deadlines the earlier, and what the other asks', async (t) => {
  const both = read('9月16日前，15日内完成', { received: SEPTEMBER })
  t.match(both, { due_date: '2022-09-16', phrase: { rule: 'date' } })
  t.strictSame(both.asks, [])
  const early = read('9月30日前，15日内完成', { received: SEPTEMBER })
  t.match(early, { due_date: '2022-09-20', phrase: { rule: 'period' } })
  t.match(read('2022年9月30日前，下周五完成'), { due_date: '2022-09-30', asks: ['issued'] })
  t.match(read('下周五完成，2022年9月30日前'), { due_date: '2022-09-30', asks: ['issued'] })
})

t.test('lengths are read up to ten years or so', async (t) => {
  const longest = {
    '2000个工作日内': 2000,
    '4000日内': 4000,
    '120个月内': 120,
    '10000小时内': 10_000,
  }
  for (const [text, count] of Object.entries(longest))
    t.match(readPhrases(text), [{ rule: 'period', length: { count } }], text)
  for (const text of ['2001个工作日内', '4001日内', '121个月内', '10001小时内'])
    t.strictSame(readPhrases(text), [], text)
})

t.test('halves of the day', async (t) => {
  const times = {
    ...{ 中午11点: '11:00', 中午12点: '12:00', 中午1点: '13:00' },
    ...{ 下午11点: '23:00', 下午12点: '12:00', 下午1点: '13:00', 晚上8点: '20:00' },
  }
  for (const [text, time] of Object.entries(times))
    t.match(readPhrases(`9月30日${text}前`), [{ rule: 'date', time }], text)
})

t.test('where only year or month are missing, the day of receipt will do', async (t) => {
  t.match(read('9月底前', { received: SEPTEMBER }), { due_date: '2022-09-30', inferred: ['year'] })
  t.match(read('25日前', { received: SEPTEMBER }), { due_date: '2022-09-26', inferred: ['month'] })
  t.match(read('9月底前'), { due_date: null, asks: ['issued'] })
  t.match(read('25日前'), { due_date: null, asks: ['issued'] })
})

t.test('a lapse of hours ends at its hour', async (t) => {
  const received = { date: dateOf('2022-09-20'), time: timeOf('10:00') }
  t.match(read('超过24小时未回复', { received }), { due_at: '2022-09-21T02:00:00.000Z' })
})

t.test('days of the calendar lean on a year not arranged only where they roll on', async (t) => {
  const december = { date: dateOf('2026-12-28'), time: null }
  t.match(read('15日内', { received: december }), { due_date: '2027-01-12', provisional: false })
  t.match(read('5日内', { received: december }), { due_date: '2027-01-04', provisional: true })
})

t.test('what comes again is a deadline, and outweighs a lapse', async (t) => {
  const text = '每月25日前报送，超过14天未更新'
  t.match(read(text, { issued: SEPTEMBER, received: SEPTEMBER }), { phrase: { rule: 'recurring' } })
  t.match(read('截至本月31日', { issued: SEPTEMBER }), { asks: ['deadline'] })
})

t.test('hundreds, half hours, other brackets, and numbers that are none', async (t) => {
  t.match(readPhrases('一百个工作日内'), [{ length: { count: 100 } }])
  t.match(readPhrases('9月16日17:30前'), [{ time: '17:30' }])
  t.match(readPhrases('9月16日下午5点20分前'), [{ time: '17:20' }])
  t.match(readPhrases('9月30日〔不含〕前'), [{ inclusive: false }])
  t.strictSame(readPhrases('每月十百日前'), [])
  t.strictSame(readPhrases('每年十百月1日前'), [])
})
