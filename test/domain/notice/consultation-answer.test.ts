import t from 'tap'
import {
  answeredAt,
  CONSULT_CHANNEL_LABELS,
  CONSULT_CHANNELS,
  enteredCause,
  type GivenAnswer,
  refusedAnswer,
} from '../../../src/domain/notice/consultation-answer.js'
import { local } from '../../helpers/domain/world.js'

const asked_at = local('2026-03-02 10:00')
const until = local('2026-03-05 00:00')
const now = local('2026-03-03 09:00')
const SILENT = { asked_at, until, answer: null, how: null }
const OWN = { ...SILENT, answer: 'confirmed', how: null } as const
const ENTERED = { ...OWN, how: 'telephone' } as const
const CALL = { whom: '王科长', how: 'telephone', said_at: now } as const
const SAYS: GivenAnswer = { answer: 'confirmed', words: null, evidence: [], entered: null }

/** The code and the field of what is refused; null where it is taken. */
function refused(line: Parameters<typeof refusedAnswer>[0], given: Partial<GivenAnswer>, at = now) {
  const no = refusedAnswer(line, { ...SAYS, ...given }, { now: at, known: new Set(['own']) })
  return no && `${no.code} ${no.field}`
}

t.test('a unit’s own word stands, what was entered for it gives way', async (t) => {
  t.equal(refused(SILENT, {}), null)
  t.equal(refused(OWN, {}), 'NOT_IN_THIS_STATE null')
  t.equal(refused(OWN, { entered: CALL }), 'NOT_IN_THIS_STATE null')
  t.equal(refused(ENTERED, {}), null)
  t.equal(refused(ENTERED, { entered: CALL }), null)
})

t.test('nothing is said after the end, by whomever', async (t) => {
  const late = local('2026-03-04 23:59')
  for (const entered of [null, CALL]) {
    t.equal(refused(SILENT, { entered }, late), null)
    t.equal(refused(SILENT, { entered }, until), 'TOO_LATE_TO_ASK null')
    t.equal(refused(ENTERED, { entered }, until), 'TOO_LATE_TO_ASK null')
  }
})

t.test('what contradicts the office says why, and shows only what is the unit’s', async (t) => {
  t.equal(refused(SILENT, { answer: 'fixed', words: ' ' }), 'FIELD_REQUIRED /words')
  const said = { answer: 'fixed', words: '已改' } as const
  t.equal(refused(SILENT, { ...said, evidence: ['own'] }), null)
  t.equal(refused(SILENT, { ...said, evidence: ['own', 'other'] }), 'EVIDENCE_REQUIRED /evidence')
})

t.test('what is entered was said by somebody since it was asked', async (t) => {
  const entered = (more: object) => refused(SILENT, { entered: { ...CALL, ...more } })
  t.equal(entered({ whom: ' ' }), 'FIELD_REQUIRED /whom')
  t.equal(entered({ said_at: local('2026-03-03 09:01') }), 'FUTURE_DATE /said_at')
  t.equal(entered({ said_at: local('2026-03-02 09:59') }), 'DUE_NOT_ALLOWED /said_at')
  t.equal(entered({ said_at: asked_at }), null)
})

t.test('every way has a word, and every entry its own message', async (t) => {
  t.strictSame(Object.keys(CONSULT_CHANNEL_LABELS), [...CONSULT_CHANNELS])
  t.not(enteredCause('a', now), enteredCause('b', now))
  t.not(enteredCause('a', now), enteredCause('a', until))
  t.equal(answeredAt(null, now), now)
  t.equal(answeredAt(asked_at, now), now)
  t.ok(answeredAt(now, now) > now, 'the clock may stand')
})
