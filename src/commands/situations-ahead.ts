import type { Handle } from '../db/handle.js'
import { milestonesOf } from '../db/milestone.js'
import type { Office } from '../db/office.js'
import { readFindings } from '../db/outlook.js'
import { surroundingsOf } from '../db/surroundings.js'
import type { Instant } from '../domain/instant.js'
import { type Situation, SYSTEM_ACTOR } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { byFinding, situationOf } from './load-situation.js'

const PAGE = 200
const CLOCK = { actor: SYSTEM_ACTOR, paper: null, known: new Set<string>() }

/** Every finding with something ahead of it as the clock sees it, page by page, so that others are answered between two. */
export async function* situationsAhead(
  h: Handle,
  deps: Pick<Deps, 'rules'>,
  office: Office & { now: Instant },
  ahead: readonly string[],
): AsyncGenerator<Situation[]> {
  for (let from = 0; from < ahead.length; from += PAGE) {
    const ids = ahead.slice(from, from + PAGE)
    const [findings, rows, around] = await Promise.all([
      readFindings(h, ids),
      milestonesOf(h, ids),
      surroundingsOf(h, ids),
    ])
    const loaded = { office, findings, ...byFinding(rows, around) }
    yield await Promise.all(findings.map((one) => situationOf(h, deps.rules, loaded, one, CLOCK)))
  }
}
