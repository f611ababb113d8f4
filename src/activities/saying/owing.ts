import type { Saying } from '../../commands/office-day/what-may-be-said.js'
import type { WaitingMessage } from '../../db/message.js'
import { type Owing, owedBy, owedByOthers, unitsMailedSince } from '../../db/saying.js'
import { localDateOf } from '../../domain/zone.js'
import type { ActivityDeps } from '../deps.js'

type Deps = Pick<ActivityDeps, 'pool'>

/** At opening: what the units owe that are told something; at any other time nothing. */
export async function owedAtOpening(
  { pool }: Deps,
  saying: Saying,
  messages: readonly WaitingMessage[],
): Promise<Owing[]> {
  if (!saying.opening) return []
  const named = [...new Set(messages.flatMap(({ unit_id }) => unit_id ?? []))]
  return owedBy(pool, saying.office.id, momentOf(saying), named)
}

/**
 * At opening: what every unit with something overdue owes that has not been written to since. The daily digest
 * never falls silent, and comes once.
 */
export async function digestAtOpening({ pool }: Deps, saying: Saying): Promise<Owing[]> {
  const { office, opening } = saying
  if (!opening) return []
  const [owing, mailed] = await Promise.all([
    owedByOthers(pool, office.id, momentOf(saying)),
    unitsMailedSince(pool, office.id, opening.at),
  ])
  return owing.filter(({ unit_id }) => !mailed.has(unit_id))
}

function momentOf({ office }: Saying) {
  return { now: office.now, today: localDateOf(office.zone, office.now) }
}
