import { tellsSomething } from './assertions.js'
import type { Clause } from './clauses.js'
import { findingsOf } from './findings-of-pairs.js'
import { nounIn } from './nouns.js'
import { type Pair, pairsOf } from './pairs.js'
import { problemOf, tidy } from './problem-words.js'
import type { Around, SentenceFinding } from './sentence-finding.js'
import type { Token } from './tokens.js'

/** What is being told of while the clauses of a sentence pass by. */
export interface Telling {
  /** Names that wait for what is said of them, and where they were named. */
  waiting: Token[]
  from: number
  pairs: readonly Pair[]
  findings: SentenceFinding[]
  /** How many of the last findings the last fault gave: what follows without names belongs to them. */
  open: number
  /** Whether what waits was said to be in order or mended: another unit behind it leaves it behind. */
  passed: boolean
}

/** Nothing told yet. */
export function beginTelling(): Telling {
  return { waiting: [], from: -1, pairs: [], findings: [], open: 0, passed: false }
}

/** Names wait for what is said of them in a later clause. */
export function wait(telling: Telling, { tokens, start }: Clause): void {
  const named = tokens.some(({ kind }) => kind === 'unit')
  if (named && telling.waiting.length > 0 && telling.open > 0) telling.waiting = []
  leavePassed(telling, { tokens })
  telling.waiting.push(...tokens)
  if (telling.from < 0) telling.from = start
  telling.open = 0
}

/** 甲局“一”已整改到位,乙局“二”仍空白: the unit of a new clause has nothing to do with what was in order before it. */
export function leavePassed(telling: Telling, { tokens }: Pick<Clause, 'tokens'>): void {
  if (!telling.passed || !tokens.some(({ kind, bracketed }) => kind === 'unit' && !bracketed))
    return
  telling.passed = false
  telling.waiting = []
  telling.from = -1
}

/** Fewer signs tell nothing: 等栏目. */
const LEAST_TOLD = 8

/** 其中市一局已于当日处理完毕 says no fault of its own. */
const MENDED = /^已[^未仍]{0,14}(?:完毕|到位|完成|删除|撤下|修复|更正|整改|处理|恢复|下线)/

/**
 * A clause of its own unit tells what is wrong although its words alone do not: how, under a heading that says it, and
 * something, among problems.
 */
export function tellWaiting(
  telling: Telling,
  text: string,
  { start: before, tokens }: Pick<Clause, 'start' | 'tokens'>,
  around: Around,
): void {
  const begins = ({ kind, bracketed }: Token) => kind === 'unit' && !bracketed
  const heading = around.problem !== null
  const owns = ({ kind }: Token) => kind === 'object'
  const anew = tokens.some(begins) || (telling.waiting.some(owns) && tokens.some(owns))
  const toldOf = [...new Set(telling.pairs.flatMap(({ unit }) => unit ?? []))]
  const carried = toldOf.length > 0 ? toldOf : around.subject
  const ends = tokens === telling.waiting && carried.length > 0 && telling.waiting.some(owns)
  if (!(heading || around.listed)) return
  if (!ends && !(telling.waiting.some(begins) && anew)) return
  const last = telling.waiting.reduce((end, one) => Math.max(end, one.end), 0)
  const told = tidy(text.slice(last, before)).replace(/^等?(?:栏目|网站|账号|微信公众号)/, '')
  if (told.length < LEAST_TOLD || MENDED.test(told)) return
  if (!heading && !tellsSomething(told)) return
  if (!tokens.some(begins) && /[中里内后时前下上]$/.test(told)) return
  const pairs = pairsOf(telling.waiting, text, {})
  const place = { start: telling.from, end: before - 1 }
  const problem = problemOf(text, place, telling.waiting, pairs)
  const needs = [heading ? 'from-heading' : 'problem'] as const
  telling.findings.push(
    ...findingsOf(
      pairs,
      { problem, noun: null, needs },
      ends ? { ...around, subject: carried } : around,
    ),
  )
  telling.waiting = []
  telling.from = -1
  telling.pairs = pairs
}

/** …打不开,如市教育局、市民政局: a fault of nobody, and those behind it. */
export function namesThoseBefore(said: string, { findings }: Telling): boolean {
  const last = findings.at(-1)
  return (
    last?.unit === null &&
    /^(?:其中|如|例如|比如|包括|分别是|分别为|涉及|有|主要是|(?:责任|主办|主管|承办|维护)[一-龥]{2}(?:[为:是]|△)|系△+|(?:现)?由△+(?:负责|承担|牵头))/.test(
      said,
    )
  )
}

/** The fault just told is that of those a clause names. */
export function assign(telling: Telling, { tokens }: Clause, text: string, around: Around): void {
  const last = telling.findings.at(-1)
  if (!last) return
  const pairs = pairsOf(tokens, text, {})
  const noun = last.objects[0] ?? null
  const found = pairs.flatMap((pair) => {
    const problem = withCountOf(pair, tokens, text, last.problem)
    return findingsOf([pair], { problem, noun, needs: [] }, around)
  })
  telling.findings.splice(-telling.open, telling.open, ...found)
  telling.open = 0
  telling.pairs = pairs
}

/** 甲局栏目更新不及时,其中甲局“一”8个月未更新: what is told of its own things takes the place of the general words. */
export function dropGeneral(telling: Telling, found: readonly SentenceFinding[]): void {
  const told = found.filter(({ objects }) => objects.length > 0).map(({ unit }) => unit)
  const isGeneral = ({ unit, objects }: SentenceFinding) =>
    unit !== null && objects.length === 0 && told.includes(unit)
  telling.findings = telling.findings.filter((one) => !isGeneral(one))
}

const COUNT = /^(\d+(?:次|个|条|件|处|篇|起|封))/

/** 超期67次,其中市林业局9次: the count of each takes the place of that of all. */
export function withCountOf(
  { unit }: Pair,
  tokens: readonly Token[],
  text: string,
  problem: string,
): string {
  const token = tokens.find(({ kind, name }) => kind === 'unit' && name === unit)
  const [count] = (token && COUNT.exec(text.slice(token.end, token.end + 8))) ?? []
  if (!count) return problem
  // 有6件来信未办结: the count stands before what is counted.
  const inner = new RegExp(`\\d+${count.slice(-1)}(?=[^\\d]{2})`)
  if (inner.test(problem) && !/\d+(?:次|个|条|件|处|篇|起|封)$/.test(problem))
    return problem.replace(inner, count)
  return (
    problem.replace(/(?:的?(?:情况|问题))?(?:共|达)?\d+(?:次|个|条|件|处|篇|起|封)$/, '') + count
  )
}

/** What a clause without names adds to what was just said. */
export function addWords(telling: Telling, words: string): void {
  const more = tidy(words)
  const from = telling.findings.length - telling.open
  const noun = nounIn(words)
  telling.findings = telling.findings.map((one, index) => {
    if (index < from || more === '') return one
    const objects = one.objects.length === 0 && noun ? [noun] : one.objects
    return { ...one, objects, problem: `${one.problem},${more}` }
  })
}
