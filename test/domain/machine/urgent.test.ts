import t from 'tap'
import { issuedLife, type Life, lifeIn, live, newest, types } from '../../helpers/domain/life.js'
import { handler, reporter } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

/** Served on Saturday 2026-03-07 at 22:00; the service counts as Monday's. */
const urgent = (served = '2026-03-07 22:00'): Life =>
  issuedLife({ served, line: { urgent: true, severity: 'veto', indicator_id: 'WV-1.1' } })

t.test(
  'take down within two clock hours at any hour, then report in one working day',
  async (t) => {
    const life = urgent()
    t.match(life.finding.due, { at: local('2026-03-08 00:00'), basis: { rule: 'urgent_takedown' } })
    life.at('2026-03-07 22:30').does(reporter, 'report_takedown')
    t.match(life.finding, {
      state: 'rectifying',
      received_at: local('2026-03-07 22:30'),
      taken_down_at: local('2026-03-07 22:30'),
      due: { at: local('2026-03-11 00:00'), basis: { rule: 'urgent_report', from: '2026-03-09' } },
      original_due: { at: local('2026-03-08 00:00') },
    })
    life.at('2026-03-10 23:59:59.999').does(reporter, 'respond')
    t.equal(life.finding.round?.working_days_late, 0)
    t.strictSame(types(life.news).slice(-1), ['responded'], 'the take-down is not asked again')
  },
)

t.test('a take-down due at midnight is due on the day that ends', async (t) => {
  // Served on Friday at 22:00: the ladder counts from Friday, whose next working day is Monday.
  const life = urgent('2026-03-06 22:00')
  t.match(life.finding.due, { at: local('2026-03-07 00:00'), date: '2026-03-06', time: null })
  const monday = urgent('2026-03-09 22:00')
  t.equal(live(monday, 'climb')[0]?.at, local('2026-03-10 07:30'))
})

t.test('not taken down in time: the due falls and the ladder starts', async (t) => {
  const life = urgent('2026-03-02 10:00')
  t.equal(life.at('2026-03-02 11:59:59.999').tick().news.length, 0)
  t.strictSame(types(life.at('2026-03-02 12:00').tick().news), ['receipt_unproven', 'fell_due'])
  t.equal(life.at('2026-03-03 07:30').tick().finding.rung, 1)
})

t.test('one answer may do both, and comes to the same as two', async (t) => {
  const once = urgent('2026-03-02 10:00').at('2026-03-05 09:00')
  const twice = urgent('2026-03-02 10:00').at('2026-03-05 09:00')
  once.does(reporter, 'respond')
  t.strictSame(types(once.news).slice(-3), ['acknowledged', 'takedown_reported', 'responded'])
  twice.does(reporter, 'acknowledge').does(reporter, 'report_takedown').does(reporter, 'respond')
  for (const field of ['due', 'rung', 'rung_base', 'highest_rung', 'state'] as const) {
    t.strictSame(once.finding[field], twice.finding[field], field)
  }
  t.strictSame(once.finding.round?.claimed_due, twice.finding.round?.claimed_due)
  t.equal(once.finding.round?.working_days_late, 2, 'the written report is late by its own due')
  t.match(once.finding, { rung: 0, highest_rung: 2 }, 'the new due has its own ladder')
})

t.test('taking down needs its instant and proof, once', async (t) => {
  const life = urgent('2026-03-02 10:00')
  const refuse = (fields: object) => life.refuses(reporter, 'report_takedown', fields)
  t.equal(refuse({ taken_down_at: undefined }), 'FIELD_REQUIRED /taken_down_at')
  t.equal(refuse({ taken_down_at: local('2026-03-02 10:01') }), 'FUTURE_DATE /taken_down_at')
  t.equal(refuse({ evidence: [] }), 'EVIDENCE_REQUIRED /evidence')
  t.equal(
    life.refuses(reporter, 'respond', { taken_down_at: undefined }),
    'FIELD_REQUIRED /taken_down_at',
  )
  life.does(reporter, 'report_takedown')
  t.equal(refuse({}), 'NOTHING_TO_CHANGE')
  t.equal(lifeIn('rectifying').refuses(reporter, 'report_takedown'), 'NOT_IN_THIS_STATE')
})

t.test('entered from paper: rungs of the take-down turn dated since are void', async (t) => {
  const life = urgent('2026-03-02 10:00').at('2026-03-06 09:00').tick()
  t.match(life.finding, { rung: 2, highest_rung: 2 })
  life.does(handler, 'register_response', { received_on: day('2026-03-04') })
  t.match(life.finding, { rung: 0, rung_base: 0, highest_rung: 1 })
  t.match(newest(life, 'responded').data.voided, [{ kind: 'climb', step: 2 }])
  t.strictSame(
    life.situation.milestones.filter((row) => row.outcome === 'void').map((row) => row.step),
    [2],
  )
})

t.test(
  'entered from paper after the take-down: rungs climbed before it are void too',
  async (t) => {
    const life = urgent('2026-03-02 10:00').at('2026-03-06 09:00').does(reporter, 'report_takedown')
    t.match(life.finding, { rung: 0, highest_rung: 2 })
    life.does(handler, 'register_response', { received_on: day('2026-03-04') })
    t.match(life.finding, { rung: 0, highest_rung: 1 })
    t.match(newest(life, 'responded').data.voided, [{ kind: 'climb', step: 2 }])
  },
)

t.test('a paper knows of no take-down after it came', async (t) => {
  const life = urgent('2026-03-02 10:00').at('2026-03-06 09:00')
  const enter = { received_on: day('2026-03-04'), completed_on: day('2026-03-04') }
  const taken_down_at = local('2026-03-05 00:00')
  t.equal(
    life.refuses(handler, 'register_response', { ...enter, taken_down_at }),
    'FUTURE_DATE /taken_down_at',
  )
  const before = local('2026-03-04 23:59:59.999')
  life.does(handler, 'register_response', { ...enter, taken_down_at: before })
  t.strictSame(types(life.news), ['acknowledged', 'takedown_reported', 'responded'])
  t.ok(life.news.every(({ effective_at }) => effective_at === local('2026-03-04 00:00')))
})

t.test('a recalled answer leaves the take-down and its due', async (t) => {
  const life = urgent('2026-03-02 10:00').at('2026-03-02 11:00').does(reporter, 'respond')
  life.later(1000).does(reporter, 'recall')
  t.match(life.finding, {
    state: 'rectifying',
    taken_down_at: local('2026-03-02 11:00'),
    due: { at: local('2026-03-04 00:00') },
  })
  t.equal(live(life, 'fall_due')[0]?.at, local('2026-03-04 00:00'))
})
