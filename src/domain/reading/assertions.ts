import { exemptionOf } from './no-faults.js'

/**
 * What is told where problems are listed is a fault, by whatever words: unless it tells what was done about it, how it
 * was found, who is responsible, how many there are, or what goes well.
 */
const WORK = new RegExp(
  [
    // What was done since.
    '已(?:经|于[^,]{1,12})?(?:全部|基本|初步|按[^,]{1,8}|及时|立即|妥善)?(?:整改|完成|组织|开展|制定|建立|落实|处[理置]|恢复|更新|删除|撤[下回]|下[架线]|修[复改]|更正|督促|通知|提醒|约谈|办结|解决|关停|纳入|启动|实现|上?报|开通|建成|明确|安排|要求|责成|注意|核实|联系|回复|答复|告知|函告)',
    '重视|立即|(?:更换|调整|增[设加]|优化|改版|升级|清理|补充|修订)了|撤稿|撤销了|[致道]歉|发现后|抓紧|召开|加强|(?<!不)配合|(?:意识|质量|水平)较[强高好]|居[^,]{0,6}第[一二三]|误报|(?:更新|运行)(?:正常|平稳|良好)|平均(?:用时|时长|时间)|带队|由[^,]{1,16}(?:运维|维护|管理|承建)(?=[,。;]|$)|超过?\\d+[条篇件次期场](?!未)|(?:补[发上充]|更正|修复|删除|撤下|整改|更新)了|优秀|好评|扎实|顺畅|便捷|(?<!不)支持|获(?:得|评|批|赞|好评|表彰|奖(?!名单|学生))|表示|积极|(?<!不|被)主动(?!公开)|新增|较好|突破|增长|进行了',
    '(?<!未)(?:组织|开展|制定|完成)(?!机构|架构|部|时限|的|率|度)|整改(?!后|期|不|仍|以来|报告)|建成|开通(?!后|以来|的|至今)',
    // What it is like, and well.
    '(?<![不欠])(?:齐全|规范|井然|有序|整洁|清晰|完备|完整|热情|高效|及时|准确|详实|丰富|活跃|畅通|周到|领先|靠前)(?=[,。;、!]|$)|排名(?:第|前|居|靠前)|率[\\d.]+|第[一二三四五六七八九十\\d]+[名位]?$',
    // How it was found, and who answers for it.
    '检查(?!时|期间|当[日天]|日|结束|人员)|监测(?!时|期|日|点)|(?:抽查|巡查|复查)(?!时|期|当)|通报(?!后|的|至)|报送(?!的|材料)|负责(?!人|的)|牵头(?!的)|^(?:按照|根据|依据)',
    // Figures.
    '共\\d+[个家条件]?(?:单位|部门|网站|账号|栏目|$)|合计|达到?\\d|达\\d',
    '\\?',
  ].join('|'),
)

/** Fewer signs say nothing of their own. */
export const LEAST_SAID = 6

/** Whether words, names hidden, tell something of those they name that is not known to be no fault. */
export function tellsSomething(words: string): boolean {
  const said = words.replace(/△+/g, '△')
  return !WORK.test(said) && exemptionOf(said, false) === null
}
