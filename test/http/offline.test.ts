import t from 'tap'
import type { RoundInTurn } from '../../src/db/round.js'
import { presentEvent } from '../../src/http/present/event.js'
import { presentRound } from '../../src/http/present/round.js'
import { recordOf } from '../audit/life.js'

t.test('events of a finding handled offline are shown without their words', async (t) => {
  const { one } = recordOf('closed')
  t.ok(one.events.some((event) => presentEvent(event, 'normal', []).texts !== null))
  for (const event of one.events)
    t.equal(presentEvent(event, 'offline', []).texts, null, event.type)
})

t.test('and its answers without words and files', async (t) => {
  const sealed = {
    number: 1,
    cause: '原文',
    measures: '原文',
    evidence: ['a'.repeat(64)],
    before: { fields: ['cause'], evidence: [] },
  }
  const shown = presentRound(sealed as unknown as RoundInTurn, 'offline', [])
  t.match(shown, { number: 1, cause: null, measures: null, changed: null })
  t.strictSame(shown.evidence, [])
})
