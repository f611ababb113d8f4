import type { Instant } from '../domain/instant.js'
import { first, type Handle, sqlb, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, updateText } from './setwise.js'

/** A notice with the text it was read from. */
export type Notice = Row<'notice'>
export type NoticeSummary = Omit<Notice, 'source_text'>

const SUMMARY = [
  'id',
  'office_id',
  'number',
  'title',
  'kind',
  'signer_id',
  'issued_on',
  'period',
  'basis',
  'deadline',
  'catalogue_version',
  'status',
  'revision',
  'created_by',
  'created_at',
  'issued_at',
  'supplements_id',
  'revoked_at',
  'revoked_because',
  'revoked_by',
  'revoked_paper_id',
  'consulting_until',
] as const satisfies readonly (keyof Notice)[]
const COLUMNS = [...SUMMARY, 'source_text'] as const
const LIST = COLUMNS.join(', ')

const INSERT = statement<never>(insertText('notice', COLUMNS))
const UPDATE = statement<never>(everyRowText('notice', updateText('notice', ['id'], COLUMNS)))
const FIND = statement<Notice>(`select ${LIST} from notice where id = $1`)
const LOCK = statement<Notice>(`select ${LIST} from notice where id = $1 for no key update`)

const LOCK_BASE = statement<Notice>(
  `select ${LIST} from notice
   where id = (select supplements_id from notice where id = $1) for no key update`,
)

const LOCK_DRAFT_OF = statement<never>(
  `select from notice where status = 'draft' and id = (select notice_id from finding where id = $1)
   for no key update`,
)
const SAME_NUMBER = statement<{ id: string }>(
  `select other.id from notice n join notice other
     on other.office_id = n.office_id and other.number = n.number and other.id <> n.id
   where n.id = $1 and other.status <> 'draft' limit 1`,
)
const SUPPLEMENTED = statement<never>(
  `update notice set status = 'supplemented', revision = revision + 1
   where id = $1 and status in ('issued', 'supplemented')`,
)
const UNSUPPLEMENTED = statement<never>(
  `update notice base set status = 'issued', revision = revision + 1
   where id = $1 and status = 'supplemented' and not exists (select from notice s
     where s.supplements_id = base.id and s.id <> $2 and s.status in ('issued', 'supplemented'))`,
)
const RAISE = statement<never>(
  `update notice set revision = revision + 1 where id = $1 and status = 'draft'`,
)

/** Stores a notice. */
export async function insertNotice(h: Handle, notice: Notice): Promise<void> {
  await h.run(INSERT(json([notice])))
}

/** Writes a locked notice back. Throws UNIQUE when issuing takes a number the office has used. */
export async function updateNotice(h: Handle, notice: Notice): Promise<void> {
  await h.run(UPDATE(json([notice])))
}

/** Says that an issued notice, locked before, has a supplement. */
export async function markSupplemented(h: Handle, id: string): Promise<void> {
  await h.run(SUPPLEMENTED(id))
}

/** Says that a notice has no supplement any more, unless another than the one revoked still adds to it. */
export async function unmarkSupplemented(h: Handle, id: string, revoked: string): Promise<void> {
  await h.run(UNSUPPLEMENTED(id, revoked))
}

/** A notice the principal may read, or null. */
export function findNotice(h: Handle, id: string): Promise<Notice | null> {
  return first(h.run(FIND(id)))
}

/** The notice, locked for the rest of the transaction, or null. */
export function lockNotice(h: Handle, id: string): Promise<Notice | null> {
  return first(h.run(LOCK(id)))
}

/** The notice that another adds to, locked for the rest of the transaction, or null. */
export function lockSupplemented(h: Handle, id: string): Promise<Notice | null> {
  return first(h.run(LOCK_BASE(id)))
}

/** Whether the number of a draft is that of another notice already issued. */
export async function isNumberTaken(h: Handle, id: string): Promise<boolean> {
  return (await h.run(SAME_NUMBER(id))).length > 0
}

/** Locks the draft a line stands in, before the line itself: the order in which issuing locks. */
export async function lockDraftOf(h: Handle, findingId: string): Promise<void> {
  await h.run(LOCK_DRAFT_OF(findingId))
}

/** Says that a draft is not what it was, though its own row stays: a line of it has changed. */
export async function raiseDraft(h: Handle, id: string): Promise<void> {
  await h.run(RAISE(id))
}

export interface NoticePage {
  limit: number
  after: { created_at: Instant; id: string } | null
}

/** One page of the notices the principal may read, newest first, without their source texts. */
export function listNotices(
  h: Handle,
  filter: { office_id: string; status?: Notice['status'] | undefined },
  { limit, after }: NoticePage,
): Promise<NoticeSummary[]> {
  let query = sqlb
    .selectFrom('notice')
    .select(SUMMARY)
    .where('office_id', '=', filter.office_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (filter.status) query = query.where('status', '=', filter.status)
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(after.created_at, after.id)),
    )
  }
  return h.run(query)
}
