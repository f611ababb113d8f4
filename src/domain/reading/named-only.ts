import { findingsOf, readingOf } from './findings-of-pairs.js'
import { exemptionOf } from './no-faults.js'
import { pairsOf } from './pairs.js'
import { tidy } from './problem-words.js'
import type { Around, SentenceReading } from './sentence-finding.js'
import type { Token } from './tokens.js'

/** What a unit does where problems are listed is one, by whatever words, unless they tell of work done. */
function isTold(waiting: readonly Token[], words: string, { listed, subject }: Around): boolean {
  const named = waiting.some(({ kind, bracketed }) => kind === 'unit' && !bracketed)
  const owns = waiting.some(({ kind }) => kind === 'object')
  return listed && (subject.length === 0 || owns) && named && !WORK.test(words)
}

const WORK =
  /重视|立即|已|组织|开展|制定|召开|加强|完成|配合|支持|获|达到?|共\d|合计|检查|通报|监测|整改|报送|负责|牵头|表示|积极|主动|按照|根据|进行了|建成|开通|新增|突破|增长|\?/

/** What only says what kind of thing was named. */
const NAMED_KIND =
  /^(?:等)?(?:\d+个)?(?:栏目|专栏|网站|账号|微信公众号|公众号|官方|政务|微博|抖音号|视频号|头条号)+/
/** Fewer signs than these behind the names say nothing of their own. */
const LEAST_SAID = 6

/** Names without a fault: of the heading's problem where it says one, else whoever is spoken of from here on. */
export function namedOnly(
  waiting: readonly Token[],
  text: string,
  words: string,
  around: Around,
): SentenceReading {
  const pairs = pairsOf(waiting, words, {})
  const exempt = exemptionOf(words.replace(/△+/g, '△'), false)
  const meant = around.problem ?? (isTold(waiting, words, around) ? '' : null)
  if (meant === null || exempt) return readingOf([], pairs)
  const last = waiting.reduce((end, one) => Math.max(end, one.end), 0)
  const own = tidy(text.slice(last).replace(NAMED_KIND, ''))
  const problem = own.length >= LEAST_SAID && own.search(/“|$/) >= LEAST_SAID ? own : meant
  if (problem === '') return readingOf([], pairs)
  const told = {
    problem,
    noun: null,
    needs: [around.problem ? 'from-heading' : 'problem'] as const,
  }
  return readingOf(findingsOf(pairs, told, around), pairs)
}
