import { withBracketNames } from './bracket-names.js'
import { bare } from './clauses.js'
import { saysFault } from './faults.js'
import { findingsOf, readingOf } from './findings-of-pairs.js'
import { listFormOf } from './list-forms.js'
import { exemptionOf } from './no-faults.js'
import { isOver, isSettled, tellsNoFinding } from './no-findings.js'
import { nounIn } from './nouns.js'
import { pairsOf } from './pairs.js'
import { readClauses } from './read-clauses.js'
import { type Around, NOTHING, type SentenceReading } from './sentence-finding.js'
import { needsOf } from './sentence-needs.js'
import { type Parsed, parsed } from './tokens.js'
import { type Triple, tripleIn } from './triples.js'

/** A mere remark on what was said before. */
const REMARK =
  /^(?:[^,△□]{0,14},)?(?:(?:该|此)(?:账号|帐号|网站|栏目|新媒体|公众号|视频|信息|文章|条|篇|行为|问题|现象|情况|稿件|案例)|该.{1,3}(?:在)?(?:接到|收到|经)[^,]{0,6}(?:提醒|通知|提示)后|(?:上述|以上|前述)问题|据(?:了解|悉)|(?:其)?(?:主要)?原因(?:是|为|在于))/

/** 2处(“甲”栏目不更新、“乙”链接打不开): what is wrong may stand in brackets; there it is read like the rest. */
function withFaultsOut(text: string): string {
  const outside = saysFault(text.replace(/“[^”]*”|\([^()]*\)/g, '□'))
  return text.replace(/\(([^()]{4,200})\)/g, (whole, inner: string) =>
    (inner.includes('“') || !outside) &&
    !/^“[^”]*”(?:[写误错]|应为)|简称/.test(inner) &&
    saysFault(inner.replace(/“[^”]*”/g, '□'))
      ? `,${inner},`
      : whole,
  )
}

/** 责任单位:市司法局. says whose the problems after it are. */
const OWNERS =
  /^(?:责任|牵头|主办|主管|承办|整改|被提示|被通报)(?:单位|部门|[处科]室|学院)(?:名称)?[:为][^。;]{2,60}[。;]?$/

/** What only says that problems follow. */
const INTRODUCTION =
  /^[^:。]{0,120}?(?:(?:存在|发现|出现|有|反馈|通报)(?:了|的)?(?:以下|如下|下列)[^:。,]{0,10}?(?:问题|情况|不足|现象)?|(?:问题|不足|情况)(?:主要)?(?:是|有|如下|为)|(?:如下|以下问题))(?:,(?:请|现)[^:。]{0,40})?(?::|。|$)/

/** The findings of one sentence: in one of the set forms that notices use, else clause by clause. */
export function readSentence(given: string, around: Around): SentenceReading {
  if (tellsNoFinding(given) || isOver(given) || isSettled(given, around.above)) return NOTHING
  const text = withFaultsOut(given)
  const sentence = parsed(text, around.known)
  const words = bare(sentence.masked, sentence.tokens, 0, text.length)
  if (around.follows && REMARK.test(words)) return NOTHING
  if (/^(?:上述|以上|前述)问题(?!的)/.test(words)) return NOTHING
  const triple = tripleIn(text)
  if (triple) return readTriple(triple)
  const label = OWNERS.exec(words)
  if (label && !saysFault(words))
    return { ...readingOf([], pairsOf(sentence.tokens, text, {})), introduces: true }
  const introduction = INTRODUCTION.exec(words)
  if (introduction) return readIntroduced(sentence, words, introduction[0].length, around)
  const list = listFormOf(sentence, words, around.listed)
  if (list) {
    const within = sentence.tokens.filter(({ start }) => start >= list.from)
    const pairs = pairsOf(withBracketNames(within, text), text, {})
    const told = { problem: list.problem, noun: nounIn(list.problem), needs: needsOf(words) }
    return readingOf(findingsOf(pairs, told, around), pairs)
  }
  return readClauses(sentence, words, around)
}

/** 市教育局网站存在以下问题:… speaks of whom and of what; what follows it is read for them. */
function readIntroduced(
  sentence: Parsed,
  words: string,
  length: number,
  around: Around,
): SentenceReading {
  const tokens = sentence.tokens.filter(({ start }) => start < length)
  const pairs = pairsOf(tokens, words, {})
  const said = readingOf([], pairs)
  const rest = sentence.text.slice(length)
  const inner = {
    ...around,
    subject: said.subject ?? around.subject,
    object: said.object ?? around.object,
  }
  const read = rest.length > 3 ? readSentence(rest, { ...inner, follows: false }) : NOTHING
  const subject = read.subject ?? said.subject
  return { findings: read.findings, subject, object: said.object, topic: null, introduces: true }
}

function readTriple({ unit, object, problem }: Triple): SentenceReading {
  const denied = exemptionOf(problem, true) === 'denied'
  const finding = {
    unit,
    objects: [object],
    platform: null,
    problem,
    scope: 'unit' as const,
    needs: [],
  }
  return { ...NOTHING, findings: denied ? [] : [finding], subject: [unit] }
}
