import { problemsApart } from './apart.js'
import { isSucceeded, namesAKind, ofNobody, withoutAddresses } from './bodies.js'
import { isWrittenBy, writtenTo } from './citizens.js'
import { type Clause, clausesOf } from './clauses.js'
import { accountOf, addDetail, addPlace, isBarePart, namesParts } from './details.js'
import { saysFault, saysMoreThanFigures } from './faults.js'
import { findingsOf, readingOf } from './findings-of-pairs.js'
import { problemWords } from './list-forms.js'
import { namedOnly } from './named-only.js'
import { coversRest, exemptionOf } from './no-faults.js'
import { mailboxIn, nounIn } from './nouns.js'
import { isOwnFault } from './own-fault.js'
import { isMeasured, type Pair, pairsOf } from './pairs.js'
import { problemOf } from './problem-words.js'
import { type Around, NOTHING, type SentenceReading } from './sentence-finding.js'
import { needsOf } from './sentence-needs.js'
import {
  addWords,
  assign,
  beginTelling,
  dropGeneral,
  leavePassed,
  namesThoseBefore,
  type Telling,
  tellWaiting,
  wait,
  withCountOf,
} from './telling.js'
import type { Parsed, Token } from './tokens.js'
import { topicOf } from './topics.js'
import { unnamedFinding } from './unnamed.js'
import { weakFindings } from './weak-findings.js'

/** Two that contradict each other are one finding. */
const TOGETHER =
  /不一致|不相符|不符合?(?=[,。]|$)|不统一|完全一[样致]|内容(?:相同|一样|重复)|相互矛盾|互相矛盾|不同步|冲突|雷同/
/** The findings of a sentence, clause by clause: names come first, what is said of them follows, and is carried on. */
export function readClauses(sentence: Parsed, words: string, around: Around): SentenceReading {
  const telling = beginTelling()
  let within = around
  let topic: Around['object'] = null
  let ahead: Around['object'] = null
  for (const clause of clausesOf(sentence, offsetOf(words))) {
    const said = words.slice(clause.start, clause.end)
    const tells = within.listed ? saysFault(said) : saysMoreThanFigures(said)
    const fault = tells && !namesAKind(said)
    const exemption = exemptionOf(said.replace(/△+/g, '△'), fault)
    if (exemption && coversRest(exemption)) break
    const about = thingOf(clause, said, sentence.masked)
    if (about) {
      within = { ...within, object: about }
      topic = about
      telling.open = 0
      continue
    }
    if (isWrittenBy(said)) {
      within = writtenTo(clause, within)
      telling.open = 0
      continue
    }
    // 有的单位公众号成了空壳,某局“某某”…: of some, and then who.
    if (fault && clause.tokens.length === 0 && isOfSome(said, words.slice(clause.end))) continue
    if (fault && isHeading(clause, said, sentence.masked, telling)) {
      within = BARE_HEADING.test(said) ? around : { ...around, problem: problemWords(said) }
      continue
    }
    if (exemption) {
      if (clause.tokens.length > 0) wait(telling, clause)
      telling.open = 0
      telling.from = -1
      telling.passed = exemption === 'denied' || exemption === 'done-before'
    } else if (fault) {
      const words = sentence.text.slice(clause.start, clause.end)
      if (addDetail(telling, clause, said, words, sentence.text)) continue
      const part = namesParts(clause, sentence.text) || isBarePart(said)
      const object = ahead && !topicIn(sentence, clause) ? ahead : within.object
      const account = part ? accountOf(telling, within) : { ...within, object }
      tellFault(telling, sentence, clause, said, account)
    } else if (said.endsWith('方面') && !said.includes('△')) {
      telling.open = 0
    } else if (clause.tokens.some(({ bracketed }) => !bracketed)) {
      if (addPlace(telling, clause, sentence.text)) continue
      if (isSucceeded(said, telling)) telling.findings = telling.findings.map(ofNobody)
      const theirs = telling.open > 0 && namesThoseBefore(said, telling)
      if (theirs) assign(telling, clause, sentence.text, within)
      else {
        tellWaiting(telling, sentence.text, clause, within)
        wait(telling, clause)
      }
      const noun = /[中里]$/.test(said) ? nounIn(said) : null
      if (noun) within = { ...within, object: { name: noun, platform: null } }
    } else if (telling.open > 0) {
      addWords(telling, sentence.text.slice(clause.start, clause.end))
    } else {
      const object = mailboxIn(said)
      if (object) within = { ...within, object }
      else if (isNew(telling, within)) ahead = topicIn(sentence, clause)
    }
  }
  return { ...endOf(telling, sentence, words, within), topic }
}

/** 申请系统后台登录页暴露于互联网,…: what a clause without a known fault begins with is what those after it speak of. */
function topicIn({ text }: Parsed, { start, end }: Clause): Around['object'] {
  const words = text.slice(start, end)
  const name = /共|合计|累计/.test(words) ? null : topicOf(words)
  return name ? { name, platform: null } : null
}

/** Whether nothing is told or waits yet where problems are listed. */
function isNew({ waiting, findings }: Telling, { listed }: Around): boolean {
  return listed && waiting.length === 0 && findings.length === 0
}

function isOfSome(said: string, behind: string): boolean {
  return OF_SOME.test(said) && behind.includes('△') && saysFault(behind)
}

const OF_SOME = /^(?:还|也|另)?(?:有的|部分|个别|少数|一些|某些|有些|多数|不少|若干)/

/** “某某”专栏:… and “某某”办理中,… name what the clauses behind them speak of. */
function thingOf({ tokens, end }: Clause, said: string, masked: string): Around['object'] {
  const [only, ...more] = tokens
  if (only?.kind !== 'object' || more.length > 0) return null
  return masked.charAt(end) === ':' || /(?:[中里]|方面)$/.test(said) ? only : null
}

/** 存在问题: says that one follows and names none. */
const BARE_HEADING =
  /^(?:但|还|仍|也)?(?:主要|具体|存在|发现|个别|部分|单位|工作)*(?:的)?(?:问题|不足)(?:描述|情况|说明)?$/

/** A fault of nobody before a colon, or one that only says that one follows, is the heading of what comes after it. */
function isHeading(
  { tokens, end }: Clause,
  said: string,
  masked: string,
  { waiting, open }: Telling,
): boolean {
  if (BARE_HEADING.test(said)) return true
  return tokens.length === 0 && waiting.length === 0 && open === 0 && masked.charAt(end) === ':'
}

/** Where what is said begins: 一是, 1., and the like are passed over. */
function offsetOf(words: string): number {
  const [label = ''] =
    /^(?:\d{1,2}[、.]|[一二三四五六七八九十]{1,2}、|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}是|[—–•·-]+)\s*/.exec(
      words,
    ) ?? []
  return label.length
}

function tellFault(
  telling: Telling,
  { text, masked }: Parsed,
  clause: Clause,
  said: string,
  around: Around,
): void {
  tellWaiting(telling, text, clause, around)
  leavePassed(telling, clause)
  if (TURNS.test(said) && clause.tokens.some(({ kind }) => kind === 'object')) {
    telling.waiting = telling.waiting.filter(({ kind }) => kind === 'unit')
  }
  const tokens = [...telling.waiting, ...clause.tokens]
  const last = telling.findings.at(-1)
  // 收到找错9条,1条未办结(市一局): what was told of nobody before is not what the bracket owns.
  const owned = last?.unit === null && tokens.some(({ kind }) => kind === 'unit')
  const alone = tokens.every(({ bracketed }) => bracketed) && !owned
  const more = last && !isOwnFault(said, `${last.objects.join(' ')} ${last.problem}`)
  if (alone && telling.open > 0 && more) {
    return addWords(telling, text.slice(clause.start, clause.end))
  }
  const named = tokens.length > 0
  const lead = telling.waiting.length > 0 && telling.from >= 0 && !TURNS.test(said)
  const place = { start: lead ? telling.from : clause.start, end: clause.end }
  const whole = text.slice(place.start, place.end)
  const flags = {
    apart: masked.slice(place.start, place.end).includes('分别'),
    together: TOGETHER.test(said) && !isMeasured(clause, masked),
  }
  let pairs: readonly Pair[] = named ? pairsOf(tokens, text, flags) : [{ unit: null, objects: [] }]
  const problem = withoutAddresses(problemOf(text, place, tokens, pairs), tokens)
  const before = telling.pairs.flatMap(({ unit }) => unit ?? [])
  const carried = before.length > 0 ? [...new Set(before)] : around.subject
  const subject = isSite(tokens, text) ? [] : carried
  const noun = flags.apart ? null : nounIn(said)
  const shared = flags.apart && pairs.every(({ unit }) => unit === null) && subject.length > 1
  const apiece = pairs.length === subject.length
  if (shared)
    pairs = subject.map((unit, at) => ({ unit, objects: pairs[apiece ? at : 0]?.objects ?? [] }))
  const each = flags.apart ? problemsApart(whole, pairs.length) : null
  const inBrackets = clause.tokens.some(({ kind, bracketed }) => kind === 'unit' && bracketed)
  const ofPair = (pair: Pair, problem: string, noun: string | null) => {
    const bare = inBrackets ? problem.replace(/\([^()]*\)/g, '') : problem
    const own = inBrackets ? withCountOf(pair, clause.tokens, text, bare) : problem
    return { problem: own, noun, needs: needsOf(text) }
  }
  const found = each
    ? pairs.flatMap((pair, index) => apartOf(pair, each[index] ?? problem, around))
    : pairs.flatMap((pair) =>
        findingsOf([pair], ofPair(pair, problem, noun), { ...around, subject }),
      )
  if (text.slice(0, clause.end).includes(',其中')) dropGeneral(telling, found)
  telling.findings.push(...found)
  telling.open = found.length
  if (pairs.some(({ unit }) => unit !== null)) telling.pairs = pairs
  telling.waiting = []
  telling.from = -1
}

function apartOf(pair: Pair, problem: string, around: Around) {
  return findingsOf([pair], { problem, noun: nounIn(problem), needs: [] }, around)
}

/** What turns from praise to fault leaves the praise behind. */
const TURNS = /^(?:但|然而|却|不过|而是)/

/** A site named by itself is of nobody that was named before: “某某信息网”首页打不开. */
function isSite(tokens: readonly Token[], text: string): boolean {
  const [first] = tokens
  if (first?.kind !== 'object') return false
  return first.name.endsWith('网') || text.startsWith('网', first.end)
}

function endOf(telling: Telling, sentence: Parsed, words: string, around: Around): SentenceReading {
  const unnamed = words.includes('△') ? null : unnamedFinding(sentence.text, words, around)
  const things = telling.findings.flatMap(({ objects }) => objects)
  if (unnamed && (unnamed.scope === 'all-units' || things.length === 0)) {
    const told = telling.findings.find((one) => one.objects.length > 0)?.objects ?? []
    const objects = unnamed.objects.length > 0 ? unnamed.objects : told
    return { ...NOTHING, findings: [{ ...unnamed, objects }] }
  }
  // A kind of thing alone is spoken of everywhere; only where problems are listed is it one.
  const thing = around.listed || sentence.tokens.some(({ kind }) => kind === 'object')
  const told = telling.findings.length
  const named = telling.findings.filter(
    ({ unit, objects, problem }) =>
      problem !== '' && (unit !== null || (thing && objects.length > 0)),
  )
  if (named.length > 0) {
    const rest = { start: sentence.text.length, tokens: telling.waiting }
    tellWaiting(telling, sentence.text, rest, around)
    return readingOf([...named, ...telling.findings.slice(told)], telling.pairs)
  }
  const waits = telling.waiting.length > 0 && telling.findings.length === 0
  const read = waits ? namedOnly(telling.waiting, sentence.text, words, around) : NOTHING
  const weak = read.findings.length === 0 ? weakFindings(sentence, words, around) : []
  return weak.length > 0 ? { ...read, findings: weak } : read
}
