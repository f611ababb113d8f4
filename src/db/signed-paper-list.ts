import type { Instant } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'
import type { SignedPaper } from './signed-paper.js'

export interface PaperPlace {
  created_at: Instant
  id: string
}

const LIST = statement<SignedPaper>(
  `select id, office_id, unit_id, signer_id, signed_on, paper_number, evidence_id, entered_by,
     created_at
   from signed_paper
   where office_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4`,
)

/** One page of the signed papers the principal may read, newest first. */
export function listSignedPapers(
  h: Handle,
  officeId: string,
  { limit, after }: { limit: number; after: PaperPlace | null },
): Promise<SignedPaper[]> {
  return h.run(LIST(officeId, after?.created_at ?? null, after?.id ?? null, limit))
}
