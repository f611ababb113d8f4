import type { DraftFinding } from '../../db/finding.js'
import { isUrgentIndicator } from '../../domain/catalogue.js'
import { blankFinding } from '../../domain/finding.js'
import type { Instant, LocalDate, LocalTime } from '../../domain/instant.js'
import type { NoticeDeadline } from '../../domain/notice-deadline.js'
import type { Handling, Medium, NoticeKind, Severity } from '../../domain/vocabulary.js'

/** One line of a draft as it is sent; numbers follow the order sent. */
export interface LineInput {
  unit_id: string | null
  asset_id?: string | null | undefined
  indicator_id: string | null
  severity: Severity
  severity_confirmed: boolean
  handling?: Handling | undefined
  /** Left out, the catalogue decides. */
  urgent?: boolean | undefined
  category: string
  problem?: string | null | undefined
  sentence?: string | null | undefined
  sentence_start?: number | null | undefined
  sentence_end?: number | null | undefined
  medium: Medium
  place?: string | null | undefined
  own_due?: { date: LocalDate; time: LocalTime | null } | null | undefined
  dispatch?: 'unit' | 'none' | undefined
  /** The units that are to help its own. */
  supporting_unit_ids?: readonly string[] | undefined
  /** The closed finding that was seen again and is taken up with this one. */
  follows?: string | null | undefined
  /** The line of the draft that it takes the place of. */
  replaces?: string | undefined
  handler_id?: string | null | undefined
}

/** What a notice says of itself. */
export interface HeadInput {
  title: string
  kind?: NoticeKind | undefined
  number?: string | null | undefined
  signer_id?: string | null | undefined
  issued_on?: LocalDate | null | undefined
  period?: string | null | undefined
  basis?: readonly string[] | undefined
  deadline?: NoticeDeadline | undefined
  /** The issued notice that this one adds to. */
  supplements?: string | null | undefined
  source_text?: string | null | undefined
}

/** What of it is to change; fields left out stay. */
export type HeadChange = { [F in keyof HeadInput]?: HeadInput[F] | undefined }

interface Of {
  office_id: string
  notice_id: string
  policy_version: string
  now: Instant
}

/** The draft finding of a line: nothing has happened to it, so its fold is blank but for what the line says. */
export function draftFinding(of: Of, id: string, number: number, line: LineInput): DraftFinding {
  const { office_id, notice_id, policy_version, now } = of
  return {
    finding: {
      ...blankFinding({ id, office_id, notice_id, number, policy_version }),
      unit_id: line.unit_id,
      asset_id: line.asset_id ?? null,
      indicator_id: line.indicator_id,
      severity: line.severity,
      handling: line.handling ?? 'normal',
      urgent: line.urgent ?? (line.indicator_id !== null && isUrgentIndicator(line.indicator_id)),
    },
    line: {
      category: line.category,
      problem: line.problem ?? '',
      sentence: line.sentence ?? null,
      sentence_start: line.sentence_start ?? null,
      sentence_end: line.sentence_end ?? null,
      medium: line.medium,
      place: line.place ?? null,
      own_due_date: line.own_due?.date ?? null,
      own_due_time: line.own_due?.time ?? null,
      severity_confirmed: line.severity_confirmed,
      dispatch: line.dispatch ?? 'unit',
      supporting_unit_ids: [...(line.supporting_unit_ids ?? [])],
      follows_id: line.follows ?? null,
    },
    handler_id: line.handler_id ?? null,
    created_at: now,
  }
}
