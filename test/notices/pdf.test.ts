import t from 'tap'
import { draftOf } from '../../src/notices/draft.js'
import { readPaper } from '../../src/notices/read-paper.js'
import { assembled, type Piece, pdfOf, streamOf } from './pdfs.js'

const read = async (bytes: Buffer) => draftOf(await readPaper(new Uint8Array(bytes), '通报.pdf'))

/** Lines of text below each other, from the left edge of 90 points unless they begin further in. */
const set = (...lines: readonly (string | readonly [x: number, text: string])[]): Piece[] =>
  lines.map((line, at) => {
    const [x, text] = typeof line === 'string' ? [90, line] : line
    return { x, y: 760 - at * 24, text, size: 16 }
  })

t.test('wrapped lines are put together again, over pages too, without their numbers', async (t) => {
  const pages = [
    [
      ...set(
        [170, '关于网站检查情况的通报'],
        [122, '市教育局“招生考试”栏目超过6个月一直没有更新'],
        '内容，市民政局网站首页打不开，市水务局的网站地图失',
      ),
      { x: 280, y: 40, text: '- 1 -', size: 10 },
    ],
    [...set('效。', [122, '请于2022年9月30日前整改。'])],
  ]
  const { text, kind, notes } = await read(pdfOf(pages))
  t.equal(kind, 'pdf')
  t.strictSame(text.split('\n'), [
    '关于网站检查情况的通报',
    '市教育局“招生考试”栏目超过6个月一直没有更新内容，市民政局网站首页打不开，市水务局的网站地图失效。',
    '请于2022年9月30日前整改。',
  ])
  t.strictSame(notes, [])
})

t.test('what stands in columns is a table, and is told to be one put together', async (t) => {
  const row = (y: number, ...cells: readonly string[]) =>
    cells.flatMap((text, at) => (text === '' ? [] : { x: [90, 130, 230, 340][at] ?? 0, y, text }))
  const page = [
    { x: 200, y: 780, text: '问题清单' },
    ...row(740, '序号', '责任单位', '栏目', '问题描述'),
    ...row(720, '1', '市教育局', '招生考试', '超过6个月'),
    ...row(704, '', '', '', '未更新'),
    ...row(684, '2', '市民政局', '通知公告', '打不开'),
    { x: 90, y: 640, text: '请于2022年9月30日前反馈整改情况。' },
  ]
  const { text, notes, reading } = await read(pdfOf([page.toReversed()]))
  t.strictSame(text.split('\n'), [
    '问题清单',
    '| 序号 | 责任单位 | 栏目 | 问题描述 |',
    '| 1 | 市教育局 | 招生考试 | 超过6个月未更新 |',
    '| 2 | 市民政局 | 通知公告 | 打不开 |',
    '请于2022年9月30日前反馈整改情况。',
  ])
  t.match(notes, [/表格按版面位置还原/])
  t.equal(reading.findings.length, 2)
})

t.test('pages without text are told, a PDF of nothing else is refused', async (t) => {
  const said = set('市教育局“招生考试”栏目超过6个月未更新。')
  t.strictSame((await read(pdfOf([said, []]))).notes, ['第2页没有文字，可能是图片，未读取'])
  await t.rejects(read(pdfOf([[], []])), { code: 'FILE_WITHOUT_TEXT' })
  await t.rejects(read(pdfOf([[{ x: 280, y: 40, text: '- 1 -' }]])), { code: 'FILE_WITHOUT_TEXT' })
})

t.test('a mark of secrecy stops it', async (t) => {
  const { text, reading } = await read(pdfOf([set('机密★10年', '市教育局首页打不开。')]))
  t.equal(text, '机密★10年')
  t.strictSame(reading.findings, [])
})

t.test('one under a password or broken is refused', async (t) => {
  const locked = assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
    ],
    '/Encrypt 3 0 R /ID [<00> <00>]',
  )
  await t.rejects(read(locked), { code: 'FILE_ENCRYPTED' })
  await t.rejects(read(Buffer.from('%PDF-1.7\nnothing of one')), { code: 'FILE_DAMAGED' })
  const half = pdfOf([set('市教育局首页打不开，栏目未更新。')])
  await t.rejects(read(half.subarray(0, 60)), { code: 'FILE_DAMAGED' })
  const circle = assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
    streamOf('BT ET'),
  ])
  await t.rejects(read(circle), { code: /^FILE_/ })
})
