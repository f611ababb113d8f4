import type { Governed } from './governed.js'
import type { DeadlineKind } from './reading.js'

/**
 * What is to be done by a day: `report` sends word of what was put right, `mending` puts right what the notice names,
 * `measure` is a step of its own (关停, 退还), `censure` accounts for the fault (书面检查), `aside` is due whatever was
 * found (名单, 异议).
 */
export type Deed =
  | 'receipt'
  | 'recheck'
  | 'self-inspection'
  | 'report'
  | 'mending'
  | 'measure'
  | 'censure'
  | 'aside'

/** How an office looks again: 复查, 第二轮抽查, 逐项核实. */
export const LOOKS_AGAIN =
  /复[查核检测验评](?!过|后)|回头看|验收|核验|(?:再次|再度|二次|第[二三四234][轮次]|重新|对账)[^,。;]{0,12}(?:[抽检核督巡复]查|[检抽拨复]测|测[试评]|核实|扫描|拨打|巡检|体验|暗访|评估|[回走]访)|(?:逐[一项个家]|现场|到场|上门)[^,。;]{0,6}(?:[抽检核督]查|核实|检测|核对|核验)|(?:核查|核实|抽查|检查|评估|督查)[^,。;]{0,8}(?:整改|成效|落实)|再(?:去|到|来|看|查|测|走|访|抽|拨|试)/
/** These say so of themselves, whoever is asked. */
const LOOKS_AGAIN_ITSELF = /复[查核检测验评]|回头看|验收|核验/
const SENT = /报(?!告期|道|名)|反馈|提交|申请|提请|配合|回复|函复|填/
const ADDRESSED = /请|须|务必|应|要(?!求)|责令|^各/

const RECEIPT =
  /签收|收悉|回执|(?:确认|回复|反馈|接龙|回)[^,。;]{0,8}(?:收到|接收|知悉)|收到[^,。;]{0,6}确认|收到请|确认收/
const OTHER_RECEIPT = /整改[^,。;]{0,6}回执|(?:联络员|联系人|信息员)[^,。;]{0,6}回执/

const SELF =
  /自查|自评|自检|自纠|排查|清查|摸排|起底|大?体检|普查|(?:全面|一次|一遍|一轮|底数|账号)[^,。;]{0,10}核查|核查[^,。;]{0,4}(?:底数|一遍|一次)/
const SELF_PAPER = /(?:自查|排查|清查|摸排|自评)(?:自纠|清理)?(?:情况|结果|报告|台账|表|工作)/
const MENDED = /整改(?:情况|报告|结果|台账)|完成整改|整改到位|处理结果/

const OBJECTIONS =
  /(?<!无)异议|疑[问义]|申诉|申辩|陈述意见|延期[^,。;]{0,4}申请|(?:需|申请|要求|提出|报批|办理)[^,。;]{0,6}延[期长]|(?:无法|不能)(?:按[期时]|[^,。;]{0,10}完成的)|(?:认为)?不(?:属于|属)[^,。;]{0,6}职责/

/** Who is named, and what is handed in whether or not anything was found. */
const PERSONS =
  /(?<!由[^,。;]{0,8}|@)(?:联络员|联系人|信息员|管理员|网管员|名单|名册|参训|参会|报名|值班表)(?![^,。;]{0,12}(?:将|报送|反馈|提交)[^,。;]{0,4}整改)/
const PAPERS =
  /登记表|统计表|信息表|申请表|分工|方案|计划|申请|承诺书|责任书|要点|素材|稿件|简报|总结|年报|年度报告|年度工作报|报表|发言|交流材料|推荐|申报|需求|证明|备案|报备|预案|意见建议|认领/
const OF_FINDINGS =
  /整改(?!承诺)|改造|问题|反馈|处[理置](?!完)|办理(?:情况|结果)|(?:情况|原因)(?:说明|报告)|检讨|检查/

/** Sends in: to whom, how, or what. */
const SENDS =
  /上报|汇报|呈报|报送|报告|报[至给到齐请回我省市州县区镇乡局办厅委部党团校院集纪督宣热政行网信中领指]|书面|反馈|函复|复函|复我|回[告函填报]|告知|告我|说明|提交|填[报写]|检讨|销号|交[至到回我齐来行]|送[至到达交我厅局办委县市区省州]|(?<!转)发[至到送给往我]|传[至真]|通过[^,。;]{0,20}(?:报|交|发|送)|群[内里中][^,。;]{0,4}报|(?:^|[^申通简公日周月海举情预])报[^,。;道名销]{0,10}$/
const ANSWERS = /(?:回复|答复)(?!网民|群众|留言|来信|诉求|当事|市民|家长|用户|患者)/
/** Pictures and proofs of a step taken are no report of it: 办结注销手续并提交截图. */
const PROOFS = /(?:提交|上传|附|发送?)[^,。;整改问题报]{0,6}(?:截图|凭证|证明|照片|材料)/

const MENDS_ALL =
  /整改(?!通知|责任人|承诺|专班|清单|推进|联络|要求|意见书|会)|整治(?!工作总结)|改到位|改造/
/** 整改不到位的账号 says of which, and not what is to be done with them. */
const OF_WHICH = /(?:整改|未改)[^,。;]{0,8}的(?:[^,。;]{0,6}(?:单位|账号|企业|网站|栏目|问题))?/g

/** What is done beside, whatever was found. */
const APART = /培训|学习|转发|传达|动员|部署|签订|领取|认领|联系|入群|注册|参加/

/** Somebody accounts for the fault, and not for its mending. */
const CENSURE = /书面检查|检讨/

/** What mends a fault, by whatever step. */
const STEPS =
  /处[理置]|修[复改补订正]|[更改纠补校]正|改[好完掉]|更[新换]|换[成上新掉]|补[充齐发办答报上传录]|完善|[删清]除|清理|清零|下[线架]|撤[下除销]|关[停闭]|注销|恢复|办[结理]|答复|回复|公[开布](?![办科股室处])|上[线传]|退还|赔|[致道]歉|收回|合并|该关的关|重新|停用|断网|核[对实改]|完成|解决|销号|答复|打通|开通|替换/

/**
 * What is to be done by the day that a sentence names. `told` is the finding that stands before in the same sentence:
 * what it says is undone is mended here.
 */
export function deedOf(governed: Governed, sentence: string, told: string): Deed {
  const earlier = lastOf(withoutBrackets(governed.earlier))
  const before = withoutBrackets(governed.before)
  const deed = withoutBrackets(governed.deed)
  const said = `${before}${deed}`
  const named = TOPIC.test(said) || !BARE.test(deed) ? said : `${earlier},${said}`
  const goesOn = withoutBrackets(governed.goesOn)
  const all = goesOn === '' ? named : `${named},${goesOn}`
  if (RECEIPT.test(named) && !OTHER_RECEIPT.test(named) && !MENDED.test(named)) return 'receipt'
  if (looksAgain(said)) return 'recheck'
  if (OBJECTIONS.test(`${earlier},${said}`)) {
    return /异议.*反馈/.test(`${earlier},${said}`) ? 'report' : 'aside'
  }
  if (SELF_PAPER.test(before) || (SELF.test(named) && !MENDED.test(all))) return 'self-inspection'
  if (PERSONS.test(named)) return 'aside'
  if (PAPERS.test(named) && !OF_FINDINGS.test(`${governed.earlier}${named}`)) {
    return /方案|计划/.test(named) && MENDS_ALL.test(sentence) ? 'report' : 'aside'
  }
  return deedOfFindings({ said, deed, all, sentence, told: `${told}${governed.earlier}` })
}

/** 于4月30日前报我局: what was to be done stands before. */
const BARE =
  /^(?:前|统一|一并|集中|全部|全面|及时|必须|务必|先行|基本)*(?:(?:完成|完毕|报|送|交|提交|上报|反馈|发|传|到位|做到|落实)[^,。;将把]{0,16})?$/

/** 最迟6月30日前完成: what, its sentence says. */
const DONE = /^(?:全[部面]|基本)?(?:完成|到位|完毕)$/

const TOPIC = new RegExp(
  [RECEIPT, LOOKS_AGAIN, OBJECTIONS, SELF, PERSONS, PAPERS, OF_FINDINGS, MENDS_ALL]
    .map(({ source }) => source)
    .concat('情况|结果|台账|说明|报告|函复|反馈|修|改|删|注销|关停|更新|办结')
    .join('|'),
)

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, '')
}

/** The clause before; of a paper that is only drawn up (形成台账) also what it is about. */
function lastOf(earlier: string): string {
  const clauses = earlier.split(/[,。;]/).filter((clause) => clause !== '')
  const drawn = /^(?:并|及时)?(?:形成|建立|填[写报]|汇总|撰写)/.test(clauses.at(-1) ?? '')
  return clauses.slice(drawn ? -2 : -1).join(',')
}

function deedOfFindings({ said, deed, all, sentence, told }: Said): Deed {
  const reports = SENDS.test(all) || ANSWERS.test(all)
  if (MENDS_ALL.test(all.replace(OF_WHICH, ''))) return reports ? 'report' : 'mending'
  const steps = STEPS.test(all)
  if (reports && CENSURE.test(said) && !STEPS.test(said)) return 'censure'
  const proofOnly = steps && PROOFS.test(all) && !SENDS.test(all.replace(PROOFS, ''))
  if (reports && !proofOnly) return 'report'
  if (DONE.test(deed) && MENDS_ALL.test(sentence)) return 'mending'
  if (!steps || APART.test(said)) return 'aside'
  return repeats(told, said) ? 'mending' : 'measure'
}

/** What a sentence says of a day: in its clause, what is to be done, that with what goes on, and what was before. */
interface Said {
  readonly said: string
  readonly deed: string
  readonly all: string
  readonly sentence: string
  readonly told: string
}

function looksAgain(said: string): boolean {
  if (!LOOKS_AGAIN.test(said) || SENT.test(said)) return false
  return LOOKS_AGAIN_ITSELF.test(said) || !ADDRESSED.test(said)
}

/** 仍未恢复更新,请于10日前恢复更新 mends what the sentence itself tells. */
function repeats(earlier: string, said: string): boolean {
  return [...earlier.matchAll(/[未没]有?([^,。;未没]{2,6})/g)].some(([, undone = '']) =>
    said.includes(undone),
  )
}

/** The kind of a deadline by its deed. */
export const KIND_OF: Readonly<Record<Deed, DeadlineKind>> = {
  receipt: 'receipt',
  recheck: 'recheck',
  'self-inspection': 'self-inspection',
  report: 'feedback',
  mending: 'feedback',
  measure: 'other',
  censure: 'feedback',
  aside: 'other',
}
