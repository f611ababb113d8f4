import { ok, deepStrictEqual as same } from 'node:assert/strict'
import t from 'tap'
import type { Run } from '../../src/domain/machine/run.js'
import { messagesOf, type NewMessage } from '../../src/domain/messages.js'
import { slipChange } from '../../src/domain/slip-rungs.js'
import { everyHistory } from '../helpers/domain/every-history.js'
import { draftLife, issuedLife, type Life, lifeIn } from '../helpers/domain/life.js'
import { handler, inspector, leader, person, reporter, reviewer } from '../helpers/domain/people.js'
import { day, local } from '../helpers/domain/world.js'

/** What the last transaction of a life says, as `kind to recipient`. */
function said(life: Life): string[] {
  return all(life).map(({ kind, recipient }) => `${kind} to ${recipient}`)
}

function all({ situation, news }: Pick<Life, 'situation' | 'news'>): NewMessage[] {
  const { finding, rules } = situation
  return messagesOf(finding, rules.policy, news, finding.seq - news.length + 1)
}

const toldBy = ({ situation, events }: Run) => ({ situation, news: events })

t.test('what people do is said to whoever has to know', async (t) => {
  t.strictSame(said(issuedLife()), ['slice to unit'])
  t.strictSame(said(lifeIn('rectifying')), [])
  t.strictSame(said(lifeIn('responded')), ['response_waits to handler'])
  t.strictSame(said(lifeIn('verified')), ['accepted to unit', 'decision_waits to reviewer'])
  t.strictSame(said(lifeIn('returned')), ['returned to unit'])
  t.strictSame(said(lifeIn('closed')), ['closed to unit'])
  t.strictSame(said(lifeIn('closed').does(reviewer, 'reopen')), ['reopened to unit'])
  t.strictSame(said(lifeIn('withdrawn')), ['withdrawn to unit'])
  t.strictSame(said(lifeIn('rectifying').does(handler, 'correct')), ['corrected to unit'])
  const grave = lifeIn('verified', { line: { severity: 'major' } })
  t.strictSame(said(grave), ['accepted to unit', 'decision_waits to leader'])
})

t.test(
  'a finding closed without an answer is closed to its unit, and a late closing is nagged',
  async (t) => {
    const overdue = lifeIn('rectifying')
      .at('2026-03-18 10:00')
      .tick()
      .does(inspector, 'record_retest')
    t.strictSame(said(overdue.does(leader, 'close_unreported')), ['closed to unit'])
    t.strictSame(said(lifeIn('verified').at('2026-03-05 08:00').tick()), ['office_late to handler'])
  },
)

t.test('an answer entered from paper is told to its unit', async (t) => {
  const life = lifeIn('rectifying').does(handler, 'register_response')
  t.strictSame(said(life), ['response_waits to handler', 'response_registered to unit'])
})

t.test('nothing of a draft reaches the unit', async (t) => {
  t.strictSame(said(draftLife().does(handler, 'correct')), [])
  t.strictSame(said(draftLife().does(reviewer, 'withdraw')), [])
})

t.test('comments go to the other side, internal ones nowhere', async (t) => {
  const life = lifeIn('rectifying')
  t.strictSame(said(life.does(reporter, 'comment')), ['office_comment to handler'])
  t.strictSame(said(life.does(handler, 'comment')), ['unit_comment to unit'])
  t.strictSame(said(life.does(inspector, 'comment', { audience: 'office' })), [])
})

t.test('punctual workers: every act of the clock is said once', async (t) => {
  const life = lifeIn('rectifying')
  const heard = (wall: string) => said(life.at(wall).tick())
  t.strictSame(heard('2026-03-11 07:30'), ['reminder to unit'])
  t.strictSame(heard('2026-03-13 07:30'), ['reminder to unit'])
  t.strictSame(heard('2026-03-16 07:30'), ['reminder to unit'])
  t.strictSame(heard('2026-03-17 00:00'), ['fell_due to unit'])
  t.strictSame(heard('2026-03-17 07:30'), ['overdue to unit'])
  t.strictSame(heard('2026-03-19 07:30'), ['slip_waits to reviewer'])
  t.strictSame(heard('2026-03-23 07:30'), ['slip_waits to leader'])
  t.strictSame(heard('2026-03-23 07:30'), [])
})

t.test(
  'late workers: one message speaks for all, and only the highest rung drafts a slip',
  async (t) => {
    const life = lifeIn('rectifying').at('2026-03-16 08:00').tick()
    t.equal(life.news.length, 3)
    t.strictSame(said(life), ['reminder to unit'])
    life.at('2026-03-24 08:00').tick()
    t.equal(life.news.length, 4)
    t.strictSame(said(life), ['overdue to unit', 'slip_waits to leader'])
    t.equal(slipChange({ rung: 0 }, life.finding, life.news).joins, 3)
  },
)

t.test('rung 1 is a reminder and drafts no slip', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-17 07:30').tick()
  t.equal(slipChange({ rung: 0 }, life.finding, life.news).joins, null)
})

t.test('once the unit has answered, nothing more is said about its due', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 08:00').does(reporter, 'respond')
  t.ok(life.news.length > 6)
  t.strictSame(said(life), ['response_waits to handler'])
  t.equal(slipChange({ rung: 0 }, life.finding, life.news).joins, null)
})

t.test('once the due was moved, the new date is said and nothing of the old one', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 08:00').does(leader, 'reschedule')
  t.ok(life.news.length > 6)
  t.strictSame(said(life), ['rescheduled to unit'])
})

t.test('nobody is nagged about what is being done', async (t) => {
  const late = lifeIn('responded').at('2026-03-10 08:00')
  t.strictSame(said(late.tick()), ['office_late to handler', 'office_late to leader'])
  const accepted = lifeIn('responded').at('2026-03-10 08:00').does(handler, 'accept')
  t.strictSame(said(accepted), ['accepted to unit', 'decision_waits to reviewer'])
  const unsigned = issuedLife().at('2026-03-06 08:00')
  t.strictSame(said(unsigned.tick()), ['delivery_unproven to handler'])
  const signed = issuedLife().at('2026-03-06 08:00').does(reporter, 'acknowledge')
  t.strictSame(said(signed), [])
})

t.test('an urgent finding is urgent in all that is said of it', async (t) => {
  const urgent = issuedLife({ line: { urgent: true } })
  t.ok(all(urgent).every((message) => message.urgent))
  t.ok(all(issuedLife()).every((message) => !message.urgent))
})

t.test('a cause names the act: a person by number, the clock by instant', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-17 08:00').tick()
  t.strictSame(
    all(life).map(({ cause }) => cause),
    [`climbed/${local('2026-03-17 07:30')}`],
  )
  t.strictSame(
    all(lifeIn('responded')).map(({ cause }) => cause),
    ['event/3'],
    'issued, acknowledged, responded',
  )
})

t.test('a due recorded again after a recalled paper speaks with the same cause', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-17 06:00').tick()
  const first = all(life).find(({ kind }) => kind === 'fell_due')
  life.at('2026-03-17 07:00').does(handler, 'register_response', { received_on: day('2026-03-16') })
  life.later(1000).does(person('signatory', 'unit.signatory'), 'recall')
  const again = all(life).find(({ kind }) => kind === 'fell_due')
  t.ok(first)
  t.strictSame(again, first, 'so the database says it only once')
})

t.test('over random histories', async (t) => {
  everyHistory(t, {
    'no transaction says the same to one recipient twice': ({ steps }) => {
      for (const { done } of steps) {
        const heard = all(toldBy(done)).map((m) => `${m.cause} ${m.recipient}`)
        same(new Set(heard).size, heard.length)
      }
    },
    'one cause never speaks of two things': ({ steps }) => {
      const kinds = new Map<string, string>()
      for (const { done } of steps) {
        for (const { cause, kind, recipient } of all(toldBy(done))) {
          const ear = `${cause} ${recipient}`
          same(kind, kinds.get(ear) ?? kind, ear)
          kinds.set(ear, kind)
        }
      }
    },
    'a unit hears of its due only on its turn, and of a slip nobody while it does not owe': ({
      steps,
    }) => {
      const turn = ['notified', 'rectifying', 'returned', 'ongoing']
      for (const { done } of steps) {
        const { finding } = done.situation
        const kinds = all(toldBy(done)).map(({ kind }) => kind)
        const due = ['reminder', 'fell_due', 'overdue', 'slip_waits']
        ok(turn.includes(finding.state) || !kinds.some((kind) => due.includes(kind)))
        ok(
          turn.includes(finding.state) ||
            slipChange({ rung: 0 }, finding, done.events).joins === null,
        )
      }
    },
  })
})

t.test('the leader is told of the third return, not of others', async (t) => {
  const life = lifeIn('returned')
  for (const times of [2, 3, 4]) {
    life.later(1000).does(reporter, 'respond').does(handler, 'return')
    t.equal(said(life).includes('third_return to leader'), times === 3, `return ${times}`)
  }
  life.later(1000).does(reporter, 'respond').does(handler, 'accept').does(leader, 'withdraw')
  t.strictSame(said(life), ['withdrawn to unit'])
})
