import type { Instant } from '../domain/instant.js'
import type { Earlier } from '../domain/repeats.js'
import { type Handle, statement } from './handle.js'
import { OPEN } from './states.js'

const EARLIER = statement<Earlier>(
  `with line as (select unit_id, indicator_id, follows_id from finding where notice_id = $1)
   select f.id, f.unit_id, f.asset_id, f.indicator_id, f.state, f.closed_at, f.seen_again
   from finding f
   where f.notice_id <> $1 and f.state <> 'draft' and (
     f.id in (select follows_id from line)
     or ((f.state in (${OPEN}) or f.closed_at >= $2)
       and (f.unit_id, f.indicator_id) in (select unit_id, indicator_id from line)))
   order by f.served_at desc, f.id`,
)

/**
 * The findings that lines of this notice may repeat (of their units and indicators, open still or closed since), and
 * those they follow, whenever that was; the newest first.
 */
export function earlierFindings(h: Handle, noticeId: string, since: Instant): Promise<Earlier[]> {
  return h.run(EARLIER(noticeId, since))
}
