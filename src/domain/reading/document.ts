import { tablesOf } from './cells.js'
import { type Line, linesOf, type Span } from './lines.js'
import { withQuotedHeadings } from './quoted-headings.js'
import { BARE, type ReadLine, readLine } from './read-line.js'
import { type Heading, NO_SECTION, opened, type Section } from './sections.js'
import { sentencesOf } from './sentences.js'
import type { Table } from './table.js'
import { withUnitHeadings } from './unit-headings.js'

/** A line of text with the section it stands in and its sentences. */
export interface TextBlock {
  readonly kind: 'text'
  readonly line: Line
  readonly read: ReadLine
  readonly section: Section
  readonly sentences: readonly Span[]
}

export interface TableBlock {
  readonly kind: 'table'
  readonly table: Table
  readonly section: Section
}

export type Block = TextBlock | TableBlock

/** The title of a notice; what stands above it is its letterhead. */
const TITLE = /^[^。:]{0,40}关于[^。]{4,90}(?:通报|通知|函|意见|报告|情况|结果)$/

/** The text as sections, sentences and tables: what every reader of a notice looks at. */
export function documentOf(plain: string): Block[] {
  const lines = joinedLines(plain, linesOf(plain))
  const tables = tablesOf(lines)
  const reads = withQuotedHeadings(lines, withUnitHeadings(lines.map(readLine)))
  const blocks: Block[] = []
  const title = lines.findIndex(({ text }) => TITLE.test(text))
  let section = NO_SECTION
  let index = 0
  while (index < lines.length) {
    const table = tables.find(({ first }) => first === index)
    if (table) {
      blocks.push({ kind: 'table', table, section })
      index = table.behind
      continue
    }
    const [line, read] = [lines[index], reads[index]]
    if (line && read) {
      // Whoever issues a notice stands above its title, and heads no part of it.
      if (read.heading && index < title && !read.numbered) section = NO_SECTION
      else if (read.heading) section = opened(section, placed(read.heading, section))
      else if (read.numbered) section = closedTo(section, read.level)
      const sentences = read.body ? sentencesOf(plain, read.body) : []
      blocks.push({ kind: 'text', line, read, section, sentences })
    }
    index += 1
  }
  return blocks
}

/** A heading without a number stands below the last one, in the place of the one of its kind before it. */
function placed(heading: Heading, { path }: Section): Heading {
  if (heading.level !== BARE) return heading
  const alike = path.find(
    ({ label, units }) => label === '' && (units.length === 0) === (heading.units.length === 0),
  )
  return { ...heading, level: alike?.level ?? (path.at(-1)?.level ?? 0) + 0.5 }
}

/** A numbered text ends the headings at its own depth: 2. is not below 1. */
function closedTo(section: Section, level: number): Section {
  const ends = ({ label, level: of }: Heading) => label !== '' && of >= level
  const at = section.path.findIndex(ends)
  if (at < 0) return section
  const [first, ...rest] = section.path.slice(0, at)
  if (!first) return NO_SECTION
  return rest.reduce(opened, opened(NO_SECTION, first))
}

/** Longest lines of a text that was wrapped at a fixed width. */
const WIDEST = 60

/** A text wrapped at a fixed width has its paragraphs put together again; others stay as they are. */
function joinedLines(plain: string, lines: readonly Line[]): Line[] {
  const width = Math.max(0, ...lines.map(({ text }) => text.length))
  const full = lines.filter(
    ({ text }) => text.length >= width - 4 && !/[。:;!?|\t]/.test(text.slice(-1)),
  )
  if (width < 20 || width > WIDEST || full.length < 3) return [...lines]
  const joined: Line[] = []
  let before: Line | undefined
  for (const line of lines) {
    const last = joined.at(-1)
    const wrapped = before && before.text.length >= width - 4 && before.row + 1 === line.row
    const continues =
      wrapped &&
      last &&
      !/(?:[。:;!?)]|通报|通知)$/.test(last.text) &&
      !readLine(line).numbered &&
      !/[|\t]/.test(line.text)
    if (continues) {
      joined[joined.length - 1] = {
        ...last,
        end: line.end,
        text: plain.slice(last.start, line.end),
      }
    } else {
      joined.push(line)
    }
    before = line
  }
  return joined
}
