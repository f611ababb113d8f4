/** A warning: 逾期未完成的,将提请约谈; 仍不更新的将建议关停. */
const WARNED =
  /^(?:逾期|到期|届时)[^,。]{0,20}(?:的|者),|(?:仍|逾期|到期|届时)[^,。;]{0,8}[不未][^,。;]{0,14}(?:的|者),?(?:由|一律|将)|[不未][^,。]{1,14}(?:的|者),?(?:我|本)?[^,。]{0,6}将(?:建议|提请|提交|予以|关停|通报|约谈|依|按|视|被|取消|移交)/
/** What may turn up: 发现…问题的,立即整改. */
const MAY_BE =
  /(?:发现|存在|出现|遇有)[^。;]{0,90}(?:问题|情况|情形|现象)的,(?:要|应|须|需|请|约谈|通报|扣|取消|移交|严肃|从严|依|按|视|给予|追究|一律|不予|暂停|立即|及时|一律|由|将|予以|限期|第一时间|马上)/
/** What a unit has to do because it was named before: 连续两月被通报,需另作书面说明. */
const TO_ANSWER = /被通报[^。;]{0,12},(?:需|须|应|请|要)(?:另|再|于|在|向|就|书面|作出|提交|单独)/
/** What the signs of a table mean: “√”表示存在该问题. */
const LEGEND =
  /“[^“”]{1,6}”(?:表示|代表|是指|指(?![出定标南向导明]))|(?:^|[,;(])“[/—-]”(?:表示|为)|“[\d√×○●△/\-－—]{1,3}”为|“[^“”]{1,14}”为[√×○●△]|(?:^|[表中,])[√×○●△](?:表示|代表|为|指)/

/** What was looked at and found to be none takes back all that its sentence told of it: 经复核属于规范用语,不作为问题处理. */
const TAKEN_BACK =
  /(?:不|未)(?:再)?(?:作为|算作?|视为|列为|计入|纳入|认定为|构成|形成|属于?)[^,。;]{0,4}(?:问题|错误|差错|扣分)(?:处理|通报|对待)?[。;]?$|不再(?:重复|另行|单独)?(?:列入|计入|通报|纳入|列出|点名)[。;]?$/

/** What was found and mended at once is told as work done: 累计发现问题线索43条,均已即查即改. */
const MENDED_AT_ONCE =
  /(?:发现|查出|查找|梳理)[^。;]{0,40}\d+[条个处件项][^。;]{0,10},(?:均|全部|都)已(?!经?(?:超|逾|连续|达|持续|存在|长达|\d|被))(?![^。;]*(?:但|仍|尚|反馈|通报|告知|移交))/

/** What went wrong elsewhere and was dealt with well: 留言反映的附件打不开问题,均在1个工作日内处理完毕,值得肯定. */
const COMMENDED =
  /(?:值得(?:肯定|推广|学习|借鉴)|(?:予以|提出|给予)(?:充分)?(?:肯定|表扬)|(?:做法|经验|成效|效果)[^,。;不]{0,4}(?:很|较|非常)?(?:好|显著|明显|突出))[。;]?$/
/** What is said of all before those meant are named: 突出表现在以下几个方面. */
const LEADS_ON =
  /(?:表现|体现|反映|集中)(?:在|为)(?:以下|如下)(?:几|[\d一二三四五六七八]+)?个?(?:方面|问题|情形)[:。]?$/

/** Whether a whole sentence warns, supposes, asks or explains, so that none of its clauses is a finding. */
export function tellsNoFinding(sentence: string): boolean {
  if (TAKEN_BACK.test(sentence) && !/但|另(?!行)|其余|仍/.test(sentence)) return true
  if (COMMENDED.test(sentence) && !/但|仍|不过|然而|尚/.test(sentence)) return true
  return [MENDED_AT_ONCE, LEADS_ON, WARNED, MAY_BE, TO_ANSWER, LEGEND].some((pattern) =>
    pattern.test(sentence),
  )
}

const EARLIER =
  /复查|复核|回头看|上(?:一)?(?:季度|次|期|月|轮|年度|半年)|前期|往期|去年|[一二三四]季度通报|此前通报|前次|销号情况/
const DONE =
  /(?:均|都|已|全部|皆)[^,。;仍未]{0,8}(?:整改|完成|解决|办结|修复|纠正)[^,。;仍未]{0,6}(?:到位|完毕|完成|整改|解决)?(?:,(?:现|均|已|全部)?(?:予以|同意|准予)?(?:销号|核销|闭环|办结|注销))?[。;]?$/
const STILL = /仍|尚未|依然|依旧|反弹|整改不|再次/

/**
 * A list of faults that ends with 均已整改到位 is no list of findings where the sentence or what stands above it looks
 * back: 复查情况, 上季度通报的. Without that it is one of this notice, and a person sees that it is mended already.
 */
export function isSettled(sentence: string, above: string): boolean {
  return DONE.test(sentence) && !STILL.test(sentence) && EARLIER.test(`${above}${sentence}`)
}

/** A thing said to have happened before that goes well now: 去年曾因停更被通报,今年以来已实现每周更新. */
const RECOVERED =
  /(?:去年|上年|此前|以前|往年|上[季半]?[年度月期]+|曾)[^。;]{0,30}(?:被通报|通报过|曾因)[^。;]{0,30},[^,。;仍未]{0,16}(?:已(?:实现|恢复|做到|达到|能够|整改|正常)|更新正常|运行正常)/

/** Whether a sentence says of an old fault that it is over. */
export function isOver(sentence: string): boolean {
  return RECOVERED.test(sentence) && !STILL.test(sentence)
}
