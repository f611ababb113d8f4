import type { z } from 'zod'
import type { noticeDeadline, noticeDraft } from '../contracts/notices/draft.js'
import { findIndicator } from '../domain/catalogue.js'
import type { LocalDate } from '../domain/instant.js'
import { deadlineOf, isDispatched, type Ledger, type LedgerLine, severityOf } from './ledger.js'
import type { RegisteredAsset } from './register.js'

type Draft = z.input<typeof noticeDraft>
type DraftLine = Draft['findings'][number]

/** What a line needs to find its unit and its asset in the office's register. */
export interface Registered {
  unit: (name: string) => string | null
  asset: (asset: Pick<RegisteredAsset, 'unit' | 'name' | 'platform'>) => string | null
}

export interface Around {
  signer_id: string
  issued_on: LocalDate
  /** The notice the ledger was read from; without it sentences stand alone. */
  source_text: string | null
}

/** Working days from service where a ledger names no date. */
const USUAL_PERIOD = 10

/** The notice a ledger becomes, ready to be posted: every line beside its sentence, collective ones not dispatched. */
export function draftOf(ledger: Ledger, registered: Registered, around: Around): Draft {
  return {
    title: ledger.title ?? `${issuerOf(ledger)}关于政府网站与政务新媒体检查情况的通报`,
    number: ledger.number,
    ...around,
    period: null,
    basis: [],
    deadline: deadlineFields(ledger),
    findings: ledger.findings.map((line) =>
      draftLine(line, deadlineOf(ledger), registered, around.source_text),
    ),
  }
}

/** The draft once the leader has judged every severity. */
export function confirmedOf(draft: Draft): Draft {
  const findings = draft.findings.map((line) => ({ ...line, severity_confirmed: true }))
  return { ...draft, findings }
}

/** The issuing office's name, without a reader's remarks in brackets behind it. */
export function issuerOf({ issuer }: Ledger): string {
  return issuer?.replace(/[（(].*$/u, '').trim() || '政府办公室'
}

function deadlineFields(ledger: Ledger): z.input<typeof noticeDeadline> {
  const date = deadlineOf(ledger)
  if (date === null) {
    const words = `送达之日起${USUAL_PERIOD}个工作日内`
    return { kind: 'working_days', working_days: USUAL_PERIOD, counts_from: 'service', words }
  }
  const [year, month, day] = date.split('-').map(Number)
  const words = `${year}年${month}月${day}日前`
  return { kind: 'date', date, time: null, words, inclusive: true, day_off: 'roll_on' }
}

function draftLine(
  line: LedgerLine,
  deadline: LocalDate | null,
  registered: Registered,
  source: string | null,
): DraftLine {
  const { unit, assets, accountPlatform, indicatorId } = line
  const platform = accountPlatform
  const [asset] = assets
  const asset_id = asset === undefined ? null : registered.asset({ unit, name: asset, platform })
  // What the asset says already is not said again.
  const place = (asset_id === null ? assets : assets.slice(1)).join('、')
  const known = indicatorId && findIndicator(indicatorId) ? indicatorId : 'none'
  const earlier = line.deadline && line.deadline !== deadline ? line.deadline : null
  return {
    unit_id: isDispatched(line) ? registered.unit(unit) : null,
    asset_id,
    indicator_id: known,
    severity: severityOf(line),
    severity_confirmed: line.severityGuess !== 'veto-candidate',
    category: line.category,
    problem: line.problemText,
    sentence: line.sentence,
    ...offsets(line, source),
    medium: line.medium,
    place: place || null,
    own_due: earlier && { date: earlier, time: null },
    dispatch: isDispatched(line) ? 'unit' : 'none',
  }
}

/** Where the sentence stands in the text, in code points; left out where text and ledger do not match. */
function offsets({ sentence, sentenceStart, sentenceEnd }: LedgerLine, source: string | null) {
  const none = { sentence_start: null, sentence_end: null }
  if (source === null || sentenceStart === null || sentenceEnd === null) return none
  const there = Array.from(source).slice(sentenceStart, sentenceEnd).join('')
  return there === sentence ? { sentence_start: sentenceStart, sentence_end: sentenceEnd } : none
}
