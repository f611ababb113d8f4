import { problemsApart } from './apart.js'
import { withoutAddresses } from './bodies.js'
import type { Clause } from './clauses.js'
import { findingsOf } from './findings-of-pairs.js'
import { nounIn } from './nouns.js'
import { isOwnFault } from './own-fault.js'
import { isMeasured, type Pair, pairsOf } from './pairs.js'
import { problemOf } from './problem-words.js'
import type { Around } from './sentence-finding.js'
import { needsOf } from './sentence-needs.js'
import {
  addWords,
  dropGeneral,
  leavePassed,
  type Telling,
  tellWaiting,
  withCountOf,
} from './telling.js'
import type { Parsed, Token } from './tokens.js'

/** Two that contradict each other are one finding. */
const TOGETHER =
  /不一致|不相符|不符合?(?=[,。]|$)|不统一|完全一[样致]|内容(?:相同|一样|重复)|相互矛盾|互相矛盾|不同步|冲突|雷同/

/** Tells the fault of a clause of those it names or that wait for it; without new names it may be more of the last one. */
export function tellFault(
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
  // 甲县、乙县服务总体可用,其中乙县…: of those before, only who is named again.
  if (said.startsWith('其中') && clause.tokens.some(({ kind }) => kind === 'unit'))
    telling.waiting = []
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
