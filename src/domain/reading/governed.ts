import type { Phrase } from '../phrases/phrase.js'
import type { PlacedPhrase } from '../phrases/read-phrases.js'
import { enclosed } from './sentences.js'

/** A phrase of time with what a sentence says around it, up to the next one. */
export interface Governed {
  readonly phrase: Phrase
  /** The clauses before its own, back to that of the phrase before. */
  readonly earlier: string
  /** What stands before it in its own clause: who, and often what is sent in. */
  readonly before: string
  /** What is to be done by then. */
  readonly deed: string
  /** The clauses behind, as far as the same goes on. */
  readonly goesOn: string
}

/** From here on a sentence speaks of somebody else, or of what follows where nothing is done. */
const ELSE =
  /^(?:逾期|否则|届时|到期|(?:整改)?期间|未|拒不|仍|凡|如|若|其他|其余|其中|另|同一|对(?!照)|经.{0,6}(?:复查|复核)|(?!并|同时|随后|将)[^,]{2,16}(?:将|会)(?:对|于|在|组织|适时|予以|视|作为|纳入|按|继续|开展|不定期|随机|进行|约谈|严肃|通报|提请|暂停)|(?!并|同时|将|把|由|经|报|送)[^,]{2,16}?(?:校长|局长|主任|书记|镇长|负责人|负责同志|单位|部门|学校|[局办委厅处科]|中心|公司|集团)(?:要|须|应|需|会|向|作|负责|统一|另))/

/** What each phrase of a text governs. */
export function governedIn(text: string, phrases: readonly PlacedPhrase[]): Governed[] {
  const inside = enclosed(text)
  const ends = [...text.matchAll(/[,。;!?]/g)].flatMap(({ index }) =>
    inside[index] ? [] : [index],
  )
  const clauseOf = (at: number) => (ends.findLast((end) => end < at) ?? -1) + 1
  return phrases.map(({ phrase, from, to }, index) => {
    const last = phrases[index - 1]?.to ?? 0
    const start = Math.max(clauseOf(from), last)
    // What was to be done by the day before says nothing of this one.
    const over = index === 0 ? 0 : (ends.find((end) => end >= last) ?? start) + 1
    const next = phrases[index + 1]?.from
    const [deed = '', ...rest] = clausesOf(text, to, endBefore(next), ends)
    const cut = rest.findIndex((clause) => ELSE.test(clause))
    return {
      phrase,
      earlier: text.slice(Math.min(over, start), start),
      before: text.slice(start, from),
      deed,
      goesOn: (cut < 0 ? rest : rest.slice(0, cut)).join(','),
    }

    /** Up to the clause of the next phrase, or up to that itself in the same clause. */
    function endBefore(at: number | undefined): number {
      if (at === undefined) return text.length
      return clauseOf(at) > to ? clauseOf(at) : at
    }
  })
}

function clausesOf(text: string, from: number, to: number, ends: readonly number[]): string[] {
  const cuts = [from, ...ends.filter((end) => end >= from && end < to).map((end) => end + 1), to]
  return cuts
    .slice(0, -1)
    .map((start, index) => text.slice(start, cuts[index + 1]).replace(/[,。;!?]+$/, ''))
    .filter((clause) => clause !== '' && clause !== '(' && clause !== ')')
}
