import { saysFault, startOfFault } from './faults.js'
import { DOING } from './topics.js'

/**
 * What a predicate begins with, whatever its verb: what denies, limits, places in time, turns, compares or counts, and
 * the few verbs that are or have. Words of which such a sign is a part are no predicate: 不动产, 在线, 为民.
 */
const PREDICATE = new RegExp(
  [
    '不(?!动产)|未(?!成年|来)|没|无(?!障碍|线电|偿)|非(?!遗|物质|公)',
    '已|曾|仍|尚|还(?!款|建)|[也亦]|均(?!衡)|都(?!市)|又|再(?!生|就业)|才(?!艺)|就(?!业|医|诊|餐|读)|仅|只|竟(?!赛)|却|总是|常(?!务|规|见|用|住|委)|迟迟|一直|至今|依旧|依然|长期|连续|多次|反复|擅自|私自|随意|普遍|全部|大面积|几乎',
    '目前|现(?=[被仍已为在])|截至|截止|自(?=\\d|去|今|上|正|本|开)|从(?!业)|于(?=\\d|去|今|上)|在(?!线|编|职|校|建|园|册)|对(?!外|口|台|照)|把(?!关)|将(?!来)|被|由|以(?!案|下|上|往|及)|按(?!钮|揭)|与(?=[^,]{1,12}(?:不|相|一[致样]|有|说|对|各|矛盾))',
    '为(?!民|老|农)|是|系(?!统|列)|有(?!线|关|奖|害|限|机|色)|存在|出现|[含写](?!字)|缺(?!陷)|少(?!年|儿|先|数)|超(?!市|级)|逾|显示|提示|指向|跳转|点击|停(?=[留更在])|误|错(?!别字|敏|链|误)',
    '(?:\\d+|[一二两三四五六七八九十半]+)(?:[年月日天周处条个名位件篇封次项家份张])|最(?:近|新|后|早|长)|上(?:月|周|年|班)|去年|今年|当[天日]|提前|要(?=求|连)|打(?=开|不)|当[作成做]|作为|挂[了着在出]|整[个篇]|属于?(?![地性])',
  ].join('|'),
)

/** What a clause may begin with and that is no part of what it names. */
const JOINT = /^(?:[且并但而其]|并且|同时|另外|此外|还有|门户)+(?!存)/
/** 公开的2023年度部门决算: what was done with it is no part of its name. */
const DONE_WITH =
  /^(?:对外|自行|统一|集中|专门)?[\u4e00-\u9fff]{2}的(?=[\u4e00-\u9fffA-Za-z\d“《]{2})/
/** Those who meet with a fault. */
export const PEOPLE =
  /^(?:[\d一两几]+[名位个])?(?:部分|不少|有|老年)?(?:群众|市民|居民|村民|网民|网友|读者|用户|企业|家长|患者|老人|学生|考生|申请人|诉求人|当事人|办事人|公众|旅客|乘客|游客|纳税人|业主|粉丝|社会公众)/
/** Words that stand for others or for some of them name nothing. */
const NAMELESS =
  /^(?:一(?![体站网键卡件窗])|二者|两者|前者|后者|双方|[该此这各你我贵其本某]|有关|相关|部分|个别|少数|多数|有的|一些|余|上述|此后|之后|随后|截至|[经据因至除]|通过|监测|检查|疑似|全站|干脆)/
/**
 * Ends of what is no thing: who acts, what is done, what it is like, when, how much, and the signs of a text by which
 * a fault shows and not where.
 */
const NO_THING = new RegExp(
  `(?:${[
    '[员人者们]|群众|用户|企业|家长|学生|师生|旅客|乘客|[局委办厅府会院校县乡镇]|(?<!专|论|自助|等候|展)区',
    '更新|整改|把关|监测|发布|检查|推送|答复|回复|回应|办理|审核|审查|管理|收录|维护|建设|公开|保障|落实|排版|表述|报送|处理|处置|运行|转载|使用|操作|设置|反馈|公示|受理|解读',
    '意识|数量|质量|比例|[率数量]|时限|时间|期限|力度|程度|问题|情况|工作|原因|结果|现象|[时后前间]|[一二三四五六七八九十\\d]点',
    '信息|内容|数据|标题|条目|域名|私信|名称|类栏目|^网站?|^官网|栏目|账号|干脆|空着',
  ].join('|')})$`,
)
const LEAST = 3
const LONGEST = 14
const NO_NAME = /[“”()《》、△□○与]/
const BEGINS_DOING = new RegExp(`^(?:${DOING})(?![^,]{0,8}的)`)
/** 答复书 is a paper, and 答复 what is done. */
const PAPER = /^.{2,5}[书函稿表单册牌]$/
const YEAR = /^(?:\d{4}年度?|\d{1,2}月份?)/
/** A site is where all of a unit is, and the account was named before. */
const SITE = /^(?:(?:官方|政府|门户)*网站?[上中里]?|账号)(?=..)/
/** 新闻稿中领导职务表述有误: what something is within is the thing. */
const LOCATIVE = /^((?!其)[^,]{1,11}?[^,初年月日期高])[中里](?![心学医文小药间央国程长])/

/**
 * What a clause says something of: all that stands before its predicate, in whatever words, without what was done with
 * it; null where it begins otherwise or the words are of somebody.
 */
export function nounPhraseOf(words: string): string | null {
  const [first = ''] = words.split(/[,;。:]/)
  const clause = first
    .slice(0, 2 * LONGEST)
    .replace(JOINT, '')
    .replace(DONE_WITH, '')
  const at = startOfPredicate(clause)
  const phrase = clause.slice(0, Math.max(0, at)).replace(/的$/, '')
  const own = phrase.replace(SITE, '').replace(YEAR, '')
  if (own.length < LEAST || phrase.length > LONGEST || NO_NAME.test(phrase)) return null
  const done = BEGINS_DOING.test(own) && !PAPER.test(own)
  return NAMELESS.test(own) || NO_THING.test(own) || done ? null : phrase
}

/** A clause that is nothing but a thing and what was done with it: 今年1月以来收到的网民咨询; null for others. */
export function barePhraseOf(clause: string): string | null {
  const bare = clause.replace(SINCE, '').replace(JOINT, '')
  const own = bare.replace(DONE_WITH, '')
  if (
    own === bare ||
    own.length < LEAST ||
    own.length > LONGEST ||
    PREDICATE.test(own) ||
    NO_NAME.test(own)
  )
    return null
  const said = NAMELESS.test(own) || NO_THING.test(own) || BEGINS_DOING.test(own) || saysFault(own)
  return said ? null : own
}

/** 把缴费花名册当作附件, 未公开投诉电话: what was handled wrongly, or is missing; null where a clause tells otherwise. */
export function complementOf(words: string): string | null {
  const [clause = ''] = words.split(/[,;。:]/)
  const taken = /^(?:还|又|曾)?[把将]/.exec(clause)?.[0].length
  if (taken) return nounPhraseOf(clause.slice(taken))
  const missing = MISSING.exec(clause)?.[1] ?? null
  return missing && !NAMELESS.test(missing) && !NO_THING.test(missing) ? missing : null
}

const MISSING =
  /(?:未|没有?|不)(?:按[^,]{1,8}?)?(?:在[^,]{2,8})?(?:及时|主动|统一|对外)?(?:公开|公布|公示|设置|设立|提供|张贴|摆放|配备|开通|开设|建立)(?:了|过)?([\u4e00-\u9fff]{3,10})$/

/** When it was, before what it is of. */
const SINCE =
  /^(?:\d{4}年|今年|去年|本[年月季周]度?|上半年|[一二三四]季度)?(?:\d{1,2}月份?)?(?:以来|期间|至今)?/

/** Where what is said of a thing begins: with a sign of a predicate or with what is wrong, whichever stands first. */
function startOfPredicate(clause: string): number {
  const from = YEAR.exec(clause)?.[0].length ?? 0
  const sign = PREDICATE.exec(clause.slice(from))
  const at = sign ? from + sign.index : -1
  const within = LOCATIVE.exec(clause)?.[1]?.length
  if (within && (at < 0 || within < at)) return within
  const fault = startOfFault(at < 0 ? clause : clause.slice(0, at))
  return fault < 0 ? at : fault
}
