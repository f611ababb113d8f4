import PDFDocument from 'pdfkit'
import { fontFile } from './fonts.js'
import { showable } from './showable.js'

/** What a document says of itself. */
export interface SheetHead {
  title: string
  /** When it was made, of which all its bytes depend. */
  at: Date
  /** Stands at the foot of every page. */
  foot: string
}

/** A file that travels inside the document. */
export interface Attachment {
  name: string
  type: string
  description: string
  bytes: Buffer
}

/** A column of a table: its heading and its width in points. */
export type Column = readonly [heading: string, width: number]

const MARGINS = { top: 64, bottom: 72, left: 68, right: 68 } as const
const LABEL_WIDTH = 84
const SIZE = 10.5
const SMALL = 8
const GAP = 3
const INK = '#1a1a1a'
const GREY = '#5a5a5a'
/** What a bold outline has for a point of size. */
const THICKER = 0.028
const RED = '#b00020'
const RULE = '#b8b8b8'
/** Rows after which whoever waits for the process has a turn. */
const ROWS_AT_ONCE = 50

/** How text is set: light, of the usual size and black where nothing else is said. */
interface Style {
  bold?: boolean
  size?: number
  colour?: string
  align?: 'center' | 'right'
}

/** Where a text stands, in points; below what was set last where nothing is said. */
interface Place {
  x?: number
  y?: number
  width?: number
  height?: number
  ellipsis?: boolean
}

/** An A4 sheet that is filled from top to bottom and goes on over as many pages as it needs. */
export type Sheet = ReturnType<typeof createSheet>

/** An empty sheet. Whatever is set is made showable first. */
export function createSheet({ title, at, foot }: SheetHead) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    info: { Title: showable(title), Producer: 'zhenggai', Creator: 'zhenggai', CreationDate: at },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  doc.registerFont('text', fontFile()).font('text')
  const whole = doc.page.width - MARGINS.left - MARGINS.right
  const bottom = doc.page.height - MARGINS.bottom
  const pages = () => doc.bufferedPageRange().count

  function set(text: string, style: Style = {}, place: Place = {}): void {
    const { bold = false, size = SIZE, colour = INK, align } = style
    const { x = MARGINS.left, y = doc.y, ...box } = place
    const options = { lineGap: GAP, ...(align ? { align } : {}), ...box }
    // A second font for a few words would double what is held in memory: their outlines are drawn thicker instead.
    if (bold) doc.lineWidth(size * THICKER).strokeColor(colour)
    const drawn = { ...options, fill: true, stroke: bold }
    doc.fontSize(size).fillColor(colour).text(showable(text), x, y, drawn)
  }

  /** Begins another page where fewer points are left. */
  function room(points: number): void {
    if (doc.y + points > bottom) doc.addPage()
  }

  function rule(): void {
    const y = doc.y + 1
    const line = doc.moveTo(MARGINS.left, y).lineTo(MARGINS.left + whole, y)
    line.lineWidth(0.5).strokeColor(RULE).stroke()
    doc.y = y + 3
  }

  function cells(columns: readonly Column[], texts: readonly string[], style: Style): void {
    const { y } = doc
    let [x, end]: [number, number] = [MARGINS.left, y]
    for (const [index, [, width]] of columns.entries()) {
      set(texts[index] ?? '', style, { x, y: y + 3, width: width - 6 })
      end = Math.max(end, doc.y)
      x += width
    }
    doc.x = MARGINS.left
    doc.y = end
    rule()
  }

  function heightOf(columns: readonly Column[], texts: readonly string[]): number {
    doc.fontSize(SMALL)
    const heights = columns.map(([, width], index) =>
      doc.heightOfString(showable(texts[index] ?? ''), { width: width - 6, lineGap: GAP }),
    )
    return Math.max(...heights) + 7
  }

  return {
    title(text: string, under: string): void {
      set(text, { bold: true, size: 22, align: 'center' })
      set(under, { size: 12, align: 'center', colour: GREY })
      doc.moveDown(0.6)
    },

    /** What must not be overlooked. */
    warning(text: string): void {
      set(text, { bold: true, size: 12, align: 'center', colour: RED })
      doc.moveDown(0.4)
    },

    heading(text: string): void {
      room(64)
      doc.moveDown(0.7)
      set(text, { bold: true, size: 12.5 })
      rule()
    },

    /** A line over what belongs together. */
    caption(text: string): void {
      room(48)
      doc.moveDown(0.25)
      set(text, { bold: true })
    },

    /** A name and what it is, side by side. */
    field(label: string, value: string, size = SIZE): void {
      room(36)
      const { y } = doc
      const page = pages()
      set(label, { colour: GREY }, { y, width: LABEL_WIDTH - 8 })
      const below = doc.y
      const x = MARGINS.left + LABEL_WIDTH
      set(value, { size }, { x, y, width: whole - LABEL_WIDTH })
      // A value that goes on over the page ends there; on one page the lower end of both counts.
      if (pages() === page) doc.y = Math.max(doc.y, below)
      doc.x = MARGINS.left
      doc.y += 2
    },

    note(text: string): void {
      room(28)
      set(text, { size: 9.5, colour: GREY })
    },

    /** A table whose heading stands again on every page; no row is divided. Others have their turn meanwhile. */
    async table(columns: readonly Column[], rows: Iterable<readonly string[]>): Promise<void> {
      const top = () =>
        cells(
          columns,
          columns.map(([heading]) => heading),
          { bold: true, size: 9 },
        )
      top()
      let done = 0
      for (const row of rows) {
        if (doc.y + heightOf(columns, row) > bottom) {
          doc.addPage()
          top()
        }
        cells(columns, row, { size: SMALL })
        done += 1
        if (done % ROWS_AT_ONCE === 0) await new Promise(setImmediate)
      }
    },

    /** Attaches a file as it is, so that it stands in the document byte by byte. */
    attach({ name, type, description, bytes }: Attachment): void {
      doc.compress = false
      const dates = { creationDate: at, modifiedDate: at }
      const options = { name, type, description, relationship: 'Source', ...dates }
      doc.file(bytes, options)
      doc.compress = true
    },

    /** Numbers the pages and ends the sheet; gives its bytes, the same ones for the same sheet. */
    end(): Promise<Buffer> {
      const count = pages()
      const y = bottom + 24
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page)
        // The foot stands where nothing else may, and must not begin another page.
        doc.page.margins.bottom = 0
        const style = { size: SMALL, colour: GREY }
        set(foot, style, { y, width: whole - 90, height: 14, ellipsis: true })
        const number = `第 ${page + 1} 页，共 ${count} 页`
        set(number, { ...style, align: 'right' }, { y, width: whole, height: 14 })
      }
      const ended = new Promise<Buffer>((resolve, reject) => {
        doc.on('end', () => resolve(Buffer.concat(chunks)))
        doc.on('error', reject)
      })
      doc.end()
      return ended
    },
  }
}
