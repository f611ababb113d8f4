import { lockOffice } from '../db/office-clock.js'
import { insertRetention, newestRetention, type RetentionVersion } from '../db/retention.js'
import { canonicalText } from '../domain/chain.js'
import { type RetentionDays, USUAL_RETENTION } from '../domain/retention.js'
import { type Rejection, reject } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'
import { note } from './security-events.js'

export interface RetentionChange {
  principal: Principal
  key: KeyUse | null
  change: { readonly [K in keyof RetentionDays]?: RetentionDays[K] | undefined }
  reason: string
  /** Whether what was decided last, null where nothing was, is what the caller has seen. */
  seen: (current: string | null) => boolean
}

export type RetentionOutcome =
  | { kind: 'done'; version: RetentionVersion }
  | { kind: 'stale'; current: string | null }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Decides anew how long classes of what is no part of the record are kept; those not named stay as they are. Recorded as
 * what matters to safety, with the days before and after. Under the office's lock, so that of two at once one is stale.
 * Throws CommandError NOT_FOUND, LOCKED.
 */
export function changeRetention(
  deps: Deps,
  { principal, key, change, reason, seen }: RetentionChange,
  present: (outcome: RetentionOutcome) => Answer,
): Promise<Answer> {
  const { office_id, person_id } = principal
  return once(deps, principal, key, {
    async load(tx) {
      const [found, current] = await Promise.all([
        lockOffice(tx, office_id),
        newestRetention(tx, office_id),
      ])
      if (!found) throw new CommandError('NOT_FOUND')
      return current
    },
    async act(tx, current) {
      if (!seen(current?.id ?? null)) {
        return { answer: present({ kind: 'stale', current: current?.id ?? null }), writes: [] }
      }
      const before = current?.days ?? USUAL_RETENTION
      const days = changed(before, change)
      if (canonicalText(days) === canonicalText(before)) {
        const rejection = reject('NOTHING_TO_CHANGE', '/days')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const id = deps.newId()
      const detail = { before, after: days }
      const [, , version] = await Promise.all([
        insertRetention(tx, { id, office_id, days, created_by: person_id, reason }),
        note(tx, deps, principal, [{ kind: 'retention_changed', about: id, detail }]),
        newestRetention(tx, office_id),
      ])
      if (!version) throw new CommandError('NOT_FOUND')
      return { answer: present({ kind: 'done', version }), writes: [] }
    },
  })
}

function changed(days: RetentionDays, change: RetentionChange['change']): RetentionDays {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...days, ...Object.fromEntries(given) }
}
