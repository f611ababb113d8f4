import type { RejectionCode } from '../vocabulary.js'

/** What an answer still lacks before it is sent, in the order in which it is told. */
export const GAPS = [
  'NOT_TO_ANSWER',
  'SIGNATORY_MISSING',
  'PAPER_UNKNOWN',
  'FIELD_MISSING',
  'FIELD_UNUSED',
  'DATE_WRONG',
  'REPORT_MISSING',
  'ON_PAPER_ONLY',
  'EVIDENCE_MISSING',
  'EVIDENCE_UNKNOWN',
  'EVIDENCE_TOO_MUCH',
  'PICTURE_MISSING',
  'PICTURE_UNDATED',
  'CAPTURED_BEFORE_NOTICE',
  'DOCUMENT_MISSING',
  'NUMBER_MISSING',
  'ADDRESS_MISSING',
  'POINT_UNANSWERED',
  'NOTHING_NEW_SHOWN',
  'REPORT_LATER',
] as const
export type GapCode = (typeof GAPS)[number]

/** Chinese words for what is lacking. */
export const GAP_LABELS: Readonly<Record<GapCode, string>> = {
  NOT_TO_ANSWER: '现在不能报送',
  SIGNATORY_MISSING: '须由签发人报送',
  PAPER_UNKNOWN: '签批件不存在',
  FIELD_MISSING: '缺少必填内容',
  FIELD_UNUSED: '所选结果不用填写',
  DATE_WRONG: '日期不符合规定',
  REPORT_MISSING: '缺少盖章反馈',
  ON_PAPER_ONLY: '只能随纸质件报送',
  EVIDENCE_MISSING: '缺少佐证材料',
  EVIDENCE_UNKNOWN: '材料不能引用',
  EVIDENCE_TOO_MUCH: '材料超出限额',
  PICTURE_MISSING: '缺少整改后的截图',
  PICTURE_UNDATED: '截图没有注明日期',
  CAPTURED_BEFORE_NOTICE: '材料早于通报',
  DOCUMENT_MISSING: '缺少书面材料',
  NUMBER_MISSING: '缺少办理编号',
  ADDRESS_MISSING: '缺少可核实的网址',
  POINT_UNANSWERED: '退回意见没有回应',
  NOTHING_NEW_SHOWN: '没有补充材料',
  REPORT_LATER: '尚缺盖章反馈',
}

/** What a gap leads to: the answer is refused, or likely to be returned, or the problem is not closed before it is filled. */
export const GAP_WEIGHTS = ['refused', 'returnable', 'later'] as const
export type GapWeight = (typeof GAP_WEIGHTS)[number]

/** Chinese words for what a gap leads to. */
export const GAP_WEIGHT_LABELS: Readonly<Record<GapWeight, string>> = {
  refused: '不能提交',
  returnable: '可能被退回',
  later: '销号前补齐',
}

/** How much each weighs. */
export const WEIGHS: Readonly<Record<GapCode, GapWeight>> = {
  NOT_TO_ANSWER: 'refused',
  SIGNATORY_MISSING: 'refused',
  PAPER_UNKNOWN: 'refused',
  FIELD_MISSING: 'refused',
  FIELD_UNUSED: 'refused',
  DATE_WRONG: 'refused',
  REPORT_MISSING: 'refused',
  ON_PAPER_ONLY: 'refused',
  EVIDENCE_MISSING: 'refused',
  EVIDENCE_UNKNOWN: 'refused',
  EVIDENCE_TOO_MUCH: 'refused',
  PICTURE_MISSING: 'returnable',
  PICTURE_UNDATED: 'returnable',
  CAPTURED_BEFORE_NOTICE: 'returnable',
  DOCUMENT_MISSING: 'returnable',
  NUMBER_MISSING: 'returnable',
  ADDRESS_MISSING: 'returnable',
  POINT_UNANSWERED: 'returnable',
  NOTHING_NEW_SHOWN: 'returnable',
  REPORT_LATER: 'later',
}

/** What a unit lacks where its answer would be refused so; what an answer is not refused with is not for it to fill. */
export const GAP_OF: Readonly<Record<RejectionCode, GapCode>> = {
  NOT_IN_THIS_STATE: 'NOT_TO_ANSWER',
  ROLE_NOT_ALLOWED: 'SIGNATORY_MISSING',
  SAME_PERSON: 'NOT_TO_ANSWER',
  LEADER_REQUIRED: 'NOT_TO_ANSWER',
  FIELD_REQUIRED: 'FIELD_MISSING',
  EVIDENCE_REQUIRED: 'EVIDENCE_MISSING',
  REPORT_REQUIRED: 'REPORT_MISSING',
  RETEST_REASON_REQUIRED: 'NOT_TO_ANSWER',
  REVIEW_BEGUN: 'NOT_TO_ANSWER',
  TOO_LATE_TO_ASK: 'NOT_TO_ANSWER',
  DUE_NOT_ALLOWED: 'DATE_WRONG',
  LIMIT_REACHED: 'NOT_TO_ANSWER',
  REQUEST_PENDING: 'NOT_TO_ANSWER',
  NO_SUCH_REQUEST: 'NOT_TO_ANSWER',
  UNIT_REQUIRED: 'NOT_TO_ANSWER',
  UNIT_CLOSED: 'NOT_TO_ANSWER',
  NOTHING_TO_CHANGE: 'NOT_TO_ANSWER',
  FUTURE_DATE: 'DATE_WRONG',
  UNKNOWN_INDICATOR: 'NOT_TO_ANSWER',
  SEVERITY_UNCONFIRMED: 'NOT_TO_ANSWER',
  OFFLINE_ONLY: 'ON_PAPER_ONLY',
  SUPERSEDED: 'NOT_TO_ANSWER',
  RETEST_TAKEN: 'NOT_TO_ANSWER',
}

/** One thing that is lacking, with a sentence that says which. */
export interface Gap {
  code: GapCode
  /** JSON Pointer to the field of the answer it is about; null where it is about none. */
  field: string | null
  words: string
}
