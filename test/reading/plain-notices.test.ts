import t from 'tap'
import { deadlinesIn } from '../../src/domain/reading/find-deadlines.js'
import { tellsNoFinding } from '../../src/domain/reading/no-findings.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)

t.test('accounts by the platform in the bracket behind them', async (t) => {
  t.strictSame(read('甲区：青山发布（微博）推文将“部署”写为“布署”；青山文旅（抖音）未更新。'), [
    '甲区|青山发布|青山发布(微博)推文将“部署”写为“布署”',
    '甲区|青山文旅|青山文旅(抖音)未更新',
  ])
})

t.test('a unit is not charged with what its neighbour did', async (t) => {
  t.match(read('青山大学“公示”栏目泄露身份证号；白水学院校园网后台存在弱口令。'), [
    /^青山大学\|公示\|/,
    /^白水学院\|/,
  ])
  t.match(read('市一局、市二局解读材料与文件关联度低，甲市“乙”栏目以报道代替解读。'), [
    /^市一局\|-\|/,
    /^市二局\|-\|/,
    /^甲市\|乙\|/,
  ])
  const mended = '1．外链失效。甲学院、乙学院分别有2条、5条链接失效，其中甲学院已于当日处理完毕。'
  t.strictSame(
    read(mended).filter((one) => one.includes('处理完毕')),
    [],
  )
})

t.test('a case with a title that names a fault is one', async (t) => {
  t.strictSame(
    draft(
      '现就典型问题通报如下：\n问题一：县一局预算公开不完整。“财政预决算”专栏缺少7个部门的说明。\n问题二：县二局超期答复依申请公开件。该局4月2日收到申请，5月20日才作出答复。\n',
    ),
    [
      '县一局|财政预决算|“财政预决算”专栏缺少7个部门的说明',
      '县二局|依申请公开件|超期答复依申请公开件',
    ],
  )
})

t.test('a rank is none, and how many there are is no part of what is wrong', async (t) => {
  t.strictSame(
    draft('一、评估结果\n平均得分79分，得分低于60分的省直部门是：省一局、省二局。\n'),
    [],
  )
  t.strictSame(read('3个省直部门未公开绩效目标，分别是省一局、省二局、省三局。'), [
    '省一局|绩效目标|未公开绩效目标',
    '省二局|绩效目标|未公开绩效目标',
    '省三局|绩效目标|未公开绩效目标',
  ])
})

t.test('words of faults, and what is reckoned as none', async (t) => {
  t.strictSame(read('市一局在线访谈全年仅开展1期。').length, 1)
  t.strictSame(read('市一局“甲”5月后无新增数据。').length, 1)
  t.ok(tellsNoFinding('市一局“甲”栏目疑似错字经复核属规范用法,不计入问题。'))
  t.match(deadlinesIn('以上单位5日内作出书面检讨。', null), [{ kind: 'feedback' }])
})

t.test('what is asked about letters the notice names is a deadline, and no standing rule', (t) => {
  const days = (sentence: string) =>
    deadlinesIn(sentence, null).map(({ working_days }) => working_days)
  t.strictSame(days('请市人社局对上述3件未办结来信于5个工作日内办结'), [5])
  t.strictSame(days('请各单位对上述问题于3个工作日内回复我办'), [3])
  t.strictSame(days('对超期留言2个工作日内答复并书面反馈我办'), [2])
  t.strictSame(days('留言要在2个工作日内予以回复'), [])
  t.strictSame(days('咨询件应在5个工作日内答复'), [])
  t.end()
})

t.test('praise that holds the word of a fault is none', (t) => {
  t.strictSame(read('甲市网站投诉率低、群众满意度高，积极推广信息公开标准化经验。'), [])
  t.match(read('甲市网站政策解读与文件关联度低。'), [/关联度低/])
  t.end()
})
