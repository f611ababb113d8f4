export const EVIDENCE_ERRORS = [
  'TOO_LARGE',
  'EMPTY_FILE',
  'TYPE_NOT_ALLOWED',
  'ACTIVE_CONTENT',
  'ARCHIVE_UNSAFE',
  'PICTURE_TOO_LARGE',
  'SECRECY_MARKED',
  'UPLOAD_ABORTED',
  'NOT_FOUND',
  'CORRUPT',
  'STORE_AWAY',
] as const
export type EvidenceErrorCode = (typeof EVIDENCE_ERRORS)[number]

/**
 * Why the store did not do it. All but the last three are the uploader's to mend; CORRUPT is ours: the stored bytes are
 * no longer those that came, and nobody gets them. STORE_AWAY passes: the bucket did not answer, or refused us.
 */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
  readonly code: EvidenceErrorCode

  constructor(code: EvidenceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
