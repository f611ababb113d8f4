import { saysFault, saysMoreThanFigures } from './faults.js'
import type { Parsed } from './tokens.js'

/** A sentence that says what is wrong first and names those it is wrong with after it. */
export interface ListForm {
  readonly problem: string
  /** Where the list begins. */
  readonly from: number
}

const THINGS =
  '(?:责任)?(?:[省市县区州]直)?(?:单位|部门|[处科]室|学院|学校|医院|栏目|账号|帐号|网站|频道|政务新媒体|新媒体|微信公众号|公众号|地方|乡镇(?:\\(街道\\))?|县区|区县|县|区|稿件|信件|来信|问题|情况)?'
const COUNT =
  '(?:\\([^()]{0,20}\\))?(?:共|分别)?(?:有|是|为|包括|涉及|计)?(?:\\d+[个家条件]|[一二三四五六七八九十两]+[个家条件])?'
const KINDS =
  /微信公众号|今日头条号?|微信视频号|官方微博|政务微博|小程序|客户端|等|栏目|账号|网站|页面|单位|部门/g
/** 超过7天未更新的有:…, 存在空白栏目的单位:…, 链接失效的栏目:…. */
const BEFORE_COLON = new RegExp(
  `^(?<problem>[^:]{2,90}?)(?:的|等)?${THINGS}(?:主要)?${COUNT}(?:,(?:共)?涉及\\d+[个家](?:单位|部门|地方|县区)?)?(?:如下|有)?:`,
)
const BEFORE_HAS = new RegExp(
  `^(?<problem>[^,:△]{3,40}?)的${THINGS}(?:主要)?(?:分别)?(?:有|是|为|包括|涉及)(?:以下)?(?:\\d+[个家])?[:,]?(?=△|□)`,
)

/** The problem and its list; null where a sentence is not built so, or only ranks outside of a list of problems. */
export function listFormOf({ tokens }: Parsed, words: string, listed: boolean): ListForm | null {
  for (const pattern of [BEFORE_COLON, BEFORE_HAS]) {
    const match = pattern.exec(words)
    const problem = match?.groups?.['problem']
    if (!match || !problem || problem.includes('△')) continue
    const from = match[0].length
    const named = tokens.some(({ start }) => start >= from)
    if (!named || !(listed ? saysFault(problem) : saysMoreThanFigures(problem))) continue
    const rest = words.slice(from).replaceAll('△', '')
    // A list holds names; what says more of them is no list.
    if (saysFault(rest) || /[\u4e00-\u9fff]{7,}/.test(rest.replace(KINDS, ''))) continue
    return { problem: problemWords(problem), from }
  }
  return null
}

/** Without what only introduces: 存在, 其中. */
export function problemWords(words: string): string {
  return (words.split(',').at(-1) ?? words)
    .replace(/^(?:其中|本周|本月|本次|检查发现|存在)(?=[^,]{3,})[,:]?/, '')
    .replace(/(?:的|等)$/, '')
    .trim()
}
