import { z } from 'zod'
import { LONGEST_TEXT } from '../../domain/reading/unread.js'
import { count, text } from '../fields.js'
import { named } from '../named.js'
import { notice } from './notice.js'
import { crossChecks, unresolved } from './reading.js'

/** The corrected text of a draft; it is kept as its source. */
export const noticeReread = named('NoticeReread', z.strictObject({ text: text(LONGEST_TEXT) }))

/** What a corrected text did to a draft, by the numbers of its lines. Lines that stand as they stood are in no list. */
export const rereadReport = named(
  'RereadReport',
  z.strictObject({
    /** A person decided on them, and they stay as they are. */
    kept: z.array(count),
    updated: z.array(count),
    added: z.array(count),
    /** Nobody decided on them and the text says them no more; they stay until a person drops them. */
    gone: z.array(count),
    unresolved,
    checks: crossChecks,
    notice,
  }),
)
