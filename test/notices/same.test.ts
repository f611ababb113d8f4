import { readFileSync } from 'node:fs'
import t from 'tap'
import { draftOf } from '../../src/notices/draft.js'
import { readPaper } from '../../src/notices/read-paper.js'
import { p, tbl, tc, tr, wordOf, workbookOf } from './office-files.js'
import { type Piece, pdfOf } from './pdfs.js'

t.setTimeout(120_000)

const LINES = readFileSync('example/notice.txt', 'utf8').trimEnd().split(/\r?\n/)
const TABLE = [
  ['序号', '责任单位', '栏目名称', '问题描述'],
  ['1', '市教育局', '招生考试', '超过6个月未更新'],
  ['2', '市民政局', '通知公告', '打不开'],
  ['3', '甲区政府', '政务要闻', '有错别字'],
] as const

async function findings(bytes: Buffer, name: string) {
  const { reading, text } = draftOf(await readPaper(new Uint8Array(bytes), name))
  const points = Array.from(text)
  for (const { start, end, sentence } of [...reading.findings])
    t.equal(points.slice(start, end).join(''), sentence, name)
  return {
    findings: reading.findings.map(({ unit, asset, problem, deadline }) => [
      unit,
      asset,
      problem,
      deadline,
    ]),
    deadlines: reading.deadlines,
  }
}

/** Paragraphs as a program sets them: two signs in, wrapped at a width of 28, 30 lines a page. */
function pagesOf(paragraphs: readonly string[]): Piece[][] {
  const lines = paragraphs.flatMap((text) => {
    const signs = Array.from(text)
    const [first, rest] = [signs.slice(0, 26), signs.slice(26)]
    const more = Array.from({ length: Math.ceil(rest.length / 28) }, (_, at) =>
      rest.slice(at * 28, at * 28 + 28),
    )
    return [
      { x: 114, text: first.join('') },
      ...more.map((part) => ({ x: 90, text: part.join('') })),
    ]
  })
  const pages: Piece[][] = []
  for (const [at, line] of lines.entries()) {
    const page = (pages[Math.floor(at / 30)] ??= [])
    page.push({ ...line, y: 780 - (at % 30) * 24, size: 12 })
  }
  return pages
}

t.test('a notice in words says the same in every form', async (t) => {
  const paragraphs = LINES.map((line) => line.trim()).filter((line) => line !== '')
  const wanted = await findings(Buffer.from(LINES.join('\n')), '通报.txt')
  t.ok(wanted.findings.length > 30, `${wanted.findings.length} findings`)
  t.strictSame(
    await findings(wordOf(paragraphs.map((line) => p(line)).join('')), '通报.docx'),
    wanted,
  )
  t.strictSame(
    await findings(workbookOf([{ rows: paragraphs.map((line) => [line]) }]), '通报.xlsx'),
    wanted,
  )
  t.strictSame(await findings(pdfOf(pagesOf(paragraphs)), '通报.pdf'), wanted)
})

t.test('a notice in a table says the same in every form', async (t) => {
  const piped = TABLE.map((row) => row.join(' | ')).join('\n')
  const wanted = await findings(Buffer.from(piped), '清单.txt')
  t.equal(wanted.findings.length, 3)
  const word = wordOf(tbl(...TABLE.map((row) => tr(...row.map((cell) => tc(cell))))))
  t.strictSame(await findings(word, '清单.docx'), wanted)
  t.strictSame(await findings(workbookOf([{ rows: TABLE }]), '清单.xlsx'), wanted)
  t.strictSame(
    await findings(Buffer.from(TABLE.map((row) => row.join(',')).join('\n')), '清单.csv'),
    wanted,
  )
  const pieces = TABLE.flatMap((row, line) =>
    row.map((text, at) => ({ x: 90 + at * 90, y: 700 - line * 20, text })),
  )
  t.strictSame(await findings(pdfOf([pieces]), '清单.pdf'), wanted)
})
