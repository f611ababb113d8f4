import type { LocalDate } from '../domain/instant.js'
import type { Origin } from './html.js'

/** What every mail of one office shares. */
export interface MailContext {
  office_name: string
  duty_phone: string | null
  /** Where people sign in; null where no address is configured, then no mail holds a link. */
  origin: Origin | null
  /** The office's day on which this is said. */
  today: LocalDate
  rehearsal: boolean
}
