import { type ErrorEntry, entry } from './error-words.js'

export const HTTP_CODES = [
  'VALIDATION_FAILED',
  'CURSOR_INVALID',
  'KEY_REQUIRED',
  'UNAUTHENTICATED',
  'STEP_UP_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'ALREADY_EXISTS',
  'LOCKED',
  'NOT_SETTLED',
  'NOT_A_REHEARSAL',
  'ALREADY_RUNNING',
  'TOO_SLOW',
  'STALE',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE',
  'UNKNOWN_REFERENCE',
  'FILE_REFUSED',
  'FILE_ACTIVE',
  'ARCHIVE_UNSAFE',
  'PICTURE_TOO_LARGE',
  'SECRECY_MARKED',
  'STORAGE_EXCEEDED',
  'FILE_INFECTED',
  'BEING_SCANNED',
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
  FILE_REFUSED: entry(
    422,
    [
      '不接受该文件',
      '不接受该文件：文件为空、类型不允许，或内容与类型不符。请另存为 PDF、OFD、图片、Office 或 WPS 文件后重新上传。',
    ],
    [
      'File refused',
      'The file is empty, of a type not taken, or not what it claims; save it anew as PDF, OFD, picture, Office or WPS.',
    ],
  ),
  FILE_ACTIVE: entry(
    422,
    [
      '文件含有宏或程序',
      '文件含有宏、脚本或程序。请另存为不含宏的 .docx、.xlsx、.pptx 或 PDF 后重新上传。',
    ],
    [
      'File with active content',
      'The file holds macros, scripts or programs; save it without them.',
    ],
  ),
  ARCHIVE_UNSAFE: entry(
    422,
    [
      '文件内部结构异常',
      '文件的内部压缩结构异常：有密码、嵌套过深、展开后过大或已损坏。请用 WPS 或 Office 打开后另存一份，再重新上传。',
    ],
    [
      'Unsafe archive',
      'What is packed in the file has a password, is nested, unpacks too large or is damaged; save it anew.',
    ],
  ),
  PICTURE_TOO_LARGE: entry(
    422,
    ['图片尺寸过大', '图片超过一亿像素。请缩小尺寸或分成几张后重新上传。'],
    [
      'Picture too large',
      'The picture has more than 100 million pixels; send it smaller or in parts.',
    ],
  ),
  SECRECY_MARKED: entry(
    422,
    [
      '文件带有密级标志',
      '文件名或文字中带有密级标志（绝密、机密或秘密）。涉密材料不得上传本系统，请立即与主办办公室联系，按保密规定线下办理。',
    ],
    [
      'Marked as secret',
      'The file is marked as secret and must not be uploaded; tell the office, which handles it offline.',
    ],
  ),
  STORAGE_EXCEEDED: entry(
    422,
    [
      '存储额度不足',
      '佐证材料超过本单位或该问题的存储额度。请压缩图片或改用较小的文件；确需扩容的，请联系系统管理员。',
    ],
    ['Storage exceeded', 'The files of this unit or finding would take more than they may.'],
  ),
  FILE_INFECTED: entry(
    422,
    ['材料未通过病毒检查', '该材料未通过病毒检查，不提供下载。请查杀病毒后重新上传。'],
    ['File infected', 'A scanner found something in the file; clean it and upload it again.'],
  ),
  BEING_SCANNED: entry(
    409,
    [
      '材料正在检查',
      '该材料正在进行病毒检查，检查通过后方可下载，请稍后重试；答复的提交不受影响。',
    ],
    ['Being scanned', 'The file is being scanned and can be read once it is found clean.'],
  ),
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
