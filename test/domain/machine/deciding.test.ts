import t from 'tap'
import { permitted } from '../../../src/domain/machine/decide.js'
import { messagesOf } from '../../../src/domain/messages.js'
import { type Life, lifeIn, live, newest } from '../../helpers/domain/life.js'
import {
  colleague,
  handler,
  leader,
  person,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const refuse = { verdict: 'refused', reason: '理由不充分' } as const
const second = person('second leader', 'office.leader')
const both = () =>
  lifeIn('rectifying').does(signatory, 'request_extension').does(signatory, 'dispute')
const idOf = (life: Life, kind: 'extension' | 'dispute') => ({
  request_id: life.finding[kind]?.id ?? '',
})
const said = ({ finding, situation, news }: Life) =>
  messagesOf(finding, situation.rules.policy, news, 1).map(({ kind, recipient }) => [
    kind,
    recipient,
  ])

t.test('the issuer decides only what another person proposes', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'dispute')
  t.equal(life.finding.issued_by, 'leader')
  t.equal(life.refuses(leader, 'decide_request', refuse), 'SAME_PERSON')
  life.does(leader, 'propose_decision', refuse)
  t.equal(life.refuses(leader, 'decide_request', refuse), 'SAME_PERSON', 'not upon their own')
  life.does(handler, 'propose_decision', { verdict: 'granted', reason: '属实' })
  t.equal(life.refuses(leader, 'decide_request', refuse), 'SAME_PERSON /verdict', 'the contrary')
  life.does(handler, 'propose_decision', refuse)
  life.does(leader, 'decide_request', refuse)
  t.match(newest(life, 'request_decided').data, { by: 'leader', verdict: 'refused' })
  t.equal(life.finding.state, 'rectifying')
  const other = lifeIn('rectifying').does(signatory, 'dispute')
  other.does(handler, 'propose_decision', { verdict: 'granted', reason: '属实' })
  other.does(reviewer, 'decide_request', refuse)
  t.equal(other.finding.state, 'rectifying', 'others are not bound by it')
})

t.test(
  'a paper’s signer is who decides: the issuer’s own signature needs a proposal too',
  async (t) => {
    const life = lifeIn('rectifying').does(signatory, 'dispute')
    t.equal(life.refuses(handler, 'decide_request', refuse, signedBy(leader)), 'SAME_PERSON')
    const paper = signedBy(second)
    life.does(handler, 'decide_request', refuse, paper)
    t.match(newest(life, 'request_decided'), {
      data: { by: 'second leader' },
      actor: { person_id: 'handler', signed_paper_id: paper.id },
    })
  },
)

t.test('the issue entered from a paper was its signer’s', async (t) => {
  const draft = lifeIn('draft').does(handler, 'issue', undefined, signedBy(leader))
  t.equal(draft.finding.issued_by, 'leader')
  t.equal(newest(draft, 'issued').data.issued_by, 'leader')
  t.notOk('issued_by' in newest(lifeIn('notified'), 'issued').data, 'nothing to say of their own')
  draft.does(reporter, 'acknowledge').does(signatory, 'dispute')
  t.equal(draft.refuses(leader, 'decide_request', refuse), 'SAME_PERSON')
  draft.does(reviewer, 'decide_request', refuse)
})

t.test('the newest proposal counts, and it raises the revision', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'dispute')
  const { revision } = life.finding
  life.does(handler, 'propose_decision', refuse)
  life.does(colleague, 'propose_decision', { verdict: 'granted', reason: '属实' })
  t.match(life.finding.dispute?.proposal, { by: 'colleague', verdict: 'granted' })
  t.equal(life.finding.revision, revision + 2)
})

t.test('two requests of different kinds wait side by side, each with its own clock', async (t) => {
  const life = both()
  const steps = life.situation.milestones
    .filter(({ kind, outcome }) => kind === 'nag_office' && outcome === null)
    .map(({ step }) => step)
  t.strictSame(
    steps.toSorted((a, b) => a - b),
    [3, 4, 5, 6],
  )
  life.does(reviewer, 'decide_request', { ...refuse, ...idOf(life, 'dispute') })
  t.match(life.finding, { dispute: null, extension: { due: { date: '2026-03-23' } } })
  t.equal(
    life.refuses(reviewer, 'decide_request', { request_id: 'another' }),
    'NO_SUCH_REQUEST /request_id',
  )
  life.does(reviewer, 'decide_request', { ...refuse, ...idOf(life, 'extension') })
  t.equal(life.finding.extension, null)
})

t.test('asked again under the same plan, the office’s clock begins anew', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'request_extension')
  life.at('2026-03-06 10:00').does(signatory, 'withdraw_request')
  life.does(signatory, 'request_extension')
  t.strictSame(
    live(life, 'nag_office').map(({ step, at }) => [step, at]),
    [
      [5, local('2026-03-11 07:30')],
      [6, local('2026-03-13 07:30')],
    ],
  )
  life.at('2026-03-11 08:00').tick()
  t.strictSame(newest(life, 'office_nagged').data, { step: 1, waiting: 'extension', number: 2 })
})

t.test('a paper of an earlier day does not remind the office of a request once more', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'request_extension')
  life.at('2026-03-16 10:00').tick()
  const nagged = () => life.events.filter(({ type }) => type === 'office_nagged').length
  t.equal(nagged(), 2)
  const came = { received_on: day('2026-03-04'), completed_on: day('2026-03-04') }
  life.does(handler, 'register_response', came)
  const waited = life.news.flatMap((one) =>
    one.type === 'office_nagged' ? [one.data.waiting] : [],
  )
  t.strictSame(waited, ['review', 'review'], 'of the answer that came then')
})

t.test('an answer lapses the dispute and leaves the extension', async (t) => {
  const life = both().does(reporter, 'respond')
  t.match(life.finding, {
    dispute: null,
    state: 'responded',
    extension: { asked_by: ['signatory'] },
  })
})

t.test('neither the signature nor the hand of who asked decides', async (t) => {
  const both = person('both', 'unit.signatory', 'office.reviewer', 'office.handler')
  const life = lifeIn('rectifying').does(both, 'dispute')
  t.equal(life.refuses(handler, 'decide_request', refuse, signedBy(both)), 'SAME_PERSON')
  t.equal(life.refuses(both, 'decide_request', refuse, signedBy(second)), 'SAME_PERSON')
  life.does(handler, 'decide_request', refuse, signedBy(second))
})

t.test('a proposal names a request that waits, and is not of who asked it', async (t) => {
  const own = person('own', 'unit.signatory', 'office.handler')
  const life = lifeIn('rectifying').does(own, 'dispute').does(signatory, 'request_extension')
  const another = { request_id: 'another' }
  t.equal(life.refuses(handler, 'propose_decision', another), 'NO_SUCH_REQUEST /request_id')
  const dispute = idOf(life, 'dispute')
  t.equal(life.refuses(own, 'propose_decision', dispute), 'SAME_PERSON')
  life.does(own, 'propose_decision', idOf(life, 'extension'))
  t.equal(life.finding.extension?.proposal?.by, 'own')
})

t.test('only who asked, or a signatory, takes a request back', async (t) => {
  const asked = () =>
    lifeIn('rectifying').does(reporter, 'request_extension', {}, signedBy(signatory))
  const other = person('other', 'unit.reporter')
  t.equal(asked().refuses(other, 'withdraw_request'), 'ROLE_NOT_ALLOWED')
  t.equal(asked().does(reporter, 'withdraw_request').finding.extension, null)
  t.equal(
    asked().does(person('chief', 'unit.signatory'), 'withdraw_request').finding.extension,
    null,
  )
  const silent = asked().does(reporter, 'withdraw_request', { reason: undefined })
  t.equal(newest(silent, 'request_withdrawn').texts, null, 'a reason may be given')
})

t.test('who hears what: the handler, then who decides, then the unit', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'dispute')
  t.strictSame(said(life), [['request_waits', 'handler']])
  t.strictSame(said(life.does(handler, 'propose_decision', refuse)), [
    ['proposal_waits', 'reviewer'],
  ])
  t.strictSame(said(life.does(reviewer, 'decide_request', refuse)), [['request_decided', 'unit']])
  const veto = lifeIn('rectifying', { line: { severity: 'veto' } }).does(signatory, 'dispute')
  t.strictSame(said(veto.does(handler, 'propose_decision', refuse)), [['proposal_waits', 'leader']])
  const upheld = veto.does(second, 'decide_request', { verdict: 'granted' })
  t.strictSame(said(upheld), [['request_decided', 'unit']], 'once, though the finding is withdrawn')
})

t.test('a paper of the office’s does not make its signer one of those who asked', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'dispute', {}, signedBy(reviewer))
  t.strictSame(life.finding.dispute?.asked_by, ['signatory'])
  life.does(reviewer, 'decide_request', refuse)
})

t.test('what may not be decided is told beforehand', async (t) => {
  const told = (
    life: Life,
    who: typeof leader,
    name: 'decide_request' | 'withdraw_request' | 'propose_decision',
  ) => permitted({ ...life.situation, actor: who, paper: null }, name)?.code ?? 'allowed'
  const veto = lifeIn('rectifying', { line: { severity: 'veto' } }).does(signatory, 'dispute')
  t.equal(told(veto, reviewer, 'decide_request'), 'LEADER_REQUIRED')
  t.equal(told(veto, leader, 'decide_request'), 'SAME_PERSON', 'the issuer without a proposal')
  t.equal(told(veto, second, 'decide_request'), 'allowed')
  t.equal(told(veto, reporter, 'withdraw_request'), 'ROLE_NOT_ALLOWED')
  const own = person('signatory', 'unit.signatory', 'office.handler')
  t.equal(told(veto, own, 'propose_decision'), 'SAME_PERSON')
  // One of two that wait is enough.
  veto.does(signatory, 'request_extension')
  t.equal(told(veto, reviewer, 'decide_request'), 'allowed')
  t.equal(
    veto.refuses(reviewer, 'decide_request', { ...refuse, ...idOf(veto, 'dispute') }),
    'LEADER_REQUIRED',
  )
})

t.test('verdict and reason are needed', async (t) => {
  for (const [who, name] of [
    [handler, 'propose_decision'],
    [reviewer, 'decide_request'],
  ] as const) {
    const life = lifeIn('rectifying').does(signatory, 'dispute')
    t.equal(life.refuses(who, name, { verdict: undefined }), 'FIELD_REQUIRED /verdict')
    t.equal(life.refuses(who, name, { reason: ' ' }), 'FIELD_REQUIRED /reason')
    t.ok(life.finding.dispute, 'and it still waits')
  }
})
