import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import type { slip, slipContact, slipSummary } from '../../contracts/slips.js'
import type { Approach, FindingOnSlip } from '../../db/slip-list.js'
import type { Instant } from '../../domain/instant.js'
import { legibleTexts } from '../../domain/legible.js'
import { isUnitsTurn } from '../../domain/overdue.js'
import { RUNG_LABELS } from '../../domain/paper-labels.js'
import type { Slip } from '../../domain/slip.js'
import type { Handling } from '../../domain/vocabulary.js'
import { OFFLINE_WORDS } from './finding.js'

/** A slip as it stands in a list. */
export function presentSlipSummary(
  { office_id: _, ...stored }: Slip,
  findings: readonly string[],
): z.input<typeof slipSummary> {
  const { copies } = stored
  return {
    ...stored,
    copies: [...copies],
    rung_label: RUNG_LABELS[stored.rung],
    findings: [...findings],
  }
}

/**
 * A slip with its findings and how their unit was approached so far. What the office noted of a call is for the
 * office.
 */
export function presentSlip(
  stored: Slip,
  findings: readonly FindingOnSlip[],
  approaches: readonly Approach[],
  { now, scope }: { now: Instant } & Pick<Principal, 'scope'>,
): z.input<typeof slip> {
  return {
    ...presentSlipSummary(stored, []),
    findings: findings.map(({ due_at, held, handling, category, problem, ...finding }) => ({
      ...finding,
      category: handling === 'offline' ? '' : category,
      problem: handling === 'offline' ? OFFLINE_WORDS : problem,
      overdue: isUnitsTurn(finding) && due_at !== null && now >= due_at && !held,
      contacts: approaches
        .filter(({ finding_id }) => finding_id === finding.finding_id)
        .map((approach) => presentContact(approach, handling, scope)),
    })),
  }
}

function presentContact(
  { type, at, data, texts }: Approach,
  handling: Handling,
  scope: Principal['scope'],
): z.input<typeof slipContact> {
  const { whom = null, words = null } = legibleTexts(handling, texts) ?? {}
  return { type, at: data.at ?? at, whom, words: scope === 'office' ? words : null }
}
