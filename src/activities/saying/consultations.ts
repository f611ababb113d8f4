import type { ConsultationFact } from '../../db/consultation.js'
import type { WaitingMessage } from '../../db/message.js'
import { type Instant, plusMs } from '../../domain/instant.js'
import { askedCause, isConsulting, overCause } from '../../domain/notice/consultation.js'
import { enteredCause } from '../../domain/notice/consultation-answer.js'
import { localDateOf, localTimeOf } from '../../domain/zone.js'
import type {
  ConsultationInput,
  ConsultedNotice,
  EnteredLine,
} from '../../mail/messages/consultation.js'
import type { Moment } from './facts.js'

type Asked = Pick<WaitingMessage, 'kind' | 'notice_id' | 'unit_id' | 'cause'>

/** What a unit is asked about a draft; null once that is out, its time has passed or everything was answered. */
export function consultationTo(
  { kind, notice_id, unit_id, cause }: Asked,
  lines: readonly ConsultationFact[],
  { now, rules }: Moment,
): ConsultationInput | null {
  if (kind !== 'consultation') return null
  const own = lines.filter(
    (line) =>
      line.notice_id === notice_id &&
      line.unit_id === unit_id &&
      cause === askedCause(line.asked_at) &&
      line.notice_status === 'draft' &&
      line.state === 'draft' &&
      line.handling === 'normal' &&
      line.answer === null &&
      now < line.until,
  )
  const [first] = own
  if (!first) return null
  const until = localDateOf(rules.calendar.zone, lastMoment(first.until))
  return { title: first.title, until, lines: own }
}

/**
 * What the units have said of a draft: when nobody is waited for any more, or when the time of one asking is over and a
 * line of it got no answer. Null once the draft is out.
 */
export function consultedNotice(
  { kind, notice_id, cause }: Asked,
  lines: readonly ConsultationFact[],
  { now }: Pick<Moment, 'now'>,
): ConsultedNotice | null {
  const all = lines.filter((line) => {
    return line.notice_id === notice_id && line.notice_status === 'draft'
  })
  const left = all.filter(({ state, handling }) => state === 'draft' && handling !== 'offline')
  if (kind === 'consultation_answered') return isConsulting(left, now) ? null : counted(left)
  if (kind !== 'consultation_over') return null
  const own = all.filter(({ asked_at }) => cause === overCause(asked_at))
  const unanswered = own.some(({ answer }) => answer === null)
  return unanswered ? counted(left.filter((line) => own.includes(line))) : null
}

function counted(lines: readonly ConsultationFact[]): ConsultedNotice | null {
  const [first] = lines
  if (!first) return null
  const answers = { confirmed: 0, false_alarm: 0, fixed: 0 }
  for (const { answer } of lines) if (answer) answers[answer] += 1
  const silent = lines.filter(({ answer }) => answer === null).length
  return { title: first.title, answers, silent }
}

/**
 * What was entered in a unit's name, whatever became of the draft since; null once it says something else of the line
 * itself, or another entry took its place, and of what is handled offline.
 */
export function enteredFor(
  { notice_id, unit_id, cause }: Asked,
  lines: readonly ConsultationFact[],
  { rules }: Pick<Moment, 'rules'>,
): EnteredLine | null {
  const { zone } = rules.calendar
  const line = lines.find(
    (one) =>
      one.notice_id === notice_id &&
      one.unit_id === unit_id &&
      one.answered_at !== null &&
      cause === enteredCause(one.finding_id, one.answered_at),
  )
  if (!line || line.handling === 'offline') return null
  const { title, number, answer, whom, how, said_at } = line
  if (!answer || whom === null || !how || !said_at) return null
  const shown = line.handling === 'normal'
  const said = { on: localDateOf(zone, said_at), at: localTimeOf(zone, said_at) }
  const { category, problem, place, words } = line
  const texts = shown ? { category, problem, place, words } : null
  return { title, number, answer, whom, how, said, texts, files: line.evidence.length }
}

/** The notices that messages about askings speak of. */
export function noticesAsked(
  messages: readonly Pick<WaitingMessage, 'cause' | 'notice_id'>[],
): string[] {
  const about = messages.filter(({ cause }) => cause.startsWith('consultation'))
  return about.flatMap(({ notice_id }) => notice_id ?? [])
}

/** The end of a day is no longer that day. */
function lastMoment(until: Instant): Instant {
  return plusMs(until, -1)
}
