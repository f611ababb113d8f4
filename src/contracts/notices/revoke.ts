import { z } from 'zod'
import { id, text } from '../fields.js'
import { named } from '../named.js'

export const revokeBody = named(
  'NoticeRevoke',
  z.strictObject({
    reason: text().optional(),
    /** The leader's signature on paper, where a handler enters it. */
    signed_paper_id: id.optional(),
  }),
)

/** What came of the notice's findings: open ones are withdrawn, closed ones stay closed and are marked. */
export const revokeReport = named(
  'RevokeReport',
  z.strictObject({ notice_id: id, withdrawn: z.array(id), marked: z.array(id) }),
)
