import t from 'tap'
import { exemptionOf } from '../../src/domain/reading/no-faults.js'
import { tellsNoFinding } from '../../src/domain/reading/no-findings.js'
import { nounPhraseOf } from '../../src/domain/reading/noun-phrases.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { unitMentions } from '../../src/domain/reading/unit-mentions.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)

t.test('a thing ends where a predicate begins, whatever it is called', async (t) => {
  const cases: readonly (readonly [clause: string, phrase: string | null])[] = [
    ['招生简章为2022年版', '招生简章'],
    ['公开的2023年度部门决算中,合计数对不上', '2023年度部门决算'],
    ['新闻稿中领导职务表述有误', '新闻稿'],
    ['答复书未告知救济渠道', '答复书'],
    ['公众号的产前检查预约至今仍要求填写健康码', '公众号的产前检查预约'],
    ['预约挂号已停用半年', '预约挂号'],
    ['群众无法使用', null],
    ['答复敷衍', null],
    ['栏目更新不及时', null],
    ['有关工作人员未到岗', null],
    ['未公开投诉电话', null],
  ]
  for (const [clause, phrase] of cases) t.equal(nounPhraseOf(clause), phrase, clause)
})

t.test('what was handled wrongly or is missing, where a clause begins with no thing', async (t) => {
  t.strictSame(read('县一局把缴费花名册当作附件公开。'), [
    '县一局|缴费花名册|把缴费花名册当作附件公开',
  ])
  t.strictSame(read('县一局未按要求公开投诉电话。'), ['县一局|投诉电话|未按要求公开投诉电话'])
})

t.test('names of units by how they are built', async (t) => {
  const cases: readonly (readonly [text: string, ...units: string[]])[] = [
    ['建筑节能与科技处负责的栏目', '建筑节能与科技处'],
    ['建筑市场监管处刊登的公告', '建筑市场监管处'],
    ['答复与市医保局不一致', '市医保局'],
    ['行政处罚结果未公示'],
    ['化学化工学院研究生会□□公众号', '化学化工学院研究生会'],
    ['海曲分局石浦派出所视频号', '海曲分局石浦派出所'],
    ['城西公司夜间抢修电话', '城西公司'],
    ['市职业中专官网□□', '市职业中专'],
    ['县人民政府网站□□'],
    ['读者多次通过市长信箱反映'],
    ['公布的便民服务中心电话'],
  ]
  for (const [text, ...units] of cases) {
    t.strictSame(
      unitMentions(text).map(({ name }) => name),
      units,
      text,
    )
  }
  t.strictSame(read('杉木、水口、长坪三所卫生院菜单失效。'), [
    '杉木卫生院|-|菜单失效',
    '水口卫生院|-|菜单失效',
    '长坪卫生院|-|菜单失效',
  ])
})

t.test('parts of the office itself where a notice goes to them', async (t) => {
  const body = '发现的问题如下：\n儿科“甲”栏目打不开。病案室答复前后不一。\n'
  t.strictSame(draft(`各科室、各病区：\n${body}`), [
    '儿科|甲|“甲”栏目打不开',
    '病案室|-|答复前后不一',
  ])
  t.notOk(
    draft(`各乡镇：\n${body}`).some((one) => one.startsWith('病案室')),
    'elsewhere they are words',
  )
})

t.test('in a hall whoever serves at a window answers', async (t) => {
  const notice = '现通报如下：\n（一）区政务服务大厅\n医保窗口2名工作人员均未到岗。\n'
  t.strictSame(draft(notice), ['医保窗口|-|2名工作人员均未到岗'])
  t.strictSame(draft(notice.replace('区政务服务大厅', '石桥镇便民服务中心')), [
    '石桥镇便民服务中心|医保窗口|医保窗口2名工作人员均未到岗',
  ])
})

t.test('whatever is told below the line that says so is a finding', async (t) => {
  const body = '石桥镇便民服务中心十一点已锁门。\n青山镇便民服务中心秩序井然。\n'
  t.strictSame(draft(`关于暗访情况的通报\n现将有关情况通报如下：\n${body}`), [
    '石桥镇便民服务中心|-|十一点已锁门',
  ])
  t.strictSame(draft(`关于培训的通知\n现将有关事项通知如下：\n${body}`), [])
})

t.test('a table whose heads say nothing of problems', async (t) => {
  const rows = ['单位\t得分\t主要扣分项', '一学院\t52\t首页飘窗链接到培训机构；招生简章为2022年版']
  t.strictSame(
    draft(`一、检查结果\n${rows.join('\n')}\n二学院\t60\t师资队伍页面仍列有已离职教师\n`),
    [
      '一学院|首页飘窗链接|首页飘窗链接到培训机构',
      '一学院|招生简章|招生简章为2022年版',
      '二学院|师资队伍页面|师资队伍页面仍列有已离职教师',
    ],
  )
})

t.test('what is over, what the annex tells and what nobody is named for', async (t) => {
  t.strictSame(read('县一局：上月通报的栏目空白问题已补齐，本次未抽到问题。'), [])
  t.strictSame(read('县一局“甲”功能缺失的问题因系统升级，本次不再重复列入。'), [])
  t.strictSame(
    draft(
      '一、已整改到位的\n县一局“甲”附件打不开，现可下载。\n二、整改不到位的\n县二局“乙”附件打不开。\n',
    ),
    ['县二局|乙|“乙”附件打不开'],
  )
  t.strictSame(draft('一、主要问题\n部分栏目更新不及时。\n'), [])
  t.strictSame(draft('一、主要问题\n首页无法访问。\n'), ['-|首页|首页无法访问'])
})

t.test('what is less or over is no excuse where it is a fault', async (t) => {
  t.equal(exemptionOf('空白栏目数量降为个位数', false), 'denied')
  t.equal(exemptionOf('按时办结率下降12个百分点', true), null)
  t.equal(tellsNoFinding('累计发现问题线索43条,均已即查即改。'), true)
  t.equal(tellsNoFinding('抽查发现留言12条,均已超期未办。'), false)
})

t.test('whose a thing is, and which of several', async (t) => {
  const cases: readonly (readonly [text: string, ...findings: string[]])[] = [
    ['县一局“甲”栏目下设的“乙”子栏目为空白页。', '县一局|乙|“甲”栏目下设的“乙”子栏目为空白页'],
    ['县一局门户“甲”开了没内容。', '县一局|甲|门户“甲”开了没内容'],
    ['县一局一公众号擅自更名。', '县一局|-|一公众号擅自更名'],
    ['县一局公众号底部菜单“甲”跳转至网店。', '县一局|甲|公众号底部菜单“甲”跳转至网店'],
    ['县政府网站民文版由县一局负责维护，内容未更新。', '县一局|县政府网站民文版|内容未更新'],
    ['县一局：所属物业公司的投诉电话打不通。', '县一局|投诉电话|所属物业公司的投诉电话打不通'],
  ]
  for (const [text, ...findings] of cases) t.strictSame(read(text), findings, text)
})
