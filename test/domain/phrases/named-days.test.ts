import t, { type Test } from 'tap'
import { readPhrases } from '../../../src/domain/phrases/read-phrases.js'

/** The day a text names as `kind/field/field…`, its time behind; null where it names none. */
function dayIn(text: string): string | null {
  const phrases = readPhrases(text)
  if (phrases.length !== 1) return null
  const [read] = phrases
  if (read?.rule === 'date') {
    return [...Object.values(read.day), ...(read.time ? [read.time] : [])].join('/')
  }
  return read?.rule === 'recurring' ? Object.values(read.recurrence).join('/') : null
}

function table(t: Test, days: Record<string, string>): void {
  for (const [text, day] of Object.entries(days)) t.equal(dayIn(text), day, text)
}

t.test('the year in words, in figures and of a month’s or year’s end', async (t) => {
  table(t, {
    ...{ 今年9月30日前: 'date/this/9/30', 本年度6月30日前: 'date/this/6/30' },
    ...{ 当年9月30日前: 'date/this/9/30', 本年10月底前: 'month_end/this/10' },
    ...{ 明年1月5日前: 'date/next/1/5', 次年3月1日前: 'date/next/3/1' },
    ...{ 明年3月底前: 'month_end/next/3', '2022年底前': 'month_end/2022/12' },
    ...{ '2022年末前': 'month_end/2022/12', '2022年年底前': 'month_end/2022/12' },
    ...{
      '1月底前': 'month_end//1',
      '1999年9月30日前': 'date/1999/9/30',
      '2122年9月30日前': 'date/2122/9/30',
    },
    ...{ '2022/10/8前': 'date/2022/10/8', '2022.10.8前': 'date/2022/10/8' },
  })
  for (const none of ['0022年9月30日前', '2022-13-08前', '10月0日前', '13月底前', '0月底前'])
    t.equal(dayIn(none), null, none)
})

t.test('a day of the month alone', async (t) => {
  table(t, { '1日前': 'day_of_month/1', '30号前': 'day_of_month/30', '31日前': 'day_of_month/31' })
  for (const none of ['0日前', '32日前']) t.equal(dayIn(none), null, none)
  table(t, {
    ...{ 本月30号前: 'day_in_month/0/30', 当月25日前: 'day_in_month/0/25' },
    ...{ 下月5日前: 'day_in_month/1/5', 下个月十日前: 'day_in_month/1/10' },
    ...{ '次月10日12:00前': 'day_in_month/1/10/12:00', 最迟这个月8日: 'day_in_month/0/8' },
  })
  for (const none of ['本月32日前', '下下月5日前', '上月5日前', '本月5日发现问题', '本月5日内'])
    t.equal(dayIn(none), null, none)
})

t.test('weekdays of this week, the next and the one after', async (t) => {
  table(t, {
    ...{ 下周一: 'weekday/1/1', 下下周三: 'weekday/2/3', 下周日: 'weekday/1/7' },
    ...{ 下周天: 'weekday/1/7', 下周末: 'weekday/1/7', 本周六: 'weekday/0/6' },
    ...{ 这周二: 'weekday/0/2', 这个星期四前: 'weekday/0/4', 下下个星期四前: 'weekday/2/4' },
    ...{ 下个礼拜一前: 'weekday/1/1', 周四前: 'weekday/0/4', 星期六前: 'weekday/0/6' },
    ...{ 礼拜天前: 'weekday/0/7', 周末前: 'weekday/0/7' },
  })
})

t.test('ends of months, quarters and years, and days near at hand', async (t) => {
  table(t, {
    ...{ 当月底前: 'end_of_month/0', 本月末前: 'end_of_month/0', 月末前: 'end_of_month/0' },
    ...{ 下月底前: 'end_of_month/1', 次月底前: 'end_of_month/1', 下个月底前: 'end_of_month/1' },
    ...{ 年末前: 'month_end/this/12', 今年底前: 'month_end/this/12' },
    ...{ 本年年底前: 'month_end/this/12', 当年年末前: 'month_end/this/12' },
    ...{ 明年底前: 'month_end/next/12', 这个季度末前: 'end_of_quarter' },
    ...{ '今天18:00前': 'days_later/0/18:00', 今日下班前: 'days_later/0/closing' },
    ...{ 当日下班前: 'days_later/0/closing', '明日12:00前': 'days_later/1/12:00' },
    ...{ '明天12:00前': 'days_later/1/12:00', '后天12:00前': 'days_later/2/12:00' },
  })
})

t.test('days that come again', async (t) => {
  table(t, {
    ...{ 每季第二个月10日前: 'quarter/2/10', 每季度次月30日前: 'quarter/2/30' },
    ...{ 每季度第一个月10日前: 'quarter/1/10', 每季度第三个月10日前: 'quarter/3/10' },
    ...{ 每季度最后一个月10日前: 'quarter/3/10', 每季度末月10日前: 'quarter/3/10' },
    ...{ 每个季度末前: 'quarter/3/last', 每个月底前: 'month/last', 每月份末前: 'month/last' },
    ...{ 每月31日前: 'month/31', 每月1日前: 'month/1', 每月一日之前: 'month/1' },
    ...{ 每星期一前: 'week/1', 每礼拜天前: 'week/7', 每周六前: 'week/6', 每周末前: 'week/7' },
    ...{ 每年3月底前: 'year/3/last', 每年底前: 'year/12/last', 每年末前: 'year/12/last' },
    ...{ 每年2月29日前: 'year/2/29', 每年4月30日前: 'year/4/30', 每年6月30日前: 'year/6/30' },
    ...{ 每年9月30日前: 'year/9/30', 每年11月30日前: 'year/11/30', 每年12月31日前: 'year/12/31' },
    ...{ 每年1月31日前: 'year/1/31', 每年7月31日前: 'year/7/31' },
  })
  const never = ['每月0日前', '每年2月30日前', '每年13月1日前', '每年0月1日前']
  const short = [
    '每年4月31日前',
    '每年6月31日前',
    '每年9月31日前',
    '每年11月31日前',
    '每年7月32日前',
  ]
  for (const none of [...never, ...short]) t.equal(dayIn(none), null, none)
})
