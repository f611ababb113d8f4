import t from 'tap'
import { messagesOf } from '../../../src/domain/messages.js'
import type { ReturnKind } from '../../../src/domain/vocabulary.js'
import { issuedLife, type Life, lifeIn, live, newest } from '../../helpers/domain/life.js'
import { colleague, handler, reporter } from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

// Served on 2026-03-02, due at the end of Monday 2026-03-16.
const KINDS: readonly ReturnKind[] = ['substantive', 'formal']

/** Answered and returned on Wednesday 2026-03-18: two working days late, rung 1 reached. */
function returnedLate(kind: ReturnKind, window = 1): Life {
  const return_window = { substantive: window, formal: window }
  return lifeIn('rectifying', { policy: { return_window } })
    .at('2026-03-18 10:00')
    .does(reporter, 'respond')
    .does(handler, 'return', { kind })
}

for (const kind of KINDS) {
  t.test(`${kind}: a new window, or the current due where it is later`, async (t) => {
    const early = lifeIn('responded').does(handler, 'return', { kind })
    t.match(early.finding, {
      state: 'returned',
      round: null,
      due: { at: local('2026-03-17 00:00'), basis: { rule: 'kept' } },
    })
    const late = returnedLate(kind, 2)
    t.match(late.finding.due, {
      at: local('2026-03-21 00:00'),
      basis: { rule: 'return_window', from: '2026-03-18', working_days: 2 },
    })
    t.equal(late.finding.original_due?.at, local('2026-03-17 00:00'), 'the original due stays')
  })

  t.test(`${kind}: rung k above r comes offset(k) − offset(r) after the new due`, async (t) => {
    const rungs = (life: Life) => live(life, 'climb').map(({ step, at }) => [step, at])
    // New due the 19th, rung 1 reached: +2, +4, +9 and +14 working days, over Qingming.
    t.strictSame(rungs(returnedLate(kind)), [
      [2, local('2026-03-23 07:30')],
      [3, local('2026-03-25 07:30')],
      [4, local('2026-04-01 07:30')],
      [5, local('2026-04-09 07:30')],
    ])
    const unclimbed = lifeIn('responded').does(handler, 'return', { kind })
    t.strictSame(rungs(unclimbed), rungs(lifeIn('rectifying')), 'none reached: as before')
  })

  t.test(`${kind}: from a verified answer too`, async (t) => {
    const life = lifeIn('verified').does(colleague, 'return', { kind })
    t.match(life.finding, { state: 'returned', round: null })
    t.equal(newest(life, 'returned').data.round, 1)
  })

  t.test(`${kind}: an answer to a fix plan goes back to it and its date`, async (t) => {
    const life = lifeIn('ongoing')
    const { due } = life.finding
    life.later(1000).does(reporter, 'respond').does(handler, 'return', { kind })
    t.equal(life.finding.state, 'ongoing')
    t.strictSame(life.finding.due, due)
  })
}

t.test(
  'substantive: counted, and lateness runs on from the due the answer claimed to meet',
  async (t) => {
    const life = returnedLate('substantive')
    t.match(life.finding, { returns: 1, formal_returns: 0 })
    life.at('2026-03-19 10:00').does(reporter, 'respond')
    t.equal(life.finding.round?.working_days_late, 3, 'late, though within the return window')
    t.equal(life.finding.round?.claimed_due.at, local('2026-03-17 00:00'))
  },
)

t.test('substantive: an answer in time that was false is late after all', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-16 10:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 0)
  life.does(handler, 'return', { reasons: ['false_report'] })
  life.at('2026-03-17 10:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 1)
})

t.test('formal: not counted as a return, and the new window is in time', async (t) => {
  const life = returnedLate('formal')
  t.match(life.finding, { returns: 0, formal_returns: 1 })
  life.at('2026-03-19 23:59').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 0)
})

t.test('formal after substantive: lateness still runs from the first claim', async (t) => {
  const life = returnedLate('substantive').at('2026-03-19 10:00').does(reporter, 'respond')
  life.does(handler, 'return', { kind: 'formal' })
  life.at('2026-03-20 10:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 4)
})

t.test(
  'the due of the new window falls and the ladder goes on from the rung reached',
  async (t) => {
    const life = returnedLate('substantive').at('2026-03-23 08:00').tick()
    t.strictSame(
      life.news.map(({ type, effective_at }) => [type, effective_at]),
      [
        ['reminded', local('2026-03-19 07:30')],
        ['fell_due', local('2026-03-20 00:00')],
        ['climbed', local('2026-03-23 07:30')],
      ],
    )
    t.match(life.finding, { rung: 2, highest_rung: 2, fell_due_plan: life.finding.plan })
  },
)

t.test('at the third substantive return, and only then, the leader is told', async (t) => {
  const kinds = ['substantive', 'formal', 'substantive', 'substantive', 'substantive'] as const
  const told = (life: Life) =>
    kinds.map((kind) => {
      life.later(1000).does(reporter, 'respond').does(handler, 'return', { kind })
      const { policy } = life.situation.rules
      const said = messagesOf(life.finding, policy, life.news, life.finding.seq)
      return said.some((message) => message.kind === 'third_return')
    })
  const life = issuedLife()
  t.strictSame(told(life), [false, false, false, true, false])
  t.match(life.finding, { returns: 4, formal_returns: 1 })
  const strict = issuedLife({ policy: { third_return: 2 } })
  t.strictSame(told(strict), [false, false, true, false, false], 'or at the one policy names')
})

t.test('a return says why, point by point', async (t) => {
  const life = lifeIn('responded')
  t.equal(life.refuses(handler, 'return', { kind: undefined }), 'FIELD_REQUIRED /kind')
  t.equal(life.refuses(handler, 'return', { reasons: [] }), 'FIELD_REQUIRED /reasons')
  const blank = [{ claim: '已更新', comment: ' ' }]
  t.equal(life.refuses(handler, 'return', { points: blank }), 'FIELD_REQUIRED /points')
  life.does(handler, 'return')
  t.match(life.news.at(-1)?.texts, { 'points/0/claim': '已更新', 'points/0/comment': '仍为旧内容' })
})
