import type { Fixed, RetestResult } from '../vocabulary.js'
import type { Fold } from './fold.js'
import { seenSince } from './looking-back.js'

const SHOWS: Record<RetestResult, Fixed | null> = { pass: 'yes', fail: 'no', inconclusive: null }

/** Only the newest observation counts, however late it is recorded. */
const retest_recorded: Fold<'retest_recorded'> = (finding, retest, event) =>
  finding.retest && retest.observed_at < finding.retest.observed_at
    ? {}
    : { retest, fixed: SHOWS[retest.result] ?? finding.fixed, ...seenSince(finding, retest, event) }

const report_registered: Fold<'report_registered'> = () => ({ reported: 'yes' })

const report_exempted: Fold<'report_exempted'> = () => ({ reported: 'exempt' })

/** Only a contact since service proves that the notice reached its unit; the earliest counts. */
const contact_recorded: Fold<'contact_recorded'> = ({ served_at, contact_at }, { at }) => {
  const proves = served_at !== null && at >= served_at
  return proves && (contact_at === null || at < contact_at) ? { contact_at: at } : {}
}

const instruction_recorded: Fold<'instruction_recorded'> = () => ({})

const commented: Fold<'commented'> = () => ({})

const words_erased: Fold<'words_erased'> = () => ({})

/** Facts kept apart from the state. */
export const recording = {
  retest_recorded,
  report_registered,
  report_exempted,
  contact_recorded,
  instruction_recorded,
  commented,
  words_erased,
}
