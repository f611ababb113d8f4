import { type Instant, later, plusMs } from '../instant.js'
import { type Rejection, reject } from '../situation.js'
import { type ConsultAnswer, wantsWords } from './consultation.js'

/** How an answer reached the office that enters it for a unit: 电话, 纸质. */
export const CONSULT_CHANNELS = ['telephone', 'paper'] as const
export type ConsultChannel = (typeof CONSULT_CHANNELS)[number]

export const CONSULT_CHANNEL_LABELS: Readonly<Record<ConsultChannel, string>> = {
  telephone: '电话',
  paper: '纸质',
}

/** On whose word somebody of the office enters an answer, how it came, and when that was said. */
export interface EnteredAnswer {
  whom: string
  how: ConsultChannel
  said_at: Instant
}

/** What is said of a line; `entered` null where its unit says so itself. */
export interface GivenAnswer {
  answer: ConsultAnswer
  words: string | null
  /** Hashes of the files that show it. */
  evidence: readonly string[]
  entered: EnteredAnswer | null
}

interface AskedLine {
  asked_at: Instant
  until: Instant
  answer: ConsultAnswer | null
  /** Null where its unit said so itself. */
  how: ConsultChannel | null
}

/**
 * Why what is said of a line that may still be spoken of is not taken; null where it is. A unit's own word stands. What the office entered
 * for it gives way to that and to a later entry. `known` are the files stored for the unit. Refuses
 * NOT_IN_THIS_STATE, TOO_LATE_TO_ASK, FIELD_REQUIRED, EVIDENCE_REQUIRED, FUTURE_DATE, DUE_NOT_ALLOWED (said before it was asked).
 */
export function refusedAnswer(
  line: AskedLine,
  { answer, words, evidence, entered }: GivenAnswer,
  { now, known }: { now: Instant; known: ReadonlySet<string> },
): Rejection | null {
  if (line.answer !== null && line.how === null) return reject('NOT_IN_THIS_STATE')
  if (now >= line.until) return reject('TOO_LATE_TO_ASK')
  if (wantsWords(answer) && !words?.trim()) return reject('FIELD_REQUIRED', '/words')
  if (!evidence.every((hash) => known.has(hash))) return reject('EVIDENCE_REQUIRED', '/evidence')
  if (!entered) return null
  if (!entered.whom.trim()) return reject('FIELD_REQUIRED', '/whom')
  if (entered.said_at > now) return reject('FUTURE_DATE', '/said_at')
  return entered.said_at < line.asked_at ? reject('DUE_NOT_ALLOWED', '/said_at') : null
}

/**
 * When something is said of a line: now, but after what was said of it before, though a rehearsal's clock stands. What is
 * told of it is known by that instant.
 */
export function answeredAt(before: Instant | null, now: Instant): Instant {
  return before === null ? now : later(now, plusMs(before, 1))
}

/** What the message to a unit is known by that tells it of an answer entered in its name. */
export const enteredCause = (finding_id: string, at: Instant): string =>
  `consultation_entered/${finding_id}/${at}`
