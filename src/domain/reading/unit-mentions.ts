import type { Span } from './lines.js'
import { isPart, isWhole, OWN_BODY, ownerOfMedium } from './unit-parts.js'
import {
  ANY_END,
  ENDS_WHOLE,
  FOLLOWS,
  GENERIC,
  KNOWN,
  LEADS,
  LEVEL,
  NAME_SIGN,
  NO_NAME,
  NO_UNIT,
  OFFICE,
  PLACE,
  STRONG_ONLY,
  UNUSUAL,
} from './unit-words.js'

/** A unit as the text names it. */
export interface UnitMention extends Span {
  readonly name: string
}

/** The longest name that is looked for. */
const LONGEST = 26

/**
 * The units a text names, in its order. No register is asked: a name is what begins where one can begin, ends as units
 * end, and is followed by what may follow one. Quoted names must be hidden (□) before. `known` are names that the
 * notice itself uses, wherever one may begin.
 */
export function unitMentions(text: string, known: readonly string[] = []): UnitMention[] {
  const found: UnitMention[] = []
  const shape = hidden(text)
  let index = 0
  while (index < text.length) {
    const last = found.at(-1)
    const listed = last !== undefined && isListed(text.slice(last.end, index))
    const begins = beginsHere(text, index, listed)
    const own = begins ? endOfKnown(text, index, known) : 0
    const end = own || (begins ? endOfUnit(text, shape, index, listed) : 0)
    if (end > 0) {
      const name = text.slice(index, end)
      found.push({ start: index, end, name: listed ? withLevel(name, last.name) : name })
      index = end
    } else {
      index += 1
    }
  }
  return found
}

function endOfKnown(text: string, from: number, known: readonly string[]): number {
  return known.reduce(
    (end, name) => (text.startsWith(name, from) ? Math.max(end, from + name.length) : end),
    0,
  )
}

/** What may be a part of a whole body: 市公安局交警支队, but not 市人社局出台. */
const WITHIN =
  /(?:支队|大队|总队|中队|分局|[所站队科处部院校学]|幼儿园|中心|办公室|委员会|办|局|公司)$/

/** Whether a whole text is nothing but the name of one unit. */
export function isUnitName(text: string): boolean {
  const [only, ...more] = unitMentions(text)
  return more.length === 0 && only !== undefined && only.start === 0 && only.end === text.length
}

/** Signs that no name holds are let through where they are part of a well-known one. */
function hidden(text: string): string {
  return text.replace(UNUSUAL, (name) => '名'.repeat(name.length))
}

function isListed(between: string): boolean {
  return /^(?:、|和|与|及|以及|,|□*、)$/.test(between)
}

const EDGE = /[\s、,;:。!?()“”《》〕【】|□▲●■◆★☆※•\-—–/+~]/

/** 桂山市卫生计生网 is the name of a site, and whose it is it does not say. */
const SITE_BEHIND =
  /^(?!政府|门户)[\u4e00-\u9fff]{2,14}(?<!政府|门户|官)网(?![上络友民格点约红购办信])/

function isClauseStart(text: string, index: number): boolean {
  return index === 0 || /[,;:。、]/.test(text.charAt(index - 1))
}

function beginsHere(text: string, index: number, listed: boolean): boolean {
  if (index === 0 || listed) return true
  if (EDGE.test(text.charAt(index - 1))) return true
  // 并入市… is no 并 and no 入市…, and 转载省厅… names no 载省厅.
  if (/^(?:并入|转[载发])/.test(text.slice(index - 1, index + 1))) return false
  return LEADS.test(text.slice(Math.max(0, index - 6), index))
}

/** Where a name beginning here ends: the nearest end that something may follow, else the nearest that needs nothing. */
function endOfUnit(text: string, shape: string, from: number, listed: boolean): number {
  let fallback = 0
  let place = 0
  for (let end = from + 1; end <= Math.min(text.length, from + LONGEST); end += 1) {
    const sign = shape.charAt(end - 1)
    if (!NAME_SIGN.test(sign) || (isJoint(sign) && joinsUnits(text, from, end))) break
    if (end - from < 2) continue
    const name = text.slice(from, end)
    if (ownsQuoted(text, name, end) && !NO_UNIT.test(name) && !GENERIC.test(name)) return end
    const part = fallback > 0 && isPart(name.slice(fallback - from), text.slice(end))
    if (!ANY_END.test(name) || !(part || isUnit(name, listed))) continue
    if (/[中小大]学$/.test(name) && text.charAt(end) === '生') continue
    if (name.endsWith('银行') && /^(?:账|卡|户|流水)/.test(text.slice(end, end + 2))) continue
    if (fallback > 0 && !part && !WITHIN.test(name)) continue
    if (FOLLOWS.test(text.slice(end, end + 6)))
      return isPlace(name) ? bodyOf(text, shape, from, end) : end
    const next = fallback === 0 || end === fallback + 1
    const whole = isClauseStart(text, from) && isWhole(name, text.slice(end))
    const marked = whole || LEVEL.test(name) || (PLACE.test(name) && !/[区园]$/.test(name))
    if (next && marked && (ENDS_WHOLE.test(name) || whole)) fallback = end
    if (place === 0 && listed && LEVEL.test(name) && end - from > 2) place = end
    const bare = end - from > 2 && isPlace(name) && (listed || isClauseStart(text, from))
    if (bare && place === 0) place = end
  }
  const owner =
    fallback === 0 && place === 0 && isClauseStart(text, from) ? ownerOfMedium(text, from) : 0
  if (owner > 0) return owner
  const site = place > 0 && SITE_BEHIND.test(text.slice(place, place + 18))
  return fallback || (site ? 0 : place)
}

/** Halls and centres where people are served bear no name but that of their place. */
const HALL =
  /^(?:人民政府)?(?:政务服务|便民服务|党群服务|行政服务|公共服务|政务|办事)(?:服务)?(?:中心|大厅)/

/** A place may begin the name of one of its bodies: 丰泽州 of 丰泽州统计局, although 统计 may follow a place. */
function bodyOf(text: string, shape: string, from: number, place: number): number {
  const [hall] = HALL.exec(text.slice(place, place + 12)) ?? []
  if (hall) return place + hall.length
  for (let end = place + 1; end <= Math.min(text.length, place + 14); end += 1) {
    const sign = shape.charAt(end - 1)
    if (!NAME_SIGN.test(sign) || (isJoint(sign) && joinsUnits(text, from, end))) break
    const name = text.slice(from, end)
    if (STRONG_ONLY.test(name) && isUnit(name, false) && FOLLOWS.test(text.slice(end, end + 6))) {
      return end
    }
  }
  return place
}

/** 矿产资源科“…”专栏, 测绘院“…”: a body of some office, by the thing of its own right behind it. */
function ownsQuoted(text: string, name: string, end: number): boolean {
  return (
    /(?:(?<!子|网)[科室股院所站队馆团]|(?<![全内外局干总各一底顶头尾上下])部)$/.test(name) &&
    name.length >= 3 &&
    text.startsWith('□', end)
  )
}

function isJoint(sign: string): boolean {
  return sign === '和' || sign === '与'
}

/**
 * 和 and 与 part two units where a whole one stands before them; within a name they do not: 自然资源和规划局,
 * 建筑节能与科技处. 与 before a unit of its own place compares: 回复与市医保局不一致.
 */
function joinsUnits(text: string, from: number, end: number): boolean {
  const before = text.slice(from, end - 1)
  if (text.charAt(end - 1) === '与' && !WITH_OWN_REST.test(text.slice(end, end + 12))) return true
  return ANY_END.test(before) && isUnit(before, false)
}

/** Behind 与 the rest of one name: 科技处 of 建筑节能与科技处, and no unit of a place. */
const WITH_OWN_REST =
  /^(?![市县区省州镇乡厅局])[\u4e00-\u9fff]{2,8}?(?:处|科|部|室|局|委|院|中心|办公室|委员会|学院|公司)/

function isUnit(given: string, listed: boolean): boolean {
  const name = given.replace(/^原/, '')
  if (
    name.length < 2 ||
    /^\d/.test(name) ||
    GENERIC.test(name) ||
    NO_UNIT.test(name) ||
    NO_NAME.test(name)
  )
    return false
  if (OFFICE.test(name)) return false
  if (
    /(?:专|片|辖|社|景|小|校|牧|学|厂|库|自助|等候|办事|评论|留言|服务|风险|管控|封控|防范|灾|疫|园)区$|^(?:偏远|边远|贫困|高寒|重点|国有)?(?:湖|山|林|港|矿|郊)区$/.test(
      name,
    )
  )
    return false
  if (/排队$|^(?:老|新老|旧|主|中心|建成|[市县])城区$/.test(name)) return false
  if (
    /^(?:集|城|村|乡)镇$|(?:网)站$|(?:机|社|不|才|大)会$|(?:内|全|外|干|局)部$|(?:好|处|难)处$/.test(
      name,
    )
  )
    return false
  if (KNOWN.test(name)) return true
  if (OWN_BODY.test(name)) return true
  // A department of a ministry: 政策法规司.
  if (/(?<!公|上|打官)司$/.test(name)) return name.length >= 3
  if (/^[市县区省州旗](?:县|区|市|州|省|镇|乡|旗|级|直|域|民|场|长)+$/.test(name)) return false
  if (STRONG_ONLY.test(name)) return LEVEL.test(name) || name.length >= 3
  if (/[县区市州盟旗省镇乡]$/.test(name)) return isPlace(name)
  return LEVEL.test(name) || PLACE.test(name) || (listed && name.length <= 6)
}

/** A place has a name of its own before what it is. */
function isPlace(name: string): boolean {
  return /^[\u4e00-\u9fff]{1,9}[县区市州盟旗省镇乡]$/.test(name) && !/[局委办厅院会]/.test(name)
}

/** In 市教育局、公安局 the second is the 市公安局. */
export function withLevel(name: string, before: string): string {
  const [level] = /^(?:市(?!场|政)|[县区](?!域)|[省州旗])/.exec(before) ?? []
  const bare = /^(?!市政|市场|区域|县域|省道).{2,12}(?:局|委|办|厅)$/.test(name)
  const marked = LEVEL.test(name) || PLACE.test(name)
  return level && bare && !marked && !name.endsWith('街道办') ? level + name : name
}
