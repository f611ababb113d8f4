import { findOffice, type Office } from '../../db/office.js'
import { dueOfficeActs, type OfficeAct } from '../../db/office-clock.js'
import type { ToSay } from '../../db/saying.js'
import { isOpen } from '../../domain/hours.js'
import type { Instant } from '../../domain/instant.js'
import type { Rules } from '../../domain/rules.js'
import { WITHIN_MINUTES } from '../../domain/saying.js'
import { MESSAGES, type MessageKind } from '../../domain/vocabulary.js'
import type { Deps } from '../deps.js'
import { rulesKey } from '../rules.js'

/** What an office may say at a moment, and why it asks. */
export interface Saying {
  office: Office & { now: Instant }
  rules: Rules
  /** Kinds of messages that may leave now; urgent ones of any kind leave with them. */
  kinds: readonly MessageKind[]
  /** The opening that is due, while the office is open: then every unit hears of what it owes. */
  opening: OfficeAct | null
}

/**
 * What this office may say now (time.md, "Saying it"): at opening everything, in office hours slices and decisions,
 * at any other time nothing but what is urgent. An opening that was missed until after hours is not made up at night.
 */
export async function whatMayBeSaid(deps: Deps, officeId: string): Promise<Saying> {
  const office = await findOffice(deps.pool, officeId)
  if (!office) throw new Error(`no office ${officeId}`)
  const [rules, acts] = await Promise.all([
    deps.rules.of(deps.pool, rulesKey(office)),
    dueOfficeActs(deps.pool, officeId, office.now),
  ])
  const open = isOpen(rules.calendar, rules.hours, office.now)
  const opening = (open && acts.find(({ kind }) => kind === 'open_day')) || null
  return { office, rules, opening, kinds: opening ? MESSAGES : open ? WITHIN_MINUTES : [] }
}

/** What is to be said in this turn: what was there when it began. */
export function toSayOf({ office, kinds }: Saying): ToSay {
  return { office_id: office.id, kinds, until: office.now }
}
