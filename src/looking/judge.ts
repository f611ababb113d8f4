import type { Proof } from '../domain/checking/proofs.js'
import { dateOf, isLocalDate, type LocalDate, plusDays } from '../domain/instant.js'
import type { RetestResult } from '../domain/vocabulary.js'
import { shownText } from './decoded.js'
import type { Page } from './fetch-page.js'
import type { Task } from './target.js'
import { cycleDays, wrongWords } from './yardstick.js'

type Seen = Extract<Page, { kind: 'seen' }>

/** What was seen, and what that says. */
export interface Judged {
  result: RetestResult
  seen: string
}

/** The day the look was asked for, by the office's clock, and today; what is later than today was published by nobody yet. */
export interface Days {
  asked: LocalDate
  today: LocalDate
}

/** What a page says of each proof: a fail of one is a fail, a pass of all a pass. */
export function judge(
  proofs: readonly Proof[],
  page: Seen,
  task: Pick<Task, 'object'>,
  days: Days,
): Judged {
  const each = proofs.map((proof) => ofProof(proof, page, task, days))
  const seen = `访问 ${page.url}（状态${page.status}）：${each.map((one) => one.seen).join('；')}。`
  const some = (result: RetestResult) => each.some((one) => one.result === result)
  const result = some('fail') ? 'fail' : some('inconclusive') ? 'inconclusive' : 'pass'
  return { result: each.length === 0 ? 'inconclusive' : result, seen }
}

function ofProof(proof: Proof, page: Seen, { object }: Pick<Task, 'object'>, days: Days): Judged {
  const gone = page.status === 404 || page.status === 410
  const answers = page.status >= 200 && page.status < 300
  switch (proof) {
    case 'link_answers':
      if (answers) return { result: 'pass', seen: '能够打开' }
      return gone
        ? { result: 'fail', seen: '打不开' }
        : { result: 'inconclusive', seen: '没有正常应答' }
    case 'newer_date':
      return answers
        ? newerDate(shownText(page.text), object, days)
        : { result: gone ? 'fail' : 'inconclusive', seen: '没有正常应答' }
    case 'text_gone':
      if (gone) return { result: 'pass', seen: '页面已撤下' }
      return answers
        ? textGone(shownText(page.text), object)
        : { result: 'inconclusive', seen: '没有正常应答' }
    default:
      return { result: 'inconclusive', seen: '须看佐证材料' }
  }
}

const DAY =
  /(今天|今日|当前|现在)?[是:： ]{0,3}(20\d\d)(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})/g

/** The newest day a page shows, held against how often it has to be updated; a clock on the page is no update. */
function newerDate(text: string, object: Task['object'], { asked, today }: Days): Judged {
  const allowed = cycleDays(object)
  if (allowed === null) return { result: 'inconclusive', seen: '该指标没有规定更新周期' }
  const shown = [...text.matchAll(DAY)].flatMap(([, clock, year, month, day]) => {
    const said = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    return clock === undefined && isLocalDate(said) ? [dateOf(said)] : []
  })
  const newest = shown
    .filter((day) => day <= today)
    .toSorted()
    .at(-1)
  if (!newest) return { result: 'inconclusive', seen: '没有看到日期' }
  const fresh = newest >= plusDays(asked, -allowed)
  return { result: fresh ? 'pass' : 'fail', seen: `最新日期为${newest}` }
}

/** A page that shows less is put together elsewhere, and what it lacks proves nothing. */
const ENOUGH = 40

/** Whether the words that the notice calls wrong are still there; which they are it has to say. */
function textGone(text: string, object: Task['object']): Judged {
  const wrong = wrongWords(object)
  if (wrong === null) return { result: 'inconclusive', seen: '通报没有写明错误文字' }
  if (text.includes(wrong)) return { result: 'fail', seen: '原有文字仍在' }
  if (text.length < ENOUGH) return { result: 'inconclusive', seen: '页面几乎没有文字' }
  return { result: 'pass', seen: '没有再看到原有文字' }
}
