import type { Case } from '../../src/audit/case.js'
import type { WaitingFact } from '../../src/audit/workflow-fact.js'
import { toEpoch } from '../../src/domain/instant.js'

/** One thing changed in a record, for a check to see; the record itself stays as it is. */
export function withEvent(one: Case, type: string, change: object): Case {
  return {
    ...one,
    events: one.events.map((event) => (event.type === type ? { ...event, ...change } : event)),
  }
}

export function withMessages(
  one: Case,
  which: (message: Message) => boolean,
  change: Partial<Message>,
): Case {
  const messages = one.messages.map((message) =>
    which(message) ? { ...message, ...change } : message,
  )
  return { ...one, messages }
}

export type Message = Case['messages'][number]

export function withMail(one: Case, change: object): Case {
  const mails = [...one.mails].map(([id, mail]) => [id, { ...mail, ...change }] as const)
  return { ...one, mails: new Map(mails) }
}

export function withRound(one: Case, change: Partial<Case['rounds'][number]>): Case {
  return { ...one, rounds: one.rounds.map((round) => ({ ...round, ...change })) }
}

export function withRequest(one: Case, change: Partial<Case['requests'][number]>): Case {
  return { ...one, requests: one.requests.map((request) => ({ ...request, ...change })) }
}

/** Every milestone of a kind that stood like this changed. */
export function withMilestone(
  one: Case,
  { kind, outcome }: Pick<Case['milestones'][number], 'kind' | 'outcome'>,
  change: Partial<Case['milestones'][number]>,
): Case {
  const changed = one.milestones.map((row) =>
    row.kind === kind && row.outcome === outcome ? { ...row, ...change } : row,
  )
  return { ...one, milestones: changed }
}

/** The timer that comes next moved in the row, and the workflow deceived with it. */
export function withWake(one: Case, wake_at: Case['milestones'][number]['wake_at']): Case {
  const live = one.milestones.filter(({ outcome }) => outcome === null)
  const soonest = live.map(({ at }) => at).toSorted()[0]
  const milestones = one.milestones.map((row) => (row.at === soonest ? { ...row, wake_at } : row))
  const next = one.workflow?.waiting?.next
  if (!next) throw new Error('the record has no running workflow')
  return { ...withWaiting(one, { next: { ...next, wake_at: toEpoch(wake_at) } }), milestones }
}

export function withWaiting(one: Case, change: Partial<WaitingFact>): Case {
  const waiting = one.workflow?.waiting
  if (!waiting) throw new Error('the record has no running workflow')
  return { ...one, workflow: { status: 'RUNNING', waiting: { ...waiting, ...change } } }
}

export function withRow(one: Case, change: Partial<Case['stored']['finding']>): Case {
  return { ...one, stored: { ...one.stored, finding: { ...one.stored.finding, ...change } } }
}

/** The first message that is not the slice itself. */
export function withMessage(one: Case, change: object): Case {
  const extra = one.messages.slice(-1).map((message) => ({ ...message, ...change }))
  return 'cause' in change
    ? { ...one, messages: [...one.messages, ...extra] }
    : {
        ...one,
        messages: one.messages.map((message, index) =>
          index === 0 ? { ...message, ...change } : message,
        ),
      }
}

export function revived(one: Case, kind: string, step: number): Case {
  const wakes = (row: Case['milestones'][number]) => row.kind === kind && row.step === step
  return {
    ...one,
    milestones: one.milestones.map((row) =>
      wakes(row) ? { ...row, outcome: null, taken_at: null } : row,
    ),
  }
}

export function sync(one: Case) {
  if (!one.sync) throw new Error('the record has no sync row')
  return one.sync
}
