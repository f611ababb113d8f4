import type { DeadlineKind } from './reading.js'

const ANSWERED =
  /整改|反馈|报|回复|复我|函复|书面|台账|说明|销号|修复|处理|处置|更正|补|改|告知|注销|提交|检讨/

/** 8月9日18时前更新完毕 says itself what is to be done by then. */
const OWN_DEED = /[前内底]之?,?(?!一并)[^,。;]{4,}$/

/** Lists, plans and applications are sent in beside the answer: 值班表于12月28日前报送, 11月20日前提交保留申请. */
const OF_PAPERS =
  /^(?!.*(?:整改|反馈|问题|自查|情况|结果|回执|报告|台账)).*(?:(?:值班|登记|统计|信息|分工)表|方案|计划|申请(?:表|书|材料)?|名单|名册)[^,。;]{0,20}(?:报|送|提交)|^(?!.*(?:整改|销号|验收|复核|延期)).*提交[^,。;]{0,8}申请/

/** What is sent in whether or not anything was found: 工作要点, 简报素材; and what only is to be put on record. */
const OF_WORK =
  /^(?!.*(?:整改|反馈|问题|自查))(?:.*(?:素材|要点|稿件|计划|总结|报名表|名册|发言材料|交流材料|申报材料|推荐材料)[^。;]{0,20}(?:报|送|提交)|.*(?:填报|填写|编制|发布|公开|报送)[^,。;]{0,20}(?:报表|年报|年度报告)|.*报[^,。;]{0,16}备案)/

/** What a part of a sentence sets a time for; the rest of its sentence says where the part does not. */
export function kindOf(part: string, sentence: string): DeadlineKind {
  const named =
    OWN_DEED.test(part) ||
    ANSWERED.test(part) ||
    /自查|自评|自检|复查|复核|复检|回头看|回执|签收/.test(part)
  const context = named ? part : sentence
  if (/回执|签收|确认收|收到.{0,6}确认|回复“?收到/.test(context)) return 'receipt'
  if (/复查|复核|复检|回头看|验收|核验|第[二三]轮/.test(context) && !/报|反馈/.test(context))
    return 'recheck'
  if (/清零/.test(part) && !/报|反馈|书面/.test(part)) return 'other'
  if (OF_WORK.test(part) || OF_PAPERS.test(part) || /申诉|申辩|提出[^,。;]{0,4}异议/.test(part))
    return 'other'
  if (/(?:名单|联络员|联系人)[^,。;]{0,12}报/.test(part) && !/整改|反馈/.test(part)) return 'other'
  if (
    /自查|自评|自检|排查(?:情况|结果)/.test(context) &&
    !/整改情况|整改报告|完成整改/.test(context)
  )
    return 'self-inspection'
  // 要在4月17日前完成修订,修订后提交结果: what is sent in behind it answers for it.
  const behind = sentence.split(part)[1] ?? ''
  const answered =
    OWN_DEED.test(part) && mendsOnly(part) && !ANSWERED.test(part)
      ? ANSWERED.test(behind)
      : ANSWERED.test(context)
  return answered ? 'feedback' : 'other'
}

/** What is to be put right is answered for; what is only to be done is not: 完成整改 is the one, 处置完毕 the other. */
const MENDS =
  /^(?!.*(?:整改|改造|恢复)).*(?:完成|处[置理]|修复|更[正新]|下线|撤[下除]|清零|改正|补[齐发充]|修订|关停|注销|上传|整理)/
const SENDS =
  /报|反馈|书面|[回函]复|复我|说明|告知|提交|填|签收|确认|检讨|发[至到送给]|传至|自查|复[查核检]|回头看|送/

/** Whether by then something is to be put right and nothing is sent in: 24小时内完成处置. */
export function mendsOnly(part: string): boolean {
  return MENDS.test(part) && !SENDS.test(part)
}
