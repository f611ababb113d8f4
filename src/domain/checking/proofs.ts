import type { Result } from '../vocabulary.js'

/** What can prove that a problem is gone: on the page itself, or with the answer. */
export const PROOFS = [
  'link_answers',
  'newer_date',
  'text_gone',
  'number',
  'picture',
  'document',
] as const
export type Proof = (typeof PROOFS)[number]

/** Chinese words for what proves it. */
export const PROOF_LABELS: Readonly<Record<Proof, string>> = {
  link_answers: '链接能够打开',
  newer_date: '页面有新的发布日期',
  text_gone: '原有文字已不存在',
  number: '办理编号',
  picture: '整改后的截图',
  document: '书面材料',
}

/** What a unit is told of it before it answers. */
export const PROOF_WORDS: Readonly<Record<Proof, string>> = {
  link_answers: '所涉链接能够正常打开；办公室复测时访问。',
  newer_date: '页面上有晚于通报的发布日期；办公室复测时核对。',
  text_gone: '原有的错误或者不当文字已从页面上消失；办公室复测时核对。',
  number: '在整改措施中写明答复、受理或者备案的编号。',
  picture: '附整改后的截图（图片或者 PDF），并注明截取日期。',
  document: '附方案、证明、函件等书面材料（文本文件除外）。',
}

/** Whether only a look at the page can tell; the others come with the answer. */
export const ON_SITE: Readonly<Record<Proof, boolean>> = {
  link_answers: true,
  newer_date: true,
  text_gone: true,
  number: false,
  picture: false,
  document: false,
}

/** How a proof stands with an answer that is not sent yet. */
export const STANDINGS = ['shown', 'missing', 'on_site', 'on_paper'] as const
export type Standing = (typeof STANDINGS)[number]

/** Chinese words for that. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  shown: '已附',
  missing: '缺少',
  on_site: '由复测核实',
  on_paper: '随纸质件报送',
}

/** What each result has to prove: what the recipe says, that the page or account is gone, or nothing yet. */
export const PROVES: Readonly<Record<Result, 'recipe' | 'picture' | 'nothing'>> = {
  fixed: 'recipe',
  fixed_before_notice: 'recipe',
  partly_fixed: 'recipe',
  column_removed: 'picture',
  account_closed: 'picture',
  planned: 'nothing',
  beyond_unit: 'nothing',
}
