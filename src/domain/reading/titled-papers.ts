import { saysFault } from './faults.js'
import type { Span } from './lines.js'
import type { ObjectMention } from './quotes.js'

const PAPER = /《([^《》\n]{2,60})》/g
/** Behind whom a paper is its own: 市司法局起草的《…》. */
const OWNED = /(?:起草|制定|印发|出台|发布|公开|公布|上传)的?$|[\u4e00-\u9fff]{2}的$/
/** What it asks for, or what it is the measure of, is no fault of its own. */
const MEASURE = /^的?(?:要求|规定|精神|标准|相关|有关|部署|第|、|和|及)/
/** What is said of it: to the end of the clause that begins behind it, or of the next one. */
const SAID = /^[^,。;]{0,12}(?:,(?:[^,。;]|,(?=\d{3})){0,40}|[^,。;]{0,30})(?=[,。;]|$)/

/** Where the fault is within the paper: 《…公告》中仍将…误写为…. */
const WITHIN =
  /^(?:的?(?:正文|文中|标题|附件|附表)?[中内里]?)(?:仍|还|也|多处|均|多次)?(?:将|把|存在|出现|写错|引用)/
const STANDS = /(?:[,但在:]|网站|公众号|微博|号)$/

/** Papers that a sentence says a fault of: 《…规划》未配发解读; what a paper asks for is another matter. */
export function titledPapers(
  text: string,
  units: readonly Span[],
  things: readonly Span[],
): ObjectMention[] {
  return [...text.matchAll(PAPER)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const before = text.slice(Math.max(0, start - 6), start)
    const after = text.slice(end, end + 10)
    const stands =
      /^$|:$/.test(before) || units.some((one) => one.end === start) || OWNED.test(before)
    const [said = ''] = SAID.exec(text.slice(end)) ?? []
    const faulty = stands && !MEASURE.test(after) && saysFault(said.replace(/“[^”]*”/g, '□'))
    const within = (stands || STANDS.test(before)) && WITHIN.test(after)
    // Where a thing is named too, the paper is only a part of it.
    if (things.length > 0 || (!faulty && !within)) return []
    return [{ start, end, name: match[1] ?? '', platform: null, former: null }]
  })
}
