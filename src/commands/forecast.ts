import type { Handle } from '../db/handle.js'
import { findOffice } from '../db/office.js'
import { draftListed, findingsAhead, readFindings, unsaidMessages } from '../db/outlook.js'
import { setPrincipal } from '../db/principal.js'
import { transaction } from '../db/transaction.js'
import {
  type Forecast,
  forecast,
  type Life,
  lifeAhead,
  type Outlook,
  slicesIn,
} from '../domain/forecast.js'
import { type Instant, plusMs } from '../domain/instant.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import type { Principal } from './principal.js'
import { rulesKey } from './rules.js'
import { situationsAhead } from './situations-ahead.js'

const DAY = 86_400_000

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
export async function forecastOffice(
  deps: Pick<Deps, 'pool' | 'rules'>,
  officeId: string,
  days: number,
  principal: Principal | null = null,
): Promise<OfficeForecast> {
  const look = async (tx: Handle): Promise<Outlook & { until: Instant }> => {
    if (principal) await setPrincipal(tx, principal)
    const office = await findOffice(tx, officeId)
    if (!office) throw new CommandError('NOT_FOUND')
    const { now } = office
    const until = plusMs(now, days * DAY)
    const rules = await deps.rules.of(tx, rulesKey(office))
    const [waiting, drafted] = await Promise.all([
      waitingOf(tx, officeId),
      draftListed(tx, officeId),
    ])
    const slices = slicesIn(waiting)
    const ahead = await findingsAhead(tx, officeId)
    const lives = await settledLives(tx, waiting, ahead)
    for await (const page of situationsAhead(tx, deps, office, ahead)) {
      lives.push(...page.map((one) => lifeAhead(one, rules, slices.get(one.finding.id), until)))
    }
    return { rules, now, until, lives, waiting, drafted }
  }
  // What is read is put together when no transaction waits for it any more.
  const { until, ...outlook } = await transaction(deps.pool, look, { snapshot: true })
  const numbers = new Map(outlook.lives.map(({ first }) => [first.id, first.number]))
  return { now: outlook.now, until, numbers, ...forecast(outlook, until) }
}

/** The findings that messages still speak of though nothing lies ahead of them: closed or withdrawn. */
async function settledLives(
  h: Handle,
  waiting: Outlook['waiting'],
  ahead: readonly string[],
): Promise<Life[]> {
  const known = new Set(ahead)
  const spoken = new Set(waiting.flatMap(({ finding_id }) => finding_id ?? []))
  const settled = await readFindings(
    h,
    [...spoken].filter((id) => !known.has(id)),
  )
  return settled.map(({ finding }) => ({ first: finding, steps: [] }))
}

async function waitingOf(h: Handle, officeId: string): Promise<Outlook['waiting']> {
  const rows = await unsaidMessages(h, officeId)
  return rows.map(({ created_at, ...row }) => ({ ...row, written_at: created_at }))
}
