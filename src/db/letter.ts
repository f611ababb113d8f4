import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** A unit's stamped report on its slice, as it was registered. */
export type Letter = Row<'letter'>
export type LetterLine = Row<'letter_line'>

const COLUMNS = [
  'id',
  'office_id',
  'notice_id',
  'unit_id',
  'number',
  'signed_on',
  'received_on',
  'scan',
  'signed_paper_id',
  'registered_by',
  'service_account_id',
  'registered_at',
] as const satisfies readonly (keyof Letter)[]
const LINE_COLUMNS = [
  'letter_id',
  'place',
  'number',
  'office_id',
  'unit_id',
  'finding_id',
  'result',
  'outcome',
  'code',
  'field',
] as const satisfies readonly (keyof LetterLine)[]
const LIST = COLUMNS.join(', ')

const INSERT = statement<never>(insertText('letter', COLUMNS))
const INSERT_LINES = statement<never>(insertText('letter_line', LINE_COLUMNS))
const FIND = statement<Letter>(`select ${LIST} from letter where id = $1`)
const LINES = statement<LetterLine>(
  `select ${LINE_COLUMNS.join(', ')} from letter_line where letter_id = $1 order by place`,
)
const PAGE = statement<Letter>(
  `select ${LIST} from letter
   where office_id = $1 and ($2::uuid is null or notice_id = $2) and ($3::uuid is null or unit_id = $3)
     and ($4::timestamptz is null or (registered_at, id) < ($4, $5::uuid))
   order by registered_at desc, id desc limit $6`,
)

/** Keeps a letter with what became of each finding it names. */
export async function insertLetter(
  h: Handle,
  letter: Letter,
  lines: readonly LetterLine[],
): Promise<void> {
  await Promise.all([h.run(INSERT(json([letter]))), h.run(INSERT_LINES(json(lines)))])
}

/** A letter the principal may read, or null. */
export function findLetter(h: Handle, id: string): Promise<Letter | null> {
  return first(h.run(FIND(id)))
}

/** What it says of each finding and what became of that, in its order; also of those the unit has no more. */
export function linesOfLetter(h: Handle, letterId: string): Promise<LetterLine[]> {
  return h.run(LINES(letterId))
}

export interface LetterFilter {
  office_id: string
  notice_id?: string | undefined
  unit_id?: string | undefined
}

/** The place of a letter in the list: newest first. */
export interface LetterPlace {
  registered_at: Instant
  id: string
}

/** One page of the letters the principal may read, newest first. */
export function listLetters(
  h: Handle,
  { office_id, notice_id, unit_id }: LetterFilter,
  { limit, after }: { limit: number; after: LetterPlace | null },
): Promise<Letter[]> {
  const place = [after?.registered_at ?? null, after?.id ?? null] as const
  return h.run(PAGE(office_id, notice_id ?? null, unit_id ?? null, ...place, limit))
}
