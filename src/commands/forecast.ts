import type { Handle } from '../db/handle.js'
import { milestonesOf } from '../db/milestone.js'
import { findOffice, type Office } from '../db/office.js'
import { openFindings, unsaidMessages } from '../db/outlook.js'
import { setPrincipal } from '../db/principal.js'
import { surroundingsOf } from '../db/surroundings.js'
import { transaction } from '../db/transaction.js'
import { type Forecast, forecast, type Outlook } from '../domain/forecast.js'
import { type Instant, plusMs } from '../domain/instant.js'
import { type Situation, SYSTEM_ACTOR } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { byFinding, situationOf } from './load-situation.js'
import type { Principal } from './principal.js'
import { rulesKey } from './rules.js'

const DAY = 86_400_000
const PAGE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'
const CLOCK = { actor: SYSTEM_ACTOR, paper: null, known: new Set<string>() }

/** A forecast with the span it covers: after `now`, up to and with `until`. */
export interface OfficeForecast extends Forecast {
  now: Instant
  until: Instant
  /** The numbers of the findings spoken of, by id. */
  numbers: ReadonlyMap<string, number | null>
}

/**
 * What an office will say in the next `days` × 24 hours by its own clock if nobody acts, to whom and why, as of one
 * moment and without writing: as somebody of the office, or with the worker's rights. Throws CommandError NOT_FOUND for
 * an office there is not.
 */
export function forecastOffice(
  deps: Pick<Deps, 'pool' | 'rules'>,
  officeId: string,
  days: number,
  principal: Principal | null = null,
): Promise<OfficeForecast> {
  const look = async (tx: Handle): Promise<OfficeForecast> => {
    if (principal) await setPrincipal(tx, principal)
    const office = await findOffice(tx, officeId)
    if (!office) throw new CommandError('NOT_FOUND')
    const { now } = office
    const until = plusMs(now, days * DAY)
    const rules = await deps.rules.of(tx, rulesKey(office))
    const findings = await situations(tx, deps, office)
    const numbers = new Map(findings.map(({ finding }) => [finding.id, finding.number]))
    const waiting = await waitingOf(tx, officeId)
    return { now, until, numbers, ...forecast({ rules, now, findings, waiting }, until) }
  }
  return transaction(deps.pool, look, { snapshot: true })
}

/** Every open finding as the clock sees it. */
async function situations(
  h: Handle,
  deps: Pick<Deps, 'rules'>,
  office: Office & { now: Instant },
): Promise<Situation[]> {
  const all: Situation[] = []
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const findings = await openFindings(h, office.id, after, PAGE)
    const ids = findings.map(({ finding }) => finding.id)
    const [rows, around] = await Promise.all([milestonesOf(h, ids), surroundingsOf(h, ids)])
    const loaded = { office, findings, ...byFinding(rows, around) }
    for (const one of findings) all.push(await situationOf(h, deps.rules, loaded, one, CLOCK))
    after = findings.length < PAGE ? undefined : ids.at(-1)
  }
  return all
}

async function waitingOf(h: Handle, officeId: string): Promise<Outlook['waiting']> {
  const rows = await unsaidMessages(h, officeId)
  return rows.map(({ created_at, ...row }) => ({ ...row, written_at: created_at }))
}
