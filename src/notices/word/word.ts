import { LONGEST_TEXT } from '../../domain/reading/unread.js'
import type { OfficePackage } from '../package.js'
import type { Paper, PaperLine } from '../paper.js'
import { walk } from '../xml.js'
import { type Around, type BodyReader, createBodyReader } from './body.js'
import { numberingOf } from './numbering.js'
import { stylesOf } from './styles.js'

/**
 * A Word document as text: paragraphs with the numbers Word puts before them, tables with what merged cells say in each
 * row, boxes and notes behind the paragraph they belong to. `heads` is what stands at the head and foot of its pages,
 * which is no part of the text. Throws PaperError.
 */
export function readWord(given: OfficePackage): Paper & { readonly heads: readonly string[] } {
  const { main, part } = given
  const related = given.references(main)
  const partsOf = (kind: string) =>
    related.flatMap((one) => (one.kind === kind ? (part(one.target) ?? []) : []))
  const [styles] = partsOf('styles')
  const [numbering] = partsOf('numbering')
  const around: Around = {
    styles: stylesOf(styles),
    numbering: numberingOf(numbering),
    notes: new Map(),
    most: LONGEST_TEXT,
  }
  const notes = new Map<string, readonly PaperLine[]>()
  for (const one of [...partsOf('footnotes'), ...partsOf('endnotes')]) {
    for (const [id, lines] of readPart(one, around).notes) notes.set(id, lines)
  }
  const body = readPart(part(main) ?? Buffer.alloc(0), { ...around, notes })
  const heads = [...partsOf('header'), ...partsOf('footer')].flatMap((one) =>
    readPart(one, around).lines.map(({ text }) => text),
  )
  return {
    kind: 'docx',
    lines: body.lines,
    notes: leftOut(
      body,
      partsOf('comments').reduce((sum, one) => sum + commentsIn(one), 0),
    ),
    heads,
  }
}

function readPart(part: Buffer, around: Around): BodyReader {
  const reader = createBodyReader(around)
  walk(part, reader)
  return reader
}

function commentsIn(part: Buffer): number {
  let count = 0
  walk(part, {
    open(name) {
      if (name === 'w:comment') count += 1
    },
  })
  return count
}

function leftOut({ left, isCut }: BodyReader, comments: number): string[] {
  const { pictures, objects, hidden } = left
  return [
    ...(pictures > 0 ? [`文中有图片${pictures}张，图片中的文字未读取`] : []),
    ...(objects > 0 ? [`文中嵌入了其他文档或对象${objects}个，其中的文字未读取`] : []),
    ...(hidden > 0 ? [`文中有隐藏文字${hidden}字，未读取`] : []),
    ...(comments > 0 ? [`文中有批注${comments}条，未读取`] : []),
    ...(isCut ? ['文中有没有结束的域，其后的文字可能没有读全'] : []),
  ]
}
