import t from 'tap'
import { legibleTexts } from '../../../src/domain/legible.js'
import { allowedActions } from '../../../src/domain/machine/allowed-actions.js'
import type { State } from '../../../src/domain/vocabulary.js'
import { PHOTO } from '../../helpers/domain/fields.js'
import { type Life, lifeIn } from '../../helpers/domain/life.js'
import { handler, inspector, leader, reporter } from '../../helpers/domain/people.js'

const NUMBER = '密〔2026〕1号'
const offline = (state: State): Life => lifeIn(state, { line: { handling: 'offline' } })

t.test('codes, dates and paper numbers carry a whole life', async (t) => {
  const life = offline('rectifying')
  life.does(reporter, 'report_progress').does(reporter, 'respond').does(handler, 'return')
  life.later(1000).does(reporter, 'respond').does(reporter, 'recall').does(reporter, 'respond')
  life.does(handler, 'accept').does(reporter, 'register_report').does(leader, 'close')
  life.does(leader, 'reopen').does(handler, 'record_contact').does(leader, 'withdraw')
  t.equal(life.finding.state, 'withdrawn')
  const words = life.events.flatMap((event) => Object.entries(event.texts ?? {}))
  t.ok(words.length > 5)
  t.ok(words.every(([field, text]) => field === 'paper_number' && text === NUMBER))
})

t.test('no text, no file, no re-test, no comment', async (t) => {
  const refuse = (state: State, ...command: Parameters<Life['refuses']>) =>
    offline(state).refuses(...command)
  t.equal(refuse('rectifying', reporter, 'respond', { cause: '因' }), 'OFFLINE_ONLY /cause')
  t.equal(
    refuse('rectifying', reporter, 'respond', { evidence: [PHOTO] }),
    'OFFLINE_ONLY /evidence',
  )
  t.equal(refuse('rectifying', reporter, 'report_progress', { note: '注' }), 'OFFLINE_ONLY /note')
  t.equal(refuse('rectifying', reporter, 'delegate', { note: '注' }), 'OFFLINE_ONLY /note')
  t.equal(refuse('responded', handler, 'accept', { conclusion: '可' }), 'OFFLINE_ONLY /conclusion')
  t.equal(
    refuse('responded', handler, 'accept', { retest_reason: '可' }),
    'OFFLINE_ONLY /retest_reason',
  )
  const points = [{ claim: '', comment: '否' }]
  t.equal(refuse('responded', handler, 'return', { points }), 'OFFLINE_ONLY /points')
  t.equal(refuse('closed', leader, 'reopen', { evidence: [PHOTO] }), 'OFFLINE_ONLY /evidence')
  t.equal(refuse('notified', leader, 'withdraw', { grounds: '误' }), 'OFFLINE_ONLY /grounds')
  t.equal(refuse('notified', handler, 'record_contact', { words: '话' }), 'OFFLINE_ONLY /words')
  const fields = { problem: '原文' }
  t.equal(refuse('notified', leader, 'correct', { fields }), 'OFFLINE_ONLY /fields/problem')
  t.equal(refuse('rectifying', inspector, 'record_retest'), 'OFFLINE_ONLY')
  t.equal(refuse('rectifying', reporter, 'comment'), 'OFFLINE_ONLY')
})

t.test('the number of the paper is wanted in place of the words', async (t) => {
  const blank = { paper_number: '' }
  const wanted = 'FIELD_REQUIRED /paper_number'
  t.equal(offline('rectifying').refuses(reporter, 'respond', blank), wanted)
  t.equal(offline('responded').refuses(handler, 'return', blank), wanted)
  t.equal(offline('responded').refuses(handler, 'accept', blank), wanted)
  t.equal(offline('notified').refuses(leader, 'withdraw', blank), wanted)
})

t.test('what a person is asked for names no text and no file', async (t) => {
  for (const state of ['rectifying', 'responded', 'closed'] as const) {
    const { situation } = offline(state)
    for (const actor of [reporter, handler, leader]) {
      for (const action of allowedActions({ ...situation, actor })) {
        if (!action.allowed) continue
        const words = action.needs.filter((field) =>
          /evidence|cause|measures|reason$|grounds|note|conclusion|points|whom|words|seen|text/.test(
            field,
          ),
        )
        t.strictSame(words, [], `${state} ${action.command}`)
      }
    }
  }
})

t.test('taking down an urgent one needs no file', async (t) => {
  const life = lifeIn('rectifying', { line: { handling: 'offline', urgent: true } })
  life.does(reporter, 'report_takedown').does(reporter, 'respond')
  t.equal(life.finding.state, 'responded')
})

t.test('turning a finding offline leaves no word behind', async (t) => {
  const turn = (more: object) => {
    const fields = { handling: 'offline' as const, ...more }
    return { reason: undefined, paper_number: NUMBER, fields }
  }
  const life = lifeIn('rectifying')
  const refuse = (fields: object) => life.refuses(leader, 'correct', fields)
  t.equal(refuse({ ...turn({}), reason: '疑似涉密' }), 'OFFLINE_ONLY /reason')
  t.equal(refuse(turn({ problem: '原文' })), 'OFFLINE_ONLY /fields/problem')
  t.equal(refuse({ ...turn({}), paper_number: '' }), 'FIELD_REQUIRED /paper_number')
  life.does(leader, 'correct', turn({}))
  t.strictSame(life.news.at(-1)?.texts, { paper_number: NUMBER })
  const back = { fields: { handling: 'normal' as const, problem: '原文' }, reason: '已解密' }
  t.equal(life.does(leader, 'correct', { ...back }).finding.handling, 'normal')
})

t.test('what was said before it was handled offline can no longer be read', async (t) => {
  const said = { cause: '原文', paper_number: NUMBER }
  t.strictSame(legibleTexts('offline', said), { paper_number: NUMBER })
  t.equal(legibleTexts('offline', { cause: '原文' }), null)
  t.equal(legibleTexts('sensitive', said), said)
  t.equal(legibleTexts('normal', null), null)
})
