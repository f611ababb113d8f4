import type { LineMark } from '../domain/notice/reread.js'
import { type Handle, statement } from './handle.js'

/** What a line of a draft was before a person decided on it, as far as its record says. */
export interface DraftedWords {
  finding_id: string
  was: LineMark
}

const OF_NOTICE = statement<DraftedWords>(
  `select e.finding_id, jsonb_build_object(
     'unit_id', e.data -> 'line' -> 'unit_id', 'asset_id', e.data -> 'line' -> 'asset_id',
     'problem', e.texts ->> 'problem', 'place', e.texts ->> 'place') as was
   from finding f join finding_event e on e.finding_id = f.id and e.seq = 1
   where f.notice_id = $1 and e.type = 'drafted' and e.texts ->> 'problem' is not null`,
)

/** What those lines of a draft were that somebody has decided on; none of a line whose words were erased. */
export function draftedWords(h: Handle, noticeId: string): Promise<DraftedWords[]> {
  return h.run(OF_NOTICE(noticeId))
}
