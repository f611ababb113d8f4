import type { StoredEvent } from '../db/event.js'
import { evolve } from '../domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../domain/finding.js'
import { messagesOf, type NewMessage } from '../domain/messages.js'
import type { Policy } from '../domain/policy.js'
import type { Case, Check } from './case.js'

/**
 * Everything the events say is a message, once, and nothing else is. Which acts of the clock were taken together is
 * not recorded, so of acts at one instant only what they say together must be there, and what each says may.
 */
export const checkMessages: Check = (one, { rules }) => {
  const { must, may } = sayings(one, rules.policy)
  const names = one.messages.map(nameOf)
  return [
    ...must.filter((name) => !names.includes(name)).map((name) => `应告知而没有：${name}`),
    ...names.filter((name) => !may.has(name)).map((name) => `没有来由的告知：${name}`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `重复告知：${name}`),
  ]
}

/** What was to be said before the office last gathered is said or dropped; what was said went out in a mail. */
export const checkSaid: Check = ({ messages, mails }, { gathered_at }) => {
  return messages.flatMap((message) => {
    const late = gathered_at !== null && message.created_at < gathered_at
    if (message.status === 'waiting' || message.status === 'claimed') {
      return late ? [`应已告知而未告知：${nameOf(message)}`] : []
    }
    if (message.status === 'dropped') return []
    const mail = message.mail_id === null ? undefined : mails.get(message.mail_id)
    return mail?.status === 'sent' ? [] : [`已告知却没有发出的邮件：${nameOf(message)}`]
  })
}

function sayings(
  { stored, events }: Case,
  policy: Policy,
): { must: string[]; may: ReadonlySet<string> } {
  const must: string[] = []
  const may = new Set<string>()
  let finding: Finding = blankFinding(stored.finding)
  for (const group of grouped(events)) {
    const first = finding.seq + 1
    for (const event of group) {
      finding = evolve(finding, event)
      for (const said of messagesOf(finding, policy, [event], event.seq)) may.add(nameOf(said))
    }
    must.push(...messagesOf(finding, policy, group, first).map(nameOf))
  }
  for (const name of must) may.add(name)
  return { must, may }
}

/** Acts of the clock at one recording time go together with what follows them in the same moment; others stand alone. */
function grouped(events: readonly StoredEvent[]): StoredEvent[][] {
  const groups: StoredEvent[][] = []
  for (const event of events) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const together = last?.actor.role === 'system' && last.at === event.at
    if (group && together) group.push(event)
    else groups.push([event])
  }
  return groups
}

function nameOf({ kind, recipient, cause }: Pick<NewMessage, 'kind' | 'recipient' | 'cause'>) {
  return `${kind}→${recipient}（${cause}）`
}
