import type { Instant } from '../domain/instant.js'
import type { Policy } from '../domain/policy.js'
import { insertCalendar, type NewCalendar } from './calendar.js'
import { first, type Handle, sqlb, statement } from './handle.js'
import { insertPolicy } from './policy.js'
import { insertText, json, type Row } from './setwise.js'

/** An office and the versions of its time rules in force; a rehearsal has a standing clock. */
export type Office = Omit<Row<'office'>, 'created_at'>

const COLUMNS = [
  'id',
  'name',
  'zone',
  'hours',
  'duty_phone',
  'calendar_version_id',
  'policy_version_id',
  'rehearsal',
  'rehearsal_start',
  'standing_clock',
] as const satisfies readonly (keyof Office)[]

const INSERT = statement<never>(insertText('office', COLUMNS))
const FIND = statement<Office & { now: Instant }>(
  `select ${COLUMNS.join(', ')},
     coalesce(standing_clock, date_trunc('milliseconds', clock_timestamp())) as now
   from office where id = $1`,
)
const ADVANCE = statement<{ id: string }>(
  'update office set standing_clock = $2 where id = $1 and rehearsal returning id',
)

export interface NewOffice {
  office: Omit<Office, 'calendar_version_id' | 'policy_version_id'>
  calendar: Omit<NewCalendar, 'office_id'>
  policy: { id: string; policy: Policy }
}

/** Creates an office with its first calendar and policy, in one transaction of the migration role. */
export async function createOffice(
  h: Handle,
  { office, calendar, policy }: NewOffice,
): Promise<void> {
  const versions = {
    calendar_version_id: calendar.calendar.version,
    policy_version_id: policy.id,
  }
  await Promise.all([
    h.run(INSERT(json([{ ...office, ...versions }]))),
    insertCalendar(h, { office_id: office.id, ...calendar }),
    insertPolicy(h, { office_id: office.id, ...policy }),
  ])
}

/** The office and its present instant: the standing clock, else the database's clock in milliseconds. */
export function findOffice(h: Handle, id: string): Promise<(Office & { now: Instant }) | null> {
  return first(h.run(FIND(id)))
}

const HOLD_CALENDAR = statement<{ calendar_version_id: string }>(
  'select calendar_version_id from office where id = $1 for share',
)

/** The calendar in force, which cannot change before the transaction ends. */
export async function holdCalendar(h: Handle, id: string): Promise<string | null> {
  return (await first(h.run(HOLD_CALENDAR(id))))?.calendar_version_id ?? null
}

/** Every office the principal may read: one for people, all for the worker. */
export function listOffices(h: Handle): Promise<Office[]> {
  return h.run(sqlb.selectFrom('office').select(COLUMNS).orderBy('name').orderBy('id'))
}

export type OfficeChange = Partial<
  Pick<Office, 'name' | 'hours' | 'duty_phone' | 'calendar_version_id' | 'policy_version_id'>
>

/** Changes what an office may change of itself; false when there is none the principal may change. */
export async function updateOffice(h: Handle, id: string, change: OfficeChange): Promise<boolean> {
  const query = sqlb.updateTable('office').set(change).where('id', '=', id).returning('id')
  return (await h.run(query)).length === 1
}

/** Moves a rehearsal's clock, only forward; false when the office is no rehearsal. The worker's to do. */
export async function advanceClock(h: Handle, id: string, to: Instant): Promise<boolean> {
  return (await h.run(ADVANCE(id, to))).length === 1
}
