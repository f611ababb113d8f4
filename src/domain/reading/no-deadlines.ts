import type { Deed } from './deadline-kinds.js'
import type { Governed } from './governed.js'

/** Somebody is asked. */
export const ASKED =
  /(?<!申)请|须|务必|责令|限(?:期|你|在|于|时|\d)|(?<![相响反供适对])应(?![急用对])|(?<![主重首必])要(?![求闻点素件目])|需(?!求)|望|可[在于]|一律|要求:|时限|期限|截止|不得[迟晚]于|最[迟晚]/

/** What is supposed only; a rule for all of a kind that names its day is asked for. */
const SUPPOSED =
  /^(?!.{0,14}异议)(?:如(?!期)|若|一旦|凡(?![^。;]{4,30},(?:要|应|须|务必|一律)[于在])|对.{2,20}的,)/
/** What an earlier paper asked for: 4月28日印发通报,要求你局于5月12日前完成整改. */
const EARLIER =
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日,?[^。;]{0,80}(?:印发|下发|通报|转办|交办|发出|函告|通知)[^。;]{0,80},(?:要求|责成|限)[^,。;]{0,12}$|(?:上[月次季期]|此前|前期|前次|去年|原先|曾)[^。;]{0,14}(?:要求|明确|规定|承诺|约定|责令)[^,。;]{0,12}$|承诺(?!书)[^,。;]{0,8}$/
/** Told as something that was, or was not, done by then. */
const TOLD_BEFORE =
  /(?<!对|将|就)未(?:能|及时|如期)?(?:[在于按][^,。;]{0,6})?$|(?:已|曾)(?:经|于|在)?[^,。;]{0,4}$|是否[^,。;]{0,10}$|平均|原定|(?:虽|直到|早在)[^,。;]{0,6}$/
const TOLD_ALL = /(?:均|都|全部|皆)[^,。;]{0,4}[在于]?$/
const TOLD_BEHIND =
  /^[^,。;]{0,12}(?<!为)(?:了(?!解)|得到)|^[^,。;]{0,4}已|(?:办结|答复|回复|完成)\d|(?:^|,)(?:目前|至今|但)[^,。;]{0,8}(?:仍|未|没)|(?:^|,)(?:实际|直到|却)/
/** 10月31日前仍不合格的,一律关停: a day on which something else hangs. */
const CONDITION = /^(?:仍|还|尚)?(?:未|没有?|不(?!得))/
/** What offices say they will do themselves. */
const PROMISE =
  /我(?:局|委|县|区|镇|乡|单位|中心|公司|市|校|院)(?:[^,。;]{0,8}(?:将|已|拟|力争|争取|确保)|$)|^(?:下一步,?)?我(?:局|委|单位)|^确保|(?:^|,)(?!请|并|同时)[^,。;请须要应]{2,18}(?:将|拟|计划)[于在]?$/
/** How fast letters are always to be answered: 留言要在2个工作日内予以回复. */
const STANDING_OF = /(?:留言|来信|信件|咨询|咨询件|诉求|工单|评论|申请)[^,。;\d]{0,8}$/
const STANDING =
  /收到(?:网民|群众)?(?:留言|来信|咨询|诉求|申请|信件|举报|投诉)|(?:发布|公开)后|(?<!通报|通知|函|文)印发后|(?:变更|注销|开设|新开|更名)[^,。;]{0,4}的,|今后|日常|平时|自\d{1,2}月起|一律|坚持|执行|规定|备案|报备/
/** What this notice asks for of what it names is no standing rule. */
const NAMED_HERE =
  /整改|通报|找错(?!“|”|留言)|上述|以上|附件|所列|反馈|我(?:办|局|委|中心)|\d+[件条封起]|超期|逾期|未办|本(?:通知|函|单)/
const OF_PAST_SPAN = /(?:近|前|过去|最近|之前的|由|从)$/
const OF_EVENTS = /^(?:累计|连续|发生|出现|有\d|多次|两次|\d次|发布的|有更新|无更新)/
const LAPSED = /(?:超过|逾(?!期))[^,。;]{0,4}$|(?:压缩|缩短|延长|提速)[^,。;]{0,2}[至到为]$/

/** Whether a sentence begins with what is only supposed. */
export function supposes(sentence: string): boolean {
  return SUPPOSED.test(sentence)
}

/**
 * Whether a phrase of time sets no deadline: it tells what was, says what the writer will do, is what something else
 * hangs on, or is a rule of every day. `asks` says that the sentence before asks, and this one goes on.
 */
export function isNoDeadline(governed: Governed, deed: Deed, asks: boolean): boolean {
  if (isTold(governed)) return true
  if (deed !== 'recheck' && PROMISE.test(governed.before)) return true
  switch (governed.phrase.rule) {
    case 'period':
      return isRule(governed) || !(asks || isAsked(governed, deed))
    case 'recurring':
      return deed !== 'self-inspection' && deed !== 'report'
    default:
      return false
  }
}

function isTold({ earlier, before, deed, goesOn }: Governed): boolean {
  const lead = earlier === '' ? before : `${earlier},${before}`
  return (
    EARLIER.test(lead) ||
    LAPSED.test(before) ||
    (TOLD_BEFORE.test(before) && !/请|须|务必/.test(before)) ||
    (TOLD_ALL.test(before) && !ASKED.test(before)) ||
    TOLD_BEHIND.test(`${deed},${goesOn}`) ||
    CONDITION.test(deed)
  )
}

/** Lengths of time also say how fast things are always done, and how far back something reaches. */
function isRule({ phrase, earlier, before, deed }: Governed): boolean {
  if (OF_PAST_SPAN.test(before) || OF_EVENTS.test(deed)) return true
  const lead = `${earlier},${before}`
  const standing =
    STANDING_OF.test(lead) || STANDING.test(`${lead}${phrase.words}`) || /备案|报备/.test(deed)
  return standing && !NAMED_HERE.test(`${lead}${phrase.words}${deed}`)
}

function isAsked({ phrase, earlier, before }: Governed, deed: Deed): boolean {
  return (
    ASKED.test(`${earlier},${before}`) ||
    /收到|接到|印发|公布|限/.test(phrase.words) ||
    ['report', 'mending', 'measure', 'censure'].includes(deed)
  )
}
