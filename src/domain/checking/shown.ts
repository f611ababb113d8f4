import type { Answer } from '../commands.js'
import type { LocalDate } from '../instant.js'
import type { Gap } from './gaps.js'
import { ON_SITE, type Proof, type Standing } from './proofs.js'

/** A file that an answer names, as it was stored. */
export interface ShownFile {
  sha256: string
  type: string
  captured_on: LocalDate | null
}

/** What an answer shows, and where the problem is to be seen. */
export interface Showing {
  draft: Answer
  /** Those of its files that may be named. */
  files: readonly ShownFile[]
  /** Whether the register or the notice says where to look, be it a site, an account or an address. */
  placed: boolean
}

/** Each proof with how it stands, and with what is lacking where something is. */
export function showsEach(
  proofs: readonly Proof[],
  showing: Showing,
): { proof: Proof; standing: Standing; gap: Gap | null }[] {
  return proofs.map((proof) => {
    const gap = LACKS[proof](showing)
    const standing = gap ? 'missing' : ON_SITE[proof] ? 'on_site' : 'shown'
    return { proof, standing, gap }
  })
}

const LACKS: Readonly<Record<Proof, (showing: Showing) => Gap | null>> = {
  link_answers: lacksAddress,
  newer_date: lacksAddress,
  text_gone: lacksAddress,
  number({ draft }) {
    if (NUMBERS.some((form) => form.test(wordsOf(draft)))) return null
    const words = '整改措施中没有答复、受理或者备案的编号。'
    return { code: 'NUMBER_MISSING', field: '/measures', words }
  },
  picture({ files }) {
    if (files.some(isPicture)) return null
    const words = '佐证材料中没有整改后的截图（图片或者 PDF）。'
    return { code: 'PICTURE_MISSING', field: '/evidence', words }
  },
  document({ files }) {
    if (files.some(({ type }) => !type.startsWith('text/'))) return null
    const words = '佐证材料中没有方案、证明、函件等书面材料（文本文件除外）。'
    return { code: 'DOCUMENT_MISSING', field: '/evidence', words }
  },
}

/** Where nobody knows where to look the answer has to say it. */
function lacksAddress({ draft, placed }: Showing): Gap | null {
  if (placed || ADDRESS.test(wordsOf(draft))) return null
  const words = '没有登记网站或者账号，整改措施中也没有写明网址，无法核实。'
  return { code: 'ADDRESS_MISSING', field: '/measures', words }
}

/**
 * What the days of an answer's files say against it: pictures of which none has a day, and files from before the day of the
 * notice or of the reopening. Not asked of what was fixed before the notice.
 */
export function dayGaps(
  { draft, files }: Showing,
  wantsPicture: boolean,
  since: LocalDate | null,
): Gap[] {
  if (draft.result === 'fixed_before_notice') return []
  const pictures = files.filter(isPicture)
  const undated =
    wantsPicture && pictures.length > 0 && pictures.every(({ captured_on }) => !captured_on)
  const early = (draft.evidence ?? []).flatMap((hash, index): Gap[] => {
    const day = files.find(({ sha256 }) => sha256 === hash)?.captured_on
    if (!day || !since || day >= since) return []
    const words = `佐证材料第${index + 1}件截取于${day}，早于${since}（印发通报或者要求重新整改之日），不能证明整改后的情况。`
    return [{ code: 'CAPTURED_BEFORE_NOTICE', field: `/evidence/${index}`, words }]
  })
  const words = '截图都没有注明截取日期，看不出是整改以后的。'
  return undated ? [{ code: 'PICTURE_UNDATED', field: '/evidence', words }, ...early] : early
}

const isPicture = ({ type }: ShownFile) => type.startsWith('image/') || type === 'application/pdf'

const wordsOf = ({ cause = '', measures = '' }: Answer) => `${cause}\n${measures}`

export const ADDRESS = /https?:\/\/[\w.-]+/i

/** 答复编号：2022-0905-001 and 〔2022〕15号; a number that nothing names may be a telephone's. */
const NUMBERS = [
  /(?:编号|单号|受理号|备案号|信件号|流水号|查询码|文号|标识码)[^\d\n]{0,12}\d{3,}/,
  /[〔[（(](?:19|20)\d{2}[〕\]）)]第?\d+号/,
]
