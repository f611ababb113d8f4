import { saysFault } from './faults.js'
import type { FoundFinding } from './found-finding.js'
import { indicatorFor } from './indicators.js'
import { mediumIn } from './own-fault.js'

/** Says that something could be better, and not what is wrong. */
const TO_IMPROVE = /(?:有待|亟待|亟需|需要?)(?:进一步)?(?:提升|提高|加强|改进|完善|规范)。?$/

/** Of some that are not named, and of no thing that is: 部分网站政策解读形式单一. */
const OF_SOME = /^[^△]*(?:部分|个别|少数|一些|某些|有些|有的|多数|不少|若干)[^△]*$/

/** Whether a finding names its thing, and does not only say of what kind it is. */
function isQuoted(plain: string, { objects }: FoundFinding['finding']): boolean {
  return objects.some((name) => plain.includes(`“${name}`) || plain.includes(`《${name}`))
}

/** 具体问题见附件: the annex tells who they are. */
const POINTS = /(?:具体|详细|主要|有关)?(?:问题|情况|清单|名单)[^,。;]{0,6}见附[件表]/

/** What is said of some that are not named introduces those that are: it stays only where nobody is named. */
export function withoutVague(plain: string, found: readonly FoundFinding[]): FoundFinding[] {
  const named = new Set(
    found
      .filter(({ finding }) => finding.unit && finding.scope === 'unit')
      .map(({ section }) => section),
  )
  const isVague = ({ finding, section }: FoundFinding) =>
    finding.scope === 'unnamed' &&
    finding.unit === null &&
    (finding.objects.length === 0 || TO_IMPROVE.test(finding.problem)) &&
    named.has(section)
  const tellsOfSome = ({ finding, place }: FoundFinding) =>
    finding.unit === null &&
    finding.scope === 'unnamed' &&
    OF_SOME.test(
      plain
        .slice(place.start, place.end)
        .replace(/“[^”]*”(?=栏目|专栏|频道|网站|账号|微|公众|抖音)/g, '△'),
    )
  const isOfSome = (one: FoundFinding) =>
    (named.has(one.section) || (named.size > 0 && /共性|普遍/.test(one.section.category ?? ''))) &&
    tellsOfSome(one)
  const elsewhere = named.size > 0 && POINTS.test(plain)
  const isPointed = ({ finding }: FoundFinding) =>
    elsewhere &&
    finding.scope === 'unnamed' &&
    finding.unit === null &&
    finding.objects.length === 0
  // Where nobody is named at all, what is said of some, or counted, is how things are in general.
  const nobody = found.every(({ finding }) => finding.unit === null && !isQuoted(plain, finding))
  const isOneThing = (one: FoundFinding) =>
    one.finding.objects.length > 0 && !/^\d+[个家条]/.test(one.finding.problem) && !tellsOfSome(one)
  if (nobody) return found.filter(isOneThing)
  return found.filter((one) => !isVague(one) && !isOfSome(one) && !isPointed(one))
}

/** A case told in the body and again in the annex is one, and the list of the annex is what it is read from. */
export function withoutDoubles(found: readonly FoundFinding[]): FoundFinding[] {
  const kept = new Map<string, FoundFinding[]>()
  for (const one of found) {
    const { unit, objects } = one.finding
    const key = `${placeOf(unit)}|${objects.join('/')}|${one.finding.platform}`
    const others = kept.get(key) ?? []
    const named = unit !== null || objects.length > 0
    const same = named ? others.filter((other) => isSame(other, one)) : []
    if (same.length === 0) kept.set(key, [...others, one])
    else if (isAnnexed(one) && !same.some(isAnnexed))
      kept.set(key, [...others.filter((other) => !same.includes(other)), one])
  }
  const all = new Set([...kept.values()].flat())
  return found.filter((one) => all.has(one))
}

function isSame(one: FoundFinding, other: FoundFinding): boolean {
  const { problem, objects } = one.finding
  const [first, second] = [coreOf(problem), coreOf(other.finding.problem)]
  if (first === second) return true
  if (objects.length === 0) return false
  if (first.includes(second) || second.includes(first)) return true
  // The annex tells a case of the body again in other words.
  const indicator = indicatorOf(one)
  return (
    isAnnexed(one) !== isAnnexed(other) && indicator !== null && indicator === indicatorOf(other)
  )
}

/** 九桥区政府 of the body is 九桥区 of the annex. */
function placeOf(unit: string | null): string | null {
  return unit?.replace(/(?<=[县区市州旗镇乡])(?:人民)?政府$/, '') ?? null
}

const LIST = /(?:清单|一览表|汇总表|台账)$/

function isAnnexed({ section }: FoundFinding): boolean {
  return section.path.some(({ level, title }) => level === 0 || (level < 1 && LIST.test(title)))
}

function indicatorOf({ finding: { problem, objects, platform } }: FoundFinding): string | null {
  const words = `${objects.join(' ')} ${problem}`
  return indicatorFor(words, platform ? 'new-media' : mediumIn(words))
}

/**
 * 不合格网站为某区政府门户网站 is the sum of what is told of it elsewhere, and a finding only where nothing is. `plain`
 * is the text that the findings were read from.
 */
export function withoutVerdicts(plain: string, found: readonly FoundFinding[]): FoundFinding[] {
  const isVerdict = ({ place }: FoundFinding) => {
    const sentence = plain.slice(place.start, place.end)
    return /不合格/.test(sentence) && !saysFault(sentence.replace(/(?:单项)?不合格|“[^”]*”/g, ''))
  }
  const told = new Set(
    found.filter((one) => !isVerdict(one)).map(({ finding }) => placeOf(finding.unit)),
  )
  return found.filter((one) => !isVerdict(one) || !told.has(placeOf(one.finding.unit)))
}

function coreOf(problem: string): string {
  return problem.replace(/“[^”]*”|栏目|[^\u4e00-\u9fff\d]/g, '')
}
