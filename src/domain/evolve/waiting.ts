import type { Fold } from './fold.js'

const reminded: Fold<'reminded'> = () => ({})

const delegate_reminded: Fold<'delegate_reminded'> = () => ({})

const support_reminded: Fold<'support_reminded'> = () => ({})

const fell_due: Fold<'fell_due'> = (finding) => ({ fell_due_plan: finding.plan })

const climbed: Fold<'climbed'> = (finding, { rung }) => ({
  rung,
  highest_rung: Math.max(finding.highest_rung, rung),
})

const office_nagged: Fold<'office_nagged'> = () => ({})

const progress_missed: Fold<'progress_missed'> = () => ({})

/** What the clock does. */
export const waiting = {
  reminded,
  delegate_reminded,
  support_reminded,
  fell_due,
  climbed,
  office_nagged,
  progress_missed,
}
