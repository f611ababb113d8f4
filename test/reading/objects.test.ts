import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)
const things = (body: string) =>
  readNotice(`一、存在的问题\n${body}\n`).findings.map(({ asset }) => asset)

t.test('what a clause begins with is what it speaks of, without quotation marks', async (t) => {
  const cases: readonly (readonly [text: string, ...things: (string | null)[]])[] = [
    ['县一局导师名录乱码。', '导师名录'],
    ['县一局查阅电脑未联网。', '查阅电脑'],
    ['县一局办事指南资料架空置。', '办事指南资料架'],
    ['县一局大厅3号、4号自助机黑屏。', '大厅3号、4号自助机'],
    ['县一局公示栏中人员去向牌为两年前的名单。', '公示栏'],
    ['县一局窗口工作人员用手机看视频，长期无人值守。', '窗口'],
    ['县一局官网首页轮播图仍为去年内容。', '官网首页'],
    ['县一局政府网站首页超过7天未更新。', '首页'],
    ['县一局干脆没有公开栏。', null],
    ['县一局值班人员不清楚紧急工单处置流程。', null],
    ['县一局：叫号机损坏，填单台无样表；意见簿缺页。', '叫号机', '填单台', '意见簿'],
    ['县一局的导诊屏停在登录界面。', '导诊屏'],
    ['县一局就业服务大厅无人引导。', '就业服务大厅'],
    ['县一局不动产登记窗口排队时间过长。', '不动产登记窗口'],
    ['县一局无障碍设施申请表格无法下载。', '无障碍设施申请表格'],
    ['县一局办事指南里的收件地址仍为旧址。', '办事指南'],
    ['县一局公布的受理邮箱退信。', '受理邮箱'],
    ['县一局：申报系统后台登录页暴露于互联网，管理员使用弱口令。', '申报系统后台登录页'],
    ['县一局“招生”栏目长期未更新，食堂公示栏空白。', '招生', '食堂公示栏'],
    ['县一局依申请公开渠道不畅通，邮箱无法接收邮件。', '依申请公开渠道'],
  ]
  for (const [text, ...names] of cases) t.strictSame(things(text), names, text)
})

t.test('a heading that is about a thing, where nothing else is named', async (t) => {
  t.strictSame(read('（一）失业保险金申领\n县一局直到7月15日才受理。\n'), [
    '县一局|失业保险金申领|直到7月15日才受理',
  ])
  t.strictSame(read('（一）主任信箱办理情况\n县一局有3封来信逾期未复。\n'), [
    '县一局|主任信箱|有3封来信逾期未复',
  ])
  t.strictSame(things('（一）互动回应\n县一局有3封来信逾期未复。\n'), [null])
})

t.test('what bears a number, what was left undone, and what a citizen wrote', async (t) => {
  t.strictSame(things('县一局对编号X2025-0433来信答非所问。'), ['编号X2025-0433来信'])
  t.strictSame(things('县一局对12345转办的第20250312号工单超期未复。'), ['20250312号工单'])
  t.strictSame(things('县一局2024年度“财政预决算”未公开。'), ['财政预决算'])
  t.strictSame(things('县一局“公共文化”目录为空。'), ['公共文化'])
  t.strictSame(things('县一局对网民反映的“路灯不亮”问题，仅回复“已转科室”。'), [null])
})

t.test('an account or an app right behind its unit', async (t) => {
  t.strictSame(read('县一局、县二局APP均找不到注销入口。'), [
    '县一局|APP|APP均找不到注销入口',
    '县二局|APP|APP均找不到注销入口',
  ])
  t.strictSame(things('县一局微博账号回复网友时出现不当语句。'), ['微博账号'])
  t.strictSame(things('县一局等3家企业的APP长期无人维护。'), ['APP'])
  t.strictSame(things('县一局微信公众号“甲”连续21天未更新。'), ['甲'])
})

t.test('a paper that something is wrong with, whatever that is', async (t) => {
  t.strictSame(things('县一局发布的《甲改造计划》附件无法下载。'), ['甲改造计划'])
  t.strictSame(things('县一局在《甲公示》中将农户身份证号码完整列出。'), ['甲公示'])
  t.strictSame(things('县一局5月发布的《甲通告》，“颗粒物”误作“棵粒物”。'), ['甲通告'])
  t.strictSame(things('县一局未按照《甲办法》要求公开名单。'), [null])
})

t.test('a row has its thing where its site or platform is only a kind', async (t) => {
  const table = (...rows: string[]) => draft(`一、存在的问题\n${rows.join('\n')}\n`)
  t.strictSame(
    table(
      '| 单位 | 平台 | 位置 | 问题描述 |',
      '|---|---|---|---|',
      '| 县一院 | 微信公众号 | 预约挂号 | 出诊医生与公示不一致 |',
      '| 县二院 | 门户网站 | 全站 | 安全证书过期 |',
      '| 县三院 | 抖音号 | “县三院” | 视频中露出患儿正脸 |',
    ),
    [
      '县一院|预约挂号|出诊医生与公示不一致',
      '县二院|门户网站|安全证书过期',
      '县三院|县三院|视频中露出患儿正脸',
    ],
    'a head that is not known, between the unit and the problem',
  )
  t.strictSame(
    table(
      '| 责任单位 | 网站/账号 | 栏目或页面 | 存在问题 |',
      '|---|---|---|---|',
      '| 县一局 | 门户网站 | 粮油价格 | 长期未更新 |',
      '| 县一局 | “甲”公众号 | 菜单“乙” | 定位偏差 |',
      '| 县二局 | “丙”微博 | — | 与实际运营主体不符 |',
      '| 县三局 | 门户网站 | 友情链接 | “丁”链接指向博彩页面 |',
    ),
    [
      '县一局|粮油价格|长期未更新',
      '县一局|甲|定位偏差',
      '县二局|丙|与实际运营主体不符',
      '县三局|友情链接|“丁”链接指向博彩页面',
    ],
    'the finer of two columns, but for an account by its name',
  )
  t.strictSame(
    table(
      '| 单位 | 渠道 | 网站名称 | 问题位置 | 问题描述 |',
      '|---|---|---|---|---|',
      '| 县一局 | 官网“公告” | | | 附件打不开 |',
      '| 县二局 | 官网 | 县政府网站 | 首页-政务公开-财政预决算 | 附件无法下载 |',
    ),
    ['县一局|公告|附件打不开', '县二局|财政预决算|附件无法下载'],
    'a name in the column of platforms, and the last step of a path',
  )
})
