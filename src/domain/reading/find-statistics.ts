import { numberOf } from '../phrases/numerals.js'
import type { ReadStatistic } from './reading.js'

const UNITS = '人次|批次|分钟|小时|万元|个百分点|个|条|件|次|家|处|篇|人|项|份|起|封|场|户|期|批|%'
const FIGURE = new RegExp(
  `(?<lead>[^,。;:、()“”\\d%]{0,24})(?<![\\d第年月.])(?<value>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?<scale>[万亿千百]?)(?<more>余|多)?(?<unit>${UNITS})(?!月|季度|工作日|小时内)(?:以上)?(?=(?<noun>[\\u4e00-\\u9fff]{0,10}))`,
  'g',
)
const BATCHES = /(?<lead>[^,。;]{0,12})分(?<value>[两二三四五六七八九十])(?<unit>批次)/g

/** The figures a sentence states; lengths of time and dates are none. */
export function statisticsIn(sentence: string): ReadStatistic[] {
  const figures = [...sentence.matchAll(FIGURE)].map((match) =>
    figureOf(match[0], match.groups ?? {}),
  )
  const batches = [...sentence.matchAll(BATCHES)].map((match) => {
    const { lead = '', value = '', unit = '' } = match.groups ?? {}
    return { key: keyOf(lead), value: numberOf(value) ?? 0, unit, text: match[0] }
  })
  return [...figures, ...batches]
}

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 }

function figureOf(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
): ReadStatistic {
  const { lead = '', value = '', scale = '', unit = '', noun = '' } = groups
  const number = Number(value.replaceAll(',', '')) * (SCALES[scale] ?? 1)
  const share = unit === '%'
  return {
    key: keyOf(lead) || noun || '数量',
    value: rounded(share ? number / 100 : number),
    unit: share ? 'ratio' : unit,
    text,
  }
}

/** Without what binary fractions leave behind. */
function rounded(number: number): number {
  return Number(number.toFixed(6))
}

/** What is counted, by the words before the figure. */
function keyOf(lead: string): string {
  return lead
    .replace(/^(?:其中|共|全年|累计|和|以及|及|对|的)+/, '')
    .replace(/(?:达到?|为|共|约|近|超过?|有|了|至)+$/, '')
    .trim()
}
