/** The most characters a notice may have, as code units: more than the longest with its annexes. */
export const LONGEST_TEXT = 100_000

/** Why a file is not read that only notices can be refused for; what to do instead is in the words of its code. */
export const PAPER_CODES = [
  'OLD_FORMAT',
  'OFD_FORMAT',
  'UNKNOWN_FORMAT',
  'FILE_WITHOUT_TEXT',
  'FILE_ENCRYPTED',
  'FILE_DAMAGED',
  'TEXT_TOO_LONG',
  'READING_TOO_SLOW',
] as const
export type PaperCode = (typeof PAPER_CODES)[number]

/** Why a file is not read as a notice. */
export const UNREAD = [
  ...PAPER_CODES,
  'ARCHIVE_UNSAFE',
  'FILE_ACTIVE',
  'SECRECY_MARKED',
  'OVERLOADED',
] as const
export type UnreadCode = (typeof UNREAD)[number]
