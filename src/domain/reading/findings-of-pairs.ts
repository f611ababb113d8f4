import { complementOf, nounPhraseOf } from './noun-phrases.js'
import { nounIn } from './nouns.js'
import { BARE_MEDIUM, type Pair } from './pairs.js'
import type { Need } from './reading.js'
import type { Around, SentenceFinding, SentenceReading } from './sentence-finding.js'
import { thingOfHeading, topicOf } from './topics.js'

/** How a problem is told: its words, of which noun where no thing is named, and what speaks for doubt. */
export interface Told {
  readonly problem: string
  readonly noun: string | null
  readonly needs: readonly Need[]
}

/** One finding for each pair; a pair without its own unit is of those the sentence speaks of. */
export function findingsOf(pairs: readonly Pair[], told: Told, around: Around): SentenceFinding[] {
  return pairs.flatMap(({ unit, objects }) => {
    const units = unit ? [unit] : around.subject.length > 0 ? around.subject : [null]
    const window = unit === null && objects.length === 0 ? windowOf(units, told) : null
    if (window) return [findingOf(window.unit, objects, window.told, around)]
    return units.map((unit) => served(findingOf(unit, objects, told, around)))
  })
}

/** 区政务服务大厅, 人社窗口: in a hall the window is who, and no thing of the hall. */
function served(one: SentenceFinding): SentenceFinding {
  const [thing = '', ...more] = one.objects
  const window = one.unit?.endsWith('大厅') && more.length === 0 && NAMED_WINDOW.test(thing)
  return window ? { ...one, unit: thing, objects: [] } : one
}

/** In a hall where many offices sit, whoever serves at a window answers for it: 医保窗口, 公安出入境窗口. */
function windowOf([hall]: readonly (string | null)[], told: Told) {
  const [, unit, problem] = WINDOW.exec(told.problem) ?? []
  if (!hall?.endsWith('大厅') || !unit || !problem) return null
  return { unit, told: { ...told, problem, noun: nounIn(problem) } }
}

const WINDOW_NAME = '(?!现场|服务|办事|综合|部分|个别|该|各|有|多|邻)[\\u4e00-\\u9fff]{2,10}窗口'
const NAMED_WINDOW = new RegExp(`^${WINDOW_NAME}$`)
const WINDOW = new RegExp(`^(${WINDOW_NAME})(.{4,})$`)

/** 公众号晒出的奖状照片可辨认…: a medium without a name is where the thing stands that something is wrong with. */
function shownOn(medium: string, problem: string): string | null {
  if (!BARE_MEDIUM.test(medium)) return null
  const words = problem.startsWith(medium) ? problem.slice(medium.length) : problem
  return /^(?:上|中|里)?[\u4e00-\u9fff]{2,3}的/.test(words)
    ? (topicOf(words) ?? nounPhraseOf(words))
    : null
}

/** Whether a thing goes on into the words of a phrase: 公众号的产前检查预约, 官网的每日菜价. */
function isOf(thing: string | null, phrase: string | null, problem: string): boolean {
  if (thing === null || phrase === null) return false
  const longer = phrase.startsWith(thing) && phrase.slice(thing.length).includes('的')
  return longer || problem.includes(`${thing}的${phrase}`)
}

function findingOf(
  unit: string | null,
  objects: Pair['objects'],
  told: Told,
  around: Around,
): SentenceFinding {
  const { object } = around
  const [first] = objects
  const account = object?.platform && !first?.platform ? object : null
  const shown = objects.length === 1 && first ? shownOn(first.name, told.problem) : null
  const own = shown ? [shown] : objects.map(({ name }) => name)
  const unquoted = account || own.length > 0 ? null : thingOf(unit, told, around)
  return {
    unit,
    objects: account ? [account.name] : unquoted ? [unquoted] : own,
    platform:
      account?.platform ??
      first?.platform ??
      (own.length === 0 ? (object?.platform ?? null) : null),
    problem: told.problem,
    scope: unit === null ? 'unnamed' : 'unit',
    needs: unit === null ? [...told.needs, 'unit'] : told.needs,
  }
}

/** What a problem is of where no thing is named: the surest of what its words, those before and its heading say. */
function thingOf(
  unit: string | null,
  { problem, noun }: Told,
  { object, above, subject }: Around,
): string | null {
  if (unit === null) return noun ?? object?.name ?? null
  const ahead = topicOf(problem)
  const phrase = nounPhraseOf(problem)
  // 公众号的产前检查预约: a kind of thing is whose, where the words go on.
  const goesOn = isOf(noun, phrase, problem) || isOf(ahead, phrase, problem)
  // 官网首页图片…: what is named first is the thing, and the rest a part of it.
  const before =
    ahead &&
    noun &&
    !problem.includes(`“${noun}”`) &&
    problem.indexOf(ahead) <= problem.indexOf(noun)
  const foremost = goesOn ? phrase : before ? ahead : noun
  const heading = above.split(' ').at(-1) ?? ''
  const headed = subject.includes(heading) ? null : thingOfHeading(heading)
  return foremost ?? object?.name ?? ahead ?? headed ?? phrase ?? complementOf(problem)
}

/** What a sentence says that names these pairs: its units go on into the next one, its thing where it is the only one. */
export function readingOf(
  findings: readonly SentenceFinding[],
  pairs: readonly Pair[],
): SentenceReading {
  const subject = [...new Set(pairs.flatMap(({ unit }) => unit ?? []))]
  const [object] = pairs.length === 1 ? (pairs[0]?.objects ?? []) : []
  const named = subject.length > 0 ? subject : null
  return { findings, subject: named, object: object ?? null, topic: null, introduces: false }
}
