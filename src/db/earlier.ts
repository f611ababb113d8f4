import type { Instant } from '../domain/instant.js'
import type { Earlier } from '../domain/repeats.js'
import { type Handle, statement } from './handle.js'
import { OPEN } from './states.js'

const COLUMNS = `f.id, f.unit_id, f.asset_id, f.indicator_id, f.state, f.closed_at, f.seen_again`
// Joined from the lines, so that an index finds what is alike; what is followed comes by its id.
const EARLIER = statement<Earlier>(
  `with line as (select unit_id, indicator_id, follows_id from finding where notice_id = $1),
   pair as (select distinct unit_id, indicator_id from line where indicator_id <> 'none')
   select id, unit_id, asset_id, indicator_id, state, closed_at, seen_again from (
     select ${COLUMNS}, f.served_at from pair
     join finding f on f.unit_id = pair.unit_id and f.indicator_id = pair.indicator_id
     where f.office_id = $2 and f.served_at is not null and f.notice_id <> $1 and not f.revoked
       and (f.state in (${OPEN}) or f.closed_at >= $3)
     union
     select ${COLUMNS}, f.served_at from line join finding f on f.id = line.follows_id
     where f.office_id = $2 and f.notice_id <> $1
   ) alike order by served_at desc, id`,
)

/**
 * The findings of an office that lines of this notice may repeat (of their units and indicators, open still or closed
 * since), and those they follow, whenever that was; the newest first.
 */
export function earlierFindings(
  h: Handle,
  { id, office_id }: { id: string; office_id: string },
  since: Instant,
): Promise<Earlier[]> {
  return h.run(EARLIER(id, office_id, since))
}
