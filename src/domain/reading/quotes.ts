import type { Span } from './lines.js'
import { platformIn } from './platforms.js'

/** What a pair of quotation marks holds. */
export interface ObjectMention extends Span {
  readonly name: string
  readonly platform: string | null
  /** 更名为: the name it had before. */
  readonly former: string | null
}

const QUOTED = /“([^“”\n]{1,40})”/g
const THING =
  '(?:等)?(?:\\d+个)?(?:两个|三个)?(?:一级|二级|子|官方|政务)?(?:栏目|专栏|专区|频道|板块|版块|专题|目录|模块|菜单|按钮|页面|网页|网站|平台|系统|信箱|邮箱|热线|微信|微博|公众号|服务号|订阅号|抖音|快手|头条|今日头条|视频号|小程序|移动客户端|客户端|APP|账号|帐号|新媒体|入口|链接|图标|留言|来信|信件|问题答复|功能|窗口|事项|办事指南|内容|信息|附件|数据)'
const IS_THING = new RegExp(`^\\s*(?:\\([^()]{1,20}\\))?的?${THING}`)
/** Ends of names that are always of a thing. */
const NAMED_THING =
  /(?:信箱|邮箱|热线|系统|平台|社区|论坛|留言板|专栏|栏目|公众号|直通车|12345|公开|指南|信息|动态|要闻|公告|政策|解读|文件|建议|咨询|访谈|投诉)$/
/** Words quoted because they are wrong, or because others coined them. */
const WRONG_BEFORE =
  /(?:(?:反映|咨询|询问|提出|提问|诉求|投诉)的|误(?:写|录|打|植|作|标)?[为成作]|写[成为作]|错[写打录为成]*[为成]?|应为|改为|读作|混淆为|表述[为成]|落款为|标注为|显示为|(?:答复|回复|回应)(?:内容)?(?:仅|均|只)?[为是称]|提示|字样为?|即|与)$/
const WRONG_AFTER =
  /^\s*(?:误(?![发报删传导推])|错(?![链发漏])|写[成为作]|应(?:当)?[为是]|混淆|混用|字样|一词|表述|二字|等字|的错误|、“[^”]*”(?:混用|不分)|经费|抽查|双公示|原则|制度|要求|行动|精神|工程|战略|工作法|号(?:来信|信件|工单|留言|件)|字|不分|(?:、?“[^”]*”)*等?[^,。;“]{0,8}(?:用语|词语|字眼|字样|说法))/
const COINED =
  /^(?:单项否决|三公|双随机|一公开|双随机、一公开|三审三校|最多跑一次|放管服|回头看|一网通办|零问题|僵尸|僵尸号|睡眠|娱乐化|两微一端|一把手|谁主管、谁负责|谁发布谁负责|先审后发|十四五|十三五|集中\+分散|为民服务|当下改|长久立|病句|错链|死链|开天窗|僵尸网站|照单全收|即知即改|一案一整改)$/

/** 精细化, 清单式: a manner, unless a column bears it as its name. */
const MANNER = /[式化型]$/
const IS_COLUMN = /^(?:一级|二级|子)?(?:栏目|专栏|专题|频道|板块|版块|目录)/

/** 某局门户“甲”: what stands between a unit and a thing of its site. */
const SITE =
  /^(?:的|门户|官方|政务|政府)*(?:网站?|官网|主页|首页|频道)?[上中里]?的?$|^(?:自办|自建|主办|开办|开设|运营|所办|管理|维护|推广)(?:的|号)+$/

const UNDONE = /^(?:[均都也仍]|一直|至今|长期|尚)*(?:未(?!能)|没有|缺失|空白|超期|逾期|打不开|无法)/

/** The things a text names in quotation marks, in its order; wrong words and coined ones are none. */
export function quotedObjects(text: string, units: readonly Span[]): ObjectMention[] {
  const found: ObjectMention[] = []
  for (const match of text.matchAll(QUOTED)) {
    const [whole, inner = ''] = match
    const start = match.index
    const before = text.slice(Math.max(0, start - 12), start)
    const after = text.slice(start + whole.length, start + whole.length + 48)
    const owned = units.some(({ end }) => end <= start && SITE.test(text.slice(end, start)))
    if (!isThing(inner, before, after, owned)) continue
    const last = found.at(-1)
    const renamed =
      last && /^.{0,4}(?:更名|改名|变更|名称变更|更改)[为成]?$/.test(text.slice(last.end, start))
    if (renamed) found.pop()
    found.push({
      start: renamed ? last.start : start,
      end: endBehind(text, start + whole.length),
      name: bareName(inner),
      platform: platformIn(inner, before, after) ?? (renamed ? last.platform : null),
      former: renamed ? last.name : null,
    })
  }
  return found
}

function isThing(inner: string, before: string, after: string, owned: boolean): boolean {
  const asked = owned && after.startsWith('要求')
  if (MANNER.test(inner) && !IS_COLUMN.test(after)) return false
  if (
    (COINED.test(inner) && !IS_COLUMN.test(after)) ||
    WRONG_BEFORE.test(before) ||
    (WRONG_AFTER.test(after) && !asked)
  )
    return false
  if (/[。,;:?!]/.test(inner)) return false
  if (platformIn(inner, before, after) !== null || IS_THING.test(after)) return true
  // “甲”“乙”事项: what the last of them is, all are.
  if (IS_THING.test(after.replace(/^(?:、?“[^“”]{1,20}”)+/, ''))) return true
  if (/^[中内里下]/.test(after)) return true
  // 2024年度“甲”未公开: what something was not done with is a thing, wherever it stands.
  if (UNDONE.test(after)) return true
  if (
    owned ||
    /(?:专题|栏目|专栏|频道|页面|菜单|账号|服务号|新媒体|平台|系统|[模板版]块|窗口|热线)$/.test(
      before,
    )
  )
    return true
  if (NAMED_THING.test(inner) || /(?:更名|改名|名称变更|变更)为$/.test(before)) return true
  // Otherwise where things stand: at the start, behind a unit or another thing, before the end of a part.
  return /(?:^|[的在、,;:”)—\-和及与有如且并缺少]|[局委办厅院县区市州镇乡会协联处中心公司网站所队馆校园科室院部社台库厂场行段组团])\s*$/.test(
    before,
  )
}

/** The name without the platform that stands in brackets inside the quotation marks. */
function bareName(inner: string): string {
  return inner.replace(/\s*\([^()]{1,20}\)\s*$/, '').trim()
}

/** A bracket that names the platform belongs to the name. */
function endBehind(text: string, end: number): number {
  const [bracket = ''] = /^\s*\([^()]{1,16}\)/.exec(text.slice(end, end + 20)) ?? []
  return platformIn(bracket, '', '') === null ? end : end + bracket.length
}
