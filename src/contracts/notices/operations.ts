import { z } from 'zod'
import { UNREAD } from '../../domain/reading/unread.js'
import { REJECTIONS } from '../../domain/vocabulary.js'
import * as enums from '../enums.js'
import { CASE_ROLES } from '../findings/operations.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId, byNoticeAndNumber, byNoticeAndUnit } from '../params.js'
import { pageOf, paging } from '../query.js'
import { noticeChange, noticeDraft, noticeExpansion } from './draft.js'
import { issueBody, issueQuery, issueReport } from './issue.js'
import { notice, noticeSummary } from './notice.js'
import { noticeReading, noticeText } from './reading.js'
import { revokeBody, revokeReport } from './revoke.js'
import { slice, sliceAcknowledge, sliceReceipt } from './slice.js'

const tag = '通报'
/** Who drafts notices. */
export const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const
/** A notice carries its whole ledger and its text. */
const LEDGER_BYTES = 16 * 1024 * 1024

export const noticeOperations = {
  draftNotice: operation({
    id: 'draftNotice',
    method: 'POST',
    path: '/v1/notices',
    tag,
    summary: '起草通报（结构化台账）',
    policy: OFFICE,
    body: noticeDraft,
    body_limit: LEDGER_BYTES,
    status: 201,
    response: notice,
    errors: ['UNKNOWN_REFERENCE', 'OFFLINE_ONLY'],
    idempotent: true,
    etag: true,
  }),
  readNotice: operation({
    id: 'readNotice',
    method: 'POST',
    path: '/v1/notices/read',
    tag,
    summary: '识读通报原文或文件（.docx、.xlsx、.csv、.txt、PDF），得出台账草稿；不保存，不发送',
    policy: OFFICE,
    body: noticeText,
    file: true,
    status: 200,
    response: noticeReading,
    errors: [...UNREAD],
  }),
  listNotices: operation({
    id: 'listNotices',
    method: 'GET',
    path: '/v1/notices',
    tag,
    summary: '通报清单',
    policy: CASE_ROLES,
    query: z.strictObject({ ...paging, status: enums.noticeStatus.optional() }),
    status: 200,
    response: named('NoticePage', pageOf(noticeSummary)),
    errors: ['CURSOR_INVALID'],
  }),
  getNotice: operation({
    id: 'getNotice',
    method: 'GET',
    path: '/v1/notices/{id}',
    tag,
    summary: '通报详情',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: notice,
    etag: true,
  }),
  changeNotice: operation({
    id: 'changeNotice',
    method: 'PATCH',
    path: '/v1/notices/{id}',
    tag,
    summary: '修改通报草稿',
    policy: OFFICE,
    params: byId,
    body: noticeChange,
    body_limit: LEDGER_BYTES,
    status: 200,
    response: notice,
    errors: ['NOT_IN_THIS_STATE', 'UNKNOWN_REFERENCE', 'OFFLINE_ONLY', 'LOCKED'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
  expandFinding: operation({
    id: 'expandFinding',
    method: 'POST',
    path: '/v1/notices/{id}/findings/{number}/expand',
    tag,
    summary: '展开普遍性问题：把草稿中的一条分列到所列各单位',
    policy: OFFICE,
    params: byNoticeAndNumber,
    body: noticeExpansion,
    status: 200,
    response: notice,
    errors: ['NOT_IN_THIS_STATE', 'UNKNOWN_REFERENCE', 'LOCKED'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
  issueNotice: operation({
    id: 'issueNotice',
    method: 'POST',
    path: '/v1/notices/{id}/issue',
    tag,
    summary: '印发通报；dry_run=true 时只试算，不印发',
    policy: OFFICE,
    params: byId,
    query: issueQuery,
    body: issueBody,
    status: 200,
    response: issueReport,
    errors: ['NOTICE_REFUSED', 'ALREADY_EXISTS', 'UNKNOWN_REFERENCE', 'LOCKED', ...REJECTIONS],
    idempotent: true,
    if_match: true,
    dry_run: true,
    etag: true,
  }),
  revokeNotice: operation({
    id: 'revokeNotice',
    method: 'POST',
    path: '/v1/notices/{id}/revoke',
    tag,
    summary: '撤销通报：未办结的问题撤销，已销号的注明',
    policy: OFFICE,
    step_up: true,
    params: byId,
    body: revokeBody,
    status: 200,
    response: revokeReport,
    errors: [
      'NOT_IN_THIS_STATE',
      'ROLE_NOT_ALLOWED',
      'FIELD_REQUIRED',
      'UNKNOWN_REFERENCE',
      'LOCKED',
    ],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
  listSlices: operation({
    id: 'listSlices',
    method: 'GET',
    path: '/v1/notices/{id}/slices',
    tag,
    summary: '各单位分送和签收情况',
    policy: CASE_ROLES,
    params: byId,
    query: z.strictObject(paging),
    status: 200,
    response: named('SliceList', pageOf(slice)),
    errors: ['CURSOR_INVALID'],
  }),
  acknowledgeSlice: operation({
    id: 'acknowledgeSlice',
    method: 'POST',
    path: '/v1/notices/{id}/slices/{unit_id}/acknowledge',
    tag,
    summary: '单位整体签收',
    policy: ['unit.reporter', 'unit.signatory'],
    params: byNoticeAndUnit,
    body: sliceAcknowledge,
    status: 200,
    response: sliceReceipt,
    errors: ['NOT_IN_THIS_STATE', 'ROLE_NOT_ALLOWED', 'UNIT_CLOSED', 'LOCKED'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
} as const
