import { bareThings } from './bare-things.js'
import { withCoordinated } from './coordinated.js'
import { saysFault } from './faults.js'
import type { Span } from './lines.js'
import { type ObjectMention, quotedObjects } from './quotes.js'
import { enclosed } from './sentences.js'
import { titledPapers } from './titled-papers.js'
import { isUnitName, type UnitMention, unitMentions } from './unit-mentions.js'
import { LEVEL, PLACE } from './unit-words.js'

/** A unit or a thing that a sentence names, by its place in it. */
export type Token =
  | ({ readonly kind: 'unit'; readonly bracketed: boolean } & UnitMention)
  | ({ readonly kind: 'object'; readonly bracketed: boolean } & ObjectMention)

/** A sentence taken apart: its words, its names, and its words with names and brackets hidden. */
export interface Parsed {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Quoted words □, brackets ○: what is left speaks for itself. */
  readonly masked: string
}

/** Names of units and things in a sentence; names in quotation marks are never units, `known` ones always. */
export function parsed(text: string, known: readonly string[]): Parsed {
  const quoteless = hide(text, /“[^“”\n]{1,40}”|《[^《》\n]{1,80}》/g, '□')
  const named = withCoordinated(quoteless, unitMentions(quoteless, known))
  const quoted = quotedObjects(text, named)
  const things = [...quoted, ...titledPapers(text, named, quoted)]
  // “某市林业局”网站: the site bears the name of its unit.
  const sites = things.filter((one) => isSite(quoteless, one, named))
  const objects = [...things, ...bareThings(quoteless, named)]
    .filter((one) => !sites.includes(one) && !isExcepted(quoteless, one.start, one.end))
    .map((one) => ({ kind: 'object' as const, bracketed: isBracketed(quoteless, one), ...one }))
  const meant = named.filter(
    (one, at) =>
      !isSpokenTo(quoteless, one) &&
      !isOwner(quoteless, one, named[at + 1]) &&
      !isOwned(quoteless, one) &&
      !isFormer(quoteless, one, named[at + 1]) &&
      !isComparedWith(quoteless, one, named[at - 1]) &&
      !isContent(quoteless, one, named[at - 1]),
  )
  const units = [...meant, ...sites.map(({ start, end, name }) => ({ start, end, name }))].map(
    (one) => ({ kind: 'unit' as const, bracketed: isBracketed(quoteless, one), ...one }),
  )
  const spelled = spelledOut(quoteless, units)
  const tokens = [...objects, ...spelled].toSorted((a, b) => a.start - b.start)
  return { text, tokens, masked: withQuotedFaults(text, hideBrackets(quoteless), tokens) }
}

/** 假期“断更”: a short word of a fault in quotation marks says it all the same, unless it is a thing's name. */
function withQuotedFaults(text: string, masked: string, tokens: readonly Span[]): string {
  let shown = masked
  for (const { index, 0: whole, 1: word = '' } of text.matchAll(/“([^“”]{2,5})”/g)) {
    const end = index + whole.length
    const named = tokens.some((one) => one.start <= index && one.end >= end)
    const ends = /^(?:[,。;、]|的?(?:问题|现象|情况)|$)/.test(text.slice(end))
    if (named || !ends || !masked.startsWith('□', index) || !saysFault(word)) continue
    shown = `${shown.slice(0, index + 1)}${word}${shown.slice(end - 1)}`
  }
  return shown
}

/** 县一局等3家单位(县一局、县二局、县三局): who they are stands in the bracket, and takes the place of the first. */
function spelledOut<T extends UnitMention & { readonly bracketed: boolean }>(
  text: string,
  units: readonly T[],
): readonly T[] {
  const lists = [...text.matchAll(COUNTED_LIST)].map(({ index, 0: whole }) => {
    const end = index + whole.length
    const from = text.lastIndexOf('(', end - 2)
    return { from, within: units.filter((one) => one.start > from && one.end < end) }
  })
  const told = lists.filter(({ from, within }) => {
    const rest = within.reduceRight(
      (words, { start, end }) => words.slice(0, start - from) + words.slice(end - from),
      text.slice(from, text.indexOf(')', from)),
    )
    return within.length > 1 && /^\([、,和及\s]*$/.test(rest)
  })
  const names = new Set(told.flatMap(({ within }) => within.map(({ name }) => name)))
  const meant = new Set(told.flatMap(({ within }) => within))
  return units
    .filter((one) => meant.has(one) || one.bracketed || !names.has(one.name))
    .map((one) => (meant.has(one) ? { ...one, bracketed: false } : one))
}

/** A count, of what, and a bracket. */
const COUNTED_LIST =
  /(?:\d+|[一二两三四五六七八九十]+)[个家所](?:[\u4e00-\u9fff]{0,4}(?:单位|部门|乡镇|街道|县区|区县|学校|医院|网站|账号|企业|科室|处室))?\([^()]{4,200}\)/g

/** 县教育局所属县一中: the second is meant. */
function isOwner(text: string, { end }: Span, next: Span | undefined): boolean {
  return next !== undefined && /^(?:所属|下属|直属|归口)的?$/.test(text.slice(end, next.start))
}

/** 所属物业公司的投诉电话: a body without a place of its own is one of whoever was spoken of before. */
function isOwned(text: string, { start, name }: UnitMention): boolean {
  const own = LEVEL.test(name) || PLACE.test(name)
  return !own && /(?:^|[,;:。、\d]|[其该])(?:所属|下属|直属)的?$/.test(text.slice(0, start))
}

/** 原县规划局,现县自然资源局: the one of today is meant. */
function isFormer(text: string, { end, name }: UnitMention, next: Span | undefined): boolean {
  return (
    name.startsWith('原') &&
    next !== undefined &&
    /^[、,]?(?:即)?现$/.test(text.slice(end, next.start))
  )
}

/** What joins a unit to the one before it, or makes it the one that is meant. */
const JOINED =
  /(?:^|[、,和与及;:()为由归是系将把被让对向]|以及|其中|分别|包括|如|有|但|而|单位|部门|属|转|网站|频道|账号|号|微博|[”□]|\d+[个件条次家篇封处])$/
/** 州一局网站保留着已撤并的州二会链接: a unit behind what another does is what that is about. */
function isContent(text: string, { start }: Span, last: Span | undefined): boolean {
  const between = last ? text.slice(last.end, start) : ''
  return /^[^,;:。()]{3,}$/.test(between) && !JOINED.test(between)
}

/** 与省教育厅公布的名单不符: the measure, and not whoever differs from it. */
function isComparedWith(text: string, { start, end }: Span, last: Span | undefined): boolean {
  if (!/[与同跟和]$/.test(text.slice(0, start)) || last?.end === start - 1) return false
  return /^的?(?:公布|公开|发布|印发|下发|官网|网站|门户)?[^,。;]{0,16}(?:不(?:符|一致|同|统一|相符)|矛盾|打架|冲突|雷同|相同|一样)/.test(
    text.slice(end, end + 28),
  )
}

/** A quoted unit is its site; behind a unit it is a thing of that unit, as the site of a county is of its city. */
function isSite(
  text: string,
  { start, end, name, platform }: ObjectMention,
  units: readonly Span[],
): boolean {
  const behind = ({ end }: Span) => /^(?:\((?:首页)?)?$/.test(text.slice(end, start))
  if (platform !== null || !isUnitName(name) || units.some(behind)) return false
  const owned = /[局委办厅院县区市州镇乡会协联处中心公司的]$/.test(
    text.slice(Math.max(0, start - 2), start),
  )
  const site = /^(?:门户|政府|官方)?网/.test(text.slice(end, end + 4))
  return site || (!owned && (LEVEL.test(name) || PLACE.test(name)))
}

/** Whoever looked: …(…)对全市13个账号第四季度运行情况进行了监测. */
const INSPECTS =
  /^(?:\([^()]{1,12}\))?对[^,。;]{2,56}(?:进行|开展|组织)(?:了|过)?[^,。;]{0,8}(?:监测|检查|抽查|巡查|复查|核查|普查|评估|考核|抽检|测评)/

/** Whom something was sent to or by whom it was seen: 向市政府办公室备案, 被省政府办公厅通报. */
function isSpokenTo(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 4), start)
  // 网民向市一局提交的留言: it is whoever has to answer.
  if (/(?:网民|网友|群众|市民|企业)向$/.test(text.slice(0, start))) return false
  if (
    /(?:向|报|送|给|被|经|据|(?<!对|直|承|衔|链|迎|连)接|收到|接到|至|抄送|报送|反馈|联系|函告|径送|抄报|寄|交)$/.test(
      before,
    )
  )
    return true
  if (isHelper(text, start)) return true
  const led = /(?:牵头|主管|主办)、$/.test(before)
  if (led && /^(?:具体|负责|维护|运维|承建|承办)/.test(text.slice(end, end + 4))) return true
  if (isExcepted(text, start, end)) return true
  if (INSPECTS.test(text.slice(end, end + 80))) return true
  return /^(?:配合|协办|协助|支持|承建|技术支持|通报|抽查|检查|会同|组织|将(?:继续|适时|对|组织|进一步|不定期)|对.{2,20}(?:进行|开展|组织)了|印发|要求(?:各|有关|相关|责任|全)|制定|统一)/.test(
    text.slice(end, end + 30),
  )
}

/** 除市残联、市总工会外: those are not meant. */
function isExcepted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return /除[^,。;外]*$/.test(before) && /^[^,。;]{0,60}外/.test(text.slice(end, end + 62))
}

/** 责任单位:甲,配合单位:乙: whoever helps is not answerable. */
function isHelper(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start)
  const helps = before.search(
    /(?:配合|协办|协助|参与|运维|承建|技术支持)(?:单位|部门)?[:为](?![^]*(?:责任|牵头|主办|主管)(?:单位|部门)?[:为])/,
  )
  return helps >= 0 && !/[。;)]/.test(before.slice(helps))
}

function isBracketed(text: string, { start }: Span): boolean {
  const open = text.lastIndexOf('(', start)
  return open >= 0 && start - open < 120 && text.indexOf(')', open) > start
}

function hide(text: string, pattern: RegExp, sign: string): string {
  return text.replace(pattern, (found) => sign.repeat(found.length))
}

function hideBrackets(text: string): string {
  const inside = enclosed(text)
  let masked = ''
  for (let index = 0; index < text.length; index += 1) {
    masked += inside[index] && text.charAt(index) !== '□' ? '○' : text.charAt(index)
  }
  return masked
}
