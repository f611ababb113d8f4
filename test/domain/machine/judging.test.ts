import t from 'tap'
import { type Life, type LifeOptions, lifeIn, newest } from '../../helpers/domain/life.js'
import {
  colleague,
  handler,
  inspector,
  leader,
  person,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

/** An answer with a re-test of its own. */
const tested = (result: 'pass' | 'fail' | 'inconclusive'): Life =>
  lifeIn('responded').later(1000).does(inspector, 'record_retest', { result })

/** Ready to be closed: answered by `reporter`, accepted by `handler`, reported. */
const verified = (options: LifeOptions = {}): Life =>
  lifeIn('verified', options).does(signatory, 'register_report')

t.test(
  'accepting needs a conclusion, and a reason unless the re-test of this round passed',
  async (t) => {
    t.equal(
      tested('pass').refuses(handler, 'accept', { conclusion: '' }),
      'FIELD_REQUIRED /conclusion',
    )
    const passed = tested('pass').does(handler, 'accept', { retest_reason: undefined })
    t.match(newest(passed, 'accepted').data, { round: 1, by: 'handler', retest: 'pass' })
    const reasoned = lifeIn('responded').does(handler, 'accept', { retest_reason: '现场查看' })
    t.equal(newest(reasoned, 'accepted').data.retest, 'reason')
    for (const life of [lifeIn('responded'), tested('fail'), tested('inconclusive')]) {
      const refusal = life.refuses(handler, 'accept', { retest_reason: ' ' })
      t.equal(refusal, 'RETEST_REASON_REQUIRED /retest_reason')
    }
  },
)

t.test('only the newest re-test of this very round counts', async (t) => {
  const wanting = { retest_reason: '' }
  const turned = tested('pass').later(1000).does(inspector, 'record_retest', { result: 'fail' })
  t.match(turned.refuses(handler, 'accept', wanting), 'RETEST_REASON_REQUIRED')

  const before = lifeIn('rectifying').does(inspector, 'record_retest').later(1000)
  t.match(
    before.does(reporter, 'respond').refuses(handler, 'accept', wanting),
    'RETEST_REASON_REQUIRED',
  )

  const older = lifeIn('rectifying').at('2026-03-04 10:00').does(reporter, 'respond')
  older.does(inspector, 'record_retest', { observed_at: local('2026-03-03 10:00') })
  t.match(
    older.refuses(handler, 'accept', wanting),
    'RETEST_REASON_REQUIRED',
    'seen before the answer',
  )

  const lastRound = tested('pass').does(handler, 'return').later(1000).does(reporter, 'respond')
  t.match(lastRound.refuses(handler, 'accept', wanting), 'RETEST_REASON_REQUIRED')
})

t.test('S17 who submitted, accepted and closed are different people', async (t) => {
  t.equal(verified().does(reviewer, 'close').finding.state, 'closed')
  const double = person('handler', 'office.handler', 'office.reviewer')
  t.equal(verified().refuses(double, 'close'), 'SAME_PERSON', 'accepted it')
  const both = person('reporter', 'unit.reporter', 'office.reviewer')
  t.equal(verified().refuses(both, 'close'), 'SAME_PERSON', 'submitted it')
  t.equal(lifeIn('responded').refuses(both, 'accept'), 'SAME_PERSON')
  t.equal(lifeIn('responded').does(reviewer, 'accept').finding.state, 'verified')
})

t.test('separation is per round: the next round starts afresh', async (t) => {
  const life = lifeIn('notified').does(handler, 'register_response').does(colleague, 'return')
  life.later(1000).does(reporter, 'respond').does(handler, 'accept')
  t.equal(life.finding.state, 'verified')
  t.strictSame(life.finding.round?.accepted_by, ['handler'])
})

t.test('a paper: the signer decides, and is compared', async (t) => {
  const life = verified().does(handler, 'close', {}, signedBy(reviewer))
  t.match(life.news, [
    {
      actor: { person_id: 'handler', role: 'office.handler', signed_paper_id: 'paper of reviewer' },
    },
  ])
  t.equal(verified().refuses(handler, 'close', {}, signedBy(colleague)), 'ROLE_NOT_ALLOWED')
  t.equal(verified().refuses(reporter, 'close', {}, signedBy(reviewer)), 'ROLE_NOT_ALLOWED')

  const accepted = lifeIn('responded').does(handler, 'accept', {}, signedBy(reviewer))
  t.strictSame(accepted.finding.round?.accepted_by, ['reviewer'])
  accepted.does(reporter, 'register_report')
  t.equal(accepted.refuses(reviewer, 'close'), 'SAME_PERSON', 'accepted it by signature')
  t.equal(accepted.refuses(colleague, 'close', {}, signedBy(reviewer)), 'SAME_PERSON')
  t.equal(accepted.does(leader, 'close').finding.state, 'closed')
})

t.test('whoever submitted a round may not enter the paper that judges it', async (t) => {
  const life = lifeIn('rectifying').does(handler, 'register_response')
  t.equal(life.refuses(handler, 'accept', {}, signedBy(reviewer)), 'SAME_PERSON')
  life.does(colleague, 'accept').does(reporter, 'register_report')
  t.equal(life.refuses(handler, 'close', {}, signedBy(reviewer)), 'SAME_PERSON')
  t.equal(life.does(colleague, 'close', {}, signedBy(reviewer)).finding.state, 'closed')
})

t.test('a paper without authority lends nobody another name', async (t) => {
  const acceptor = person('acceptor', 'office.reviewer')
  const life = lifeIn('responded').does(acceptor, 'accept').does(reporter, 'register_report')
  t.equal(life.refuses(acceptor, 'close', {}, signedBy(inspector)), 'SAME_PERSON')
  const veto = lifeIn('responded', { line: { severity: 'veto' } })
  const chief = person('chief', 'office.leader')
  veto.does(chief, 'accept').does(reporter, 'register_report')
  t.equal(veto.refuses(chief, 'close', {}, signedBy(reviewer)), 'LEADER_REQUIRED')
  t.equal(veto.does(chief, 'close', {}, signedBy(leader)).finding.state, 'closed')
})

t.test('a paper that does not carry the command is not recorded with it', async (t) => {
  const auditor = person('auditor', 'auditor')
  const accepted = lifeIn('responded').does(handler, 'accept', {}, signedBy(auditor))
  t.equal(accepted.news[0]?.actor.signed_paper_id, null)
  const registered = lifeIn('rectifying').does(handler, 'register_response', {}, signedBy(leader))
  t.strictSame(registered.finding.round?.submitted_by, ['handler'], 'the leader answers nothing')
  const signed = lifeIn('rectifying').does(handler, 'register_response', {}, signedBy(signatory))
  t.strictSame(signed.finding.round?.submitted_by, ['handler', 'signatory'])
  t.equal(signed.news.at(-1)?.actor.signed_paper_id, 'paper of signatory')
})

for (const severity of ['veto', 'major'] as const) {
  t.test(`a ${severity} finding is closed by the leader, in person or by signature`, async (t) => {
    const line = { severity }
    t.equal(verified({ line }).refuses(reviewer, 'close'), 'LEADER_REQUIRED')
    t.equal(verified({ line }).does(leader, 'close').finding.state, 'closed')
    const signed = verified({ line }).does(handler, 'close', {}, signedBy(leader))
    t.equal(signed.finding.state, 'closed')
    t.equal(lifeIn('responded', { line }).does(handler, 'accept').finding.state, 'verified')
  })
}

t.test(
  'closing waits for the stamped report or a written exemption, unless policy wants none',
  async (t) => {
    t.equal(lifeIn('verified').refuses(reviewer, 'close'), 'REPORT_REQUIRED')
    const exempt = lifeIn('verified').does(leader, 'exempt_report')
    t.equal(exempt.finding.reported, 'exempt')
    t.equal(exempt.does(reviewer, 'close').finding.state, 'closed')
    const never = lifeIn('verified', { policy: { stamped_report: 'never' } })
    t.equal(never.does(reviewer, 'close').finding.state, 'closed')
    const life = verified().does(reviewer, 'close')
    t.match(life.finding, { closed_at: life.now, unreported: false })
    t.strictSame(
      life.situation.milestones.filter(
        (row) => row.outcome === null && row.kind !== 'open_lookback',
      ),
      [],
    )
  },
)

t.test('unreported: overdue, and the newest re-test a pass', async (t) => {
  const overdue = (): Life => lifeIn('rectifying').at('2026-03-17 00:00')
  t.equal(overdue().refuses(reviewer, 'close_unreported'), 'NOT_IN_THIS_STATE', 'not tested')
  const early = lifeIn('rectifying').at('2026-03-16 23:59:59.999').does(inspector, 'record_retest')
  t.equal(early.refuses(reviewer, 'close_unreported'), 'NOT_IN_THIS_STATE', 'not overdue')
  const unsure = overdue().does(inspector, 'record_retest').later(1000)
  unsure.does(inspector, 'record_retest', { result: 'inconclusive' })
  t.equal(unsure.refuses(reviewer, 'close_unreported'), 'NOT_IN_THIS_STATE', 'newest is no pass')

  const life = overdue().does(inspector, 'record_retest').does(reviewer, 'close_unreported')
  t.match(life.finding, { state: 'closed', unreported: true, fixed: 'yes', reported: 'no' })
  for (const severity of ['veto', 'major'] as const) {
    const grave = lifeIn('notified', { line: { severity } }).at('2026-03-17 00:00')
    grave.does(inspector, 'record_retest')
    t.equal(grave.refuses(reviewer, 'close_unreported'), 'LEADER_REQUIRED')
    t.equal(grave.does(leader, 'close_unreported').finding.state, 'closed')
  }
})
