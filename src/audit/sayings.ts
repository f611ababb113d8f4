import type { StoredEvent } from '../db/event.js'
import { evolve } from '../domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../domain/finding.js'
import { messagesOf, type NewMessage } from '../domain/messages.js'
import type { Policy } from '../domain/policy.js'
import type { MessageKind } from '../domain/vocabulary.js'
import type { Case } from './case.js'

/** Where a message comes from: its event, the unit it is said to or of, and what the finding has been from that event on. */
export interface Source {
  unit_id: string | null
  event: StoredEvent
  since: readonly Finding[]
}

/** What the events of a finding say: what must have been said, and everything that may have been, by name. */
export interface Sayings {
  must: readonly string[]
  may: ReadonlyMap<string, Source>
}

/**
 * Reads off the events what there was to say. Which acts of the clock were taken together is not recorded, so of
 * acts at one instant only what they say together must be there, and what each says may.
 */
export function sayingsOf(
  { stored, events }: Pick<Case, 'stored' | 'events'>,
  policy: Policy,
): Sayings {
  const must: string[] = []
  const may = new Map<string, Source>()
  const lives = livesOf(blankFinding(stored.finding), events)
  let begin = 0
  for (const group of grouped(events)) {
    const end = begin + group.length - 1
    for (const [offset, event] of group.entries()) {
      const since = lives.slice(begin + offset)
      for (const life of [lives[begin + offset], lives[end]])
        for (const said of saidIn(life, policy, [event]))
          may.set(nameOf(said), { event, since, unit_id: earOf(said, event) })
    }
    must.push(...saidIn(lives[end], policy, group).map(nameOf))
    begin = end + 1
  }
  return { must, may }
}

/** What a message is known by: no two of one finding are alike in kind, ear and cause. */
export function nameOf({
  kind,
  recipient,
  cause,
}: Pick<NewMessage, 'kind' | 'recipient' | 'cause'>) {
  return `${kind}→${recipient}（${cause}）`
}

/** What the finding was after each of its events. */
function livesOf(blank: Finding, events: readonly StoredEvent[]): Finding[] {
  let finding = blank
  return events.map((event) => (finding = evolve(finding, event)))
}

/** What is said to a unit other than the event's own: one that is asked, or works on it for that unit or with it. */
const TO_ANOTHER: readonly MessageKind[] = ['view_wanted', 'delegation', 'support', 'support_ended']

/** The unit a message must be said to or of. */
function earOf({ kind, unit_id }: NewMessage, event: StoredEvent): string | null {
  return TO_ANOTHER.includes(kind) ? unit_id : event.unit_id
}

function saidIn(
  life: Finding | undefined,
  policy: Policy,
  events: readonly StoredEvent[],
): NewMessage[] {
  const [first] = events
  return life && first ? messagesOf(life, policy, events, first.seq) : []
}

/**
 * Acts of the clock at one recording time go together with what one person did in the same moment after them; other events stand
 * alone.
 */
function grouped(events: readonly StoredEvent[]): StoredEvent[][] {
  const groups: StoredEvent[][] = []
  for (const event of events) {
    const group = groups.at(-1)
    if (group && goesWith(group, event)) group.push(event)
    else groups.push([event])
  }
  return groups
}

function goesWith(group: readonly StoredEvent[], { actor, at }: StoredEvent): boolean {
  const [first] = group
  const last = group.at(-1)
  if (first?.actor.role !== 'system' || last?.at !== at) return false
  return last.actor.role === 'system' || last.actor.person_id === actor.person_id
}
