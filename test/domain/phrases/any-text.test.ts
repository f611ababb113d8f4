import fc from 'fast-check'
import t from 'tap'
import { isWorkingDay } from '../../../src/domain/calendar.js'
import { chinaCalendar } from '../../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../../src/domain/hours.js'
import { dateOf, plusDays } from '../../../src/domain/instant.js'
import { plainText } from '../../../src/domain/phrases/plain-text.js'
import { readDue } from '../../../src/domain/phrases/read-due.js'
import { readPhrases } from '../../../src/domain/phrases/read-phrases.js'
import { endOfDay } from '../../../src/domain/zone.js'

const calendar = chinaCalendar('china', 'Asia/Shanghai')
const RULES = { calendar, hours: DEFAULT_HOURS }

const day = fc.integer({ min: 0, max: 8_000 }).map((days) => plusDays(dateOf('2004-01-05'), days))
const pieces = fc.constantFrom(
  ...[
    '收到',
    '印发',
    '之日起',
    '次日',
    '自',
    '超过',
    '不',
    '(含)',
    '不含',
    '前',
    '内',
    '未',
    '每',
    '截至',
  ],
  ...[
    '年',
    '月',
    '日',
    '底',
    '末',
    '周',
    '下',
    '本',
    '季度',
    '工作日',
    '个',
    '天',
    '小时',
    '半',
    '点',
    '下午',
  ],
  ...[
    '一',
    '十',
    '百',
    '两',
    '0',
    '1',
    '2',
    '5',
    '9',
    '25',
    '31',
    '2022',
    ':',
    '-',
    '/',
    '，',
    ' ',
    '％',
  ],
)
const text = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

t.test('any text is read or left, and what is read stands in it', async () => {
  fc.assert(
    fc.property(text, day, day, (phrase, received, issued) => {
      const plain = plainText(phrase)
      let at = 0
      for (const { words } of readPhrases(phrase)) {
        const found = plain.indexOf(words, at)
        if (found < at) return false
        at = found + words.length
      }
      const facts = {
        received: { date: received, time: null },
        issued: { date: issued, time: null },
      }
      const { due_date, due_at, phrase: read, asks } = readDue(RULES, phrase, facts)
      if (due_date === null) return due_at === null && (read !== null || asks.includes('deadline'))
      return due_at !== null && due_at <= endOfDay(calendar.zone, due_date)
    }),
    { numRuns: 5_000 },
  )
})

t.test('a period ends as counted day by day', async () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (received, n) => {
      let last = received
      for (let left = n; left > 0; ) {
        last = plusDays(last, 1)
        if (isWorkingDay(calendar, last)) left -= 1
      }
      const facts = { received: { date: received, time: null }, issued: null }
      const read = readDue(RULES, `收到之日起${n}个工作日内`, facts)
      return (
        read.due_date === last && read.skipped.every(({ date }) => !isWorkingDay(calendar, date))
      )
    }),
    { numRuns: 1_000 },
  )
})
