import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import type { request } from '../../contracts/requests.js'
import type { ListedRequest, Told } from '../../db/request.js'
import type { Calendar } from '../../domain/calendar.js'
import type { Instant } from '../../domain/instant.js'
import { legibleTexts } from '../../domain/legible.js'
import { isViewMissed, viewBy } from '../../domain/requests.js'

/** Who reads, and by which calendar and when. */
interface Reading {
  principal: Principal
  calendar: Calendar
  now: Instant
}

/** A request as it is shown: what was asked, and as far as the reader may know it what is proposed and decided. */
export function presentRequest(stored: ListedRequest, reading: Reading): z.input<typeof request> {
  const { asked, proposed, viewed, ended, handling, ...row } = stored
  const words = (event: Pick<Told<never>, 'texts'> | null) =>
    legibleTexts(handling, event?.texts ?? null) ?? {}
  const said = words(asked)
  const extension = asked && 'due' in asked.data ? asked.data : null
  const objection = asked && 'pauses' in asked.data ? asked.data : null
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    finding_id: row.finding_id,
    finding_number: row.finding_number,
    unit_id: row.unit_id,
    target_unit_id: row.target_unit_id,
    problem: row.problem,
    place: row.place,
    revision: row.revision,
    asked_at: row.asked_at,
    asked_by: [...(asked?.data.asked_by ?? [])],
    service_account_id: asked?.service_account_id ?? null,
    new_date: extension?.due.date ?? null,
    reason_code: extension?.reason_code ?? null,
    words: said['progress'] ?? said['grounds'] ?? null,
    evidence: handling === 'offline' ? [] : [...(objection?.evidence ?? [])],
    pauses: objection?.pauses ?? false,
    view: viewed && {
      agrees: viewed.data.agrees,
      by: viewed.data.by,
      service_account_id: viewed.service_account_id,
      reason: words(viewed)['reason'] ?? null,
    },
    ...viewTime(stored, reading),
    proposal: proposed && {
      verdict: proposed.data.verdict,
      by: proposed.data.by,
      reason: words(proposed)['reason'] ?? null,
    },
    decision: decisionOf(ended, words(ended)['reason'] ?? null),
    ended_at: row.ended_at,
  }
}

/** The unit that asked is not told of the view, nor that there is none. */
function viewTime(
  { kind, asked_at, ended_at, target_unit_id, viewed }: ListedRequest,
  { principal: { scope, units }, calendar, now }: Reading,
): Pick<z.input<typeof request>, 'view_by' | 'view_missed'> {
  if (kind !== 'transfer') return { view_by: null, view_missed: null }
  const shown = scope === 'office' || (target_unit_id !== null && units.includes(target_unit_id))
  const asked = { asked_at, viewed: viewed !== null }
  return {
    view_by: viewBy(calendar, asked_at),
    view_missed: shown ? isViewMissed(calendar, asked, ended_at ?? now) : null,
  }
}

function decisionOf(ended: ListedRequest['ended'], reason: string | null) {
  if (ended?.type !== 'request_decided') return null
  const { verdict, by, working_days_late } = ended.data
  return { verdict, by, reason, working_days_late }
}
