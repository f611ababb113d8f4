import { consultationOf } from '../../db/consultation.js'
import { lockFindingsOfNotice } from '../../db/finding.js'
import type { Handle } from '../../db/handle.js'
import { lockNotice } from '../../db/notice.js'
import { findOffice } from '../../db/office.js'
import { CommandError } from '../errors.js'
import type { Principal } from '../principal.js'

/** Locks a notice that is to be edited with all its lines, and reads what units were shown of it. */
export async function lockDraft(h: Handle, { office_id }: Principal, noticeId: string) {
  const [notice, findings, office, consulted] = await Promise.all([
    lockNotice(h, noticeId),
    lockFindingsOfNotice(h, noticeId),
    findOffice(h, office_id),
    consultationOf(h, noticeId),
  ])
  return { notice, findings, office, consulted }
}

/** What was locked, if it is there and is what its editor has seen. Throws CommandError NOT_FOUND, STALE. */
export function asSeen(
  { notice, office, ...rest }: Awaited<ReturnType<typeof lockDraft>>,
  if_match: number,
) {
  if (!notice || !office) throw new CommandError('NOT_FOUND')
  if (notice.revision !== if_match) throw new CommandError('STALE', notice.revision)
  return { notice, office, ...rest }
}
