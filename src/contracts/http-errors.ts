import { PAPER_CODES } from '../domain/reading/unread.js'
import { type ErrorEntry, entry } from './error-words.js'
import { FILE_CODES, FILE_ERRORS } from './file-errors.js'
import { PAPER_ERRORS } from './paper-errors.js'

export const HTTP_CODES = [
  'VALIDATION_FAILED',
  'CURSOR_INVALID',
  'KEY_REQUIRED',
  'UNAUTHENTICATED',
  'STEP_UP_REQUIRED',
  'FORBIDDEN',
  'SCOPE_MISSING',
  'OWN_ROLE',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'ALREADY_EXISTS',
  'DUTIES_APART',
  'OPEN_DUTIES',
  'LOCKED',
  'NOT_SETTLED',
  'NOT_A_REHEARSAL',
  'ALREADY_RUNNING',
  'COUNT_DIFFERS',
  'TOO_SLOW',
  'STALE',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE',
  'UNKNOWN_REFERENCE',
  ...FILE_CODES,
  ...PAPER_CODES,
  'ONLY_FORWARD',
  'KEY_REUSED',
  'NOTICE_REFUSED',
  'IF_MATCH_REQUIRED',
  'QUOTA_EXCEEDED',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
  'UNAVAILABLE',
  'OVERLOADED',
] as const
export type HttpCode = (typeof HTTP_CODES)[number]

/** Refusals that no rule of the machine makes: the request itself, its caller, or the machinery. */
export const HTTP_ERRORS: Readonly<Record<HttpCode, ErrorEntry>> = {
  VALIDATION_FAILED: entry(
    400,
    ['请求内容有误', '请求内容不符合要求，请按提示逐项改正。'],
    ['Validation failed', 'The request is not as described; see the fields named.'],
  ),
  CURSOR_INVALID: entry(
    400,
    ['翻页标记无效', '翻页标记无效，或与筛选条件不符，请从第一页重新查询。'],
    ['Invalid cursor', 'The cursor is not ours or belongs to another query; start again.'],
  ),
  KEY_REQUIRED: entry(
    400,
    ['缺少幂等键', '请在 Idempotency-Key 请求头中提供一个唯一的键，重试时使用同一个键。'],
    ['Idempotency key required', 'Send an Idempotency-Key; repeat it when you retry.'],
  ),
  UNAUTHENTICATED: entry(
    401,
    ['未通过身份验证', '访问令牌缺失、无效或已过期，请重新登录。'],
    ['Unauthenticated', 'The access token is missing, invalid or expired.'],
  ),
  STEP_UP_REQUIRED: entry(
    401,
    [
      '需要重新登录',
      '此项办理要求刚刚登录过，或以更强的方式登录；请按 WWW-Authenticate 的要求重新登录后再试。',
    ],
    [
      'Step-up required',
      'This asks for a fresher or a stronger login; WWW-Authenticate says which.',
    ],
  ),
  FORBIDDEN: entry(
    403,
    ['没有访问权限', '您没有访问权限；如属误判，请联系系统管理员。'],
    ['Forbidden', 'You may not do this.'],
  ),
  SCOPE_MISSING: entry(
    403,
    ['密钥权限不足', '所用密钥的服务账号没有此项权限，所缺权限见 errors；需要时请办公室另开账号。'],
    ['Scope missing', 'The account of this key was not given the scope named in errors.'],
  ),
  OWN_ROLE: entry(
    403,
    ['不能办理本人任职和登录', '任职和登录身份不能由本人授予或变更，请由他人办理。'],
    ['Own role', 'Nobody gives or changes a role or a login of their own; somebody else has to.'],
  ),
  NOT_FOUND: entry(
    404,
    ['没有找到', '没有找到该记录，或者您无权查看。'],
    ['Not found', 'There is no such thing, or it is not yours to see.'],
  ),
  METHOD_NOT_ALLOWED: entry(
    405,
    ['不支持该方法', '该地址不支持此请求方法。'],
    ['Method not allowed', 'This address does not know that method.'],
  ),
  ALREADY_EXISTS: entry(
    409,
    ['已有相同记录', '已有相同的记录，请勿重复添加。'],
    ['Already exists', 'There is one already that must be unique.'],
  ),
  DUTIES_APART: entry(
    409,
    [
      '不相容的任职',
      '同一人不能在同一时间兼任管理员、安全管理员、审计人员中的两项；请改由他人担任，或先结束原任职。',
    ],
    [
      'Duties apart',
      'Nobody is two of administrator, security administrator and auditor at once; end the other role first.',
    ],
  ),
  OPEN_DUTIES: entry(
    409,
    [
      '仍有任职或在办事项',
      '该人员仍有任职、在办问题或转办事项，请先结束任职并移交，再清除其个人信息。',
    ],
    ['Open duties', 'This person holds a role or has work in hand; end and hand over both first.'],
  ),
  LOCKED: entry(
    409,
    ['正在办理', '该事项正在由他人办理，请稍候重试。'],
    ['Locked', 'Somebody else is at it; try again in a moment.'],
  ),
  NOT_SETTLED: entry(
    409,
    ['尚未办结', '还有问题没有办结，办结后才能出具办结证明。'],
    ['Not settled', 'Something of it is still open; there is a certificate once it has ended.'],
  ),
  NOT_A_REHEARSAL: entry(
    409,
    ['不是演练办公室', '只有演练办公室的时钟可以推进。'],
    ['Not a rehearsal', 'Only the clock of a rehearsal office can be moved.'],
  ),
  ALREADY_RUNNING: entry(
    409,
    ['正在执行', '上一个同类任务尚未完成，请等待其完成后再试。'],
    ['Already running', 'The previous job has not finished yet.'],
  ),
  COUNT_DIFFERS: entry(
    409,
    ['数量有变', '符合条件的数量与您确认的不一致，没有作任何改动，请重新试算后再提交。'],
    ['Count differs', 'The filter finds another number than was confirmed; nothing was done.'],
  ),
  TOO_SLOW: entry(
    408,
    ['请求超时', '未能在规定时间内收到完整的请求，请检查网络后重试。'],
    ['Too slow', 'The request did not arrive in time; try again.'],
  ),
  STALE: entry(
    412,
    ['内容已更新', '您看到的内容已被更新，请刷新后核对，再重新提交。'],
    ['Stale', 'It has changed since you read it; read it again.'],
  ),
  BODY_TOO_LARGE: entry(
    413,
    ['内容过大', '提交的内容超过允许的大小。'],
    ['Too large', 'What was sent is larger than allowed.'],
  ),
  MEDIA_TYPE: entry(
    415,
    ['不支持的内容类型', '不支持该内容类型（Content-Type）。'],
    ['Unsupported media type', 'This content type is not taken here.'],
  ),
  UNKNOWN_REFERENCE: entry(
    422,
    ['引用的记录不存在', '所引用的单位、人员、材料或其他记录不存在。'],
    ['Unknown reference', 'Something the request refers to does not exist.'],
  ),
  ...FILE_ERRORS,
  ...PAPER_ERRORS,
  ONLY_FORWARD: entry(
    422,
    ['只能向前推进', '演练时钟只能向前推进，且须晚于当前的演练时间。'],
    ['Only forward', 'A rehearsal’s clock moves forward only.'],
  ),
  KEY_REUSED: entry(
    422,
    ['幂等键已被使用', '该幂等键已用于另一请求，请更换新键。'],
    ['Idempotency key reused', 'This key was used for another request.'],
  ),
  NOTICE_REFUSED: entry(
    422,
    ['通报不能印发', '通报存在问题，整体未予印发，请逐项改正后重试。'],
    ['Notice refused', 'The notice was refused as a whole; every bad line is named.'],
  ),
  IF_MATCH_REQUIRED: entry(
    428,
    ['缺少版本标记', '请在 If-Match 请求头中带上您所看到的版本（ETag）。'],
    ['If-Match required', 'Send the ETag of what you have seen as If-Match.'],
  ),
  QUOTA_EXCEEDED: entry(
    429,
    ['次数过多', '次数过多，请在 Retry-After 所示的时间之后再试。'],
    ['Quota exceeded', 'Too often; try again after the time that Retry-After says.'],
  ),
  HEADERS_TOO_LARGE: entry(
    431,
    ['请求头过大', '请求头超过允许的大小。'],
    ['Headers too large', 'The headers of the request are larger than allowed.'],
  ),
  INTERNAL: entry(
    500,
    ['系统错误', '系统内部错误，请稍后重试；如反复出现，请将 traceId 告知系统管理员。'],
    ['Internal error', 'Something went wrong on our side; quote the traceId.'],
  ),
  UNAVAILABLE: entry(
    503,
    ['服务暂不可用', '服务暂时不可用，请稍后重试。'],
    ['Unavailable', 'Something this needs is not available; try again later.'],
  ),
  OVERLOADED: entry(
    503,
    ['系统繁忙', '系统繁忙，请稍后重试。'],
    ['Overloaded', 'Too busy; try again later.'],
  ),
}
