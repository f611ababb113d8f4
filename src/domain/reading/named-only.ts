import { LEAST_SAID, tellsSomething } from './assertions.js'
import { findingsOf, readingOf } from './findings-of-pairs.js'
import { exemptionOf } from './no-faults.js'
import { nounIn } from './nouns.js'
import { pairsOf } from './pairs.js'
import { tidy } from './problem-words.js'
import type { Around, SentenceReading } from './sentence-finding.js'
import type { Token } from './tokens.js'

/** What a unit, or a thing of one spoken of, does where problems are listed is one, by whatever words. */
function isTold(waiting: readonly Token[], words: string, { listed, subject }: Around): boolean {
  const named = waiting.some(
    ({ kind, bracketed }) => kind === 'unit' && (!bracketed || waiting[0]?.kind === 'object'),
  )
  const owns = waiting.some(({ kind }) => kind === 'object')
  return listed && (named || (owns && subject.length > 0)) && tellsSomething(words)
}

/** What only says what kind of thing was named. */
const NAMED_KIND =
  /^(?:等)?(?:\d+个)?(?:栏目|专栏|网站|账号|微信公众号|公众号|官方|政务|微博|抖音号|视频号|头条号)+/

/** Names without a fault: of the heading's problem where it says one, else whoever is spoken of from here on. */
export function namedOnly(
  waiting: readonly Token[],
  text: string,
  words: string,
  around: Around,
): SentenceReading {
  const pairs = pairsOf(waiting, words, {})
  const units = waiting.filter(({ kind, bracketed }) => kind === 'unit' && !bracketed)
  const exempt = exemptionOf(words.replace(/△+/g, '△'), false)
  const meant = around.problem ?? (isTold(waiting, words, around) ? '' : null)
  if (meant === null || exempt) return readingOf([], pairs)
  const own = saidBehind(waiting, text)
  const whole = own !== null && units.length === 0 && pairs.length === 1 ? tidy(text) : own
  const problem = whole ?? saidBehind(units, text) ?? meant
  if (problem === '') return readingOf([], pairs)
  const told = {
    problem,
    noun: nounIn(problem),
    needs: [around.problem ? 'from-heading' : 'problem'] as const,
  }
  return readingOf(findingsOf(pairs, told, around), pairs)
}

/** What stands behind the last of some names; null where that says nothing of its own. */
function saidBehind(names: readonly Token[], text: string): string | null {
  if (names.length === 0) return null
  const last = names.reduce((end, one) => Math.max(end, one.end), 0)
  const own = tidy(
    text
      .slice(last)
      .replace(/^[^()]{0,8}\)/, '')
      .replace(NAMED_KIND, ''),
  )
  return own.replace(/“[^”]*”|\([^()]*\)|、/g, '').length >= LEAST_SAID ? own : null
}
