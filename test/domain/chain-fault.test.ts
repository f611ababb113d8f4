import { createHash } from 'node:crypto'
import t from 'tap'
import { genesis, linkEvent } from '../../src/domain/chain.js'
import { type LinkedEvent, verifyChain } from '../../src/domain/chain-check.js'
import { nameBreak } from '../../src/domain/chain-fault.js'
import { instantOf } from '../../src/domain/instant.js'
import { lifeIn } from '../helpers/domain/life.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const ORIGIN = { office_id: 'office', notice_id: 'notice', finding_id: 'finding' }
const AT = instantOf('2026-03-02T02:00:00.000Z')

function linked(event: Omit<LinkedEvent, 'canonical' | 'previous_hash' | 'hash'>, after: string) {
  const link = linkEvent(sha256, ORIGIN, event as LinkedEvent, event.salt ?? '', after)
  return { ...event, ...link } as LinkedEvent
}

/** The stored events of a finding from its issue to its closing. */
const EVENTS: readonly LinkedEvent[] = lifeIn('closed').events.reduce<LinkedEvent[]>(
  (events, event, index) => {
    const recorded = {
      ...event,
      seq: index + 1,
      at: AT,
      unit_id: 'unit',
      audience: 'unit' as const,
    }
    const after = events.at(-1)?.hash ?? genesis(sha256, ORIGIN)
    return [...events, linked({ ...recorded, salt: event.texts && `salt ${index}` }, after)]
  },
  [],
)
const HEAD = { seq: EVENTS.length, hash: EVENTS.at(-1)?.hash ?? null }
const PLACES = EVENTS.map((_, index) => index)

function nameOf(events: readonly LinkedEvent[], head = HEAD) {
  const found = verifyChain(sha256, ORIGIN, events, head)
  return found && nameBreak(sha256, ORIGIN, { events, head }, found)
}
const renumbered = (events: readonly LinkedEvent[]) =>
  events.map((event, index) => ({ ...event, seq: index + 1 }))
const at = (index: number) => {
  const event = EVENTS[index]
  if (!event) throw new Error(`there is no ${index}`)
  return event
}

t.test('S52 what was changed is named, also with a new hash of its own', async (t) => {
  t.ok(EVENTS.length >= 5)
  t.equal(nameOf(EVENTS), null)
  for (const index of PLACES) {
    const forged = { ...at(index), unit_id: 'another unit' }
    t.strictSame(nameOf(EVENTS.with(index, forged)), { seq: index + 1, fault: 'changed' })
    const anew = linked(forged, forged.previous_hash)
    t.strictSame(nameOf(EVENTS.with(index, anew)), { seq: index + 1, fault: 'changed' })
  }
})

t.test('S52 what was dropped is named, whether or not those behind close up', async (t) => {
  for (const index of PLACES.slice(0, -1)) {
    const left = EVENTS.toSpliced(index, 1)
    t.strictSame(nameOf(left), { seq: index + 1, fault: 'dropped' })
    const closed = { ...HEAD, seq: HEAD.seq - 1 }
    t.strictSame(nameOf(renumbered(left), closed), { seq: index + 1, fault: 'dropped' })
  }
})

t.test('S52 what was swapped is named', async (t) => {
  for (const one of PLACES) {
    for (const two of PLACES.slice(one + 1)) {
      const swapped = renumbered(EVENTS.with(one, at(two)).with(two, at(one)))
      t.strictSame(nameOf(swapped), { seq: one + 1, fault: 'swapped' })
    }
  }
})

t.test('S52 what was put in is named, however well it hangs on the one before', async (t) => {
  for (const index of PLACES.slice(1)) {
    const head = { ...HEAD, seq: HEAD.seq + 1 }
    for (const copied of EVENTS) {
      const found = nameOf(renumbered(EVENTS.toSpliced(index, 0, copied)), head)
      // Of two that are alike either may be called the copy.
      const after = copied === at(index) ? 2 : 1
      t.strictSame(found, { seq: index + after, fault: 'inserted' })
    }
    const well = linked({ ...at(index), unit_id: 'x' }, at(index - 1).hash)
    const fitted = renumbered(EVENTS.toSpliced(index, 0, well))
    t.strictSame(nameOf(fitted, head), { seq: index + 1, fault: 'inserted' })
  }
  const more = linked({ ...at(0), seq: HEAD.seq + 1 }, HEAD.hash ?? '')
  t.strictSame(nameOf([...EVENTS, more]), { seq: HEAD.seq + 1, fault: 'inserted' })
})

t.test('S52 what was cut off is named', async (t) => {
  for (const index of PLACES) {
    t.strictSame(nameOf(EVENTS.slice(0, index)), { seq: index + 1, fault: 'cut_off' })
  }
})
