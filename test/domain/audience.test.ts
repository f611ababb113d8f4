import t from 'tap'
import { audienceOf } from '../../src/domain/audience.js'
import type { NewEvent } from '../../src/domain/events.js'
import { EVENTS, type EventType } from '../../src/domain/vocabulary.js'
import { issuedLife } from '../helpers/domain/life.js'

// What the office alone reads: its doubts about delivery, its own limits, its drafts, its calls, its leaders' words, its look-backs, whose data it erased.
const OFFICE: readonly EventType[] = [
  'contact_recorded',
  'decision_proposed',
  'drafted',
  'followed',
  'instruction_recorded',
  'lookback_opened',
  'lookbacks_planned',
  'office_nagged',
  'receipt_unproven',
  'redrafted',
  'view_given',
  'words_erased',
]

const { finding, events } = issuedLife()
const [issued] = events
if (!issued) throw new Error('nothing was issued')

/** An event of a kind, of which only what the audience depends on is said. */
const event = (type: EventType, data: object = {}) => ({ ...issued, type, data }) as NewEvent

t.test('a unit reads every kind of event but those of the office', async (t) => {
  const hidden = EVENTS.filter(
    (type) => type !== 'commented' && audienceOf(finding, event(type)) === 'office',
  )
  t.strictSame(hidden.toSorted(), OFFICE)
})

t.test('a comment is read by whom it names', async (t) => {
  t.equal(audienceOf(finding, event('commented', { audience: 'unit' })), 'unit')
  t.equal(audienceOf(finding, event('commented', { audience: 'office' })), 'office')
})

t.test('of the ladder a unit reads the first rung; later ones wait for their slip', async (t) => {
  t.equal(audienceOf(finding, event('climbed', { rung: 1 })), 'unit')
  t.equal(audienceOf(finding, event('climbed', { rung: 2 })), 'office')
})

t.test('nothing of a draft reaches a unit', async (t) => {
  const draft = { served_at: null }
  for (const type of EVENTS) {
    t.equal(audienceOf(draft, event(type, { audience: 'unit', rung: 1 })), 'office', type)
  }
})
