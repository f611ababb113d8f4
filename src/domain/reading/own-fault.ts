import { indicatorFor } from './indicators.js'
import { PEOPLE } from './noun-phrases.js'
import { topicOf } from './topics.js'

/** Things a clause may begin with that it speaks of anew, although it names none. */
const BEGINS =
  /^(?:且|并且|还|同时|另外|其)?(?:门户|部分|个别|多个|多条|有?\d+[个条件处封篇])?(?:网站|首页|(?:后台)?留言|来信|信件|链接|附件|栏目|办事指南|领导(?:信息|分工|简介)|搜索|站内搜索|图片|菜单|评论|网站标识码|备案号|页面|统计数据|联系电话|咨询电话|办公电话|公开指南|公开年报|年度报告|依申请公开|互动|政策解读|解读|信息更新|信息发布|微信公众号|公众号|微博|抖音号|账号|稿件|文章)/

/** Ends of what belongs to whatever was named before it. */
const PART = /(?:链接|附件|图片|视频|文件|表格?|地址|电话|页面?|码)$/

/** 且 adds another fault, unless it goes on to say how bad the first is or shows on its page. */
const BESIDES = /^且(?![未均也仍不无长已又被跳]|页面)/

/** Says another thing of those just told of: 上述两家单位还未…. */
const SAME_UNITS =
  /^(?:且|同时|另外|此外)?(?:上述|以上|前述|这)(?:[\d一二两三四五六七八九十]+[家个])?(?:单位|部门|乡镇|县区|局)/

/**
 * Whether a clause without names tells a fault of its own rather than more of the last one: it begins with another thing,
 * and another indicator speaks for it. 首页更新慢,留言无人回复 are two; 回复敷衍,无实质内容 is one.
 */
export function isOwnFault(clause: string, before: string): boolean {
  const words = clause.replace(/△/g, '')
  if (SAME_UNITS.test(words)) return true
  // What turns is told against what stands before it, and people only meet with it.
  if (/^[而却]/.test(words) || PEOPLE.test(words)) return false
  if (BESIDES.test(words)) return true
  const thing = topicOf(words)
  const [named = ''] = before.split(' ')
  if (thing && named !== '' && !before.includes(thing) && isWhole(thing)) return true
  if (!BEGINS.test(words) || /^.{0,6}(?:导致|造成|影响)/.test(words)) return false
  const [own, last] = [words, before].map((one) => indicatorFor(one, mediumIn(one)))
  return own !== null && last !== null && own !== last
}

/** The medium that words alone speak of. */
export function mediumIn(words: string) {
  if (/公众号|微博|抖音|账号/.test(words)) return 'new-media' as const
  return /留言|来信|信件/.test(words) ? ('mailbox' as const) : ('website' as const)
}

function isWhole(thing: string): boolean {
  return thing.length > 2 && !PART.test(thing)
}
