import type { NewEvent } from './events.js'
import type { Finding } from './finding.js'

/**
 * The unit of whose tenure an event is, among the events of one transaction that led to this finding: a former unit
 * keeps what it did and sees nothing later. Null for a draft without a unit.
 */
export function unitOf(
  finding: Pick<Finding, 'unit_id'>,
  events: readonly NewEvent[],
  index: number,
): string | null {
  const release = events.slice(index).find((event) => event.type === 'released')
  return release?.type === 'released' ? release.data.unit_id : finding.unit_id
}
