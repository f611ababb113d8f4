import { LONGEST_TEXT } from '../../domain/reading/unread.js'
import { linesOfGrid } from '../grid.js'
import type { OfficePackage } from '../package.js'
import { type Paper, PaperError, type PaperLine, plainLine } from '../paper.js'
import { isOn, walk } from '../xml.js'
import { formatsOf } from './number-formats.js'
import { readSheet, type Shared, type Sheet, unescaped } from './sheet.js'

interface Listed {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** Names that say nothing: those a program gives. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i

/**
 * A workbook as text: its visible sheets one after another, each under its name where it says something. `heads` is
 * what stands at the head and foot of printed pages. Throws PaperError.
 */
export function readWorkbook(given: OfficePackage): Paper & { readonly heads: readonly string[] } {
  const { main, part } = given
  const related = given.references(main)
  const partOf = (kind: string) => {
    const target = related.find((one) => one.kind === kind)?.target
    return target === undefined ? undefined : part(target)
  }
  const { sheets, from1904 } = listed(
    part(main) ?? Buffer.alloc(0),
    (id) => related.find((one) => one.id === id && one.kind === 'worksheet')?.target,
  )
  const shared: Shared = {
    strings: stringsOf(partOf('sharedStrings')),
    formats: formatsOf(partOf('styles')),
    from1904,
  }
  const lines: PaperLine[] = []
  const heads: string[] = []
  const notes: string[] = []
  const visible = sheets.filter(({ hidden }) => !hidden)
  for (const { name, part: target } of visible) {
    const sheet = readSheet(part(target) ?? Buffer.alloc(0), shared)
    const own = linesOfGrid(sheet.rows)
    if (own.length > 0 && visible.length > 1 && !UNNAMED.test(name)) lines.push(plainLine(name))
    lines.push(...own)
    heads.push(...sheet.heads, name)
    notes.push(...notesOf(name, sheet))
  }
  const hidden = sheets.filter((one) => one.hidden).map(({ name }) => `“${name}”`)
  if (hidden.length > 0) notes.push(`隐藏的工作表${hidden.join('、')}未读取`)
  const pictures = given.names.filter((name) => /^xl\/media\//i.test(name)).length
  if (pictures > 0) notes.push(`表中有图片${pictures}张，图片中的文字未读取`)
  return { kind: 'xlsx', lines, notes, heads }
}

function notesOf(name: string, { hiddenRows, hiddenColumns, uncalculated }: Sheet): string[] {
  return [
    ...(hiddenRows > 0 ? [`工作表“${name}”有隐藏的行${hiddenRows}行，已一并读取`] : []),
    ...(hiddenColumns ? [`工作表“${name}”有隐藏的列，已一并读取`] : []),
    ...(uncalculated > 0 ? [`工作表“${name}”有${uncalculated}个公式没有计算结果，按空白读取`] : []),
  ]
}

function listed(part: Buffer, partOf: (id: string) => string | undefined) {
  const sheets: Listed[] = []
  let from1904 = false
  walk(part, {
    open(name, attributes) {
      if (name === 's:workbookPr')
        from1904 = isOn(new Map([['val', attributes.get('date1904') ?? '0']]))
      if (name !== 's:sheet') return
      const target = partOf(attributes.get('id') ?? '')
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible'
      if (target !== undefined)
        sheets.push({ name: attributes.get('name') ?? '', part: target, hidden })
    },
  })
  return { sheets, from1904 }
}

/** The texts cells share, each at its number; what only says how it is spoken is left out. */
function stringsOf(part: Buffer | undefined): string[] {
  const strings: string[] = []
  let text: string | null = null
  let phonetic = false
  let reads = false
  let signs = 0
  if (!part) return strings
  walk(part, {
    open(name) {
      if (name === 's:si') text = ''
      else if (name === 's:rPh') phonetic = true
      else if (name === 's:t') reads = !phonetic
    },
    close(name) {
      if (name === 's:rPh') phonetic = false
      else if (name === 's:t') reads = false
      else if (name === 's:si') strings.push(unescaped(text ?? ''))
    },
    text(more) {
      if (!reads || text === null) return
      signs += more.length
      if (signs > LONGEST_TEXT) throw new PaperError('TEXT_TOO_LONG')
      text += more
    },
  })
  return strings
}
