import { bare } from './clauses.js'
import type { Block } from './document.js'
import { saysFault } from './faults.js'
import type { FoundFinding } from './found-finding.js'
import { introduces } from './introduction.js'
import type { Span } from './lines.js'
import { exemptionOf } from './no-faults.js'
import { isOver, isSettled, tellsNoFinding } from './no-findings.js'
import { squeezed } from './plain.js'
import { parsed } from './tokens.js'

/** Sentences where problems are listed that name a unit, give no finding and are not known to be none. */
export function unreadSentences(
  plain: string,
  blocks: readonly Block[],
  found: readonly FoundFinding[],
): Span[] {
  const read = new Set(found.map(({ place }) => place.start))
  return blocks.flatMap((block) => {
    if (block.kind !== 'text' || block.section.kind !== 'problems') return []
    const { section, sentences, read: line } = block
    const titled = line.heading === null && section.units.length > 0 && line.numbered
    const above = section.path.map(({ title }) => title).join(' ')
    return sentences.filter(({ start, end }) => {
      const text = squeezed(plain.slice(start, end))
      if (read.has(start))
        return leavesOut(
          text,
          found.filter(({ place }) => place.start === start),
        )
      return isUnread(text, above, titled)
    })
  })
}

/** Whether a sentence that was read names a unit, outside of brackets, that none of its findings is of. */
function leavesOut(text: string, found: readonly FoundFinding[]): boolean {
  const told = found.map(({ finding }) => finding.unit ?? '')
  const units = parsed(text, []).tokens.filter(
    ({ kind, bracketed }) => kind === 'unit' && !bracketed,
  )
  return units.some(({ name }) => !told.some((unit) => unit.endsWith(name) || name.endsWith(unit)))
}

/** Fewer signs name a unit and say nothing of it. */
const LEAST = 12

function isUnread(text: string, above: string, titled: boolean): boolean {
  if (/(?:办公室|办公厅|小组|局|委|中心|印发)$/.test(text)) return false
  if (text.length < LEAST || introduces(text) || WHO.test(text)) return false
  if (tellsNoFinding(text) || isOver(text) || isSettled(text, above)) return false
  const sentence = parsed(text, [])
  const words = bare(sentence.masked, sentence.tokens, 0, text.length)
  const named = sentence.tokens.some(({ kind }) => kind === 'unit')
  const parts = words.split(/[,:;]/).map((part) => part.replace(/△+/g, '△'))
  const exempt = parts.map((part) => exemptionOf(part, false))
  // A fault of somebody whom it names only in brackets, or not at all, is not passed over in silence either.
  const faulty = parts.some((part, at) => exempt[at] === null && saysFault(part))
  if (faulty && (named || sentence.tokens.length > 0))
    return exempt.every((one) => one !== 'asked' && one !== 'supposed')
  return (named || titled) && exempt.every((one) => one === null)
}

/** Who inspected, who is answerable, what was done about it. */
const WHO =
  /^(?:责任|牵头|主办|主管|承办|整改|配合|联系)(?:单位|部门|人)|^(?:该|此|上述|以上|前述)|检查组|组织|开展|监测|抽查|已(?!逾|超|失|停|过|作废|离)|共(?:发现|检查)|通报如下/
