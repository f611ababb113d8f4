import { isCaseTitle, withoutTitle } from './case-titles.js'
import type { TextBlock } from './document.js'
import { saysFault } from './faults.js'
import type { FoundFinding } from './found-finding.js'
import { numberingOf } from './headings.js'
import { type Introduction, introduces, problemOfIntroduction } from './introduction.js'
import { endsLabel, labelOf, ofLabel } from './labels.js'
import type { Span } from './lines.js'
import { squeezed } from './plain.js'
import { readSentence } from './read-sentence.js'
import type { Around } from './sentence-finding.js'
import { isUnitName, withLevel } from './unit-mentions.js'

/** A unit that says whose it is: what follows it in its line without saying so is of the same place. */
const LEVELLED = /^(?:市(?!场|政)|[县区](?!域))/

/** What a line of text gives: its findings, and what holds for the lines below it, where it says so. */
export interface BlockReading {
  readonly found: readonly FoundFinding[]
  readonly introduction: Introduction | null
}

/**
 * The findings of a line, sentence by sentence. `addressees` are the units a letter is written to; `isListed` says that
 * problems are listed here where no heading says what is, `known` are names of units that the notice itself uses.
 */
export function readBlock(
  plain: string,
  { section, sentences, line, read }: TextBlock,
  introduction: Introduction,
  addressees: readonly string[],
  isListed: boolean,
  known: readonly string[],
): BlockReading {
  // A signature names a unit and says nothing of it.
  if (
    !read.numbered &&
    isUnitName(line.text) &&
    /(?:办公室|办公厅|政府|局|委|办|中心|厅)$/.test(line.text)
  ) {
    return { found: [], introduction: null }
  }
  const found: FoundFinding[] = []
  const outer = subjectOf(introduction.subject, section.units, addressees)
  const labelled = /(?:责任|牵头|主办)(?:单位|部门)[:为]/.test(line.text)
  const problem = labelled ? null : (introduction.problem ?? section.problem)
  const unsaid = (section.kind === 'unsaid' || section.kind === 'other') && isListed
  const listed = section.kind === 'problems' || outer.length > 0 || unsaid
  const above = section.path.map(({ title }) => title).join(' ')
  let carried: readonly string[] = []
  const itemized = read.numbered && (read.heading === null || read.heading.units.length > 0)
  const headed = section.units.length > 0 && (section.kind === 'problems' || unsaid)
  let introduced = false
  let announced = false
  let turned = false
  let topic: Around['object'] = null
  let title = 0
  let object: Around['object'] = introduction.object
  const [, second] = sentences
  const titled = isCaseTitle(line.text, second && squeezed(plain.slice(second.start, second.end)))
  let label = labelOf(squeezed(line.text.slice(numberingOf(line)?.length ?? 0)), known)
  for (const [at, place] of sentences.entries()) {
    const whole = squeezed(plain.slice(place.start, place.end))
    if (at > 0 && endsLabel(whole, known)) label = null
    const text = label && at === 0 && read.heading === null ? whole.slice(label.length) : whole
    const turns = turnsTo(text)
    turned ||= turns && !/[:。]$/.test(text)
    const goesOn = carried.length > 0 && (introduced || mayCarry(text, found, plain))
    const follows = found.length > 0 || (section.category !== null && read.heading !== null)
    const meant = goesOn && !SOME_UNITS.test(text) ? carried : outer
    const subject = !label ? meant : label.units.length > 0 ? label.units : outer
    const around = {
      subject,
      object: label?.object ?? topic ?? object,
      problem,
      listed: listed || turned,
      follows,
      above,
      known,
      item: headed || (listed && label !== null) || (at === 0 && itemized) || LABEL.test(text),
    }
    const reads = readSentence(text, around)
    turned ||= turns
    carried = reads.subject ?? carried
    const ends = plain.charAt(place.end - 1) !== ';'
    topic = ends ? null : (reads.topic ?? topic)
    if (reads.introduces) {
      object = reads.object ?? object
      introduced = reads.subject !== null
    }
    const { category } = section
    const told = label ? ofLabel(reads.findings, label, subject) : reads.findings
    for (const { unit, ...rest } of told) {
      const before = found.findLast(({ finding }) => LEVELLED.test(finding.unit ?? ''))
      const whole = unit && before?.finding.unit ? withLevel(unit, before.finding.unit) : unit
      found.push({ finding: { ...rest, unit: whole }, place, section, category, deadline: null })
    }
    announced = reads.subject === null && ANNOUNCED.test(text)
    if (titled && at === 0) title = found.length
    // What a line tells before it says that problems follow is how it came to that.
    if (reads.introduces && at > 0) dropHistory(found, place.end === sentences.at(-1)?.end)
  }
  // 一是政策解读“两张皮”。: heads what is told behind it of those it names.
  if (headsRest(found, sentences)) found.shift()
  const kept = withoutTitle(found.slice(0, title), found.slice(title))
  const words = squeezed(plain.slice(line.start, line.end))
  if (!introduces(words) || kept.length > 0 || sentences.length === 0) {
    return { found: kept, introduction: null }
  }
  const subject = carried.length > 0 && !announced ? carried : outer
  const said = saysFault(words) && carried.length === 0 ? problemOfIntroduction(words) : null
  const level = read.numbered ? read.level : 0
  return { found: kept, introduction: { subject, object, problem: said, level } }
}

function headsRest([first, ...rest]: readonly FoundFinding[], sentences: readonly Span[]): boolean {
  const head = sentences[0]
  if (!first || !head || sentences.length < 2 || first.finding.unit !== null) return false
  const short = first.place.start === head.start && head.end - head.start <= LONGEST_HEAD
  return short && rest.length > 0 && rest.every(({ finding }) => finding.unit !== null)
}

/** A longer sentence tells itself. */
const LONGEST_HEAD = 24

function dropHistory(found: FoundFinding[], last: boolean): void {
  if (last && found.every(({ finding }) => finding.objects.length === 0)) found.length = 0
}

function subjectOf(
  introduced: readonly string[],
  units: readonly string[],
  addressees: readonly string[],
): readonly string[] {
  if (introduced.length > 0) return introduced
  return units.length === 0 ? addressees : units
}

/** A sentence without a unit goes on about the one before it where it names a thing, or says that it goes on. */
function mayCarry(text: string, found: readonly FoundFinding[], plain: string): boolean {
  const last = found.at(-1)
  if (/^“[^”]*(?:网”|”(?:门户)?网)/.test(text) || STRANGER.test(text)) return false
  if (!last) return GOES_ON.test(text)
  if (plain.charAt(last.place.end - 1) !== '。') return true
  return /“/.test(text) || GOES_ON.test(text)
}

const LABEL = /^(?:\d{1,2}[、.]|\(\d{1,2}\)|[①-⑳])/

/** A body with a thing of its own that is not known as a unit is not the unit of the sentence before all the same. */
const STRANGER =
  /^(?!其|该|此|上述|以上|同时|另|且)[\u4e00-\u9fff]{2,14}?[局委办厅院区县市州镇乡馆站所社会队部处科校园场司心](?:的)?(?:政务|官方|政府|门户)?(?:微博|微信公众号|微信|公众号|抖音号|快手号|视频号|头条号|今日头条|小程序|客户端|网站|频道)(?:账号)?[“,未不无存首]/

/** 个别单位“甲”栏目空白: whoever that is, it is not the unit of the sentence before. */
const SOME_UNITS =
  /^(?:另|还|此外|另外|同时)?,?(?:有)?(?:有的|部分|个别|少数|一些|某些|有些|多数|不少|若干|[一两几]些?)(?:的)?(?:单位|部门|地方|县|区|市|乡镇|街道|镇)/

/** 现将发现的问题通报如下: is of all, whoever was spoken of before. */
const ANNOUNCED = /^(?:现|具体|主要|下面)/

/** 但也有单位放松管理:县一局…: from here on the line tells of problems. */
function turnsTo(text: string): boolean {
  const [turn] = /^(?:但|不过|然而)[^:。;“]{2,40}(?::|。$)/.exec(text) ?? []
  return turn !== undefined && (saysFault(turn) || /问题|不足|差距|放松|松懈/.test(turn))
}

/** Words that go on about whoever was named last. */
const GOES_ON =
  /^(?:上述|以上|前述|同时|此外|另外|另|还|且|并|该(?:局|单位|委|办|县|区|镇|乡|中心|部门)|其(?!他|余|中))/
