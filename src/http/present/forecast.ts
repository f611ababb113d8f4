import type { z } from 'zod'
import type { OfficeForecast } from '../../commands/forecast.js'
import type { officeForecast } from '../../contracts/oversight.js'
import { MESSAGE_LABELS } from '../../domain/message-labels.js'

/** What an office will say if nobody acts. */
export function presentForecast({
  now,
  until,
  messages,
  digests,
  numbers,
}: OfficeForecast): z.input<typeof officeForecast> {
  const spoken = (id: string) => ({ id, number: numbers.get(id) ?? null })
  return {
    now,
    until,
    messages: messages.map(
      ({ said_at, kind, recipient, unit_id, finding_id, cause, urgent, written_at }) => ({
        ...{ said_at, kind, label: MESSAGE_LABELS[kind], recipient, unit_id },
        ...{ finding: finding_id === null ? null : spoken(finding_id), cause, urgent, written_at },
      }),
    ),
    digests: digests.map(({ said_at, unit_id, finding_ids }) => ({
      ...{ said_at, unit_id, findings: finding_ids.map(spoken) },
    })),
  }
}
