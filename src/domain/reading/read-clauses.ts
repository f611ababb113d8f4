import { isSucceeded, namesAKind, ofNobody } from './bodies.js'
import { isWrittenBy, writtenTo } from './citizens.js'
import { bareIn, chargedWith, isNew, tellsOfAThing, topicIn, withinOf } from './clause-things.js'
import { type Clause, clausesOf } from './clauses.js'
import { accountOf, addDetail, addPlace, isBarePart, namesParts } from './details.js'
import { saysFault, saysMoreThanFigures } from './faults.js'
import { readingOf } from './findings-of-pairs.js'
import { problemWords } from './list-forms.js'
import { namedOnly } from './named-only.js'
import { coversRest, exemptionOf } from './no-faults.js'
import { mailboxIn } from './nouns.js'
import { type Around, NOTHING, type SentenceReading } from './sentence-finding.js'
import { tellFault } from './tell-fault.js'
import {
  addWords,
  assign,
  beginTelling,
  namesThoseBefore,
  type Telling,
  tellWaiting,
  wait,
} from './telling.js'
import type { Parsed } from './tokens.js'
import { unnamedFinding } from './unnamed.js'
import { weakFindings } from './weak-findings.js'

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
    } else if (tellsOfAThing(sentence, clause, said, telling, within)) {
      ahead = topicIn(sentence, clause)
      tellFault(telling, sentence, clause, said, within)
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
      const charge = chargedWith(sentence, clause, said)
      const noun = charge ?? (/[中里]$/.test(said) ? withinOf(sentence, clause) : null)
      if (charge) telling.from = -1
      if (noun) within = { ...within, object: { name: noun, platform: null } }
    } else if (telling.open > 0) {
      addWords(telling, sentence.text.slice(clause.start, clause.end))
    } else {
      const object = mailboxIn(said)
      if (object) within = { ...within, object }
      else if (isNew(telling, within)) {
        const bare = bareIn(sentence, clause)
        ahead = topicIn(sentence, clause) ?? bare
        topic ??= bare
      }
    }
  }
  return { ...endOf(telling, sentence, words, within), topic }
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
