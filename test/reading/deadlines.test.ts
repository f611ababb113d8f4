import t, { type Test } from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { deadlinesIn } from '../../src/domain/reading/find-deadlines.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import type { ReadDeadline } from '../../src/domain/reading/reading.js'

/** A Monday. */
const ISSUED = dateOf('2024-05-06')

/** A deadline in short: its kind, its day without the year, its time, or its length (w working days, d days, h hours). */
function short(deadline: ReadDeadline): string {
  const { kind, date, time, working_days, calendar_days, hours } = deadline
  const lengths = [`${working_days}w`, `${calendar_days}d`, `${hours}h`]
  return [kind, date?.slice(5), time, ...lengths.filter((length) => !length.startsWith('null'))]
    .filter((part) => part)
    .join(' ')
}

const due = (sentence: string) => deadlinesIn(sentence, ISSUED).map(short).join(', ')
const ofNotice = (body: string) =>
  readNotice(`关于检查情况的通报\n各单位：\n${body}\n县一办\n2024年5月6日\n`)
    .deadlines.map(short)
    .join(', ')

function reads(t: Test, table: Readonly<Record<string, string>>, of = due): void {
  for (const [sentence, wanted] of Object.entries(table)) t.equal(of(sentence), wanted, sentence)
}

t.test('what a day governs says its kind, and no word further off', async (t) => {
  reads(t, {
    '5月10日前签收，5月20日前报送整改情况。': 'receipt 05-10, feedback 05-20',
    '5月10日前签收，5月20日前报送。': 'receipt 05-10, feedback 05-20',
    '整改完成后，请于5月10日前确定1名联络员。': 'other 05-10',
    '请于5月10日前整改到位，逾期将提请复查。': 'feedback 05-10',
    '泄露隐私的学校24小时内下架内容，县三中校长向局党组作书面说明。': 'other 24h',
    '对整改不到位的账号于6月1日前关停。': 'other 06-01',
    '请立即在平台点击“确认接收”，5月20日前上传整改佐证材料。': 'feedback 05-20',
    '形成自查报告，于5月20日前报我局。': 'self-inspection 05-20',
    '对问题开展自查，形成问题台账，于5月31日前一并报送。': 'self-inspection 05-31',
    '排查结果随整改报告一并于5月24日前报送。': 'self-inspection 05-24',
    '核查处理结果于5月24日前书面报县委督查室。': 'feedback 05-24',
  })
})

t.test('word of what was put right, steps of their own and what is due all the same', async (t) => {
  reads(t, {
    '请于5月20日前重新办理并将结果回填系统。': 'feedback 05-20',
    '请于5月16日前办结注销手续并提交截图。': 'other 05-16',
    '请于5月16日前将改正截图发至工作群。': 'feedback 05-16',
    '8月29日前报送清除证明。': 'other 08-29',
    '请在5月17日前将本通报转发至乡镇。': 'other 05-17',
    '请于5月20日前回复。': 'feedback 05-20',
    '各单位须于5月31日前全部完成改造，并于5月10日前补报计划。': 'feedback 05-31, feedback 05-10',
    '请于5月15日前报送整改计划，最迟6月30日前完成。': 'feedback 05-15, feedback 06-30',
    '如对结果有异议，请于5月9日前书面反馈。': 'feedback 05-09',
    '对结果有异议的，请于5月9日前书面提出。': 'other 05-09',
    '需要延期的应于5月13日前书面说明理由。': 'other 05-13',
    '认为不属于本单位职责的，请在收到本函后1个工作日内提出。': 'other 1w',
    '请于5月24日前将《联络员回执》传真至县政府办公室。': 'other 05-24',
    '请于5月24日前填写整改回执报我办。': 'feedback 05-24',
    '收到请于5月7日12时前回复。': 'receipt 05-07 12:00',
    '请于5月10日前报整改方案，5月30日前整改到位。': 'feedback 05-10, feedback 05-30',
    '各部门要在月底前来一次“大体检”。': 'self-inspection 05-31',
    '请于5月31日前完成一次账号底数核查。': 'self-inspection 05-31',
  })
})

t.test('the office looks again, on a day or before it', async (t) => {
  reads(t, {
    '6月3日起，县网信办将组织第三方机构再次检测。': 'recheck 06-03',
    '我公司将于6月3日至5日进行二次检测。': 'recheck 06-03',
    '县一办将在6月10日前逐一核实整改成效。': 'recheck 06-10',
    '县国资委将在二季度末组织第三轮核查。': 'recheck 06-30',
    '5月底，县督查室将进行现场核查。': 'recheck 05-31',
    '6月3日那一周，中心会再去各校看看。': 'recheck 06-03',
    '复测时间为5月28日。': 'recheck 05-28',
    '请各单位于5月28日前再次检查账号密码。': 'other 05-28',
    '请各单位于5月28日前提交复核申请。': 'other 05-28',
    '今年4月17日县一办组织复查。': '',
    '市里将于7月1日启动下一季度抽查。': '',
  })
})

t.test('days without 前, labels, and two ways of saying one day', async (t) => {
  reads(t, {
    '整改时限：2024年5月20日': 'feedback 05-20',
    '整改期限为15日，自送达之日起计算。': 'feedback 15d',
    '5月20日为整改截止日。': 'feedback 05-20',
    '全县网站排查工作于5月底结束。': 'self-inspection 05-31',
    '请接此通知后，于当日签收回执。': 'receipt 05-06',
    '于两周内（5月20日前）完成整改。': 'feedback 05-20',
    '请在本周五（5月10日）17:30前提交整改材料。': 'feedback 05-10 17:30',
    '请在规定时间（5月20日17:00）内完成整改。': 'feedback 05-20 17:00',
    '请在3日内，即5月9日前整改到位。': 'feedback 05-09',
  })
})

t.test('what was, what is promised and what else hangs on a day is no deadline', async (t) => {
  reads(t, {
    '上月通报要求4月15日前整改完毕，目前仍有2个账号未注销。': '',
    '该局曾承诺4月20日前修复，至今未见动静。': '',
    '请于2023年5月20日前完成整改。': '',
    '4月底前完成整改。': '',
    '上月通报要求5月15日前整改完毕。': '',
    '5月6日印发通报，要求你局于5月12日前完成整改。': '',
    '接到提醒后于1小时内撤下了名单。': '',
    '64条留言均在3个工作日内办结。': '',
    '请对一年内出现3次以上错误的账号予以注销。': '',
    '按去年通报明确的格式，5月28日前报送整改情况。': 'feedback 05-28',
    '请把《承诺书》于5月9日前送交我办。': 'other 05-09',
    '如无法按期完成，请于5月13日前说明。': 'other 05-13',
    '如发现问题，应于2个工作日内整改完毕。': '',
    '如不能在5月20日前完成整改，须书面说明原因。': '',
    '5月20日前未整改到位的单位，将约谈负责人。': '',
    '对上述未办结工单于5月13日前全部办结。': 'other 05-13',
    '我局将于5月30日前完成网站迁移。': '',
    '县卫健局答复称将于5月底前完成改造。': '',
    '办理时限由10个工作日压缩至5个工作日内。': '',
    '群众留言应在5个工作日内答复。': '',
    '对超期留言2个工作日内答复并书面反馈我办。': 'feedback 2w',
    '知识库每月25日前更新一次。': '',
    '每季度末25日前报送自查报告。': 'self-inspection',
    '县二局答复“5月底前搬迁”。': '',
  })
})

t.test('steps are answered for where nothing else is, and are their own where it is', async (t) => {
  reads(
    t,
    {
      '请各单位于5月9日前更正。': 'feedback 05-09',
      '请于5月10日前完成客服人员培训。': 'other 05-10',
      '漏洞须在48小时内修补。整改报告5月17日前报送。': 'other 48h, feedback 05-17',
      '县三中5月9日前向党委提交书面检查。': 'feedback 05-09',
      '县三中5月9日前向党委提交书面检查。整改报告5月17日前报送。': 'other 05-09, feedback 05-17',
      '“甲乙发布”公众号仍未恢复更新，请县二局务必于5月9日前恢复更新。整改报告5月17日前报送。':
        'feedback 05-09, feedback 05-17',
    },
    ofNotice,
  )
})

t.test('headings, forms and lists of faults', async (t) => {
  const faults = '一、存在的问题\n1.县二局“甲乙”栏目空白。\n'
  reads(
    t,
    {
      '（一）集中整改（5月31日前）。各单位逐项整改。': 'feedback 05-31',
      '（三）抽查复核。6月15日，县一办按比例抽查。': 'recheck 06-15',
      '整改时限\n2024年5月20日': 'feedback 05-20',
      '三、整改时限\n2024年5月20日。': 'feedback 05-20',
      '单位|县二局\n问题|“甲乙”栏目空白\n整改时限|2024年5月20日': 'feedback 05-20',
      '请各单位抓紧。\n2024年5月20日': '',
      [`${faults}停更账号6月1日前关停，整改情况5月20日前上报。`]: 'other 06-01, feedback 05-20',
      [`${faults}县一办将于6月5日组织复查，结果与考核挂钩。`]: 'recheck 06-05',
      [`${faults}2.县三局“丙丁”栏目空白，县一办将于6月5日复查。`]: 'recheck 06-05',
      [`${faults}在48小时内修复漏洞，书面报送处置报告。`]: 'feedback 48h',
    },
    ofNotice,
  )
})
