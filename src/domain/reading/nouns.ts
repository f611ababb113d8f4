/** Things that are spoken of by their kind, without quotation marks. */
const NOUNS =
  /(?:(?![由对在向的与和从把将让而但且并])[\u4e00-\u9fff\d]){0,4}窗口|(?:信息公开)?年度报告|(?:微信)?公众号|视频号|抖音号|快手号|头条号|办事服务事项|办事指南|办事统计|服务指南|办事事项|(?<!返回)首页|领导信息|领导简介|领导分工|空白表格|(?:留言|信件|来信)(?:办理|受理)?统计(?:数据)?|(?:网站|工作)年度报表|机构职能|政府信息公开目录|政府信息公开指南|信息公开指南|(?<!未)公开指南|信息公开年报|(?<!未)公开年报|依申请公开(?:网上填报系统|渠道|平台|件)?|[一-龥]{1,3}信箱|官方微博|官方微信|微信公众号|政务微博|小程序|移动客户端|站内搜索|搜索功能|网站地图|友情链接|在线咨询|在线访谈|网上调查|意见征集|民意征集|留言板|评论功能|通知公告|政策解读|政策文件|数据发布/

/** A system is where a fault sits, whatever it is about. */
const SYSTEM = /(?:依申请公开)?网上[一-龥]{2,6}(?:系统|平台)/

/** 一公众号: the words do not say which. */
const SOME = /(?<=^|△)[一某](?:个|家)?(?:微信)?(?:公众号|视频号|抖音号|快手号|头条号)/

/** The thing that words without names speak of; null where none stands out. */
export function nounIn(words: string): string | null {
  const [noun] = SYSTEM.exec(words) ?? NOUNS.exec(words.replace(SOME, '')) ?? []
  return noun ?? null
}

/** 局长信箱3月份收到的来信,…: the mailbox that a clause without a fault begins with is what the next ones speak of. */
const MAILBOX =
  /^(?:其|该[局委办县区镇乡]的?)?([一-龥]{1,3}信箱|留言板|(?:网上|在线)(?:咨询|信访|投诉))(?!的?答复率)/

/** The mailbox that a clause begins with; null where it begins otherwise. */
export function mailboxIn(words: string): { name: string; platform: null } | null {
  const [, name] = MAILBOX.exec(words) ?? []
  return name ? { name, platform: null } : null
}
