import type { Deps } from '../commands/deps.js'
import type { MailContext } from '../mail/context.js'
import type { Mailer } from '../mail/mailer.js'

/** What taking due milestones needs. */
export interface CatchUpDeps extends Deps {
  /** What an operator has to know: ids and codes, never words of findings. */
  alarm: (message: string, fields: object) => void
}

/** What activities work with; the worker's process makes it. */
export interface ActivityDeps extends CatchUpDeps {
  mailer: Pick<Mailer, 'send'>
  /** How many mails a real office may send from one morning at eight to the next; 0 sets no limit. */
  mailsPerDay: number
  /** Where people sign in, for links in mails. */
  origin: MailContext['origin']
  /** Some workflow wants telling. */
  wake: () => void
}
