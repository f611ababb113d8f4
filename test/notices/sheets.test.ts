import t from 'tap'
import { draftOf } from '../../src/notices/draft.js'
import { readPaper } from '../../src/notices/read-paper.js'
import { formatOfCode, shownNumber } from '../../src/notices/sheets/number-formats.js'
import { type SheetWish, stylesOf, workbookOf } from './office-files.js'

type Styles = Parameters<typeof workbookOf>[1]

async function read(sheets: readonly SheetWish[], styles?: Styles) {
  return draftOf(await readPaper(workbookOf(sheets, styles), '台账.xlsx'))
}

t.test('a sheet is a table below its title, merged cells said in every row', async (t) => {
  const rows = [
    ['问题清单', null, null, null],
    ['序号', '责任单位', '网站', null],
    [null, null, '栏目', '问题'],
    [{ value: '1' }, '市教育局', '招生考试', { type: 'inlineStr', value: '超过6个月\n未更新' }],
    [{ value: '2' }, null, '通知公告', '打不开'],
    [null, null, null, null],
  ] as const
  const merges = ['A1:D1', 'A2:A3', 'B2:B3', 'C2:D2', 'B4:B5']
  const { text, reading, kind } = await read([{ rows, merges }])
  t.equal(kind, 'xlsx')
  t.strictSame(text.split('\n'), [
    '问题清单',
    '| 序号 | 责任单位 | 网站 | 网站 |',
    '| 序号 | 责任单位 | 栏目 | 问题 |',
    '| 1 | 市教育局 | 招生考试 | 超过6个月 未更新 |',
    '| 2 | 市教育局 | 通知公告 | 打不开 |',
  ])
  t.strictSame(
    reading.findings.map(({ unit, asset, problem }) => [unit, asset, problem]),
    [
      ['市教育局', '招生考试', '超过6个月未更新'],
      ['市教育局', '通知公告', '打不开'],
    ],
  )
})

t.test('numbers are what their cells show', async (t) => {
  const value = (value: string, style: number) => ({ value, style })
  const styles = stylesOf([14, 22, 'yyyy"年"m"月"d"日"', '0.0%', '#,##0.00', 58, '[h]:mm'])
  const rows = [
    ['单位', '值'],
    ['日期', value('44834', 1)],
    ['时间', value('44834.708333333336', 2)],
    ['中文日期', value('44834', 3)],
    ['比率', value('0.955', 4)],
    ['金额', value('1234.5', 5)],
    ['内置', value('44834', 6)],
    ['时长', value('0.5', 7)],
    ['和', { value: '0.30000000000000004' }],
    ['公式', { type: 'str', formula: 'A1&B1', value: '算出的字' }],
    ['真', { type: 'b', value: '1' }],
    ['错', { type: 'e', value: '#REF!' }],
    ['未算', { formula: 'SUM(A1)', value: '' }],
  ] as const
  const { text, notes } = await read([{ rows }], { styles })
  const cells = text.split('\n').map((line) => line.split(' | ')[1]?.replace(/ \|$/, ''))
  t.strictSame(cells, [
    '值',
    '2022-09-30',
    '2022-09-30 17:00',
    '2022-09-30',
    '95.5%',
    '1234.50',
    '2022-09-30',
    '12:00',
    '0.3',
    '算出的字',
    '是',
    '#REF!',
    '',
  ])
  t.strictSame(notes, ['工作表“Sheet1”有1个公式没有计算结果，按空白读取'])
  const from1904 = await read(
    [
      {
        rows: [
          ['甲', value('43372', 1)],
          ['乙', '丙'],
        ],
      },
    ],
    {
      ...{ styles, from1904: true },
    },
  )
  t.match(from1904.text, /2022-09-30/)
})

t.test('a format says whether a number is a day', async (t) => {
  const shown = (code: string) => formatOfCode(code).shown
  for (const code of ['yyyy/m/d', 'm"月"d"日"', '[$-804]yyyy\\-mm\\-dd;@', 'mmm', 'e-m-d'])
    t.equal(shown(code), 'date', code)
  for (const code of ['h:mm', '[h]:mm:ss', 'mm:ss']) t.equal(shown(code), 'time', code)
  for (const code of ['General', '0.00E+00', '"第"0"天"', '@', '#,##0_);[Red]\\(#,##0\\)'])
    t.not(shown(code), 'date', code)
  t.equal(shown('yyyy-m-d h:mm'), 'date-time')
  t.equal(shownNumber(1, { shown: 'date', digits: 0 }), '1900-01-01')
  t.equal(shownNumber(-1, { shown: 'date', digits: 0 }), '-1', 'no day')
})

t.test('hidden sheets are left out, hidden rows are not, and both are told', async (t) => {
  const { text, notes } = await read([
    {
      name: '区县',
      rows: [
        ['单位', '问题'],
        ['甲区政府', '打不开'],
        ['乙县政府', '未更新'],
      ],
      hiddenRows: [3],
    },
    { name: '底稿', state: 'veryHidden', rows: [['不该读']] },
    { name: 'Sheet3', rows: [['只有一列'], ['市民政局首页打不开。']] },
  ])
  t.strictSame(text.split('\n'), [
    '区县',
    '| 单位 | 问题 |',
    '| 甲区政府 | 打不开 |',
    '| 乙县政府 | 未更新 |',
    '只有一列',
    '市民政局首页打不开。',
  ])
  t.strictSame(notes, ['工作表“区县”有隐藏的行1行，已一并读取', '隐藏的工作表“底稿”未读取'])
})

t.test('a mark at the head of printed pages stops it', async (t) => {
  const more = '<headerFooter><oddHeader>机密★3年</oddHeader></headerFooter>'
  const { text, reading } = await read([
    {
      rows: [
        ['单位', '问题'],
        ['市教育局', '打不开'],
      ],
      more,
    },
  ])
  t.equal(text, '机密★3年')
  t.strictSame(reading.findings, [])
})

t.test('a list is parted by whatever parts it, quotes and all', async (t) => {
  const rows = [
    ['序号', '单位', '问题'],
    ['1', '市教育局', '“招生”；首页,打不开'],
    ['2', '市民政局', '两行\n的话'],
  ]
  const table =
    '| 序号 | 单位 | 问题 |\n| 1 | 市教育局 | “招生”；首页,打不开 |\n| 2 | 市民政局 | 两行 的话 |'
  for (const delimiter of [',', ';', '\t']) {
    const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n')
    const draft = draftOf(await readPaper(Buffer.from(`\ufeff${quoted}`), '清单.csv'))
    t.equal(draft.text, table, JSON.stringify(delimiter))
    t.equal(draft.kind, 'csv')
  }
  // 单位;问题 / 甲;乙 in GBK.
  const gbk = Buffer.from('b5a5cebb3bcecacce20dbcd73bd2d2', 'hex')
  t.equal(
    draftOf(await readPaper(gbk.subarray(0), '清单.CSV')).text,
    '| 单位 | 问题 |\n| 甲 | 乙 |',
  )
  const loose = draftOf(await readPaper(Buffer.from('单位,问题\n甲,说"乙"错\n丙,丁,戊'), 'a.csv'))
  t.equal(loose.text, '| 单位 | 问题 |  |\n| 甲 | 说"乙"错 |  |\n| 丙 | 丁 | 戊 |')
})
