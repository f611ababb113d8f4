import t from 'tap'
import { deadlinesIn } from '../../src/domain/reading/find-deadlines.js'
import { legendIn } from '../../src/domain/reading/legends.js'
import { tellsNoFinding } from '../../src/domain/reading/no-findings.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { isUnitName, unitMentions } from '../../src/domain/reading/unit-mentions.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)
const units = (text: string) => unitMentions(text).map(({ name }) => name)

t.test('names are cut where names begin and end', async (t) => {
  t.strictSame(units('虽按要求撤销了学校网站'), [])
  t.strictSame(units('市一局转载省厅通知'), ['市一局'])
  t.strictSame(units('厅属省二院网站'), ['省二院'])
  t.strictSame(units('共检查县政府门户网站子栏目18个'), [])
  t.strictSame(units('省三院子网站□□栏目'), ['省三院'])
  t.ok(isUnitName('石桥镇中心幼儿园'))
  t.notOk(isUnitName('市网上办事平台'))
  t.strictSame(read('市一局的省民生网上咨询平台有2件咨询逾期未答复。'), [
    '市一局|省民生网上咨询平台|省民生网上咨询平台有2件咨询逾期未答复',
  ])
})

t.test('headings beside units are units too', async (t) => {
  const text =
    '1.甲学院\n“师资”栏目空白。\n2.研究生处\n“招生”栏目未更新。\n3.武装部\n“征兵”栏目无法打开。\n'
  t.strictSame(draft(`二、存在问题的单位\n${text}`), [
    '甲学院|师资|“师资”栏目空白',
    '研究生处|招生|“招生”栏目未更新',
    '武装部|征兵|“征兵”栏目无法打开',
  ])
  const kinds = '1.内容更新\n市一局“甲”栏目空白。\n2.领导干部\n市二局“乙”栏目未更新。\n'
  t.strictSame(draft(`二、存在问题\n${kinds}`), [
    '市一局|甲|“甲”栏目空白',
    '市二局|乙|“乙”栏目未更新',
  ])
})

t.test('a matrix where √ is in order, with its meanings below it', async (t) => {
  const rows = [
    '| 单位 | 信息更新 | 解读 | 搜索 |',
    '| 区一局 | √ | × | — |',
    '| 区二局 | × | √ | √ |',
  ]
  const note = '注：“解读”为×，指文件未配解读；“搜索”为×，指检索不到结果。'
  t.strictSame(draft([...rows, note].join('\n')), [
    '区一局|解读|文件未配解读',
    '区二局|信息更新|信息更新不符合要求',
  ])
  const reading = readNotice([...rows, note].join('\n'))
  t.strictSame(
    reading.findings.map(({ needs }) => needs),
    [[], ['problem']],
    'where no note says what × means a person does',
  )
  const ticked = draft(['表中“√”表示存在问题。', ...rows].join('\n'))
  t.strictSame(
    ticked.map((one) => one.split('|').slice(0, 2).join('|')),
    ['区一局|信息更新', '区二局|解读', '区二局|搜索'],
  )
  t.equal(legendIn('没有表格').ticksFaults, null)
  t.equal(legendIn('“√”表示符合要求').ticksFaults, false)
  t.equal(legendIn('“×”表示未发现问题').ticksFaults, true)
  for (const note of [
    '√表示无问题,×表示有问题',
    '×表示不达标',
    '×表示不规范',
    '注:×为无法访问',
    '“√”为没有错误',
    'x表示不合格',
  ]) {
    t.equal(legendIn(note).ticksFaults, false, note)
  }
  for (const note of ['√表示存在该问题', '×表示达标', '“√”为扣分项', '×为无问题']) {
    t.equal(legendIn(note).ticksFaults, true, note)
  }
  t.equal(legendIn('访问http://a.test/index.aspx为空白页').ticksFaults, null, 'no sign')
})

t.test('a table of a line a cell whose blank remarks have no line', async (t) => {
  const heads = ['序号', '单位', '检查对象', '存在问题', '备注']
  const rows = ['1', '县一局', '甲', '栏目空白', '2', '乙镇', '乙', '链接失效', '已撤下', '3']
  const last = ['县三局', '丙', '未更新', '某县政府办公室', '2024年3月1日']
  t.strictSame(draft([...heads, ...rows, ...last].join('\n')), [
    '县一局|甲|栏目空白',
    '乙镇|乙|链接失效',
    '县三局|丙|未更新',
  ])
})

t.test('figures, training, false alarms and praise are none', async (t) => {
  for (const text of [
    '从各县看，发布量居前的是甲县（82条），较少的是乙县（7条）。',
    '“找错”平台转办留言3条，经核实均为网民误报。',
    '现场操作：由县一中心演示某单位“通知公告”栏目超期预警的处置。',
  ])
    t.strictSame(draft(`一、总体情况\n${text}\n`), [], text)
  t.strictSame(draft('三、培训内容\n2.市一局“甲”栏目空白怎么办。\n'), [])
  t.strictSame(
    draft('市一局（宣传科）对全市9个账号运行情况进行了监测。现通报如下：\n一、共发布信息28条。\n'),
    [],
  )
  t.ok(tellsNoFinding('市一局、市二局留言反映的链接失效问题,均在1日内处理完毕,值得肯定。'))
  t.notOk(tellsNoFinding('市一局答复及时,但“甲”栏目空白,其主动说明值得肯定。'))
  t.ok(tellsNoFinding('到期仍未办理的由市一办电话督办。'))
  t.ok(tellsNoFinding('“甲”为×,指内容缺失。'))
  t.strictSame(read('市一局连续3个月无逾期件。'), [])
  t.strictSame(read('共发现问题6个，涉及5个单位。'), [])
})

t.test('whose and where a fault is', async (t) => {
  t.strictSame(read('甲市“乙县人民政府”网站首页连续两周未更新。'), [
    '甲市|乙县人民政府|“乙县人民政府”网站首页连续两周未更新',
  ])
  t.match(read('甲市微博账号“乙文旅”停更。'), { length: 1 })
  t.strictSame(read('市一局除“甲（微博）”更新正常外，“乙（微信公众号）”未更新。'), [
    '市一局|乙|“乙(微信公众号)”未更新',
  ])
  t.strictSame(read('上月通报的县一局“甲”问题已整改到位，乙镇“乙（微博）”仍未更新。'), [
    '乙镇|乙|“乙(微博)”仍未更新',
  ])
  t.match(read('县一局“甲”栏目空白；局长信箱5月收到的来信，答复没有实质内容。'), [
    /^县一局\|甲/,
    /^县一局\|局长信箱\|/,
  ])
  t.match(read('“网上信访”方面，市一局1条留言超期办结。'), [/^市一局\|网上信访\|/])
  t.match(read('甲区与市一局相互推诿，“12345热线”工单3次退回，至今未解决。'), [
    /^甲区\|12345热线\|.*至今未解决$/,
    /^市一局\|12345热线\|/,
  ])
  t.match(read('市一局转发通知时漏发附件，该稿件发布于“政策文件”栏目。'), [/^市一局\|政策文件\|/])
  t.strictSame(
    read('县一局和县二局“双公示”栏目更新不及时，县一局有11条、县二局有6条信息超期未公示。'),
    [
      '县一局|双公示|“双公示”栏目更新不及时,有11条信息超期未公示',
      '县二局|双公示|“双公示”栏目更新不及时,有6条信息超期未公示',
    ],
  )
})

t.test('two that differ from something else are two, a bare word for a site is none', async (t) => {
  t.strictSame(read('市一局“甲”“乙”两个事项的办理时限与政务服务网不一致。').length, 2)
  t.strictSame(read('市一局“甲”栏目与“乙”栏目内容不一致。').length, 1)
  t.strictSame(units('门户网站首页'), [])
  t.match(draft('（一）市一局\n1.门户网站首页“甲”按钮点击无反应。\n'), [/^市一局\|甲\|/])
  t.strictSame(draft('各单位要整改。今后网站内容不更新的由综合科巡查。\n'), [])
})

t.test('what the annex lists again is read from there', async (t) => {
  const body = '一、抽查结果\n14个合格、1个不合格，不合格网站为甲区政府门户网站。\n'
  const cases = '二、典型问题\n甲区政府“互动”栏目的咨询留言未予回应，超过3个月。\n'
  const annex =
    '附件\n2025年第一季度抽查发现问题清单\n1.甲区：政府网站“互动”栏目有1条留言超过3个月未回应。\n'
  t.strictSame(draft(`${body}${cases}${annex}`), [
    '甲区|互动|政府网站“互动”栏目有1条留言超过3个月未回应',
  ])
  t.match(draft(body), [/^甲区政府\|/], 'where nothing else is told of it the verdict is one')
})

t.test('a title of what is better to be improved introduces those it is said of', async (t) => {
  t.strictSame(read('（一）“找错”平台办理质量有待提升。市一局“甲”栏目空白。'), [
    '市一局|甲|“甲”栏目空白',
  ])
})

t.test('times, rules of every day and what is sent in all the same', async (t) => {
  const due = (sentence: string) =>
    deadlinesIn(sentence, null).map(({ kind, time }) => `${kind} ${time ?? '-'}`)
  t.strictSame(due('后台留言要在2个工作日内予以回复。'), [])
  t.strictSame(due('要认真执行“1个工作日内签收、3个工作日内答复”的规定。'), [])
  t.strictSame(due('均在1个工作日内处理完毕。'), [])
  t.strictSame(
    due('请于2024年5月20日前报送发言材料,发言材料于2024年5月20日前报送。').at(-1),
    'other -',
  )
  t.strictSame(due('各局应于2026年1月31日前公开发布年度报表。'), ['other -'])
  t.strictSame(due('甲区还要于2024年7月22日前就逾期原因作出书面说明。'), ['feedback -'])
  const { deadlines } = readNotice(
    '四、有关要求\n（一）请于5月17日12:00前将名单报县一办，联系人另附。\n县一办\n2024年5月13日\n',
  )
  t.match(deadlines, [{ date: '2024-05-17', time: '12:00' }])
})
