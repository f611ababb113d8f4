import { type PlacedPhrase, phrasesAt } from '../phrases/read-phrases.js'
import { LOOKS_AGAIN } from './deadline-kinds.js'

const NUMBER = '[\\d一二三四五六七八九十]{1,3}'
/** A day as notices write it, for use inside a pattern. */
const DAY = [
  `(?:(?:\\d{4}年|今年|明年)?${NUMBER}月份?(?:${NUMBER}[日号]|[底末])`,
  `|(?:\\d{4}年|今年)?第?[一二三四]季度[底末]|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}`,
  `|[本下次]月(?:${NUMBER}[日号]|[底末])|下周[一二三四五六日天])`,
].join('')
const TIME = '(?:\\([^()]{2,4}\\))?(?:[上下中]?午?\\d{1,2}(?:[:点时]\\d{0,2}分?半?)|下班)?'
/** What a label says has to be done by the day behind it. */
const LABEL =
  '(?:时限|期限|截止(?:时间|日期)?|(?:整改|反馈|报送|上报|提交|完成|办结|回复|答复|复查|复测|验收|签收)(?:完成|截止)?(?:时间|日期))(?:要求)?'
/** 11日至15日, 11日起, the week of the 11th: the first day counts. */
const ONWARDS = `(?:(?:\\([^()]{2,4}\\))?[至到~—-]+(?:${NUMBER}月)?${NUMBER}[日号])?(?:起|后|开始|前后|那一?周|当周|当天|当日)?`

/** Days that are due without 前, 内 or 最迟: a label before or behind them says so, or what is done on them. */
const BARE_DAYS: readonly RegExp[] = [
  new RegExp(
    `${LABEL}(?:[:为是]|定[为于在])(?<last>${DAY}${TIME})(?!之?前|起|以?内|[至到~—-])`,
    'g',
  ),
  new RegExp(`(?<first>${DAY}${TIME})(?=(?:为|是|作为)[^,。;]{0,8}(?:截止|期限|最后))`, 'g'),
  new RegExp(
    `(?:复[查核检测验]|验收|回头看)(?:时间|日期)?(?:[:为是]|定[为于在])(?<last>${DAY})`,
    'g',
  ),
  new RegExp(`(?<first>${DAY})${ONWARDS}(?=[^前。;]{0,30}?(?:${LOOKS_AGAIN.source}))`, 'g'),
  new RegExp(
    `[于在](?<first>${DAY})(?=(?:前后)?(?:全[部面])?(?:完成|结束|反馈|报送|上报|提交))`,
    'g',
  ),
  /(?<first>[今当][天日])(?=(?:签收|反馈|回复|整改|报送|书面))/g,
]

/** Words for the same, as the phrases know them: 收函后 is 收到后, 限期一个月整改 is 一个月内. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/([收接])(?:函|文|此通知|通知|通报|此函|单)(?=[后之起])/g, '$1到'],
  // Rules in quotation marks set no time: “3个工作日内答复”.
  [/“[^“”]*(?:工作日|小时|天|分钟)[^“”]*”/g, '“”'],
  [/元月/g, '1月'],
  // 在规定时间(5月20日17:00)内.
  [/\(([^()]*[日号][^()]{0,8})\)之?内/g, '($1前)'],
  // 本周五(5月10日)17:30前: the day in the bracket is the same.
  [new RegExp(`[本下这]?(?:周|星期|礼拜)[一二三四五六日天]\\((${DAY})\\)`, 'g'), '$1'],
  [
    /限期?(?!整改|\d{1,2}月)([\d一二两三四五六七八九十个半]{1,4}(?:工作日|小时|天|日|周|月))(?=整改|完成|办结|修复|处理|处置)/g,
    '$1内',
  ],
  [
    /(?:时限|期限)[为是:](?:自?收到[^,。;]{0,8}[后起])?(\d{1,2}个?(?:工作日|小时|天|日))(?!前|以?内)/g,
    '$1内',
  ],
]

/** The text of a sentence as its phrases of time are read from it. */
export function dueText(plain: string): string {
  return OTHER_WORDS.reduce((text, [words, same]) => text.replace(words, same), plain)
}

/** The days, lengths and recurring days by which something may be due in `dueText`, in order; none in quotation marks. */
export function duePhrasesAt(text: string): readonly PlacedPhrase[] {
  const named = phrasesAt(text).filter(
    ({ phrase: { rule } }) => rule === 'date' || rule === 'period' || rule === 'recurring',
  )
  const bare = bareDaysIn(text).filter(
    ({ from, to }) => !named.some((one) => from < one.to && one.from < to),
  )
  const all = [...named, ...bare].filter(({ from }) => !isQuoted(text, from))
  return withoutGiven(
    text,
    all.toSorted((a, b) => a.from - b.from),
  )
}

function bareDaysIn(text: string): PlacedPhrase[] {
  const taken: PlacedPhrase[] = []
  for (const pattern of BARE_DAYS) {
    for (const { 0: whole, index, groups } of text.matchAll(pattern)) {
      const day = groups?.['first'] ?? groups?.['last'] ?? ''
      const from = index + whole.indexOf(day)
      const [read] = phrasesAt(`${day}前`)
      const to = index + whole.length
      if (!read || taken.some((one) => from < one.to && one.from < to)) continue
      taken.push({ phrase: { ...read.phrase, words: day }, from, to })
    }
  }
  return taken
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

/** 两周内(8月18日前) is one day: the bracket says which. */
function withoutGiven(text: string, phrases: readonly PlacedPhrase[]): PlacedPhrase[] {
  const same = (one: PlacedPhrase | undefined, next: PlacedPhrase | undefined) =>
    one !== undefined &&
    next !== undefined &&
    /^[(,]?即?[于在]?$/.test(text.slice(one.to, next.from)) &&
    /\(|即/.test(text.slice(one.to, next.from))
  return phrases.filter((one, index) => {
    const [before, next] = [phrases[index - 1], phrases[index + 1]]
    if (same(one, next)) return one.phrase.rule === 'date' && next?.phrase.rule !== 'date'
    return !(same(before, one) && before?.phrase.rule === 'date' && one.phrase.rule !== 'date')
  })
}
