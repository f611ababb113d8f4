import { saysFault } from './faults.js'

/** Ends of what a fault sits in, whatever it is called: what shows, holds, answers, lists or tells something. */
const HEADS =
  '网(?![站络民友上点格])|页面?|(?:公众|视频|抖音|头条|快手|服务|订阅)号|箱|小程序|客户端|微博|功能|[通频]道|窗口?|终端|设备|系统|平台|电话|热线|表格|表(?![述示明达现彰态决演扬])|指南|须知|目录|名录|图片|照片|地图|视频|文件|附件|链接|地址|域名|屏幕|(?<![黑花白])屏(?![县市区镇乡街山])|(?<=[大分业告览])厅|(?<![农司时有动契危随])机(?!构|关|制|会|号)|(?<!打)[器架栏库柜牌](?!构|员|目)|(?<!后)台(?![账风湾词县市区镇乡街港])|[簿册]|电脑|客服|专[区栏题]|报告|名单|清单|公告|公报|入口|菜单|按钮|文本|简介|年报|词条|(?<![号乱编数密])码|[文机老]版|APP'
/** What denies, limits or has, unless a word of more signs begins so: 不动产, 无障碍. */
const CLOSED = '不(?!动产)|未(?!成年)|无(?!障碍)|没|有(?!线|奖)|超(?!市)|为(?!民|老)'
/** With these a clause says what is done, or to what, before it names a thing. */
export const DOING = `[对将把从向与按以经让被由连缺漏逾仅只仍还均都]|${CLOSED}|在(?!线|建)|就(?![业医诊读])|自(?![助动])|\\d+[名个条件篇次处家项天日月年]|使用|转[载发]|发[布出]|上传|推送|关闭|要求|提[交供]|存在|出现|连续|长期|互联网|答复|回复|办理|关于|根据|采取|组织|会同|登录|填报|[接收]到|请|应当?|[该此各全]|重点|主动`
/** Words that belong to no name of a thing, but to what is said of it. */
const STOP = `[于误漏缺损被与和及的还仍均都仅只已也是将把对着了转里]|${CLOSED}|出(?!入境)|发(?![展票热])|(?<![网线])[上下](?!载|岗)|中(?![心文小医学药山央华国])|内(?![容部设])|在(?!线)|使用|指向|跳转|显示|提示|点击|要求|人员|群众`
const WORD = `(?:\\d号、|(?!${STOP})[\\u4e00-\\u9fffA-Za-z\\d])`
const FIRST = new RegExp(
  `^(?:[且并但而其]|并且|同时|另外|此外)?(?!(?:${DOING})(?![^,]{0,8}的))(?:[^,还仍着未不没均都]{0,10}(?<![里中内])的(?:\\d+[个条部张])?)?(?!${DOING})((?:窗口|专区|热线|${WORD}{1,10}?(?:${HEADS}))(?:${WORD}{0,5}?(?:${HEADS}))*)`,
)

/** 政府网站首页: a site is where all of a unit is, and its page the thing. */
const SITE = /^(?:政府|门户|官方|单位|本级)*网站(?=..)/

/** 一公众号: one of them, and the words do not say which. */
const SOME = /^(?:一(?!体|站|网|键|卡|件|窗|张|封)|某)/

/** The thing that a clause says something of, by how its name ends; null where it begins otherwise. */
export function topicOf(words: string): string | null {
  const thing = FIRST.exec(words)?.[1]?.replace(SITE, '')
  return thing && !SOME.test(thing) ? thing : null
}

/** What people come for: where each part of a notice is about one of these, it is what goes wrong in it. */
const SERVICE =
  /^[\u4e00-\u9fff]{2,12}(?:登记|申领|申请|核发|换[发领]|补换|过户|报销|缴费)(?:\([^()]*\))?$/
/** Lists are where things are told, and functions a kind of them: neither is what is told of. */
const LIST = /(?:清单|表|名单|附件|功能)$/

/** The thing that a heading is about: 主任信箱办理情况, 失业保险金申领; null where it is none. */
export function thingOfHeading(title: string): string | null {
  if (SERVICE.test(title)) return title
  const thing = title.length <= 14 && !saysFault(title) ? topicOf(title) : null
  return thing && !LIST.test(thing) ? thing : null
}
