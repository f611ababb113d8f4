import type { Span } from './lines.js'
import type { ObjectMention } from './quotes.js'

const PAPER = /《([^《》\n]{2,60})》/g
/** Behind whom a paper is its own: 市司法局起草的《…》. */
const OWNED = /(?:起草|制定|印发|出台|发布|公开|公布|上传)的?$/
const FAULTY = /^(?:等)?(?:\d+[个份件])?(?:[未无没不仅超逾至仍]|公开后|发布后|印发后)/

/** Papers that a sentence says a fault of: 《…规划》未配发解读; what a paper asks for is another matter. */
export function titledPapers(text: string, units: readonly Span[]): ObjectMention[] {
  if (/“[^”]{1,20}”/.test(text.replace(/《[^《》\n]*》/g, ''))) return []
  return [...text.matchAll(PAPER)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const before = text.slice(Math.max(0, start - 6), start)
    const stands = start === 0 || units.some((one) => one.end === start) || OWNED.test(before)
    if (!stands || !FAULTY.test(text.slice(end, end + 8))) return []
    return [{ start, end, name: match[1] ?? '', platform: null, former: null }]
  })
}
