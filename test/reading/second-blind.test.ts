import t from 'tap'
import { deadlinesIn } from '../../src/domain/reading/find-deadlines.js'
import { isSettled, tellsNoFinding } from '../../src/domain/reading/no-findings.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { isUnitName, unitMentions } from '../../src/domain/reading/unit-mentions.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)

t.test('praise, figures and denials are no findings', async (t) => {
  for (const text of [
    '市一局全年答复来信320件，无一件因答复敷衍被投诉。',
    '县二局负责的栏目没有一个逾期。',
    '针对过去链接失效、内容陈旧等痼疾，各镇全面推行包栏制度。',
    '市一局、市二局等人手偏少的单位，通过结对互助完成了任务。',
    '经评定，市一局、市二局等2家单位为优秀，无不合格单位。',
  ])
    t.strictSame(read(text), [], text)
})

t.test('what is taken back, explained, supposed or closed since last time is none', async (t) => {
  t.ok(tellsNoFinding('市一局“甲”栏目的3处疑似错误,经复核不作为问题处理。'))
  t.ok(tellsNoFinding('市一局“甲”栏目两次触发预警,未形成问题。'))
  t.notOk(tellsNoFinding('市一局“甲”栏目经复核不作为问题处理,但“乙”栏目仍空白。'))
  t.ok(tellsNoFinding('表中“/”为不涉及。'))
  t.notOk(tellsNoFinding('市一局“甲”为空白栏目。'))
  t.ok(tellsNoFinding('复查时仍存在停更、错链等情形的,约谈主要负责人。'))
  const closed = '市一局“甲”栏目空白等2个问题,经核查均已整改到位,予以销号。'
  t.ok(isSettled(`二季度通报的${closed}`, ''))
  t.notOk(isSettled(closed, '存在问题'), 'of this notice it stays one')
})

t.test('a boxed heading of praise ends the problems above it', async (t) => {
  const text =
    '【问题通报】\n▲链接失效\n“甲”栏目链接打不开（市一局）。\n【经验交流】\n市二局“乙”栏目设置错字台账。\n'
  t.strictSame(draft(text), ['市一局|甲|“甲”栏目链接打不开'])
})

t.test('tables of a line a cell by their count, with states that are no problems', async (t) => {
  const heads = ['序号', '承担单位', '所在平台及页面', '问题描述', '整改状态']
  const rows = [
    ['1', '区一局', '“甲号”微信公众号', '连续20天未更新', '未整改'],
    ['2', '区二局', '区政府网站“乙”栏目', '附件打不开', '已整改'],
  ]
  const after = '区政府办公室将于12月20日对上述问题进行复查。'
  t.strictSame(draft([...heads, ...rows.flat(), after].join('\n')), [
    '区一局|甲号|连续20天未更新',
    '区二局|区政府网站乙|附件打不开',
  ])
})

t.test('sums of a matrix are no indicators, and a cell may number its problems', async (t) => {
  const matrix = [
    '| 指标 | 市一局 | 市二局 |',
    '| 首页错链 | 2 | 0 |',
    '| 合计扣分 | 2 | 0 |',
    '| 得分 | 98 | 100 |',
  ]
  t.strictSame(draft(matrix.join('\n')), ['市一局|-|首页错链2'])
  const cell = [
    '| 单位 | 网站名称 | 存在问题 |',
    '| 市一局 | 市一局网站 | 1.“甲”栏目空白；2.“乙”页面打不开 |',
  ]
  t.strictSame(draft(cell.join('\n')), [
    '市一局|市一局网站|“甲”栏目空白',
    '市一局|市一局网站|“乙”页面打不开',
  ])
})

t.test('the thing that a fault is in', async (t) => {
  t.strictSame(read('县一局《招考公告》中仍将“考试”误写为“考式”。'), [
    '县一局|招考公告|《招考公告》中仍将“考试”误写为“考式”',
  ])
  t.strictSame(read('县一局“甲”专栏图文并茂，但该专栏的附件打不开。'), [
    '县一局|甲|该专栏的附件打不开',
  ])
  t.match(read('县一局微信公众号“甲号”误发内部通讯录，泄露手机号。'), [/^县一局\|甲号\|/])
  t.strictSame(read('各镇街政务公开专页普遍存在附件打不开的问题。').length, 1)
  t.match(read('各镇街政务公开专页普遍存在附件打不开的问题。'), [/^各镇街\|政务公开专页\|/])
  t.strictSame(read('县一局：网址http://a.example.cn/b/打开后显示404。'), [
    '县一局|http://a.example.cn/b/|网址打开后显示404',
  ])
})

t.test('whose a sentence is', async (t) => {
  t.ok(isUnitName('翠湖区') && isUnitName('南山区'))
  t.strictSame(unitMentions('偏远山区、湖区网站'), [])
  t.strictSame(
    unitMentions('青石县和白河区政府网站').map(({ name }) => name),
    ['青石县', '白河区政府'],
  )
  const [, second] = read('市一局微信公众号“甲”停更。天外街坊站微博“乙”发布广告。')
  t.match(second, /^-\|乙\|/, 'never the unit of the sentence before')
  t.strictSame(read('县一社、县二局的“甲”栏目空白，上述两家单位还未公布监督电话。'), [
    '县一社|甲|“甲”栏目空白',
    '县二局|甲|“甲”栏目空白',
    '县一社|监督电话|未公布监督电话',
    '县二局|监督电话|未公布监督电话',
  ])
  t.match(read('本月收到留言9条，1条超期未办结（市一局）。'), [/^市一局\|-\|1条超期未办结/])
  t.match(read('原市一局微博“甲”仍在使用旧名称，由市二局负责注销。'), [/^市二局\|甲\|/])
})

t.test('a fault that gives no finding is at least shown', async (t) => {
  const { findings, unresolved } = readNotice(
    '一、存在的问题\n县一局“甲”栏目空白。来信办理敷衍的有12件，均涉及“乙”平台（县二局除外）。\n',
  )
  const shown = [...findings.map(({ sentence }) => sentence), ...unresolved.map(({ text }) => text)]
  t.ok(shown.some((text) => text.includes('敷衍')))
})

t.test('days that are none, and what they are for', async (t) => {
  const kinds = (sentence: string) => deadlinesIn(sentence, null).map(({ kind }) => kind)
  t.strictSame(kinds('对结果有异议的,可在2025年4月3日前提出书面申诉。'), ['other'])
  t.strictSame(kinds('请各单位于2025年1月24日前将工作要点报市政府办公室备案。'), ['other'])
  t.strictSame(kinds('下期简报素材请于2025年8月25日前报送。'), ['other'])
  t.strictSame(kinds('请在本通报印发后10个工作日内完成整改,并书面反馈。'), ['feedback'])
  t.strictSame(kinds('涉及隐私泄露的,要在2小时内先行下线。'), ['other'])
  t.strictSame(kinds('并于2023年11月30日前完成问题清零。'), ['other'])
  t.strictSame(kinds('发现疑似错误即时推送,平均3小时内更正。'), [])
  t.strictSame(kinds('64条留言全部在3个工作日内办结。'), [])
})
