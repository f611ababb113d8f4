import { numberingOf } from './headings.js'
import type { Line } from './lines.js'
import { squeezed } from './plain.js'
import type { ReadLine } from './read-line.js'
import { unitMentions } from './unit-mentions.js'

/** Longer ones say something themselves. */
const LONGEST = 20
/** Deeper ones are items. */
const DEEPEST = 2

/**
 * Numbered lines with a word in quotation marks that head what stands below them: 四、网办深度“有水分”. As items they
 * would name whose they are, and end.
 */
export function withQuotedHeadings(
  lines: readonly Line[],
  reads: readonly ReadLine[],
): readonly ReadLine[] {
  return reads.map((read, at) => {
    const [line, next] = [lines[at], reads[at + 1]]
    if (!line || !next || !read.numbered || read.heading || read.level > DEEPEST) return read
    const numbering = numberingOf(line)
    const title = squeezed(line.text.slice(numbering?.length ?? 0))
    const below = !next.numbered || next.level > read.level
    const short = title.length <= LONGEST && title.includes('“') && !/[。;:,!?|\t]/.test(title)
    if (!below || !short || unitMentions(title.replace(/“[^”]*”/g, '□')).length > 0) return read
    const label = numbering?.label ?? ''
    return { ...read, heading: { level: read.level, label, title, units: [] }, body: null }
  })
}
