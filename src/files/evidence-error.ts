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
] as const
export type EvidenceErrorCode = (typeof EVIDENCE_ERRORS)[number]

/**
 * Why the store did not do it. All but the last two are the uploader's to mend; CORRUPT is ours: the
 * bytes on disk are no longer those that were stored, and nobody gets them.
 */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
  readonly code: EvidenceErrorCode

  constructor(code: EvidenceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
