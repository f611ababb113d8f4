import type { EventFact, FindingFact, SlipFact } from '../../db/facts.js'
import type { WaitingMessage } from '../../db/message.js'
import { legibleTexts } from '../../domain/legible.js'
import { RUNG_LABELS } from '../../domain/paper-labels.js'
import { localDateOf } from '../../domain/zone.js'
import type { HistoryLine, SlipInput } from '../../mail/messages/slip.js'
import { factsOf, type Moment } from './facts.js'

/** What was tried with the unit before a slip: calls, automatic reminders, earlier slips of the same findings. */
export interface SlipPast {
  events: readonly EventFact[]
  slips: readonly SlipFact[]
}

/** A slip as its unit reads it; null when none of its findings is known. */
export function slipInput(
  slip: SlipFact,
  message: Pick<WaitingMessage, 'kind'>,
  facts: readonly FindingFact[],
  past: SlipPast,
  moment: Moment,
): SlipInput | null {
  const listed = facts.filter(({ id }) => slip.finding_ids.includes(id))
  const first = listed[0]
  if (!first) return null
  const { zone } = moment.rules.calendar
  return {
    rung: slip.rung,
    number: slip.number,
    addressee: slip.addressee ?? slip.unit_name,
    copies: slip.copies,
    text: slip.text,
    notice: { number: first.notice_number, title: first.notice_title },
    issued_on: slip.issued_at && localDateOf(zone, slip.issued_at),
    signer: slip.signer,
    findings: listed.map((fact) => factsOf(fact, moment)),
    history: [
      ...eventLines(
        listed,
        past.events.filter((event) => event.unit_id === slip.unit_id),
        moment,
      ),
      ...slipLines(
        slip,
        listed,
        past.slips.filter((other) => other.unit_id === slip.unit_id),
        zone,
      ),
    ],
    withdrawn: message.kind === 'slip_withdrawn' ? (slip.reason ?? '') : null,
  }
}

/** One line for one call or reminder, however many findings it concerned. */
function eventLines(
  facts: readonly FindingFact[],
  events: readonly EventFact[],
  { rules }: Moment,
): HistoryLine[] {
  const listed = new Map(facts.map((fact) => [fact.id, fact]))
  const lines = new Map<string, HistoryLine>()
  for (const event of events) {
    const fact = listed.get(event.finding_id)
    const what = whatOf(event)
    if (!fact || what === null) continue
    const at = event.type === 'contact_recorded' ? event.data.at : event.effective_at
    const whom = legibleTexts(fact.handling, event.texts)?.['whom'] ?? null
    const key = JSON.stringify([at, what, whom])
    const findings = [...(lines.get(key)?.findings ?? []), fact.number]
    lines.set(key, { on: localDateOf(rules.calendar.zone, at), what, whom, findings })
  }
  return [...lines.values()]
}

function whatOf(event: EventFact): string | null {
  if (event.type === 'contact_recorded') return '电话沟通'
  return event.type === 'climbed' && event.data.rung === 1 ? RUNG_LABELS[1] : null
}

function slipLines(
  slip: SlipFact,
  facts: readonly FindingFact[],
  slips: readonly SlipFact[],
  zone: string,
): HistoryLine[] {
  return slips.flatMap((other) => {
    const listed = facts.filter(({ id }) => other.finding_ids.includes(id))
    const earlier = other.issued_at && (!slip.issued_at || other.issued_at < slip.issued_at)
    if (other.id === slip.id || !earlier || !other.issued_at || listed.length === 0) return []
    return [
      {
        on: localDateOf(zone, other.issued_at),
        what: `${RUNG_LABELS[other.rung]}${other.number ?? ''}`,
        whom: null,
        findings: listed.map(({ number }) => number),
      },
    ]
  })
}
