import t from 'tap'
import { gatherAt } from '../../src/domain/clock/gather.js'
import { local, rulesWith } from '../helpers/domain/world.js'

const RULES = rulesWith()

/** When something that begins to wait on Friday 2026-03-06 at that time is said. */
const saidAt = (time: string, urgent = false) =>
  gatherAt(RULES, local(`2026-03-06 ${time}`), urgent)

t.test('in office hours within ten minutes, at an even mark', async (t) => {
  t.equal(saidAt('10:00'), local('2026-03-06 10:05'))
  t.equal(saidAt('10:01'), local('2026-03-06 10:10'))
})

t.test('at lunch, and where the mark falls into it, when the office is back', async (t) => {
  t.equal(saidAt('12:30'), local('2026-03-06 13:30'))
  t.equal(saidAt('11:57'), local('2026-03-06 13:30'))
})

t.test('before closing rather than after it: the clock of the unit has begun to run', async (t) => {
  t.equal(saidAt('17:19'), local('2026-03-06 17:25'))
  t.equal(saidAt('17:21'), local('2026-03-06 17:29'))
  t.equal(saidAt('17:25'), local('2026-03-06 17:29'))
  t.equal(saidAt('17:29:30'), local('2026-03-06 17:29:30'))
})

t.test('outside office hours at the next opening, unless it is urgent', async (t) => {
  t.equal(saidAt('17:30'), null)
  t.equal(saidAt('08:00'), null)
  t.equal(gatherAt(RULES, local('2026-03-07 10:00'), false), null)
  t.equal(gatherAt(RULES, local('2026-03-07 10:00'), true), local('2026-03-07 10:00'))
})

t.test('an office that gathers nothing says it at once while it is open', async (t) => {
  const rules = rulesWith({ gather_minutes: 0 })
  const now = local('2026-03-06 10:01')
  t.equal(gatherAt(rules, now, false), now)
})
