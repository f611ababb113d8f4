import { findIndicator } from '../domain/catalogue.js'
import type { Proof } from '../domain/checking/proofs.js'

/** What is known beforehand of what a page should show. */
interface Known {
  indicator_id: string | null
  problem: string
}

const MONTH_DAYS = 31

/** How many days a page may stay as it is; null where nobody has laid that down. */
export function cycleDays({ indicator_id }: Pick<Known, 'indicator_id'>): number | null {
  const cycle = findIndicator(indicator_id ?? '')?.cycle
  if (!cycle) return null
  return cycle.unit === 'days' ? cycle.every : cycle.every * MONTH_DAYS
}

const QUOTED = '[“"]([^”"]{2,60})[”"]'
const WRONG = new RegExp(`(?:误为|误写为|误写成|错写成|错写为|误作)${QUOTED}`)
const RIGHT = new RegExp(`${QUOTED}(?:应为|应改为|应是)(?:${QUOTED})?`)

/** The words that a notice calls wrong; null where it does not say which they are. */
export function wrongWords({ problem }: Pick<Known, 'problem'>): string | null {
  const [, wrong = RIGHT.exec(problem)?.[1]] = WRONG.exec(problem) ?? []
  return wrong ?? null
}

const HELD_AGAINST: Readonly<Record<Proof, (known: Known) => boolean>> = {
  link_answers: () => true,
  newer_date: (known) => cycleDays(known) !== null,
  text_gone: (known) => wrongWords(known) !== null,
  number: () => false,
  picture: () => false,
  document: () => false,
}

/** Whether there is something that a page can be held against for this proof. */
export function canJudge(proof: Proof, known: Known): boolean {
  return HELD_AGAINST[proof](known)
}
