import { PaperError, type PaperLine } from '../paper.js'
import { type Attributes, isOn, type PartHandler } from '../xml.js'
import { createFields } from './fields.js'
import type { Numbering } from './numbering.js'
import { linesOfParagraph, newParagraph, type Paragraph } from './paragraph.js'
import type { Styles } from './styles.js'
import { symbol } from './symbols.js'
import { linesOfTable, type WordRow } from './tables.js'

/** What the parts around a body say of it. */
export interface Around {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Lines of the notes at the foot or the end, by `footnote 2`. */
  readonly notes: ReadonlyMap<string, readonly PaperLine[]>
  /** The most signs all of it may have. */
  readonly most: number
}

/** What was in a body that is not in its lines. */
export interface LeftOut {
  hidden: number
  pictures: number
  objects: number
}

/** Reads the text of a body, of notes or of what stands at the head of pages. */
export interface BodyReader extends PartHandler {
  readonly lines: readonly PaperLine[]
  readonly notes: ReadonlyMap<string, readonly PaperLine[]>
  readonly left: LeftOut
  /** Whether a field was never ended, so that what follows it may be missing. */
  readonly isCut: boolean
}

/** What is not there any more, is there twice, or only says how something looks. */
const SKIPPED: ReadonlySet<string> = new Set(
  'w:del w:moveFrom w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tcPrChange w:trPrChange w:tblPrExChange w:tblGridChange w:numberingChange w:rt w:sectPr mc:Fallback'.split(
    ' ',
  ),
)
const ENDS: ReadonlySet<string> = new Set(
  'w:tc w:txbxContent w:body w:hdr w:ftr w:footnote w:endnote'.split(' '),
)
const SPACES: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

/** A reader for `walk`; what it read is in its `lines` when the part has ended. */
export function createBodyReader({ styles, numbering, notes, most }: Around): BodyReader {
  const fields = createFields()
  const told = new Map<string, readonly PaperLine[]>()
  const left: LeftOut = { hidden: 0, pictures: 0, objects: 0 }
  const path: string[] = []
  const sinks: PaperLine[][] = [[]]
  const paragraphs: Paragraph[] = []
  const tables: WordRow[][] = []
  const noteIds: string[] = []
  const runs: { hidden: boolean }[] = []
  let skipping = 0
  let signs = 0
  let carried: Paragraph | null = null
  let placeholder = false

  const paragraph = () => paragraphs.at(-1)
  const row = () => tables.at(-1)?.at(-1)
  const cell = () => row()?.cells.at(-1)
  const within = (name: string) => path.at(-2) === name

  function say(text: string): void {
    const into = paragraph()
    if (!into || !fields.reads) return
    if (runs.at(-1)?.hidden) {
      left.hidden += text.trim().length
      return
    }
    signs += text.length
    if (signs > most) throw new PaperError('TEXT_TOO_LONG')
    into.text += text
  }

  function openProperty(name: string, attributes: Attributes): void {
    const into = paragraph()
    // Properties of a paragraph's end are no run's, not even of the one whose box it stands in.
    const run = within('w:rPr') && path.at(-3) === 'w:r' ? runs.at(-1) : undefined
    const value = attributes.get('val') ?? ''
    if (name === 'w:pStyle' && into) into.style = value
    else if (name === 'w:numId' && into && within('w:numPr')) into.list = value
    else if (name === 'w:ilvl' && into && within('w:numPr')) into.level = Number(value)
    else if (name === 'w:rStyle' && run) run.hidden ||= styles.of(value).hidden ?? false
    else if ((name === 'w:vanish' || name === 'w:specVanish') && run) run.hidden = isOn(attributes)
    else if (/^w:d?strike$/.test(name) && run && into) into.struck ||= isOn(attributes)
    else if (name === 'w:gridSpan' && cell()) setSpan(Number(value))
    else if (name === 'w:vMerge') setMerge(value === 'restart' ? 'begins' : 'goes-on')
    else if (name === 'w:gridBefore' && row()) setBefore(Number(value))
  }

  function setSpan(span: number): void {
    const into = cell()
    if (into && span > 0 && span < 1_000) into.span = span
  }
  function setMerge(merge: 'begins' | 'goes-on'): void {
    const into = cell()
    if (into) into.merge = merge
  }
  function setBefore(before: number): void {
    const into = row()
    if (into && before > 0) into.before = before
  }

  /** Deleted marks: of the end of a paragraph or of a whole row, said in their properties. */
  function markDeleted(): boolean {
    const into = paragraph()
    if (within('w:trPr')) {
      const deleted = row()
      if (deleted) deleted.deleted = true
      return true
    }
    if (!within('w:rPr') || path.at(-3) !== 'w:pPr' || !into) return false
    into.joined = true
    into.revised = true
    return true
  }

  function openPart(name: string, attributes: Attributes): void {
    const into = paragraph()
    if (name === 'w:p') paragraphs.push(begun())
    else if (name === 'w:tbl') tables.push([])
    else if (name === 'w:tr') tables.at(-1)?.push({ cells: [], before: 0, deleted: false })
    else if (name === 'w:tc') {
      const lines: PaperLine[] = []
      row()?.cells.push({ lines, span: 1, merge: null })
      sinks.push(lines)
    } else if (name === 'w:txbxContent') sinks.push([])
    else if (name === 'w:footnote' || name === 'w:endnote') {
      sinks.push([])
      noteIds.push(`${name.slice(2)} ${attributes.get('id')}`)
    } else if (name === 'w:r') runs.push({ hidden: hiddenBy(into) })
    else if (name === 'w:fldChar') moveField(attributes.get('fldCharType'))
    else if (name === 'w:sym')
      say(symbol(attributes.get('font') ?? '', attributes.get('char') ?? ''))
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
      into?.behind.push(...noteLines(name.slice(2, -9), attributes.get('id') ?? ''))
    else if (name === 'w:ins' || name === 'w:moveTo') {
      if (into) into.revised = true
    } else if (name === 'a:blip' || name === ':imagedata') left.pictures += 1
    else if (name === 'w:object' || name === 'w:altChunk') left.objects += 1
    else if (name === 'w:showingPlcHdr') placeholder = true
  }

  /** A new paragraph, or the one whose end was deleted; it then is as this one is. */
  function begun(): Paragraph {
    const before = carried
    carried = null
    const fresh = newParagraph()
    return before
      ? { ...before, ...{ style: null, list: null, level: null, joined: false } }
      : fresh
  }

  /** What was joined to nothing stands for itself. */
  function endCarried(): void {
    if (carried) sinks.at(-1)?.push(...linesOfParagraph(carried, styles, numbering))
    carried = null
  }

  function hiddenBy(into: Paragraph | undefined): boolean {
    return styles.of(into?.style ?? styles.usual).hidden ?? false
  }

  function moveField(type: string | undefined): void {
    if (type === 'begin') fields.begin()
    else if (type === 'separate') fields.separate()
    else if (type === 'end') fields.end()
  }

  function noteLines(kind: string, id: string): PaperLine[] {
    const [first, ...rest] = notes.get(`${kind} ${id}`) ?? []
    return first ? [{ ...first, text: `注：${first.text.trim()}` }, ...rest] : []
  }

  function endParagraph(): void {
    const ended = paragraphs.pop()
    if (!ended) return
    if (ended.joined) carried = ended
    else sinks.at(-1)?.push(...linesOfParagraph(ended, styles, numbering))
  }

  function endPart(name: string): void {
    if (ENDS.has(name)) endCarried()
    if (name === 'w:p') endParagraph()
    else if (name === 'w:r') runs.pop()
    else if (name === 'w:tc') sinks.pop()
    else if (name === 'w:tbl') sinks.at(-1)?.push(...linesOfTable(tables.pop() ?? []))
    else if (name === 'w:txbxContent') paragraph()?.behind.push(...worded(sinks.pop()))
    else if (name === 'w:footnote' || name === 'w:endnote')
      told.set(noteIds.pop() ?? '', worded(sinks.pop()))
  }

  return {
    get lines() {
      return sinks[0] ?? []
    },
    notes: told,
    left,
    get isCut() {
      return fields.isOpen
    },
    open(name, attributes) {
      path.push(name)
      if (skipping > 0) skipping += 1
      else if (SKIPPED.has(name)) {
        if (name === 'w:del' && !markDeleted()) noteRevision()
        skipping = 1
      } else if (name === 'w:sdtContent' && placeholder) {
        placeholder = false
        skipping = 1
      } else if (SPACES[name] !== undefined && within('w:r')) say(SPACES[name])
      else {
        openPart(name, attributes)
        openProperty(name, attributes)
      }
    },
    close(name) {
      path.pop()
      if (skipping > 0) skipping -= 1
      else endPart(name)
    },
    text(text) {
      if (skipping > 0) return
      const name = path.at(-1)
      if (name === 'w:t' || name === 'm:t') say(text)
      else if (name === 'w:instrText') fields.instruct(text)
    },
  }

  function noteRevision(): void {
    const into = paragraph()
    if (into) into.revised = true
  }
}

function worded(lines: readonly PaperLine[] = []): PaperLine[] {
  return lines.filter(({ text }) => text.trim() !== '')
}
