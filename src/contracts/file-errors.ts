import { type ErrorEntry, entry } from './error-words.js'

export const FILE_CODES = [
  'FILE_REFUSED',
  'FILE_ACTIVE',
  'ARCHIVE_UNSAFE',
  'PICTURE_TOO_LARGE',
  'SECRECY_MARKED',
  'STORAGE_EXCEEDED',
  'FILE_INFECTED',
  'BEING_SCANNED',
] as const
export type FileCode = (typeof FILE_CODES)[number]

/** Refusals of a file: what it is, what it holds, what it would take, and what a scanner says of it. */
export const FILE_ERRORS: Readonly<Record<FileCode, ErrorEntry>> = {
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
}
