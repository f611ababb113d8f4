import { addWorkingDays, type Calendar, previousWorkingDay } from '../domain/calendar.js'
import { dateOf, type LocalDate } from '../domain/instant.js'
import { deadlineOf, type Ledger } from './ledger.js'

/** How long before its deadline a notice without a date is taken to have been issued, in working days. */
const USUAL_DAYS = 15

/** When neither a date nor a deadline is known. */
const SOME_DAY = dateOf('2025-09-08')

/**
 * The day a ledger's notice is issued on: its own date (the working day before, should it be a day off);
 * where it has none, or one not before its deadline, fifteen working days before that deadline. A deadline of 2022-09-30 gives 2022-09-08.
 */
export function issueDayOf(ledger: Ledger, calendar: Calendar): LocalDate {
  const deadline = deadlineOf(ledger)
  const { issueDate } = ledger
  const plausible = issueDate && (!deadline || issueDate < deadline)
  if (plausible) return previousWorkingDay(calendar, issueDate)
  return deadline ? addWorkingDays(calendar, deadline, -USUAL_DAYS) : SOME_DAY
}
