import type { ReturnReason } from '../vocabulary.js'
import type { LetterItem } from './item.js'

/** Something an answer lacks: what it is called, and why an answer is returned that lacks it. */
export interface Lack {
  words: string
  reason: ReturnReason
}

/** Everything that an answer in a letter lacks; `known` are the files that may be named. At least one where it was found incomplete. */
export function lacksOf(item: LetterItem, known: ReadonlySet<string>): Lack[] {
  const { result, cause, measures, completed_on, fix_plan, asked, evidence = [] } = item
  const plan = result === 'planned'
  const texts = [
    !cause?.trim() && '问题原因',
    !measures?.trim() && '整改措施',
    !plan && !completed_on && '完成日期',
    plan && !fix_plan?.fixed_by && '整改方案',
  ].filter((words) => words !== false)
  const proof = evidence.length > 0 && evidence.every((hash) => known.has(hash))
  const shows = asked?.evidence ?? []
  const usable = evidence.filter((hash) => known.has(hash))
  const shown = shows.length > 0 && shows.every((hash) => usable.includes(hash))
  const beyond = result === 'beyond_unit' && !(asked?.on && asked.whom?.trim() && shown)
  const lacks: Lack[] = texts.map((words) => ({ words, reason: 'report_incomplete' }))
  if (!proof) lacks.push({ words: '佐证材料', reason: 'evidence_missing' })
  if (beyond) lacks.push({ words: '已向有关单位提出请求的证明', reason: 'evidence_missing' })
  return lacks.length > 0 ? lacks : [{ words: '所缺内容', reason: 'report_incomplete' }]
}
