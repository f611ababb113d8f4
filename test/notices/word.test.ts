import t from 'tap'
import { draftOf } from '../../src/notices/draft.js'
import { readPaper } from '../../src/notices/read-paper.js'
import { item, lists, p, r, tbl, tc, tr, type WordParts, wordOf } from './office-files.js'

async function read(body: string, parts?: WordParts) {
  return draftOf(await readPaper(wordOf(body, parts), '通报.docx'))
}

const text = async (body: string, parts?: WordParts) => (await read(body, parts)).text

t.test('the numbers Word puts before paragraphs are in the text', async (t) => {
  const numbering = lists(
    ['japaneseCounting', '%1、'],
    ['chineseCountingThousand', '（%2）'],
    ['decimal', '%3.'],
    ['decimal', '%1.%2.%3.%4', '<w:isLgl/>'],
    ['bullet', '\uf06c'],
  )
  const body = [
    item('问题', 1),
    item('网站', 1, 1),
    item('市教育局首页打不开。', 1, 2),
    item('2022年未更新。', 1, 2),
    item('新媒体', 1, 1),
    item('市民政局', 1, 2),
    item('深处', 1, 3),
    item('圆点', 1, 4),
    p('没有编号', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    item('要求', 1),
    item('从头数', 1, 1),
  ].join('')
  t.strictSame((await text(body, { numbering })).split('\n'), [
    '一、问题',
    '（一）网站',
    '1. 市教育局首页打不开。',
    '2. 2022年未更新。',
    '（二）新媒体',
    '1. 市民政局',
    '1.2.1.1 深处',
    '• 圆点',
    '没有编号',
    '二、要求',
    '（一）从头数',
  ])
})

t.test('numbers come from styles, and begin where a list says so', async (t) => {
  const numbering = `${lists(['japaneseCounting', '%1、', '<w:pStyle w:val="H1"/>'], ['decimal', '%2.', '<w:pStyle w:val="H2"/>'])}<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
  const list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  const styles = `<w:style w:styleId="H1">${list}</w:style><w:style w:styleId="H2">${list}</w:style><w:style w:styleId="H3"><w:basedOn w:val="H2"/></w:style>`
  const styled = (style: string, words: string) => p(words, `<w:pStyle w:val="${style}"/>`)
  const body = [
    styled('H1', '甲'),
    styled('H2', '乙'),
    styled('H2', '丙'),
    item('五', 2, 1),
    item('六', 2, 1),
    styled('H1', '丁'),
  ].join('')
  t.strictSame((await text(body, { numbering, styles })).split('\n'), [
    '一、甲',
    '1. 乙',
    '2. 丙',
    '5. 五',
    '6. 六',
    '二、丁',
  ])
})

t.test('what was deleted is gone, what was inserted stays, and both are told', async (t) => {
  const change = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
  const body = [
    p(
      `${r('市教育局')}<w:del>${'<w:r><w:delText>市民政局</w:delText></w:r>'}</w:del><w:ins>${r('“招生考试”栏目')}</w:ins>${r('超过6个月未更新。')}`,
      change,
    ),
    p(r('前半句，'), '<w:rPr><w:del/></w:rPr>'),
    p('后半句。'),
    p(`<w:moveFrom>${r('搬走的话')}</w:moveFrom>`),
    p(r('划去的话', '<w:strike/>')),
    tbl(
      tr(tc('单位'), tc('问题')),
      '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr>',
      tr(tc('市水务局'), tc('首页打不开')),
    ),
  ].join('')
  const draft = await read(body, { numbering: lists(['decimal', '%1.']) })
  t.strictSame(draft.text.split('\n'), [
    '市教育局“招生考试”栏目超过6个月未更新。',
    '前半句，后半句。',
    '划去的话',
    '| 单位 | 问题 |',
    '| 市水务局 | 首页打不开 |',
  ])
  const doubts = draft.reading.unresolved.filter(({ why }) => /修订痕迹|删除线/.test(why))
  t.strictSame(
    doubts.map((one) => one.text),
    ['市教育局“招生考试”栏目超过6个月未更新。', '前半句，后半句。', '划去的话'],
  )
  const points = Array.from(draft.text)
  for (const { start, end, text } of doubts) t.equal(points.slice(start, end).join(''), text)
})

t.test(
  'boxes and notes stand behind their paragraph, once; comments are left out and told',
  async (t) => {
    const box = `<w:txbxContent>${p('框内：市体育局“赛事”栏目未更新。')}</w:txbxContent>`
    const both = `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const draft = await read(
      p(`${r('正文')}${both}${note}${r('接着说。')}<w:r><w:commentReference w:id="0"/></w:r>`),
      {
        footnotes: `<w:footnote w:id="0" w:type="separator">${p('')}</w:footnote><w:footnote w:id="2">${p('脚注的话。')}</w:footnote>`,
        comments: `<w:comment w:id="0">${p('批注的话')}</w:comment>`,
      },
    )
    t.strictSame(draft.text.split('\n'), [
      '正文接着说。',
      '框内：市体育局“赛事”栏目未更新。',
      '注：脚注的话。',
    ])
    t.strictSame(draft.notes, ['文中有批注1条，未读取'])
  },
)

t.test('hidden words, fields, breaks, ticks and placeholders', async (t) => {
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const instruct = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`
  const styles = '<w:style w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
  const body = [
    p(
      `${r('看得见')}${r('看不见', '<w:vanish/>')}${r('也不见', '<w:rStyle w:val="Hid"/>')}${r('又见', '<w:vanish w:val="0"/>')}`,
    ),
    p(
      `${field('begin')}${instruct(' HYPERLINK x ')}${field('separate')}${r('链接的字')}${field('end')}`,
    ),
    p(`${field('begin')}${instruct('TOC \\o')}${field('separate')}${r('一、问题 3')}`),
    p(`${r('二、要求 4')}${field('end')}${r('目录之后')}`),
    p('<w:fldSimple w:instr="DATE"><w:r><w:t>9月30日</w:t></w:r></w:fldSimple>'),
    p(
      '<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>',
    ),
    '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击输入</w:t></w:r></w:p></w:sdtContent></w:sdt>',
    p(
      '<w:r><w:ruby><w:rt><w:r><w:t>shi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>市</w:t></w:r></w:rubyBase></w:ruby></w:r>',
    ),
    p('<w:r><w:drawing><a:blip/></w:drawing></w:r>'),
  ].join('')
  const draft = await read(body, { styles })
  t.strictSame(draft.text.split('\n'), [
    '看得见又见',
    '链接的字',
    '目录之后',
    '9月30日',
    '甲',
    '乙\t丙-√',
    '市',
  ])
  t.strictSame(draft.notes, ['文中有图片1张，图片中的文字未读取', '文中有隐藏文字6字，未读取'])
})

t.test('merged cells say in every row what they say once, below two rows of heads', async (t) => {
  const body = tbl(
    tr(tc('问题清单', { span: 4 })),
    tr(
      tc('序号', { merge: 'restart' }),
      tc('责任单位', { merge: 'restart' }),
      tc('网站', { span: 2 }),
    ),
    tr(tc('', { merge: '' }), tc('', { merge: '' }), tc('栏目'), tc('问题')),
    tr(tc('1'), tc('市教育局', { merge: 'restart' }), tc('招生考试'), tc('超过6个月未更新')),
    tr(tc('2'), tc('', { merge: '' }), tc('通知公告'), tc('超过3个月未更新')),
    tr(tc('（二）区县', { span: 4 })),
    tr(tc('3'), tc('甲区政府'), tc('要闻|动态'), tc('有错别字')),
  )
  const draft = await read(body)
  t.strictSame(draft.text.split('\n'), [
    '问题清单',
    '| 序号 | 责任单位 | 网站 | 网站 |',
    '| 序号 | 责任单位 | 栏目 | 问题 |',
    '| 1 | 市教育局 | 招生考试 | 超过6个月未更新 |',
    '| 2 | 市教育局 | 通知公告 | 超过3个月未更新 |',
    '（二）区县',
    '| 序号 | 责任单位 | 网站 | 网站 |',
    '| 序号 | 责任单位 | 栏目 | 问题 |',
    '| 3 | 甲区政府 | 要闻¦动态 | 有错别字 |',
  ])
  t.strictSame(
    draft.reading.findings.map(({ unit, asset, problem }) => [unit, asset, problem]),
    [
      ['市教育局', '招生考试', '超过6个月未更新'],
      ['市教育局', '通知公告', '超过3个月未更新'],
      ['甲区政府', '要闻¦动态', '有错别字'],
    ],
  )
})

t.test(
  'a mark of secrecy stops it, at the head of pages too, and nothing else goes back',
  async (t) => {
    const said = p('市教育局“招生考试”栏目超过6个月未更新。')
    for (const draft of [
      await read(p('秘密★1年') + said),
      await read(said, { header: p('机密★10年') }),
      await read(`${said.repeat(12)}${p('绝密★长期')}`),
    ]) {
      t.match(draft.text, /^(?:秘密|机密|绝密)★[^\n]*$/)
      t.strictSame(draft.reading.findings, [])
      t.match(draft.reading.unresolved, [{ why: /^标有密级/ }])
    }
  },
)
