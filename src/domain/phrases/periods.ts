import type { CountsFrom } from '../notice-deadline.js'
import { NOT_OVER } from './bounds.js'
import { family } from './family.js'
import { LENGTH, lengthOf } from './lengths.js'

const RECEIPT = '收到|接到|接收|签收|收文'
const ISSUE = '印发|发布|公布|发出|下发|成文|即日'
const SERVICE = '送达|通知'
const WORDS = String.raw`[\u4e00-\u9fff《》]`

/** 自收到通报之日起, 本通知印发之日起, 收到后: all the same, since the day itself is not counted. */
const START = [
  `(?<start>(?:[自从于]${WORDS}{0,12}?)?(?:${RECEIPT}|${ISSUE}|${SERVICE})`,
  `(?:(?!并|完成|后)${WORDS}){0,12}?(?:之日|当日|当天|次日|日|后)?(?:开始)?起?(?:计?算)?(?:(?<=[起后算]),)?)(?:在|于)?`,
].join('')
/** A start of another kind, 自9月5日起 or 整改完成后, leaves its length unread: from where it counts must be asked. */
const NO_START = '(?<![起后每])(?<![起后][,的在于])(?<!起计?算)'

/** 5个工作日内, with or without the day it counts from; 不超过5个工作日 is the same said the other way. */
export const PERIODS = [
  family(`${START}(?<within>${LENGTH})(?:之内|以内|内|为限)?(?![前后])`, ({ start, within }) =>
    periodOf(start, within),
  ),
  family(`${NO_START}(?<within>${LENGTH})(?:之内|以内|内|为限)`, ({ within }) =>
    periodOf('', within),
  ),
  family(`(?:${NOT_OVER}|不逾|最长)(?<within>${LENGTH})`, ({ within }) => periodOf('', within)),
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
