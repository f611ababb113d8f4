import t from 'tap'
import { messagesOf } from '../../../src/domain/messages.js'
import { isOverdue } from '../../../src/domain/overdue.js'
import { OTHER, PHOTO, UNIT } from '../../helpers/domain/fields.js'
import { issuedLife, type Life, lifeIn, newest } from '../../helpers/domain/life.js'
import {
  handler,
  leader,
  neighbour,
  person,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

const refuse = { verdict: 'refused', reason: '属本单位职责' } as const
const asked = () => lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'request_transfer')
const told = ({ situation, news }: Life) =>
  messagesOf(situation.finding, situation.rules.policy, news, 1).map(
    ({ kind, recipient, unit_id }) => [kind, recipient, unit_id],
  )

t.test('the clock stands still, and the proposed unit and the office hear of it', async (t) => {
  const life = asked()
  const asked_at = local('2026-03-03 10:00')
  t.strictSame(life.finding.transfer, {
    ...{ id: 'request 2', number: 1, asked_by: ['signatory'], asked_at, proposal: null },
    ...{ pauses: true, paused_since: asked_at, target_unit_id: OTHER, view: null },
  })
  t.strictSame(told(life), [
    ['request_waits', 'handler', UNIT],
    ['view_wanted', 'unit', OTHER],
  ])
  life.at('2026-04-01 10:00').tick()
  t.notOk(isOverdue(life.finding, life.now))
  t.equal(life.finding.rung, 0)
})

t.test(
  'the office is reminded of it after two working days, but not once it has decided',
  async (t) => {
    t.strictSame(told(asked().at('2026-03-06 08:00').tick()), [['request_late', 'handler', UNIT]])
    const late = asked().at('2026-03-06 08:00').does(reviewer, 'decide_request', refuse)
    t.strictSame(told(late), [['request_decided', 'unit', UNIT]])
  },
)

t.test('granted, the finding is the proposed unit’s, and the decision says so', async (t) => {
  const life = asked().at('2026-03-05 10:00').does(reviewer, 'decide_request')
  t.match(life.finding, { unit_id: OTHER, tenure: 2, state: 'notified', transfer: null })
  t.strictSame(
    life.news.map(({ type, texts }) => [type, texts]),
    ['request_decided', 'released', 'reassigned'].map((type) => [type, { reason: '同意' }]),
  )
  t.match(newest(life, 'released').data, { unit_id: UNIT, why: 'transferred' })
  t.strictSame(told(life), [
    ['request_decided', 'unit', UNIT],
    ['slice', 'unit', OTHER],
  ])
})

t.test('refused, the clock goes on, and cannot be stopped so again', async (t) => {
  const life = asked().at('2026-03-05 10:00').does(reviewer, 'decide_request', refuse)
  t.match(life.finding, {
    ...{ unit_id: UNIT, tenure: 1, transfer: null, transfers: 1 },
    due: { date: '2026-03-18', basis: { rule: 'pause_ended' } },
  })
  t.equal(life.refuses(signatory, 'request_transfer'), 'LIMIT_REACHED')
})

t.test('whom the office has designated cannot ask again, but may dispute', async (t) => {
  const life = lifeIn('rectifying').does(reviewer, 'reassign')
  t.equal(life.refuses(signatory, 'request_transfer'), 'LIMIT_REACHED')
  t.equal(life.does(signatory, 'dispute').finding.dispute?.pauses, true)
})

t.test('as early as a dispute, and only from the first answer on', async (t) => {
  const late = lifeIn('rectifying').at('2026-03-06 10:00')
  t.equal(late.refuses(signatory, 'request_transfer'), 'TOO_LATE_TO_ASK')
  const unsigned = issuedLife().at('2026-03-03 10:00').does(signatory, 'request_transfer')
  t.strictSame(
    unsigned.news.map(({ type }) => type),
    ['acknowledged', 'transfer_requested'],
  )
  for (const state of ['returned', 'responded', 'ongoing', 'closed'] as const)
    t.equal(lifeIn(state).refuses(signatory, 'request_transfer'), 'NOT_IN_THIS_STATE', state)
  t.equal(lifeIn('rectifying').refuses(reporter, 'request_transfer'), 'ROLE_NOT_ALLOWED')
  lifeIn('rectifying').does(reporter, 'request_transfer', {}, signedBy(signatory))
})

t.test('another unit that exists, with grounds, once at a time', async (t) => {
  const refused = (fields: object) =>
    lifeIn('rectifying').refuses(signatory, 'request_transfer', fields)
  t.equal(refused({ unit_id: undefined }), 'FIELD_REQUIRED /unit_id')
  t.equal(refused({ unit_id: UNIT }), 'NOTHING_TO_CHANGE /unit_id')
  t.equal(refused({ unit_id: 'nobody' }), 'UNIT_REQUIRED /unit_id')
  t.equal(refused({ grounds: ' ' }), 'FIELD_REQUIRED /grounds')
  t.equal(refused({ evidence: ['unknown'] }), 'EVIDENCE_REQUIRED /evidence')
  t.equal(asked().refuses(signatory, 'request_transfer'), 'REQUEST_PENDING')
  const shown = lifeIn('rectifying').does(signatory, 'request_transfer', { evidence: [PHOTO] })
  t.match(newest(shown, 'transfer_requested').data, { evidence: [PHOTO] })
})

t.test('a take-down is not delayed by it', async (t) => {
  const urgent = { line: { urgent: true, indicator_id: 'WV-1.1' } }
  const life = lifeIn('rectifying', urgent).does(signatory, 'request_transfer')
  t.equal(life.finding.transfer?.pauses, false)
})

t.test('the proposed unit says once whether it would take it; nobody else does', async (t) => {
  const life = asked()
  t.equal(life.refuses(signatory, 'give_view'), 'ROLE_NOT_ALLOWED')
  t.equal(life.refuses(handler, 'give_view'), 'ROLE_NOT_ALLOWED')
  t.equal(life.refuses(handler, 'give_view', {}, signedBy(signatory)), 'ROLE_NOT_ALLOWED')
  t.equal(life.refuses(neighbour, 'give_view', { agrees: undefined }), 'FIELD_REQUIRED /agrees')
  t.equal(life.refuses(neighbour, 'give_view', { request_id: 'x' }), 'NO_SUCH_REQUEST /request_id')
  const { revision } = life.finding
  life.does(neighbour, 'give_view', { agrees: false })
  t.match(life.finding, {
    revision: revision + 1,
    transfer: { view: { agrees: false } },
  })
  t.strictSame(told(life), [['view_given', 'handler', UNIT]])
  t.match(newest(life, 'view_given').actor, { person_id: 'neighbour', role: 'unit.reporter' })
  t.equal(life.refuses(neighbour, 'give_view'), 'NOTHING_TO_CHANGE')
  t.equal(lifeIn('rectifying').refuses(neighbour, 'give_view'), 'NO_SUCH_REQUEST')
  life.does(reviewer, 'decide_request', {})
  t.equal(life.finding.unit_id, OTHER, 'the office decides all the same')
})

t.test('whoever is of the proposed unit alone may do nothing else', async (t) => {
  const life = asked()
  for (const name of ['respond', 'comment', 'delegate', 'report_progress'] as const)
    t.equal(life.refuses(neighbour, name), 'ROLE_NOT_ALLOWED', name)
})

t.test('a unit that was closed meanwhile cannot be given anything', async (t) => {
  const { situation } = asked()
  const { run } = await import('../../../src/domain/machine/run.js')
  const command = {
    name: 'decide_request',
    request_id: situation.finding.transfer?.id ?? '',
  } as const
  const before = { ...situation, actor: reviewer, target_open: false }
  const grant = run(before, { ...command, verdict: 'granted', reason: '同意' }, null)
  t.match(grant.verdict, { rejection: { code: 'UNIT_CLOSED', field: '/verdict' } })
  const no = run(before, { ...command, verdict: 'refused', reason: '该单位已撤销' }, null)
  t.equal(no.verdict.kind, 'done')
})

t.test(
  'the reviewer decides, whatever the severity; the issuer on another’s proposal',
  async (t) => {
    const grave = lifeIn('rectifying', { line: { severity: 'veto' } }).does(
      signatory,
      'request_transfer',
    )
    t.equal(grave.refuses(leader, 'decide_request'), 'SAME_PERSON')
    grave.does(reviewer, 'decide_request')
    t.equal(grave.finding.tenure, 2)
  },
)

t.test('an answer takes both objections back, and counts the pause once', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'dispute')
  life.at('2026-03-04 10:00').does(signatory, 'request_transfer')
  life.at('2026-03-05 18:00').does(reporter, 'respond')
  const back = life.news.filter(({ type }) => type === 'request_withdrawn').map(({ data }) => data)
  t.match(back, [
    { kind: 'dispute', why: 'answered', moved: null },
    { kind: 'transfer', why: 'answered', moved: { due: { date: '2026-03-19' } } },
  ])
  t.match(life.finding, { dispute: null, transfer: null, state: 'responded' })
})

t.test('two pauses that overlap move the due once, whichever ends first', async (t) => {
  const both = () => {
    const life = lifeIn('rectifying').at('2026-03-03 10:00').does(signatory, 'dispute')
    return life.at('2026-03-04 10:00').does(signatory, 'request_transfer')
  }
  const decided = (life: Life, kind: 'dispute' | 'transfer') =>
    life.does(reviewer, 'decide_request', { ...refuse, request_id: life.finding[kind]?.id ?? '' })
  for (const [first, last] of [
    ['dispute', 'transfer'],
    ['transfer', 'dispute'],
  ] as const) {
    const life = decided(both().at('2026-03-05 10:00'), first)
    t.match(life.finding.due, { date: '2026-03-16' }, `still paused by the ${last}`)
    t.equal(life.finding[last]?.paused_since, local('2026-03-03 10:00'), 'from the first on')
    life.at('2026-03-09 10:00').tick()
    t.equal(decided(life, last).finding.due?.date, '2026-03-20', 'four closings, once')
  }
})

t.test('a due that had passed before the first pause is late by the days between', async (t) => {
  const deadline = { kind: 'working_days', working_days: 1, counts_from: 'service' } as const
  const life = issuedLife({ deadline: { ...deadline, words: '1个工作日内' } })
  life.does(reporter, 'acknowledge').at('2026-03-03 10:00').does(signatory, 'dispute')
  life.at('2026-03-05 10:00').does(signatory, 'request_transfer')
  life.at('2026-03-05 11:00').does(reviewer, 'decide_request', {
    ...refuse,
    request_id: life.finding.dispute?.id ?? '',
  })
  life.at('2026-03-05 12:00').does(reviewer, 'decide_request', refuse)
  t.equal(life.finding.late_from, null, 'the clock stood when the day ended')
})

t.test('of a finding handled offline the view is a word, its reason a paper’s', async (t) => {
  const life = lifeIn('rectifying', { line: { handling: 'offline' } })
  life.does(signatory, 'request_transfer')
  t.equal(life.refuses(neighbour, 'give_view', { reason: '有话说' }), 'OFFLINE_ONLY /reason')
  life.does(neighbour, 'give_view')
  t.equal(life.finding.transfer?.view?.agrees, true)
})

t.test(
  'what is asked next has the next number, so that the office’s limit for it is its own',
  async (t) => {
    const life = asked().does(signatory, 'request_extension')
    t.strictSame([life.finding.transfer?.number, life.finding.extension?.number], [1, 2])
    t.equal(life.finding.requests, 2)
  },
)

t.test('taken back by who asked, with its pause', async (t) => {
  const life = asked().at('2026-03-05 10:00')
  t.equal(life.refuses(person('other', 'unit.reporter'), 'withdraw_request'), 'ROLE_NOT_ALLOWED')
  life.does(signatory, 'withdraw_request')
  t.match(life.finding, { transfer: null, due: { date: '2026-03-18' }, transfers: 1 })
})

t.test('a handler proposes what a reviewer then decides', async (t) => {
  const life = asked().does(handler, 'propose_decision', refuse)
  t.match(life.finding.transfer?.proposal, { by: 'handler', verdict: 'refused' })
  t.strictSame(told(life), [['proposal_waits', 'reviewer', UNIT]])
})

t.test(
  'another unit than the proposed one is given it by reassigning, and the request lapses',
  async (t) => {
    const life = asked().does(reviewer, 'reassign')
    t.match(life.finding, { tenure: 2, transfer: null, transfers: 0 })
  },
)
