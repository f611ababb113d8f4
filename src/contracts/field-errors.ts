import { ONE_BY_ONE } from '../domain/bulk.js'
import { KEY_SCOPE_LABELS, type KeyScope } from '../domain/service-account.js'
import { REJECTIONS, type RejectionCode } from '../domain/vocabulary.js'
import { type Language, wordsOf } from './errors.js'

/** What can be wrong with one field before any rule has looked at it. */
export const FIELD_CODES = [
  'REQUIRED',
  'UNKNOWN_FIELD',
  'WRONG_TYPE',
  'NOT_IN_LIST',
  'MALFORMED',
  'TOO_SHORT',
  'TOO_LONG',
  'OUT_OF_RANGE',
  'BELOW_FLOOR',
  'UNSEEN_CHARACTER',
  'UNKNOWN_ID',
  'TAKEN',
  'DAY_MISSING',
  'DAY_TWICE',
  'NOT_RETURNED',
  'NOT_GRANTED',
  'AMBIGUOUS',
  ...ONE_BY_ONE,
] as const
export type FieldCode = (typeof FIELD_CODES)[number]

export const FIELD_WORDS: Readonly<Record<FieldCode, Readonly<Record<Language, string>>>> = {
  REQUIRED: { zh: '此项必填。', en: 'This is required.' },
  UNKNOWN_FIELD: { zh: '没有此项，请删去。', en: 'There is no such field.' },
  WRONG_TYPE: { zh: '数据类型不对。', en: 'This is of the wrong type.' },
  NOT_IN_LIST: { zh: '不是可选值之一。', en: 'This is none of the listed values.' },
  MALFORMED: { zh: '格式不对。', en: 'This is malformed.' },
  TOO_SHORT: { zh: '内容太短，或项数太少。', en: 'This is too short.' },
  TOO_LONG: { zh: '内容太长，或项数太多。', en: 'This is too long.' },
  OUT_OF_RANGE: { zh: '超出允许范围。', en: 'This is out of range.' },
  BELOW_FLOOR: {
    zh: '短于最短保存期限；期限及其依据见 GET /v1/retention。',
    en: 'This is less than the shortest time allowed; GET /v1/retention says which, and by what law.',
  },
  UNSEEN_CHARACTER: {
    zh: '含有不可见字符或控制字符，请删去后重填。',
    en: 'This has control or invisible characters.',
  },
  UNKNOWN_ID: { zh: '没有找到所引用的记录。', en: 'What this refers to does not exist.' },
  TAKEN: { zh: '已被使用。', en: 'This is taken.' },
  DAY_MISSING: {
    zh: '此前（或末尾）缺了日期：每天须列一次。',
    en: 'A day is missing before this, or at the end.',
  },
  DAY_TWICE: { zh: '此日期列了两次：每天须列一次。', en: 'This day is listed twice.' },
  NOT_RETURNED: {
    zh: '看不出这是一封退信，或退的是哪封邮件；请提交完整的原始退信。',
    en: 'This is no returned mail, or does not name the mail it returns.',
  },
  NOT_GRANTED: { zh: '没有授予此项权限。', en: 'This was not granted.' },
  AMBIGUOUS: {
    zh: '不止一项符合：单位请写全称，站点账号请写系统编号。',
    en: 'This stands for several: name the unit in full, or the asset by its id.',
  },
  JUDGED_SINGLY: {
    zh: '此项操作对整改结果作出判断，须逐项看过该轮反馈再办理，不能批量。',
    en: 'This judges an answer, so each is looked at and judged by itself.',
  },
  FACTS_OF_ONE: {
    zh: '此项操作的内容只属于一个问题，须逐项办理，不能批量。',
    en: 'What this says is true of one finding, so it is said of each by itself.',
  },
  GROUNDS_OF_ONE: {
    zh: '此项操作的理由和依据只属于一个问题，须逐项写明，不能批量。',
    en: 'The grounds of this are those of one finding, so they are given for each by itself.',
  },
  ON_ITS_REQUEST: {
    zh: '此项操作针对某一项申请，请在该申请上办理。',
    en: 'This is sent to a request, not to findings.',
  },
  WITH_NOTICE: {
    zh: '此项操作随通报或日历办理，不单独发出。',
    en: 'This goes with a notice or a calendar and is not sent by itself.',
  },
  BY_CLOCK: { zh: '此项操作由系统时钟办理。', en: 'This is done by the clock.' },
}

/** The sentence about a scope that an account was not given. */
export function scopeWords(scope: KeyScope, language: Language): string {
  return language === 'zh'
    ? `服务账号没有“${KEY_SCOPE_LABELS[scope]}”权限（${scope}）。`
    : `The account lacks the scope “${scope}”.`
}

export const FIELD_PROBLEM_CODES: readonly [
  FieldCode | RejectionCode,
  ...(FieldCode | RejectionCode)[],
] = [...FIELD_CODES, ...REJECTIONS]

/** The sentence about one field, whether its form or a rule is the reason. */
export function fieldWords(code: FieldCode | RejectionCode, language: Language): string {
  const form = FIELD_CODES.find((known) => known === code)
  if (form) return FIELD_WORDS[form][language]
  return wordsOf(code as RejectionCode, language).detail
}
