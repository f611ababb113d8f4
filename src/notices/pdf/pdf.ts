import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { LONGEST_TEXT } from '../../domain/reading/unread.js'
import { type Paper, PaperError } from '../paper.js'
import { textOfPages } from './layout.js'
import { linesOfPage, type PageLine, type Piece } from './lines.js'

/** More pages are no notice. */
const MOST_PAGES = 200
/** Fewer signs on a page are a number and a stamp. */
const FEWEST_SIGNS = 10
/** What the library would load with the first document. */
const PARSER: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/**
 * The library, which wants a matrix to be there as it is loaded and for drawing alone; nothing is drawn here. Slow the
 * first time, so that whoever counts the time loads it before.
 */
export async function loadPdfLibrary() {
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} })
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  await import(PARSER)
  return { getDocument, verbosity: VerbosityLevel.ERRORS }
}

/** Tables of signs for fonts that are not in the file, as older programs leave them out. */
const TABLES = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'cmaps/',
)

/**
 * The text of a PDF by where it stands on its pages. Throws PaperError FILE_ENCRYPTED, FILE_DAMAGED, TEXT_TOO_LONG, and
 * FILE_WITHOUT_TEXT where its pages are pictures.
 */
export async function readPdf(bytes: Uint8Array): Promise<Paper> {
  const { getDocument, verbosity } = await loadPdfLibrary()
  const task = getDocument({
    ...{ data: bytes, verbosity, cMapUrl: TABLES, cMapPacked: true },
    ...{ useSystemFonts: false, disableFontFace: true, enableXfa: false, useWasm: false },
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) throw new PaperError('TEXT_TOO_LONG', 'pages without end')
    const pages: PageLine[][] = []
    let signs = 0
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const pieces = piecesOf((await page.getTextContent()).items)
      signs += pieces.reduce((sum, { text }) => sum + text.length, 0)
      if (signs > LONGEST_TEXT) throw new PaperError('TEXT_TOO_LONG')
      pages.push(linesOfPage(pieces))
      page.cleanup()
    }
    return paperOf(pages)
  } catch (error) {
    throw blamed(error)
  } finally {
    await task.destroy()
  }
}

function piecesOf(items: readonly object[]): Piece[] {
  return items.flatMap((item) => {
    if (!('str' in item && 'transform' in item && 'width' in item)) return []
    const { str: text, transform, width } = item
    if (typeof text !== 'string' || typeof width !== 'number' || !Array.isArray(transform))
      return []
    const [a, b, , , x, y] = transform.map(Number)
    // What stands aslant is a mark across the page.
    if (text.trim() === '' || Math.abs(b ?? 0) > Math.abs(a ?? 0) * 0.1) return []
    const size = Math.max(1, Math.hypot(a ?? 0, b ?? 0))
    return [{ text, x: x ?? 0, y: y ?? 0, end: (x ?? 0) + width, size }]
  })
}

function paperOf(pages: readonly (readonly PageLine[])[]): Paper {
  const signsOf = (page: readonly PageLine[]) =>
    page.flatMap(({ parts }) => parts).reduce((sum, { text }) => sum + text.trim().length, 0)
  const blank = pages.flatMap((page, at) => (signsOf(page) < FEWEST_SIGNS ? [at + 1] : []))
  if (blank.length === pages.length) throw new PaperError('FILE_WITHOUT_TEXT')
  const { lines, hasTable } = textOfPages(pages)
  const listed = blank.slice(0, 20).join('、')
  return {
    ...{ kind: 'pdf', lines },
    notes: [
      ...(blank.length > 0 ? [`第${listed}页没有文字，可能是图片，未读取`] : []),
      ...(hasTable ? ['PDF 中的表格按版面位置还原，跨行的单元格可能错位，请逐条核对'] : []),
    ],
  }
}

function blamed(error: unknown): unknown {
  if (error instanceof PaperError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new PaperError('FILE_ENCRYPTED')
  return new PaperError('FILE_DAMAGED', name, { cause: error })
}
