import type { Answer } from '../commands.js'
import type { NewEvent } from '../events.js'
import type { LocalDate } from '../instant.js'
import { answerFaults } from '../machine/answer.js'
import { permitted } from '../machine/decide.js'
import type { Rejection, Situation } from '../situation.js'
import { localDateOf } from '../zone.js'
import { fieldName } from './answer-fields.js'
import { GAP_OF, type Gap, type GapCode, type GapWeight, WEIGHS } from './gaps.js'
import { PROOF_WORDS, PROVES, type Proof, type Standing } from './proofs.js'
import { type Recipe, recipeFor } from './recipes.js'
import { ADDRESS, dayGaps, type ShownFile, showsEach } from './shown.js'
import { openReturn, unanswered } from './unanswered.js'

/** An answer of the unit's own that is not sent yet, with what it is held against. */
export interface Draft {
  answer: Answer & { paper_number?: string | undefined }
  /** What is stored of the files it names. */
  files: readonly ShownFile[]
  /** Whether the finding has room for them. */
  fits: boolean
  /** Whether it rests on a paper that nobody knows. */
  paper_unknown: boolean
  /** The finding's events, as far as the unit reads them. */
  events: readonly NewEvent[]
  /** The day of the notice; null where it is not to be read. */
  issued_on: LocalDate | null
  /** What the notice says of the problem and its place, and whether the register knows the site or account. */
  words: string
  asset: boolean
}

/** What an answer would come to if it were sent now. */
export interface AnswerCheck {
  /** Whether it would be taken at all. */
  submittable: boolean
  recipe: Recipe
  steps: readonly { proof: Proof; wants: string; standing: Standing }[]
  gaps: readonly (Gap & { weight: GapWeight })[]
}

/**
 * Everything an answer lacks, by the rules that will judge it when it is sent, by what proves such a problem to be fixed, and
 * by what the last return asked for. Whoever may not answer for the unit at all is to be refused before.
 */
export function checkAnswer(situation: Situation, draft: Draft): AnswerCheck {
  const { finding, rules } = situation
  const recipe = recipeFor(rules.policy, finding.indicator_id)
  const refused = refusals(situation, draft)
  const { steps, gaps } =
    finding.handling === 'offline' ? onPaper(recipe) : onProofs(situation, recipe, draft)
  const open = openReturn(draft.events)
  const left = open && finding.handling !== 'offline' ? unanswered(open, draft.answer) : []
  const later = reportComesLater(situation, draft) ? [REPORT_LATER] : []
  const all = [...refused, ...gaps, ...left, ...later]
  return {
    submittable: refused.length === 0,
    recipe,
    steps: steps.map(({ proof, standing }) => ({ proof, standing, wants: PROOF_WORDS[proof] })),
    gaps: all.map((gap) => ({ ...gap, weight: WEIGHS[gap.code] })),
  }
}

/** Everything for which the answer would not be taken. */
function refusals(situation: Situation, draft: Draft): Gap[] {
  const { answer, fits, paper_unknown } = draft
  const closed = permitted(situation, 'respond')
  const faults = answerFaults(situation, answer)
  const fault = (rejection: Rejection) => gapOf(rejection, draft)
  const words = '引用的签批件不存在，或者不是本单位的。'
  return [
    ...(closed ? [fault(closed)] : []),
    ...(paper_unknown
      ? [{ code: 'PAPER_UNKNOWN', field: '/signed_paper_id', words } as const]
      : []),
    ...faults.map(fault),
    ...(fits ? [] : [{ code: 'EVIDENCE_TOO_MUCH', field: '/evidence', words: TOO_MUCH } as const]),
  ]
}

const TOO_MUCH = '该问题的佐证材料超出限额，请减少件数或者压缩后重新上传。'

/** A refusal as what is lacking: of one code it may be that something is missing or that it is not wanted. */
function gapOf({ code, field }: Rejection, { answer }: Draft): Gap {
  const name = field === null ? '' : fieldName(field)
  const gap = GAP_OF[code]
  const unused = (field === '/fix_plan' && answer.fix_plan) || (field === '/asked' && answer.asked)
  if (gap === 'FIELD_MISSING' && unused) {
    return { code: 'FIELD_UNUSED', field, words: `按所选的整改结果，不用填写“${name}”。` }
  }
  const named = field === '/evidence' && (answer.evidence ?? []).length > 0
  if (gap === 'EVIDENCE_MISSING' && named)
    return { code: 'EVIDENCE_UNKNOWN', field, words: UNKNOWN }
  return { code: gap, field, words: sentence(gap, name) }
}

const UNKNOWN = '所列佐证材料中有的不是本单位已上传的，或者没有通过安全检查。'

function sentence(code: GapCode, name: string): string {
  switch (code) {
    case 'FIELD_MISSING':
      return `缺少“${name}”。`
    case 'DATE_WRONG':
      return `“${name}”不符合规定，请核对：已发生的不能晚于今天，计划的须是今后一年内的工作日，分步安排依次向后。`
    case 'ON_PAPER_ONLY':
      return `该问题线下办理，“${name}”不能在系统内填写，请随纸质件报送。`
    case 'EVIDENCE_MISSING':
      return `缺少“${name}”：至少引用一件本单位已上传的材料。`
    case 'REPORT_MISSING':
      return '按办公室规定，盖章反馈须与整改情况一并报送，请填写日期和文号。'
    case 'SIGNATORY_MISSING':
      return '按办公室规定，须由签发人报送，或者附其签批件。'
    default:
      return '该问题现在不由本单位报送整改情况。'
  }
}

/** Of an offline finding nothing but dates and numbers is taken here: what proves it goes with the paper. */
function onPaper({ proofs }: Recipe) {
  return { steps: proofs.map((proof) => ({ proof, standing: 'on_paper' as const })), gaps: [] }
}

/** The proofs that the answer's result asks for, each with how it stands. */
function onProofs({ finding, known, rules }: Situation, recipe: Recipe, draft: Draft) {
  const { answer, asset, words, issued_on } = draft
  const proves = PROVES[answer.result ?? 'fixed']
  if (proves === 'nothing') return { steps: [], gaps: [] }
  const proofs = proves === 'recipe' ? recipe.proofs : (['picture'] as const)
  const { evidence = [] } = answer
  const named = ({ sha256 }: ShownFile) => known.has(sha256) && evidence.includes(sha256)
  const files = draft.files.filter(named)
  const showing = { draft: answer, files, placed: asset || ADDRESS.test(words) }
  const steps = showsEach(proofs, showing)
  const reopened = finding.cycle > 1 ? finding.cycle_since : null
  const since = reopened ? localDateOf(rules.calendar.zone, reopened) : issued_on
  const days = dayGaps(showing, proofs.includes('picture'), since)
  return { steps, gaps: [...steps.flatMap(({ gap }) => gap ?? []), ...days] }
}

function reportComesLater({ finding, rules }: Situation, { answer }: Draft): boolean {
  const { stamped_report } = rules.policy
  return stamped_report === 'before_closing' && finding.reported === 'no' && !answer.report
}

const REPORT_LATER: Gap = {
  code: 'REPORT_LATER',
  field: '/report',
  words: '盖章反馈尚未登记：可以随本次一并填写，最迟在销号前补齐。',
}
