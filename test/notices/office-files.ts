import { contentTypes, entry, type ZipEntry, zip } from '../files/zips.js'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A run of words with these properties. */
export const r = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A paragraph of words, or of what is markup already. */
export const p = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`

/** A numbered paragraph. */
export const item = (content: string, list: number, level = 0) =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

/** A cell; `merge` as Word says it, empty for one that goes on. */
export const tc = (text: string, { merge, span }: { merge?: string; span?: number } = {}) => {
  const merged = merge === undefined ? '' : `<w:vMerge${merge ? ` w:val="${merge}"` : ''}/>`
  const spanned = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`
  return `<w:tc><w:tcPr>${spanned}${merged}</w:tcPr>${p(text)}</w:tc>`
}
export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
export const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

/** Parts beside the body, by their kind. */
export interface WordParts {
  numbering?: string
  styles?: string
  footnotes?: string
  comments?: string
  header?: string
}

const ROOTS: Readonly<Record<keyof WordParts, string>> = {
  numbering: 'numbering',
  styles: 'styles',
  footnotes: 'footnotes',
  comments: 'comments',
  header: 'hdr',
}

/** A Word document of this body. */
export function wordOf(
  body: string,
  parts: WordParts = {},
  more: readonly ZipEntry[] = [],
): Buffer {
  const kinds = Object.entries(parts) as [keyof WordParts, string][]
  const spaces = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}" xmlns:a="${A}"`
  return zip([
    contentTypes('docx'),
    related('_rels/.rels', [['officeDocument', 'word/document.xml']]),
    related(
      'word/_rels/document.xml.rels',
      kinds.map(([kind]) => [kind, `${kind}.xml`]),
    ),
    entry('word/document.xml', `<w:document ${spaces}><w:body>${body}</w:body></w:document>`),
    ...kinds.map(([kind, content]) =>
      entry(`word/${kind}.xml`, `<w:${ROOTS[kind]} ${spaces}>${content}</w:${ROOTS[kind]}>`),
    ),
    ...more,
  ])
}

/** A list of levels, each its format and its text, with whatever else is said of it. */
export function lists(
  ...levels: readonly (readonly [format: string, text: string, more?: string])[]
) {
  const said = levels.map(
    ([format, text, more = ''], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="7">${said.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`
}

/** A cell of a sheet: its place and its content as markup, or a text. */
export interface SheetCell {
  type?: 's' | 'inlineStr' | 'str' | 'b' | 'e' | 'n'
  style?: number
  formula?: string
  value: string
}

export interface SheetWish {
  name?: string
  state?: 'hidden' | 'veryHidden'
  rows: readonly (readonly (string | SheetCell | null)[])[]
  merges?: readonly string[]
  hiddenRows?: readonly number[]
  more?: string
}

/** A workbook of these sheets; texts are shared unless said otherwise. */
export function workbookOf(
  sheets: readonly SheetWish[],
  { styles = '', from1904 = false }: { styles?: string; from1904?: boolean } = {},
): Buffer {
  const strings: string[] = []
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="s${at}"/>`,
  )
  const parts = sheets.map((sheet, at) =>
    entry(`xl/worksheets/sheet${at + 1}.xml`, sheetPart(sheet, strings)),
  )
  const si = strings.map((text) => `<si><r><t>${escaped(text)}</t></r><rPh><t>音</t></rPh></si>`)
  const links = sheets.map(
    (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`, `s${at}`] as const,
  )
  return zip([
    contentTypes('xlsx'),
    related('_rels/.rels', [['officeDocument', '/xl/workbook.xml']]),
    related('xl/_rels/workbook.xml.rels', [
      ...links,
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    entry(
      'xl/workbook.xml',
      `<workbook xmlns="${S}" xmlns:r="${R}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${named.join('')}</sheets></workbook>`,
    ),
    entry('xl/sharedStrings.xml', `<sst xmlns="${S}">${si.join('')}</sst>`),
    entry('xl/styles.xml', `<styleSheet xmlns="${S}">${styles}</styleSheet>`),
    ...parts,
  ])
}

/** Formats by the style of a cell: 0 none, then these, built-in ones by number, others as they are written. */
export function stylesOf(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((one, at) =>
    typeof one === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${escaped(one)}"/>` : [],
  )
  const xfs = formats.map(
    (one, at) => `<xf numFmtId="${typeof one === 'string' ? 200 + at : one}"/>`,
  )
  return `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs>`
}

function sheetPart(
  { rows, merges = [], hiddenRows = [], more = '' }: SheetWish,
  strings: string[],
) {
  const cells = (row: SheetWish['rows'][number], number: number) =>
    row.map((cell, at) => {
      if (cell === null) return ''
      const place = `${String.fromCharCode(65 + at)}${number}`
      const { type, style, formula, value } = typeof cell === 'string' ? shared(cell) : cell
      const f = formula === undefined ? '' : `<f>${escaped(formula)}</f>`
      const v =
        type === 'inlineStr'
          ? `<is><t>${escaped(value)}</t></is>`
          : value && `<v>${escaped(value)}</v>`
      return `<c r="${place}" t="${type ?? 'n'}" s="${style ?? 0}">${f}${v}</c>`
    })
  const shared = (text: string): SheetCell => {
    strings.push(text)
    return { type: 's', value: String(strings.length - 1) }
  }
  const data = rows.map((row, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : ''
    return `<row r="${at + 1}"${hidden}>${cells(row, at + 1).join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet xmlns="${S}"><sheetData>${data.join('')}</sheetData><mergeCells>${merged}</mergeCells>${more}</worksheet>`
}

function related(
  name: string,
  targets: readonly (readonly [kind: string, target: string, id?: string])[],
) {
  const all = targets.map(
    ([kind, target, id], at) =>
      `<Relationship Id="${id ?? `r${at}`}" Type="${R}/${kind}" Target="${target}"/>`,
  )
  return entry(
    name,
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  )
}
