import t from 'tap'
import { plainText } from '../../../src/domain/phrases/plain-text.js'
import { readPhrases } from '../../../src/domain/phrases/read-phrases.js'

const working = (count: number) => ({ count, unit: 'working_days' }) as const
const days = (count: number) => ({ count, unit: 'calendar_days' }) as const
const months = (count: number) => ({ count, unit: 'months' }) as const
const period = (length: object, counts_from = 'service') => ({
  rule: 'period',
  length,
  counts_from,
})
const lapse = (length: object, inclusive = false) => ({ rule: 'lapse', length, inclusive })
const date = (day: object, more: object = {}) => ({
  ...{ rule: 'date', day, time: null, inclusive: true },
  ...more,
})
const on = (month: number, day: number, year: unknown = null) => ({
  kind: 'date',
  year,
  month,
  day,
})
const every = (recurrence: object) => ({ rule: 'recurring', recurrence, inclusive: true })
const count = (number: number, side: string, inclusive: boolean) => ({
  ...{ rule: 'threshold', count: number, side, inclusive },
})

/** What each phrase means: every line of time.md, and how offices also write the same. */
const MEANINGS: Readonly<Record<string, object>> = {
  '5个工作日内': period(working(5)),
  五个工作日以内: period(working(5)),
  不超过5个工作日: period(working(5)),
  '3至5个工作日内': period(working(5)),
  '3-5个工作日内': period(working(5)),
  二十个工作日内: period(working(20)),
  一百零五个工作日内: period(working(105)),
  '15日内': period(days(15)),
  三十个自然日之内: period(days(30)),
  '10个日历天内': period(days(10)),
  '10个日历日内': period(days(10)),
  两个星期内: period(days(14)),
  一个礼拜内: period(days(7)),
  两周内: period(days(14)),
  半个月内: period(days(15)),
  '1个月内': period(months(1)),
  一个季度内: period(months(3)),
  '24小时内': period({ count: 24, unit: 'hours' }),
  收到之日起5个工作日内: period(working(5), 'receipt'),
  '自收到本通报之日起 ５ 个工作日内': period(working(5), 'receipt'),
  接到通知后10日内: period(days(10), 'receipt'),
  自收到之日的次日起5个工作日内: period(working(5), 'receipt'),
  印发之日起10个工作日内: period(working(10), 'issue'),
  '自本通报印发之日起，10个工作日内': period(working(10), 'issue'),
  自送达之日起5个工作日内: period(working(5)),
  超过5个工作日未回复: lapse(working(5)),
  '5个工作日内未答复': lapse(working(5)),
  超过14天未更新: lapse(days(14)),
  前2周内无更新: lapse(days(14)),
  '超过（含）14天未更新': lapse(days(14), true),
  '超过(不含)14天': lapse(days(14)),
  超过6个月: lapse(months(6)),
  超过1年: lapse(months(12)),
  超过半年: lapse(months(6)),
  逾3个工作日未回复: lapse(working(3)),
  '超过(含)5个': count(5, 'above', true),
  超过5个: count(5, 'above', false),
  逾5条: count(5, 'above', false),
  '5个以上': count(5, 'above', true),
  '5个以上(不含)': count(5, 'above', false),
  '5个以内': count(5, 'below', true),
  '5%以下': count(5, 'below', true),
  不足3条: count(3, 'below', false),
  不超过3个: count(3, 'below', true),
  至少3篇: count(3, 'above', true),
  '9月30日前': date(on(9, 30)),
  '2022年9月30日前': date(on(9, 30, 2022)),
  今年9月30日以前: date(on(9, 30, 'this')),
  明年3月1日前: date(on(3, 1, 'next')),
  '2022-09-30前': date(on(9, 30, 2022)),
  最迟九月三十日: date(on(9, 30)),
  '9月30日': date(on(9, 30)),
  '9月30日（不含）前': date(on(9, 30), { inclusive: false }),
  '9月30日(含)前': date(on(9, 30)),
  '9月16日（星期五）17:00前': date(on(9, 16), { time: '17:00' }),
  '9月16日下午5点半前': date(on(9, 16), { time: '17:30' }),
  '9月16日24时前': date(on(9, 16)),
  '9月16日晚12点前': date(on(9, 16)),
  '25日12:00前': date({ kind: 'day_of_month', day: 25 }, { time: '12:00' }),
  '9月16日下班前': date(on(9, 16), { time: 'closing' }),
  '10月底前': date({ kind: 'month_end', year: null, month: 10 }),
  下周五: date({ kind: 'weekday', weeks_later: 1, weekday: 5 }),
  下下周一前: date({ kind: 'weekday', weeks_later: 2, weekday: 1 }),
  周五下班前: date({ kind: 'weekday', weeks_later: 0, weekday: 5 }, { time: 'closing' }),
  本月底: date({ kind: 'end_of_month', months_later: 0 }),
  下个月末前: date({ kind: 'end_of_month', months_later: 1 }),
  本季度末前: date({ kind: 'end_of_quarter' }),
  年底前: date({ kind: 'month_end', year: 'this', month: 12 }),
  次日12时前: date({ kind: 'days_later', days: 1 }, { time: '12:00' }),
  当日内: date({ kind: 'days_later', days: 0 }),
  每季度末25日前: every({ every: 'quarter', month: 3, day: 25 }),
  每季度首月10日前: every({ every: 'quarter', month: 1, day: 10 }),
  每季度末前: every({ every: 'quarter', month: 3, day: 'last' }),
  每月25日前: every({ every: 'month', day: 25 }),
  每月底前: every({ every: 'month', day: 'last' }),
  每周五前: every({ every: 'week', weekday: 5 }),
  每年12月31日前: every({ every: 'year', month: 12, day: 31 }),
  截至8月底: { rule: 'cutoff', day: { kind: 'month_end', year: null, month: 8 } },
  立即: { rule: 'immediately' },
  收到之日起5个工作日: period(working(5), 'receipt'),
  务必于5日内完成: period(days(5)),
  限15日内整改: period(days(15)),
  不能超过5个工作日: period(working(5)),
  最长不应超过15日: period(days(15)),
  自即日起10日内: period(days(10), 'issue'),
  '附件1 5个工作日内': period(working(5)),
  '超过14天（含）未更新': lapse(days(14), true),
  '超过5个(含)': count(5, 'above', true),
  不应超过3个: count(3, 'below', true),
  '9月30日前(不含当日)': date(on(9, 30), { inclusive: false }),
  '9月30日中午1点前': date(on(9, 30), { time: '13:00' }),
  '2022-9-1 12:00前': date(on(9, 1, 2022), { time: '12:00' }),
  '截至9月30日17:00前': date(on(9, 30), { time: '17:00' }),
  '截至2022-09-30前': date(on(9, 30, 2022)),
  最迟9月30日早上9点前: date(on(9, 30), { time: '09:00' }),
  下周五早上9点前: date({ kind: 'weekday', weeks_later: 1, weekday: 5 }, { time: '09:00' }),
  下个星期五前: date({ kind: 'weekday', weeks_later: 1, weekday: 5 }),
  次月底前: date({ kind: 'end_of_month', months_later: 1 }),
  '2023年底前': date({ kind: 'month_end', year: 2023, month: 12 }),
  明年年底前: date({ kind: 'month_end', year: 'next', month: 12 }),
  不得晚于5月24日: date(on(5, 24)),
  '最迟于5月22日18:00': date(on(5, 22), { time: '18:00' }),
  最迟不得超过10月27日: date(on(10, 27)),
  不得超过10日: period(days(10)),
  二季度末前: date({ kind: 'month_end', year: null, month: 6 }),
  '2023年第三季度末前': date({ kind: 'month_end', year: 2023, month: 9 }),
  '9月30日中午前': date(on(9, 30), { time: '12:00' }),
  '9月16日下午下班前': date(on(9, 16), { time: 'closing' }),
  '9月16日(本周五)18:00时前': date(on(9, 16), { time: '18:00' }),
  '将整改进展、25日前': date({ kind: 'day_of_month', day: 25 }),
  '确认签收,24小时内': period({ count: 24, unit: 'hours' }),
  '每月25日(不含)前': { ...every({ every: 'month', day: 25 }), inclusive: false },
}

for (const [text, meaning] of Object.entries(MEANINGS)) {
  t.test(text, async (t) => {
    const read = readPhrases(text)
    t.strictSame(
      read.map(({ words: _, ...rest }) => rest),
      [meaning],
    )
    t.ok(plainText(text).includes(read[0]?.words ?? '?'), 'the words are kept')
  })
}

t.test('what names no deadline, or one that cannot be, is left unread', async (t) => {
  const silent = [
    ...['请认真整改', '2022年9月5日印发', '第5个工作日', '逾期5个工作日', '周一至周五'],
    ...[
      '9月31日前',
      '2022年2月29日前',
      '2022年2月30日前',
      '13月1日前',
      '每年2月30日前',
      '每月32日前',
    ],
    ...['0个工作日内', '9999个工作日内', '一个半月内', '9月16日25:00前', '十百个工作日内'],
    // From where it counts is not one of the days known.
    ...[
      '自9月5日起5个工作日内',
      '整改完成后5个工作日内报送',
      '会议结束后3日内',
      '每季度结束后10日内',
    ],
    ...['收到通报并整改完成后5个工作日内', '每5个工作日内更新一次', '自下周一起10个工作日内'],
    // The tail of something else.
    ...[
      '在到期10日前提出',
      '8月底发现问题',
      '去年底',
      '纳入年底考核',
      '上周五前',
      '元月底前',
      '截至上月底',
    ],
    ...[
      '9月内完成',
      '8月未更新',
      '三季度内完成',
      '下半年内完成',
      '上半年未更新',
      '超过一年半未更新',
    ],
    ...['超过1年6个月', '收到次日12时前', '收到当日内', '99.5%以上'],
    // A time it does not understand is not dropped.
    ...['每周五下班前', '每月25日12:00前', '最迟9月30日上午'],
  ]
  for (const text of silent) t.strictSame(readPhrases(text), [], text)
})

t.test('a sentence gives all it says, in its order and each once', async (t) => {
  const text =
    '请各单位收到通报后，于5个工作日内整改到位，最迟9月20日前书面反馈；截至8月底，超过14天未更新的栏目3个以上。'
  t.strictSame(
    readPhrases(text).map(({ rule, words }) => `${rule} ${words}`),
    [
      'period 收到通报后,于5个工作日内',
      'date 最迟9月20日前',
      'cutoff 截至8月底',
      'lapse 超过14天',
      'threshold 3个以上',
    ],
  )
})

t.test('phrases that touch are both read', async (t) => {
  for (const text of ['5个工作日内9月30日前', '9月30日前5个工作日内'])
    t.equal(readPhrases(text).length, 2, text)
})
