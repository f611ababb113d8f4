import type { z } from 'zod'
import type { request } from '../../contracts/requests.js'
import type { ListedRequest, Told } from '../../db/request.js'
import { legibleTexts } from '../../domain/legible.js'

/** A request as it is shown: what was asked, and as far as the reader may know it what is proposed and decided. */
export function presentRequest(stored: ListedRequest): z.input<typeof request> {
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
    new_date: extension?.due.date ?? null,
    reason_code: extension?.reason_code ?? null,
    words: said['progress'] ?? said['grounds'] ?? null,
    evidence: handling === 'offline' ? [] : [...(objection?.evidence ?? [])],
    pauses: objection?.pauses ?? false,
    view: viewed && {
      agrees: viewed.data.agrees,
      by: viewed.data.by,
      reason: words(viewed)['reason'] ?? null,
    },
    proposal: proposed && {
      verdict: proposed.data.verdict,
      by: proposed.data.by,
      reason: words(proposed)['reason'] ?? null,
    },
    decision: decisionOf(ended, words(ended)['reason'] ?? null),
    ended_at: row.ended_at,
  }
}

function decisionOf(ended: ListedRequest['ended'], reason: string | null) {
  if (ended?.type !== 'request_decided') return null
  const { verdict, by, working_days_late } = ended.data
  return { verdict, by, reason, working_days_late }
}
