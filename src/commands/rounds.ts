import type { StoredEvent } from '../db/event.js'
import type { Round } from '../db/round.js'
import type { Finding } from '../domain/finding.js'

/** The sealed answers among a finding's new events, as rows: what the unit said, beside the event that says so. */
export function roundsOf(finding: Finding, events: readonly StoredEvent[]): Round[] {
  return events.flatMap((event) => {
    if (event.type !== 'responded' || event.unit_id === null || event.actor.person_id === null) {
      return []
    }
    const { round, completed_on, evidence, received_on, fix_plan, asked } = event.data
    return [
      {
        office_id: event.office_id,
        finding_id: event.finding_id,
        unit_id: event.unit_id,
        number: round.number,
        result: round.result,
        cause: event.texts?.['cause'] ?? null,
        measures: event.texts?.['measures'] ?? null,
        completed_on,
        taken_down_at: finding.taken_down_at,
        evidence: [...evidence],
        submitted_by: event.actor.person_id,
        service_account_id: event.actor.service_account_id ?? null,
        signed_paper_id: event.actor.signed_paper_id,
        registered: received_on !== null,
        received_on,
        submitted_at: event.at,
        effective_at: event.effective_at,
        working_days_late: round.working_days_late,
        fixed_by: fix_plan?.fixed_by ?? null,
        fix_steps:
          fix_plan?.steps.map((on, index) => ({
            on,
            text: event.texts?.[`steps/${index}/text`] ?? null,
          })) ?? null,
        asked: asked ? { ...asked, whom: event.texts?.['asked/whom'] ?? null } : null,
      },
    ]
  })
}
