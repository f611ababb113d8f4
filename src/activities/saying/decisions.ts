import type { EventFact, FindingFact } from '../../db/facts.js'
import { HANDLING_LABELS, SEVERITY_LABELS } from '../../domain/labels.js'
import { viewBy } from '../../domain/requests.js'
import type { RequestKind } from '../../domain/vocabulary.js'
import type { DecisionInput } from '../../mail/messages/decision.js'
import { factsOf, type Moment } from './facts.js'

/** What an event says to the unit as a decision of the office; null for an event that is none. */
export function decisionOf(
  fact: FindingFact,
  event: EventFact,
  history: readonly EventFact[],
  moment: Moment,
): DecisionInput | null {
  const finding = factsOf(fact, moment)
  const text = (field: string) => event.texts?.[field] ?? ''
  const conclusion = event.texts?.['conclusion'] ?? null
  switch (event.type) {
    case 'returned': {
      const { kind: return_kind, reasons } = event.data
      return { finding, kind: 'returned', return_kind, reasons, points: pointsOf(event) }
    }
    case 'accepted':
      return { finding, kind: 'accepted', conclusion }
    case 'plan_accepted': {
      const steps = event.data.steps.map((on, index) => ({ on, text: text(`steps/${index}/text`) }))
      return { finding, kind: 'plan_accepted', conclusion, steps }
    }
    case 'closed':
    case 'closed_unreported':
      return { finding, kind: 'closed', conclusion, unreported: event.type !== 'closed' }
    case 'reopened':
      return { finding, kind: 'reopened', reason: text('reason') }
    case 'transfer_requested': {
      const until = viewBy(moment.rules.calendar, event.effective_at)
      return {
        finding,
        kind: 'view_wanted',
        asker: fact.unit_name,
        grounds: text('grounds'),
        until,
      }
    }
    case 'released':
      return { finding, kind: 'released', reason: text('reason') }
    case 'rescheduled':
      return { finding, kind: 'rescheduled', reason: text('reason'), moved: true }
    case 'recalculated': {
      const { due, was_at } = event.data
      return { finding, kind: 'rescheduled', reason: text('reason'), moved: due?.at !== was_at }
    }
    case 'request_decided': {
      const { kind: request, verdict } = event.data
      return { finding, kind: 'request_decided', request, verdict, reason: text('reason') }
    }
    case 'withdrawn': {
      const { reason_code } = event.data
      return { finding, kind: 'withdrawn', reason_code, grounds: text('grounds') }
    }
    case 'revoked':
      return { finding, kind: 'revoked', reason: text('grounds') }
    case 'corrected':
      return {
        finding,
        kind: 'corrected',
        changes: changesOf(event, history),
        reason: text('reason'),
      }
    case 'responded': {
      const { received_on, round } = event.data
      const { result, working_days_late } = round
      return received_on
        ? { finding, kind: 'response_registered', received_on, result, working_days_late }
        : null
    }
    case 'contributed': {
      const { unit_id, done } = event.data
      const helps = fact.supports?.some((one) => one.unit_id === unit_id) ?? false
      const as = helps ? '协办单位' : '承办单位'
      return {
        ...{ finding, kind: 'contributed', as },
        by: fact.helpers?.[unit_id] ?? as,
        text: text('text'),
        done,
      }
    }
    case 'support_ended':
      return { finding, kind: 'support_ended' }
    case 'commented':
      return { finding, kind: 'unit_comment', text: text('text') }
    default:
      return null
  }
}

/** What the office entered from a unit's paper: an answer, or what the unit asks. */
export function registeredOf(
  fact: FindingFact,
  event: EventFact,
  history: readonly EventFact[],
  moment: Moment,
): DecisionInput | null {
  const request = ASKED[event.type]
  if (!request) return decisionOf(fact, event, history, moment)
  return { finding: factsOf(fact, moment), kind: 'request_registered', request }
}

const ASKED: { readonly [T in EventFact['type']]?: RequestKind } = {
  extension_requested: 'extension',
  dispute_raised: 'dispute',
  transfer_requested: 'transfer',
}

/** `points/0/claim` and `points/0/comment`, as a return records them. */
function pointsOf({ texts }: EventFact): { claim: string; comment: string }[] {
  const numbers = Object.keys(texts ?? {}).flatMap(
    (field) => /^points\/(\d+)\//.exec(field)?.[1] ?? [],
  )
  return [...new Set(numbers)].map((number) => ({
    claim: texts?.[`points/${number}/claim`] ?? '',
    comment: texts?.[`points/${number}/comment`] ?? '',
  }))
}

type Corrected = Extract<EventFact, { type: 'corrected' }>
type Change = { field: string; before: string; after: string }

const FIELDS: Readonly<Record<string, string>> = {
  category: '问题类别',
  problem: '问题描述',
  place: '问题位置',
  asset_id: '涉及对象',
  severity: '问题等级',
  indicator_id: '指标',
  handling: '处置方式',
}
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  severity: SEVERITY_LABELS,
  handling: HANDLING_LABELS,
}

/** Field by field, with what stood there before as far as the record says; a first correction replaces the notice's words. */
function changesOf(event: Corrected, history: readonly EventFact[]): Change[] {
  const earlier = history.filter(({ seq }) => seq < event.seq)
  const words = event.data.texts.map((field) => ({
    field: FIELDS[field] ?? field,
    before: earlier.findLast(({ texts }) => texts?.[field])?.texts?.[field] ?? '通报原文',
    after: event.texts?.[field] ?? '',
  }))
  const codes = Object.entries(event.data.fields).map(([field, value]) => ({
    field: FIELDS[field] ?? field,
    before: named(field, codeBefore(earlier, field)),
    after: named(field, value),
  }))
  return [...words, ...codes]
}

function codeBefore(earlier: readonly EventFact[], field: string): unknown {
  const values = earlier.flatMap((event): unknown[] => {
    const codes = event.type === 'issued' ? event.data.line : codesOf(event)
    return field in codes ? [codes[field as keyof typeof codes]] : []
  })
  return values.at(-1)
}

function codesOf(event: EventFact): object {
  return event.type === 'corrected' ? event.data.fields : {}
}

/** An asset is told by the finding's line; here it is enough that it changed. */
function named(field: string, value: unknown): string {
  if (field === 'asset_id') return value ? '已登记对象' : '未登记'
  const code = typeof value === 'string' ? value : ''
  return LABELS[field]?.[code] ?? (code || '无')
}
