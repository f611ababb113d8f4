import type { StoredEvent } from '../db/event.js'
import type { Round } from '../db/round.js'
import { type ChainBreak, verifyChain } from '../domain/chain-check.js'
import { differingFields } from '../domain/differing-fields.js'
import type { EventOf } from '../domain/events.js'
import { unlikeRecord } from '../domain/recorded-finding.js'
import type { Check } from './case.js'

const FAULTS: Readonly<Record<ChainBreak['fault'], string>> = {
  missing: '缺失或顺序不对',
  unlinked: '没有接在前一条之后',
  altered: '与哈希链不符',
}

/** Every link follows from its event and from the link before; the row carries the last one. */
export const checkChain: Check = ({ stored: { finding, last_hash }, events }, { hash }) => {
  const { id: finding_id, office_id, notice_id, seq } = finding
  const head = { seq, hash: last_hash }
  const broken = verifyChain(hash, { office_id, notice_id, finding_id }, events, head)
  return broken ? [`第${broken.seq}条记录${FAULTS[broken.fault]}`] : []
}

/** Folding the events gives the row. */
export const checkFold: Check = ({ stored: { finding }, events }) => {
  if (finding.state === 'draft' && events.length === 0) return []
  return unlikeRecord(finding, events).map((field) => `台账行的 ${field} 与记录推得的不一致`)
}

/** Every sealed answer says what its `responded` event says, and there is none without the other. */
export const checkRounds: Check = ({ events, rounds }) => {
  const answers = events.filter((event) => event.type === 'responded')
  if (answers.length !== rounds.length) return ['反馈轮次与记录不一致：多出或缺少']
  return answers.flatMap((event, index) => {
    const sealed = rounds[index]
    if (!sealed) return []
    const said = saidIn(event)
    const kept = Object.fromEntries(
      Object.keys(said).map((name) => [name, sealed[name as keyof Round]]),
    )
    return differingFields(said, kept).map(
      (name) => `第${sealed.number}轮反馈的 ${name} 与记录不一致`,
    )
  })
}

/** What an answer's event carries of the round it sealed. Erased words are erased in both. */
function saidIn({ data, texts, actor, ...event }: StoredEvent & EventOf<'responded'>) {
  const { number, result, working_days_late } = data.round
  const { completed_on, evidence, received_on } = data
  return {
    finding_id: event.finding_id,
    unit_id: event.unit_id,
    number,
    result,
    cause: texts?.['cause'] ?? null,
    measures: texts?.['measures'] ?? null,
    completed_on,
    evidence,
    submitted_by: actor.person_id,
    service_account_id: actor.service_account_id ?? null,
    signed_paper_id: actor.signed_paper_id,
    registered: received_on !== null,
    received_on,
    submitted_at: event.at,
    effective_at: event.effective_at,
    working_days_late,
  } satisfies { [Field in keyof Round]?: unknown }
}
