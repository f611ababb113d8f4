/** Things that are spoken of by their kind, without quotation marks. */
const NOUNS =
  /(?:(?![由对在向的与和从把将让])[\u4e00-\u9fff\d]){0,4}窗口|(?:信息公开)?年度报告|(?:微信)?公众号|视频号|抖音号|快手号|头条号|办事服务事项|办事指南|办事统计|服务指南|办事事项|(?<!返回)首页|领导信息|领导简介|领导分工|空白表格|(?:留言|信件|来信)(?:办理|受理)?统计(?:数据)?|(?:网站|工作)年度报表|机构职能|政府信息公开目录|政府信息公开指南|信息公开指南|(?<!未)公开指南|信息公开年报|(?<!未)公开年报|依申请公开(?:网上填报系统|渠道|平台|件)?|[一-龥]{1,3}信箱|官方微博|官方微信|微信公众号|政务微博|小程序|移动客户端|站内搜索|搜索功能|网站地图|友情链接|在线咨询|在线访谈|网上调查|意见征集|民意征集|留言板|评论功能|通知公告|政策解读|政策文件|数据发布/

/** A system is where a fault sits, whatever it is about. */
const SYSTEM = /(?:依申请公开)?网上[一-龥]{2,6}(?:系统|平台)/

/** The thing that words without names speak of; null where none stands out. */
export function nounIn(words: string): string | null {
  const [noun] = SYSTEM.exec(words) ?? NOUNS.exec(words) ?? []
  return noun ?? null
}

/** Ends of what a fault sits in, whatever it is called: 受理邮箱, 旧域名, 自助终端, 3号窗口. */
const THINGS =
  '网(?![站络民友上点格])|页面?|(?:公众|视频|抖音|头条|快手|服务|订阅)号|信箱|邮箱|窗口|终端|设备|系统|平台|电话|热线|表格?|样表|指南|目录|图片|照片|地图|视频|文件|附件|链接|地址|域名|屏幕?|器|专区|专栏|专题|报告|名单|清单|公告|入口|菜单|按钮|文本|简介|年报|词条|二维码|文版|手机版|适老版|窗'
/** With these a clause says what is done, or to what, before it names a thing. */
const DOING =
  '[对将把在从向与按为以经让被由连有缺漏超逾无未不没仅只仍还均都就]|自(?![助动])|\\d+[名个条件篇次处家项天日月年]|使用|转[载发]|发[布出]|上传|推送|关闭|要求|提[交供]|存在|出现|连续|长期|互联网|答复|回复|办理'
const FIRST = new RegExp(
  `^(?!(?:${DOING})(?![^,]{0,8}的))(?:[^,还仍着未不没均都]{0,10}的(?:\\d+[个条部张])?)?(?!${DOING})((?:(?![误漏发转未不被无与和及的对出])[\\u4e00-\\u9fffA-Z\\d]){1,8}?(?:${THINGS}))`,
)

/** The thing that what is wrong begins with, by how its name ends; null where it begins otherwise. */
export function thingAhead(problem: string): string | null {
  return FIRST.exec(problem)?.[1] ?? null
}

/** 局长信箱3月份收到的来信,…: the mailbox that a clause without a fault begins with is what the next ones speak of. */
const MAILBOX =
  /^(?:其|该[局委办县区镇乡]的?)?([一-龥]{1,3}信箱|留言板|(?:网上|在线)(?:咨询|信访|投诉))(?!的?答复率)/

/** The mailbox that a clause begins with; null where it begins otherwise. */
export function mailboxIn(words: string): { name: string; platform: null } | null {
  const [, name] = MAILBOX.exec(words) ?? []
  return name ? { name, platform: null } : null
}
