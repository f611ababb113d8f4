import t from 'tap'
import { slipChange } from '../../src/domain/slip-rungs.js'
import { issuedLife, type Life, lifeIn } from '../helpers/domain/life.js'
import {
  handler,
  inspector,
  leader,
  reporter,
  reviewer,
  signatory,
} from '../helpers/domain/people.js'
import { day } from '../helpers/domain/world.js'

/** What the last command of a life means for slips, given the rung before it. */
const change = ({ finding, news }: Life, rung: 0 | 1 | 2 | 3 = 0) =>
  slipChange({ rung }, finding, news)
const NOTHING = { joins: null, rejoins: null, leaves: [] }
const overdue = (wall: string) => lifeIn('rectifying').at(wall).tick()

t.test('the highest new rung is joined, the automatic reminder is no slip', async (t) => {
  t.same(change(overdue('2026-03-17 08:00')), NOTHING, 'rung 1')
  t.same(change(overdue('2026-03-19 08:00')), { ...NOTHING, joins: 2 })
  t.same(change(overdue('2026-03-23 08:00')), { ...NOTHING, joins: 3 }, 'two at once')
})

t.test('an answer joins nothing, its recall gives the rung back', async (t) => {
  const answered = overdue('2026-03-19 08:00').does(reporter, 'respond')
  t.same(change(answered, 2), NOTHING)
  t.same(change(answered.does(reporter, 'recall'), 2), { ...NOTHING, rejoins: 2 })
  const early = lifeIn('rectifying').does(reporter, 'respond').does(reporter, 'recall')
  t.same(change(early), NOTHING, 'where there is none nothing comes back')
  t.same(change(issuedLife()), NOTHING)
})

t.test('rungs that a paper in time made void are left', async (t) => {
  const entered = overdue('2026-03-23 08:00').does(handler, 'register_response', {
    received_on: day('2026-03-19'),
    completed_on: day('2026-03-18'),
  })
  t.same(change(entered, 3), { ...NOTHING, leaves: [2, 3] })
})

t.test('a due that was moved takes back every rung above the new one', async (t) => {
  const moved = overdue('2026-03-23 08:00').does(leader, 'reschedule', {
    due_date: day('2026-04-10'),
  })
  t.same(change(moved, 3), { ...NOTHING, leaves: [2, 3] })
  t.same(change(lifeIn('rectifying').does(leader, 'reschedule')), NOTHING)
  const closed = overdue('2026-03-23 08:00').does(inspector, 'record_retest')
  const again = closed.does(leader, 'close_unreported').does(leader, 'reopen')
  t.same(change(again, 3), { ...NOTHING, leaves: [2, 3] }, 'nor does a new cycle stand on them')
})

t.test('more time granted takes back the rungs, refused or a pause leaves them', async (t) => {
  const late = () =>
    overdue('2026-03-19 10:00')
      .does(reporter, 'respond')
      .does(handler, 'return')
      .does(signatory, 'request_extension', { new_date: day('2026-03-31') })
  const decided = (verdict: 'granted' | 'refused') =>
    late().does(reviewer, 'decide_request', { verdict })
  t.same(change(decided('granted'), 2), { ...NOTHING, leaves: [2] })
  t.same(change(decided('refused'), 2), NOTHING)
  const disputed = lifeIn('notified').at('2026-03-20 10:00').tick()
  t.equal(disputed.finding.rung, 2)
  disputed.does(signatory, 'dispute').does(reviewer, 'decide_request', { verdict: 'refused' })
  t.same(change(disputed, 2), NOTHING)
})

t.test('a fix plan’s ladder has climbed nothing', async (t) => {
  const planned = overdue('2026-03-19 10:00').does(reporter, 'respond', { result: 'partly_fixed' })
  t.same(change(planned.does(reviewer, 'accept_plan'), 2), { ...NOTHING, leaves: [2] })
})
