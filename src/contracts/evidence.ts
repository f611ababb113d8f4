import { z } from 'zod'
import { pictureMetadata } from './enums.js'
import { id, instant, line, localDate, sha256 } from './fields.js'
import { CASE_ROLES } from './findings/operations.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'

const tag = '佐证材料'

/** What is known of a stored file; commands refer to it by its hash. */
export const evidence = named(
  'Evidence',
  z.strictObject({
    id,
    sha256,
    size: z.number().int().min(0),
    type: z.string(),
    name: z.string(),
    unit_id: id.nullable(),
    captured_on: localDate.nullable(),
    /** Whether whoever uploaded it said that personal data is masked; `false` only its unit and its judges open, null was never asked. */
    masked: z.boolean().nullable(),
    /**
     * What a picture says beside what it shows, to whoever opens the file: it is stored as it came. Null where nothing was
     * looked for: no picture, or sent before that was done.
     */
    metadata: z.array(pictureMetadata).nullable(),
    uploaded_by: id,
    /** The portal through which that was; null where they came themselves. */
    service_account_id: id.nullable(),
    uploaded_at: instant,
    scan_state: z.enum(['pending', 'clean', 'infected', 'unscanned']),
  }),
)

/** The form fields beside the file; they must come before it. */
export const evidenceForm = named(
  'EvidenceForm',
  z.strictObject({
    /** The unit it belongs to; a person of one unit may leave it out, the office leaves it out for its own. */
    unit_id: id.optional(),
    captured_on: localDate.optional(),
    /** `true` confirms that personal data of whoever complained is masked, `false` says it is a restricted original. */
    masked: z.enum(['true', 'false']),
    /** Where the name in the file part is not to be used. */
    name: line(255).optional(),
  }),
)

export const evidenceOperations = {
  uploadEvidence: operation({
    id: 'uploadEvidence',
    method: 'POST',
    path: '/v1/evidence',
    tag,
    summary: '上传一件佐证材料',
    policy: CASE_ROLES.filter((role) => role !== 'auditor'),
    body: evidenceForm,
    upload: true,
    status: 201,
    response: evidence,
    errors: [
      'FILE_REFUSED',
      'FILE_ACTIVE',
      'ARCHIVE_UNSAFE',
      'PICTURE_TOO_LARGE',
      'SECRECY_MARKED',
      'STORAGE_EXCEEDED',
      'BODY_TOO_LARGE',
      'UNKNOWN_REFERENCE',
    ],
    idempotent: true,
  }),
  downloadEvidence: operation({
    id: 'downloadEvidence',
    method: 'GET',
    path: '/v1/evidence/{id}',
    tag,
    summary: '下载；HEAD 也接受 SHA-256，只对本单位已上传的材料答复 200，不必重复上传',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: null,
    errors: ['FILE_INFECTED', 'BEING_SCANNED'],
    download: true,
    etag: true,
    digest: true,
  }),
  getEvidenceMetadata: operation({
    id: 'getEvidenceMetadata',
    method: 'GET',
    path: '/v1/evidence/{id}/metadata',
    tag,
    summary: '材料信息',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: evidence,
  }),
} as const
