import { z } from 'zod'
import { id, instant, line, localDate } from './fields.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { pageOf, paging } from './query.js'

const tag = '签批纸质件'

/** What a leader or signatory signed on paper, entered so that commands may rest on it. */
export const signedPaper = named(
  'SignedPaper',
  z.strictObject({
    id,
    signer_id: id,
    unit_id: id.nullable(),
    signed_on: localDate,
    paper_number: z.string().nullable(),
    evidence_id: id.nullable(),
    entered_by: id,
    created_at: instant,
  }),
)

export const signedPaperEntry = named(
  'SignedPaperEntry',
  z.strictObject({
    signer_id: id,
    signed_on: localDate,
    paper_number: line(100).nullable().optional(),
    /** The unit whose signatory signed; left out for the office's own people. */
    unit_id: id.nullable().optional(),
    /** The scan, already uploaded. */
    evidence_id: id.nullable().optional(),
  }),
)

const ENTERS = ['office.handler', 'office.reviewer', 'office.leader'] as const

export const signedPaperOperations = {
  enterSignedPaper: operation({
    id: 'enterSignedPaper',
    method: 'POST',
    path: '/v1/signed-papers',
    tag,
    summary: '登记签批纸质件',
    policy: ENTERS,
    body: signedPaperEntry,
    status: 201,
    response: signedPaper,
    errors: ['FUTURE_DATE', 'FIELD_REQUIRED', 'UNKNOWN_REFERENCE'],
    idempotent: true,
  }),
  listSignedPapers: operation({
    id: 'listSignedPapers',
    method: 'GET',
    path: '/v1/signed-papers',
    tag,
    summary: '签批纸质件清单',
    policy: [...ENTERS, 'auditor'],
    query: z.strictObject(paging),
    status: 200,
    response: named('SignedPaperPage', pageOf(signedPaper)),
    errors: ['CURSOR_INVALID'],
  }),
  getSignedPaper: operation({
    id: 'getSignedPaper',
    method: 'GET',
    path: '/v1/signed-papers/{id}',
    tag,
    summary: '签批纸质件',
    policy: [...ENTERS, 'auditor'],
    params: byId,
    status: 200,
    response: signedPaper,
  }),
} as const
