import type { StoredEvent } from '../db/event.js'
import {
  type ChainLink,
  canonicalOf,
  digests,
  genesis,
  type HashText,
  type Origin,
} from '../domain/chain.js'
import { evolve } from '../domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../domain/finding.js'
import type { Check, Disagreement } from './case.js'
import { differingFields } from './differing-fields.js'

/** Every link follows from its event and from the link before; the row carries the last one. */
export const checkChain: Check = ({ stored: { finding, last_hash }, events }, { hash }) => {
  const origin = {
    office_id: finding.office_id,
    notice_id: finding.notice_id,
    finding_id: finding.id,
  }
  const wrong: Disagreement[] = []
  let previous = genesis(hash, origin)
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) wrong.push(`第${index + 1}条记录的序号是${event.seq}`)
    const link = linkAgain(hash, origin, event, previous)
    const same =
      link.canonical === event.canonical &&
      link.hash === event.hash &&
      event.previous_hash === previous
    if (!same) wrong.push(`第${event.seq}条记录与哈希链不符`)
    previous = event.hash
  }
  const end = events.length > 0 ? previous : null
  return end === last_hash ? wrong : [...wrong, '台账行的末尾哈希与记录不符']
}

/** Folding the events gives the row. */
export const checkFold: Check = ({ stored: { finding }, events }) => {
  if (finding.state === 'draft' && events.length === 0) return []
  const folded = events.reduce<Finding>(evolve, blankFinding(finding))
  return differingFields(folded, finding).map((field) => `台账行的 ${field} 与记录推得的不一致`)
}

/** Every sealed answer is one `responded` event and the other way round. */
export const checkRounds: Check = ({ events, rounds }) => {
  const answered = events.flatMap((event) =>
    event.type === 'responded' ? [`${event.data.round.number}/${event.data.round.result}`] : [],
  )
  const sealed = rounds.map(({ number, result }) => `${number}/${result}`)
  return answered.join() === sealed.join() ? [] : ['反馈轮次与记录不一致']
}

/** The link as it would be made from the event's columns. Where texts were erased their digests are taken as they stand. */
function linkAgain(
  hash: HashText,
  origin: Origin,
  event: StoredEvent,
  previous: string,
): Pick<ChainLink, 'canonical' | 'hash'> {
  const { texts, salt } = event
  const kept = (JSON.parse(event.canonical) as { texts: unknown }).texts
  const erased = texts === null && salt === null
  const proved = erased ? kept : texts && digests(hash, texts, salt ?? '')
  const canonical = canonicalOf(origin, event, proved, previous)
  return { canonical, hash: hash(canonical) }
}
