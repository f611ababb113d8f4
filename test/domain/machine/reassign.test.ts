import t from 'tap'
import { messagesOf } from '../../../src/domain/messages.js'
import { slipChange } from '../../../src/domain/slip-rungs.js'
import { unitOf } from '../../../src/domain/tenure.js'
import { OTHER, UNIT } from '../../helpers/domain/fields.js'
import { issuedLife, type Life, lifeIn, newest } from '../../helpers/domain/life.js'
import {
  handler,
  inspector,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

const to = (life: Life) => life.does(reviewer, 'reassign')
const live = ({ situation }: Life) =>
  situation.milestones
    .filter(({ outcome }) => outcome === null)
    .map(({ kind, plan }) => [kind, plan])

t.test(
  'the other unit is served anew, with a window, a plan and a tenure of its own',
  async (t) => {
    for (const state of ['notified', 'rectifying', 'returned', 'ongoing'] as const) {
      const life = lifeIn(state).at('2026-03-05 10:00')
      const { plan, revision, rounds, cycle } = life.finding
      to(life)
      t.match(life.finding, {
        ...{ state: 'notified', unit_id: OTHER, tenure: 2, cycle, rounds },
        ...{ revision: revision + 1, plan: plan + 1, cycle_plan: plan + 1 },
        ...{ served_at: local('2026-03-05 10:00'), service_date: '2026-03-05', received_at: null },
        due: { date: '2026-03-19', basis: { rule: 'default_window', from: '2026-03-05' } },
        original_due: { date: '2026-03-19' },
        turn_since: local('2026-03-05 10:00'),
      })
      t.ok(live(life).length > 0 && live(life).every(([, of]) => of === plan + 1), state)
    }
  },
)

t.test('outside office hours the service counts as the next working day’s', async (t) => {
  const late = to(lifeIn('rectifying').at('2026-03-06 18:00')).finding
  t.match(late, { service_date: '2026-03-09', due: { date: '2026-03-23' } })
})

t.test('nothing that was counted of the former unit is the new one’s', async (t) => {
  const life = lifeIn('returned')
  life.does(reporter, 'delegate').does(reporter, 'report_progress')
  life.does(reporter, 'register_report').does(handler, 'record_contact')
  life
    .does(signatory, 'dispute')
    .does(signatory, 'request_extension', { new_date: '2026-03-25' as never })
  life.at('2026-03-06 10:00').does(reviewer, 'decide_request').at('2026-04-10 10:00').tick()
  to(life)
  t.match(life.finding, {
    ...{ delegated_to: null, progress: null, progress_at: null, fix_steps: null, contact_at: null },
    ...{ reported: 'no', rung: 0, rung_base: 0, highest_rung: 0, late_from: null, round: null },
    ...{ returns: 0, formal_returns: 0, extension: null, dispute: null },
    ...{ extensions: 0, extension_days: 0, disputes: 0, fell_due_plan: null },
    ...{ receipt_deemed: false, receipt_unproven: false, due_from_receipt: null },
  })
})

t.test('what was deemed or doubted of the former service is not of the new one', async (t) => {
  const proof = { at: local('2026-03-02 12:00'), how: 'mail' as const }
  const deadline = { kind: 'working_days', working_days: 5, counts_from: 'receipt' } as const
  const words = '收到之日起5个工作日内'
  const deemed = issuedLife({ proof, deadline: { ...deadline, words } })
    .at('2026-03-05 10:00')
    .tick()
  t.match(deemed.finding, { receipt_deemed: true, due_from_receipt: 5 })
  t.match(to(deemed).finding, { receipt_deemed: false, due_from_receipt: null })
  const doubted = issuedLife().at('2026-03-05 10:00').tick()
  t.equal(doubted.finding.receipt_unproven, true)
  t.equal(to(doubted).finding.receipt_unproven, false)
})

t.test('what is known of the problem stays', async (t) => {
  const life = to(lifeIn('rectifying').does(inspector, 'record_retest'))
  t.match(life.finding, { fixed: 'yes', retest: { result: 'pass' } })
})

t.test('of an urgent finding the take-down’s hours begin anew, or the report’s day', async (t) => {
  const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
  const up = to(lifeIn('rectifying', urgent).at('2026-03-03 10:00')).finding
  t.match(up.due, { at: local('2026-03-03 12:00'), basis: { rule: 'urgent_takedown' } })
  const gone = lifeIn('rectifying', urgent).does(reporter, 'report_takedown')
  const down = to(gone.at('2026-03-03 10:00')).finding
  t.match(down.due, { date: '2026-03-04', basis: { rule: 'urgent_report' } })
  t.equal(down.taken_down_at, local('2026-03-02 10:00'))
})

t.test(
  'a take-down in a later tenure counts from its own service, also after a reopening',
  async (t) => {
    const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
    const life = lifeIn('closed', urgent).at('2026-04-01 10:00').does(reviewer, 'reopen')
    to(life.at('2026-04-02 10:00')).at('2026-04-03 10:00').does(reporter, 'report_takedown')
    t.match(life.finding.due, { date: '2026-04-03', basis: { from: '2026-04-02' } })
  },
)

t.test('the new unit has its own days to dispute, and its own first pause', async (t) => {
  const reopened = () => lifeIn('closed').at('2026-04-01 10:00').does(reviewer, 'reopen')
  t.equal(reopened().at('2026-04-08 10:00').refuses(signatory, 'dispute'), 'TOO_LATE_TO_ASK')
  const life = to(reopened().at('2026-04-08 10:00'))
  life.at('2026-04-10 10:00').does(reporter, 'acknowledge')
  life.at('2026-04-14 10:00').does(signatory, 'dispute')
  t.equal(life.finding.dispute?.pauses, true)
})

t.test('receipt is deemed on proof of the new service alone', async (t) => {
  const proof = { at: local('2026-03-02 12:00'), how: 'mail' as const }
  const before = to(issuedLife({ proof }).at('2026-03-03 10:00')).at('2026-03-06 10:00').tick()
  t.match(before.finding, { state: 'notified', receipt_unproven: true })
  const after = { at: local('2026-03-03 12:00'), how: 'mail' as const }
  const proved = to(issuedLife({ proof: after }).at('2026-03-03 10:00')).at('2026-03-06 10:00')
  t.match(proved.tick().finding, { state: 'rectifying', receipt_deemed: true })
})

t.test(
  'only another unit that exists, by a reviewer or their signature, with a reason',
  async (t) => {
    const life = lifeIn('rectifying')
    t.equal(life.refuses(reviewer, 'reassign', { unit_id: undefined }), 'FIELD_REQUIRED /unit_id')
    t.equal(life.refuses(reviewer, 'reassign', { unit_id: UNIT }), 'NOTHING_TO_CHANGE /unit_id')
    t.equal(life.refuses(reviewer, 'reassign', { unit_id: 'nobody' }), 'UNIT_REQUIRED /unit_id')
    t.equal(life.refuses(reviewer, 'reassign', { reason: ' ' }), 'FIELD_REQUIRED /reason')
    t.equal(life.refuses(handler, 'reassign'), 'ROLE_NOT_ALLOWED')
    t.equal(lifeIn('responded').refuses(reviewer, 'reassign'), 'NOT_IN_THIS_STATE')
    life.does(handler, 'reassign', {}, signedBy(reviewer))
    t.equal(life.finding.unit_id, OTHER)
  },
)

t.test('what came before is of the former tenure, in one transaction too', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-24 10:00').does(reviewer, 'reassign')
  const { news, finding, situation } = life
  const units = news.map((_, index) => unitOf(finding, news, index))
  t.ok(news.length > 4, 'the clock took its own first')
  t.strictSame(units, [...news.slice(1).map(() => UNIT), OTHER])
  t.match(newest(life, 'released').data, { unit_id: UNIT, why: 'reassigned' })
  const told = messagesOf(finding, situation.rules.policy, news, 1)
  t.strictSame(
    told.map(({ kind, recipient, unit_id }) => [kind, recipient, unit_id]),
    [
      ['released', 'unit', UNIT],
      ['slice', 'unit', OTHER],
    ],
    'nothing of a due that is another’s by now',
  )
})

t.test('nobody is told what the clock took of the tenure that ends with it', async (t) => {
  const planned = lifeIn('ongoing').at('2026-04-01 10:00').does(reviewer, 'reassign')
  const types = planned.news.map(({ type }) => type)
  t.ok(types.includes('progress_missed') && types.includes('climbed'), types.join())
  const told = messagesOf(planned.finding, planned.situation.rules.policy, planned.news, 1)
  t.strictSame(
    told.map(({ kind }) => kind),
    ['released', 'slice'],
  )
  const doubted = issuedLife().at('2026-03-06 10:00').does(reviewer, 'reassign')
  t.ok(doubted.news.some(({ type }) => type === 'receipt_unproven'))
  const said = messagesOf(doubted.finding, doubted.situation.rules.policy, doubted.news, 1)
  t.notOk(
    said.some(({ kind }) => kind === 'delivery_unproven'),
    'of a slice that is no longer doubted',
  )
})

t.test('both are told why, each in its own record', async (t) => {
  const { news } = to(lifeIn('rectifying'))
  t.strictSame(
    news.map(({ type, texts }) => [type, texts]),
    [
      ['released', { reason: '栏目由其主管' }],
      ['reassigned', { reason: '栏目由其主管' }],
    ],
  )
})

t.test('the draft slips of the former unit are left, and none is joined', async (t) => {
  const late = lifeIn('rectifying').at('2026-03-24 10:00').tick()
  const before = late.finding
  t.strictSame(slipChange(before, to(late).finding, late.news), {
    ...{ joins: null, rejoins: null, leaves: [2, 3] },
  })
})

t.test('it may come back, as a third tenure', async (t) => {
  const life = to(to(lifeIn('rectifying')).at('2026-03-04 10:00'))
  t.match(life.finding, { unit_id: UNIT, tenure: 3, service_date: '2026-03-04' })
})
