import type { CountsFrom } from '../notice-deadline.js'
import { family } from './family.js'
import { LENGTH, lengthOf } from './lengths.js'

const RECEIPT = '收到|接到|接收|签收|收文'
const ISSUE = '印发|发布|公布|发出|下发|成文'
const SERVICE = '送达|通知'
const WORDS = String.raw`[\u4e00-\u9fff《》]`

/**
 * 自收到通报之日起, 本通知印发之日起, 收到后: all the same, since the day itself is not counted. A start of another kind,
 * 自9月5日起, leaves its length unread: from where it counts must be asked.
 */
const START = [
  `(?:(?<start>(?:[自从于]${WORDS}{0,12}?)?(?:${RECEIPT}|${ISSUE}|${SERVICE})${WORDS}{0,12}?`,
  '(?:之日|当日|当天|次日|日|后)?(?:开始)?起?(?:计?算)?,?)|(?<!起)(?<!起计?算)(?<![起后],))',
].join('')

/** 5个工作日内, with or without the day it counts from; 不超过5个工作日 is the same said the other way. */
export const PERIODS = [
  family(`${START}(?:在|于)?(?<within>${LENGTH})(?:之内|以内|内|为限)`, ({ start, within }) =>
    periodOf(start, within),
  ),
  family(`(?:不得?超过|不逾|最长)(?<within>${LENGTH})`, ({ start, within }) =>
    periodOf(start, within),
  ),
]

function periodOf(start = '', within = '') {
  const length = lengthOf(within)
  return length && { rule: 'period' as const, length, counts_from: countsFrom(start) }
}

/** The day a period counts from by its words; where they name none, service (time.md). */
function countsFrom(words: string): CountsFrom {
  if (new RegExp(RECEIPT).test(words)) return 'receipt'
  return new RegExp(ISSUE).test(words) ? 'issue' : 'service'
}
