import type { Finding } from '../domain/finding.js'
import type { Instant } from '../domain/instant.js'
import type { GivenAnswer } from '../domain/notice/consultation-answer.js'
import type { Handling, NoticeStatus, State } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'
import type { Notice } from './notice.js'
import { insertText, json, type Row } from './setwise.js'

/** A line of a draft as its unit is shown it, and what that said. */
export type ConsultationLine = Row<'consultation_line'>
export type NewConsultationLine = Omit<
  ConsultationLine,
  | 'answer'
  | 'words'
  | 'evidence'
  | 'answered_at'
  | 'answered_by'
  | 'service_account_id'
  | 'whom'
  | 'how'
  | 'said_at'
>

const NEW = [
  'finding_id',
  'office_id',
  'notice_id',
  'unit_id',
  'title',
  'number',
  'category',
  'problem',
  'place',
  'asset_id',
  'indicator_id',
  'asked_at',
  'until',
] as const satisfies readonly (keyof NewConsultationLine)[]
const SAID = [
  'answer',
  'words',
  'evidence',
  'answered_at',
  'answered_by',
  'service_account_id',
  'whom',
  'how',
  'said_at',
] as const satisfies readonly (keyof ConsultationLine)[]
const LIST = [...NEW, ...SAID].join(', ')

const INSERT = statement<never>(insertText('consultation_line', NEW))
const OF_NOTICE = statement<ConsultationLine>(
  `select ${LIST} from consultation_line where notice_id = $1 order by number, finding_id`,
)
const LOCK = statement<ConsultationLine>(
  `select ${LIST} from consultation_line where finding_id = $1 for no key update`,
)
const FIND = statement<ConsultationLine>(
  `select ${LIST} from consultation_line where finding_id = $1`,
)
const LOCK_NOTICE = statement<Pick<Notice, 'id' | 'status'>>(
  `select id, status from notice
   where id = (select notice_id from consultation_line where finding_id = $1) for no key update`,
)
const STANDING = statement<Pick<Finding, 'state' | 'handling'>>(
  'select state, handling from finding where id = $1',
)
const BLANK = statement<never>(
  `update consultation_line set category = '', problem = '', place = null, words = null, evidence = '{}',
     whom = left(whom, 0)
   where finding_id = any ($1::uuid[])`,
)
const WAITING = statement<{ finding_id: string }>(
  `select c.finding_id from consultation_line c join finding f on f.id = c.finding_id
   where c.notice_id = $1 and c.finding_id <> $2 and c.answer is null and c.until > $3
     and f.state = 'draft' and f.handling <> 'offline' limit 1`,
)
const ANSWER = statement<never>(
  `update consultation_line set answer = $2, words = $3, evidence = $4, answered_at = $5, answered_by = $6,
     whom = $7, how = $8, said_at = $9, service_account_id = $10
   where finding_id = $1 and (answer is null or how is not null)`,
)
const PAGE = statement<ConsultationLine>(
  `select ${LIST} from consultation_line
   where office_id = $1 and ($2::uuid is null or notice_id = $2)
     and ($3::uuid is null or unit_id = $3) and ($4::uuid is null or finding_id = $4)
     and ($5::boolean is null or $5 = (answer is null))
     and ($6::timestamptz is null or (asked_at, finding_id) < ($6, $7::uuid))
   order by asked_at desc, finding_id desc limit $8`,
)
const FACTS = statement<ConsultationFact>(
  `select ${LIST.split(', ')
    .map((column) => `c.${column}`)
    .join(', ')}, n.status as notice_status, f.state, f.handling
   from consultation_line c join notice n on n.id = c.notice_id
     left join finding f on f.id = c.finding_id
   where c.notice_id = any ($1::uuid[]) order by c.notice_id, c.number, c.finding_id`,
)

/** Keeps what units are shown. */
export async function insertConsultation(
  h: Handle,
  lines: readonly NewConsultationLine[],
): Promise<void> {
  await h.run(INSERT(json(lines)))
}

/** Everything that units were shown of a notice, in its order. */
export function consultationOf(h: Handle, noticeId: string): Promise<ConsultationLine[]> {
  return h.run(OF_NOTICE(noticeId))
}

/** One line; null when the principal was not shown it. */
export function findConsultation(h: Handle, findingId: string): Promise<ConsultationLine | null> {
  return first(h.run(FIND(findingId)))
}

/** A line with how its notice and its finding stand (null for one that was replaced). */
export interface ConsultedLine {
  line: ConsultationLine
  notice: Pick<Notice, 'id' | 'status'>
  finding: Pick<Finding, 'state' | 'handling'> | null
}

/**
 * The same with the notice and the line locked, in the order in which all commands lock. Ask as the office's clock: no
 * unit sees a draft.
 */
export async function lockConsultation(
  h: Handle,
  findingId: string,
): Promise<ConsultedLine | null> {
  const [notice, line, finding] = await Promise.all([
    first(h.run(LOCK_NOTICE(findingId))),
    first(h.run(LOCK(findingId))),
    first(h.run(STANDING(findingId))),
  ])
  return notice && line && { line, notice, finding }
}

/** Takes every word of these lines away: they are handled offline from now on. */
export async function blankConsultations(h: Handle, findingIds: readonly string[]): Promise<void> {
  await h.run(BLANK([...findingIds]))
}

/** Whether anything may still be said of other lines of a notice; what was withdrawn since waits for nobody. */
export async function othersWait(
  h: Handle,
  noticeId: string,
  findingId: string,
  now: Instant,
): Promise<boolean> {
  return (await first(h.run(WAITING(noticeId, findingId, now)))) !== null
}

/** What was said of a line, when and by whom that was sent. */
export interface Answered extends GivenAnswer {
  at: Instant
  by: string
  /** The portal through which that was; null where they came themselves. */
  service_account_id: string | null
}

/** Writes what is said of a locked line: once by its unit, before that by the office in its name. */
export async function answerConsultation(
  h: Handle,
  findingId: string,
  { answer, words, evidence, at, by, service_account_id, entered }: Answered,
): Promise<void> {
  const told = [entered?.whom ?? null, entered?.how ?? null, entered?.said_at ?? null] as const
  const said = [answer, words, [...evidence], at, by, ...told, service_account_id] as const
  await h.run(ANSWER(findingId, ...said))
}

export interface ConsultationFilter {
  office_id: string
  notice_id?: string | undefined
  unit_id?: string | undefined
  finding_id?: string | undefined
  /** Nothing was said of it. */
  unanswered?: boolean | undefined
}

/** The place of a line in its list: newest first. */
export interface ConsultationPlace {
  asked_at: Instant
  finding_id: string
}

/** One page of what the principal was shown, or has shown to units, newest first. */
export function listConsultations(
  h: Handle,
  { office_id, notice_id, unit_id, finding_id, unanswered }: ConsultationFilter,
  { limit, after }: { limit: number; after: ConsultationPlace | null },
): Promise<ConsultationLine[]> {
  const about = [notice_id ?? null, unit_id ?? null, finding_id ?? null]
  const conditions = [...about, unanswered ?? null]
  const place = [after?.asked_at ?? null, after?.finding_id ?? null]
  return h.run(PAGE(office_id, ...conditions, ...place, limit))
}

/** A line that was shown with how its notice and its finding stand; null for one that was replaced. */
export type ConsultationFact = ConsultationLine & {
  notice_status: NoticeStatus
  state: State | null
  handling: Handling | null
}

/** What units were shown of these notices. */
export function consultationFacts(
  h: Handle,
  noticeIds: readonly string[],
): Promise<ConsultationFact[]> {
  return noticeIds.length === 0 ? Promise.resolve([]) : h.run(FACTS([...new Set(noticeIds)]))
}
