import { UNREAD } from '../../domain/reading/unread.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { draftEditBody } from './draft-edit.js'
import { notice } from './notice.js'
import { OFFICE } from './operations.js'
import { noticeReread, rereadReport } from './reread.js'

const tag = '通报'

export const draftOperations = {
  editDraft: operation({
    id: 'editDraft',
    method: 'POST',
    path: '/v1/notices/{id}/edits',
    tag,
    summary: '修改通报草稿的条目：修改、改派、拆分、合并、不下发、恢复下发、删去，均留记录',
    policy: OFFICE,
    params: byId,
    body: draftEditBody,
    status: 200,
    response: notice,
    errors: [
      'NOT_IN_THIS_STATE',
      'ROLE_NOT_ALLOWED',
      'LEADER_REQUIRED',
      'FIELD_REQUIRED',
      'OFFLINE_ONLY',
      'UNKNOWN_INDICATOR',
      'NOTHING_TO_CHANGE',
      'UNKNOWN_REFERENCE',
      'LOCKED',
    ],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
  rereadNotice: operation({
    id: 'rereadNotice',
    method: 'POST',
    path: '/v1/notices/{id}/reread',
    tag,
    summary: '按更正后的原文重新识读草稿：人已决定的条目不变，其余随原文更新，原文不再有的只列出',
    policy: OFFICE,
    params: byId,
    body: noticeReread,
    status: 200,
    response: rereadReport,
    errors: ['NOT_IN_THIS_STATE', 'LOCKED', ...UNREAD],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
} as const
