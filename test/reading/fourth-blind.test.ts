import t from 'tap'
import { deadlinesIn } from '../../src/domain/reading/find-deadlines.js'
import { labelOf } from '../../src/domain/reading/labels.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { topicOf } from '../../src/domain/reading/topics.js'
import { unitMentions } from '../../src/domain/reading/unit-mentions.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)
const units = (text: string) => unitMentions(text).map(({ name }) => name)
const due = (text: string) =>
  readNotice(`${text}\n县一办\n2024年5月6日\n`).deadlines.map(({ kind, date }) => `${kind} ${date}`)

t.test('what a unit does among problems is one, by whatever words', async (t) => {
  t.strictSame(read('县一中心窗口人员上班期间打游戏。'), ['县一中心|窗口|窗口人员上班期间打游戏'])
  t.strictSame(
    read('县一局评价器空转，县二局由窗口人员代替群众点评。').at(-1),
    ['县二局|窗口|由窗口人员代替群众点评'][0],
  )
  t.strictSame(read('县一局答复“年底前搬迁”，县二局答复“暂无计划安排”。').length, 2)
  t.strictSame(read('（一）县一局\n“甲”栏目的评分表为草稿版式。\n'), [
    '县一局|甲|“甲”栏目的评分表为草稿版式',
  ])
  for (const text of [
    '县一局更换了网站运维公司，县二局撤销了推文并致歉。',
    '县一局已完成整改。',
    '县一局推文被省政府官微转发3次。',
    '据县一局通知，全县开展检查。',
  ])
    t.strictSame(read(text), [], text)
})

t.test('a list of problems that no heading names', async (t) => {
  const items =
    '1.县一局“甲”小程序:设置积分并按月公布各村排名。\n2.县二局“乙”小程序:评分表为草稿版式。\n'
  t.strictSame(draft(`责令整改的具体情况是：\n${items}请县三局认真对照。\n`), [
    '县一局|甲|设置积分并按月公布各村排名',
    '县二局|乙|评分表为草稿版式',
  ])
  t.strictSame(draft(`现将有关事项通知如下：\n${items}`), [])
  t.strictSame(draft(`请按以下要求抓好问题整改：\n${items}`), [])
  const headings = '一、材料要求“弹性大”\n县一局“甲”事项所附文本为草稿版式。\n'
  t.strictSame(draft(`现将发现的问题通报如下。\n${headings}`), ['县一局|甲|事项所附文本为草稿版式'])
})

t.test('whom a paper goes to and who did well are not charged with what follows', async (t) => {
  const to = '各县（区）民政局，机关各处室：\n'
  t.strictSame(draft(`${to}一些账号长期不更新。\n`), [])
  t.strictSame(
    draft(
      '县一局、县二局事项全部准确。现就发现的问题通报如下。\n一、表述不准\n三局网站打不开。\n',
    ).filter((one) => /县[一二]局/.test(one)),
    [],
  )
})

t.test('a label holds for its line, whatever else is named there', async (t) => {
  t.match(labelOf('“甲”栏目：空白'.replace('：', ':'), []), { units: [], object: { name: '甲' } })
  t.equal(labelOf('“甲”栏目未更新的单位:县一局', []), null)
  t.equal(labelOf('“甲”栏目附件链接到网盘(责任单位:县一局)', []), null)
  t.strictSame(
    read('（一）县一局\n“甲”栏目：县图书馆闭馆半年，页面仍显示“正常开放”；与“乙”栏目内容雷同。\n'),
    ['县一局|甲|闭馆半年,页面仍显示“正常开放”', '县一局|甲|与“乙”栏目内容雷同'],
  )
  t.strictSame(read('（一）县一局、县二局\n共同负责的“甲”栏目：双方互相观望，一直未提供信息。\n'), [
    '县一局|甲|一直未提供信息',
    '县二局|甲|一直未提供信息',
  ])
  t.strictSame(draft('附件：\n不合格网站名单\n1.县一局网站（主办单位：县一局）：首页未更新\n'), [
    '县一局|县一局网站|首页未更新',
  ])
  t.match(read('“甲”7月未办结件中，县一局占4件未办结；县二局1件答复被退回。'), [
    /^县一局\|甲\|/,
    /^县二局\|甲\|/,
  ])
})

t.test('several units in a heading, and each its own by 分别', async (t) => {
  const text = '（一）县档案馆、县史志研究室\n分别负责的“甲”“乙”两个栏目：一条信息也没有上传。\n'
  t.match(read(text), [/^县档案馆\|甲\|/, /^县史志研究室\|乙\|/])
})

t.test('names by what they are parts of', async (t) => {
  t.strictSame(units('桐坪县政务服务中心税务窗口1名工作人员玩手机'), ['桐坪县政务服务中心'])
  t.strictSame(units('东郊分局民警个人账号'), ['东郊分局'])
  t.strictSame(units('矿业权处负责的□□□栏目'), ['矿业权处'])
  t.strictSame(units('甲市局(52件)和鹤岭经开区管委会(31件)'), ['甲市局', '鹤岭经开区管委会'])
  t.strictSame(units('市委人才办让网民看公告'), ['市委人才办'])
  t.strictSame(units('网站好处不多'), [])
  t.strictSame(read('县一局网站还保留着已撤并的县招生委员会链接。'), [
    '县一局|-|网站还保留着已撤并的县招生委员会链接',
  ])
  t.match(read('“甲”公众号（云岭学院团委主办）冒用校名发布信息。'), [/^云岭学院团委\|甲\|/])
})

t.test('the thing that what is wrong begins with', async (t) => {
  t.equal(topicOf('办事大厅的自助终端已故障1个多月'), '自助终端')
  t.equal(topicOf('公布的受理邮箱退信'), '受理邮箱')
  t.equal(topicOf('转载新闻时擅改标题'), null)
  t.equal(topicOf('3名专家已退休,信息未撤下'), null)
  t.match(read('县一局信息公开专栏藏在四级页面，首页上找不到入口。'), [/^县一局\|信息公开专栏\|/])
})

t.test('of some that are not named where others are, and of no thing', async (t) => {
  t.match(read('部分单位政策解读形式单一。县一局“甲”栏目空白。'), [/^县一局\|甲\|/])
  t.match(read('一些账号“机械式”转发。县一局“甲”栏目空白。'), { length: 1 })
})

t.test('a column under 不合格情形, and a plain site beside the column that is meant', async (t) => {
  const heads = '| 单位 | 账号名称 | 平台 | 不合格情形 |'
  t.strictSame(draft(`${heads}\n| 县一局 | 甲号 | 微信 | 2020年8月以来未发布任何内容 |\n`), [
    '县一局|甲号|2020年8月以来未发布任何内容',
  ])
  const site = '| 单位 | 网站/账号 | 问题描述 |'
  t.strictSame(draft(`${site}\n| 县一局 | 门户网站 | “甲”栏目最新一条为2023年 |\n`), [
    '县一局|甲|“甲”栏目最新一条为2023年',
  ])
})

t.test('what is to be put right by one day and answered by another', async (t) => {
  t.strictSame(due('请县一局24小时内完成处置，并于5月15日前报送书面报告。'), [
    'other null',
    'feedback 2024-05-15',
  ])
  t.strictSame(due('请县一局5月10日前完成处置。'), ['feedback 2024-05-10'])
  t.strictSame(due('请县一局于5月16日前将整改措施报送我办，词条务必于5月9日前更新完毕。'), [
    'feedback 2024-05-16',
    'other 2024-05-09',
  ])
  t.strictSame(due('各单位形成自查报告，于5月30日前报我局。'), ['self-inspection 2024-05-30'])
  t.strictSame(due('值班表于5月28日前报送。'), ['other 2024-05-28'])
  t.strictSame(due('拟保留的须在5月20日前提交保留申请。'), ['other 2024-05-20'])
  t.strictSame(due('我局将于6月25日逐项验收。'), ['recheck 2024-06-25'])
  t.strictSame(due('凡无力维护的账号，要于2024年10月底前完成注销。').length, 1)
  t.strictSame(
    due('请各单位于5月20日前报送结果；命名不当的，在本月底前重新上传。').at(-1),
    'other 2024-05-31',
  )
  t.strictSame(
    deadlinesIn('请于5月10日12时前在群内回复“收到”。', null).map(({ kind }) => kind),
    ['receipt'],
  )
})
