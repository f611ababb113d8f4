import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const read = (text: string) =>
  readNotice(text).findings.map(({ unit, asset, problem, needs }) => [
    ...[unit, asset, problem],
    needs.filter((need) => need === 'problem').length,
  ])

t.test('an item no known word says a fault of is left to a person', async (t) => {
  const text = (item: string) => `一、存在的问题\n（一）县一局\n1.${item}\n`
  t.strictSame(read(text('“甲”栏目配文张冠李戴、文图两张皮。')), [
    ['县一局', '甲', '“甲”栏目配文张冠李戴、文图两张皮', 1],
  ])
  t.strictSame(read(text('“甲”栏目已制定维护计划并组织培训。')), [], 'work done is none')
  t.strictSame(
    read('一、存在的问题\n县一局：1.“甲”栏目图文两张皮。2.“乙”栏目图片模糊。\n').map(
      ([, thing]) => thing,
    ),
    ['甲', '乙'],
    'numbered within a line too',
  )
  const { findings } = readNotice(text('“甲”栏目配文张冠李戴、文图两张皮。'))
  t.ok((findings[0]?.confidence ?? 1) <= 0.7)
})

t.test('whose 责任单位 stands behind it is meant', async (t) => {
  const text = '一、死链错链问题\n1.“甲”栏目附件链接到个人网盘（责任单位：县水务公司）。\n'
  t.strictSame(read(text), [['县水务公司', '甲', '“甲”栏目附件链接到个人网盘', 1]])
})

t.test('a sentence among problems that names a unit and gives none is shown', async (t) => {
  const text =
    '一、存在的问题\n县一局“甲”栏目空白。县二局与县三局的“乙”“丙”两张照片拍摄角度相同。\n'
  const { findings, unresolved } = readNotice(text)
  const silent = findings.every(({ unit }) => unit === '县一局')
  t.ok(!silent || unresolved.some(({ text }) => text.startsWith('县二局')), 'never silent')
})

t.test('papers, menus and details', async (t) => {
  t.match(read('一、存在的问题\n（一）县一局\n1.《县规划》未配发解读。\n'), [['县一局', '县规划']])
  t.match(
    read('一、存在的问题\n县一局微信公众号“甲”未推送内容，且“乙”菜单无法打开。\n').map(
      ([, thing]) => thing,
    ),
    ['甲', '甲'],
  )
  t.strictSame(
    read('一、存在的问题\n县一局网站首页有12个错链，其中“乙”链接跳转到赌博页面。\n').length,
    1,
  )
})
