import type { Support } from '../finding.js'
import type { Fold } from './fold.js'

/** One asked again takes its old place: it has not contributed to what it is asked now. */
const support_asked: Fold<'support_asked'> = ({ supports }, { unit_id }, { effective_at }) => {
  const asked: Support = { unit_id, asked_at: effective_at, ended: false, done_at: null }
  const before = supports ?? []
  return {
    supports: before.some((one) => one.unit_id === unit_id)
      ? before.map((one) => (one.unit_id === unit_id ? asked : one))
      : [...before, asked],
  }
}

const support_ended: Fold<'support_ended'> = ({ supports }, { unit_id }) => ({
  supports: changed(supports, unit_id, { ended: true }),
})

const contributed: Fold<'contributed'> = (
  finding,
  { unit_id, done },
  { effective_at: done_at },
) => {
  if (!done) return {}
  const { supports, delegated_to } = finding
  const passed_on = delegated_to && delegated_to.unit_id === unit_id
  return {
    supports: changed(supports, unit_id, { done_at }),
    ...(passed_on ? { delegated_to: { ...delegated_to, done_at } } : {}),
  }
}

function changed(
  supports: readonly Support[] | null,
  unit_id: string,
  change: Partial<Support>,
): readonly Support[] | null {
  return supports && supports.map((one) => (one.unit_id === unit_id ? { ...one, ...change } : one))
}

/** Who helps the unit that answers, and how far they are. */
export const supporting = { support_asked, support_ended, contributed }
