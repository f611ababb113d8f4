import { type Instant, toEpoch } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'

const KEY = "hashtextextended('gather/' || $1::text, 0)"
const JOIN = statement<never>(`select pg_advisory_xact_lock_shared(${KEY})`)
const CLOSE = statement<never>(`select pg_advisory_xact_lock(${KEY})`)

// One row an office and minute, whoever comes first; only then the office's own clock has to be told. A row that was
// taken comes back: urgent words may follow each other within a minute, and a rehearsal's clock stands still.
const PLAN = statement<never>(
  `with revived as (
     update milestone set outcome = null, taken_at = null, at = $4, wake_at = $4
     where subject_id = $2 and plan = 0 and kind = 'gather' and step = $3 and outcome is not null
     returning office_id
   ), made as (
     insert into milestone (id, office_id, subject_id, plan, kind, step, at, wake_at)
     values ($1, $2, $2, 0, 'gather', $3, $4, $4)
     on conflict (subject_id, plan, kind, step) do nothing
     returning office_id
   )
   insert into workflow_sync (subject_id, office_id, kind)
   select office_id, office_id, 'office' from (table revived union table made) planned
   on conflict (subject_id) do update set wanted = nextval('workflow_version')`,
)

/**
 * Plans that an office's messages are gathered and said at an instant; nothing when that is planned and not yet done.
 * Commands plan side by side, and none while the office's acts are being taken: an act is never taken before the
 * messages of a transaction that relies on it are there.
 */
export async function planGather(
  h: Handle,
  { id, office_id, at }: { id: string; office_id: string; at: Instant },
): Promise<void> {
  const step = Math.floor(toEpoch(at) / 60_000)
  await Promise.all([h.run(JOIN(office_id)), h.run(PLAN(id, office_id, step, at))])
}

/** Waits until no command is planning and keeps others from it for the rest of the transaction. */
export async function lockGathering(h: Handle, officeId: string): Promise<void> {
  await h.run(CLOSE(officeId))
}
