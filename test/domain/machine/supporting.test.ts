import t from 'tap'
import { messagesOf } from '../../../src/domain/messages.js'
import { isLive } from '../../../src/domain/milestone.js'
import type { Actor } from '../../../src/domain/situation.js'
import { supportDue } from '../../../src/domain/support.js'
import { HELPER, OTHER, PHOTO, SITE, UNIT } from '../../helpers/domain/fields.js'
import { draftLife, issuedLife, type Life, lifeIn, newest } from '../../helpers/domain/life.js'
import {
  handler,
  helper,
  leader,
  reporter,
  reviewer,
  signatory,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

/** Due on Monday, 16 March; whoever helps is to be done by the Thursday before. */
const supported = () => lifeIn('rectifying').does(reviewer, 'name_supporting')

const rows = ({ situation }: Life) =>
  situation.milestones.filter(({ kind }) => kind === 'remind_support')
const liveAt = (life: Life) =>
  rows(life)
    .filter(isLive)
    .map(({ at }) => at)
const said = ({ finding, situation, news }: Life) =>
  messagesOf(finding, situation.rules.policy, news, 1).map(
    ({ kind, recipient, unit_id }) => `${kind} to ${recipient} of ${unit_id}`,
  )

t.test(
  'a unit that helps is told, and reminded before a due two working days earlier',
  async (t) => {
    const life = supported()
    t.strictSame(said(life), [`support to unit of ${HELPER}`])
    t.strictSame(liveAt(life), [
      ...[local('2026-03-09 07:30'), local('2026-03-11 07:30'), local('2026-03-12 07:30')],
    ])
    t.strictSame(rows(life)[0]?.reason, { working_days: -3, due_date: day('2026-03-12') })
    life.at('2026-03-09 08:00').tick()
    const { data, actor, effective_at } = newest(life, 'support_reminded')
    t.strictSame(data, { unit_id: HELPER, working_days_left: 3, due_date: day('2026-03-12') })
    t.strictSame([actor.role, effective_at], ['system', local('2026-03-09 07:30')])
    t.ok(said(life).includes(`support to unit of ${HELPER}`))
  },
)

t.test('several are reminded each, and one that is done is not', async (t) => {
  const life = lifeIn('rectifying').does(reviewer, 'name_supporting', { unit_ids: [OTHER, HELPER] })
  t.equal(liveAt(life).length, 6)
  life.does(helper, 'contribute', { done: false, evidence: [PHOTO] })
  t.strictSame(newest(life, 'contributed').data.evidence, [PHOTO])
  t.equal(liveAt(life).length, 6, 'what is not all leaves the reminders')
  t.strictSame(said(life), [`contribution to unit of ${UNIT}`])
  life.does(helper, 'contribute')
  t.equal(liveAt(life).length, 3)
  life.at('2026-03-09 08:00').tick()
  t.equal(newest(life, 'support_reminded').data.unit_id, OTHER)
})

t.test('named anew, those left out are released and those asked again owe again', async (t) => {
  const life = supported().does(helper, 'contribute')
  life.does(reviewer, 'name_supporting', { unit_ids: [OTHER] })
  t.strictSame(said(life), [`support_ended to unit of ${HELPER}`, `support to unit of ${OTHER}`])
  t.equal(life.refuses(helper, 'contribute'), 'ROLE_NOT_ALLOWED')
  life.does(reviewer, 'name_supporting', { unit_ids: [OTHER, HELPER, HELPER] })
  t.strictSame(said(life), [`support to unit of ${HELPER}`], 'named twice, asked once')
  t.equal(liveAt(life).length, 6)
  t.equal(
    life.refuses(reviewer, 'name_supporting', { unit_ids: [HELPER, OTHER] }),
    'NOTHING_TO_CHANGE /unit_ids',
  )
  life.does(reviewer, 'name_supporting', { unit_ids: [] })
  t.equal(liveAt(life).length, 0)
})

t.test('released and asked again with another day, it is reminded of that', async (t) => {
  const life = supported()
  for (const wall of ['03-09', '03-11', '03-12']) life.at(`2026-${wall} 08:00`).tick()
  life.at('2026-03-12 10:00').does(reviewer, 'name_supporting', { unit_ids: [] })
  life.does(reviewer, 'name_supporting')
  t.strictSame(liveAt(life), [local('2026-03-13 07:30'), local('2026-03-16 07:30')])
})

t.test('only the office names them, only they contribute, and both do nothing else', async (t) => {
  const life = supported()
  t.equal(life.refuses(handler, 'name_supporting', { unit_ids: [OTHER] }), 'ROLE_NOT_ALLOWED')
  t.equal(
    life.refuses(reviewer, 'name_supporting', { unit_ids: undefined }),
    'FIELD_REQUIRED /unit_ids',
  )
  t.equal(
    life.refuses(reviewer, 'name_supporting', { unit_ids: [SITE + '?'] }),
    'UNIT_REQUIRED /unit_ids',
  )
  for (const other of [reporter, signatory, handler, leader]) {
    t.equal(life.refuses(other, 'contribute'), 'ROLE_NOT_ALLOWED')
  }
  t.equal(life.refuses(helper, 'contribute', { text: ' ' }), 'FIELD_REQUIRED /text')
  t.equal(life.refuses(helper, 'contribute', { evidence: ['x'] }), 'EVIDENCE_REQUIRED /evidence')
  for (const name of ['respond', 'acknowledge', 'delegate', 'dispute'] as const) {
    t.equal(life.refuses(helper, name), 'ROLE_NOT_ALLOWED', name)
  }
  t.equal(lifeIn('rectifying').refuses(helper, 'contribute'), 'ROLE_NOT_ALLOWED', 'not asked')
  t.equal(lifeIn('rectifying').refuses(helper, 'comment'), 'ROLE_NOT_ALLOWED', 'not asked')
})

t.test('its due moves with the due, and an answer ends its reminders', async (t) => {
  const life = supported().does(leader, 'reschedule', { due_date: day('2026-03-25') })
  t.strictSame(liveAt(life), [
    ...[local('2026-03-18 07:30'), local('2026-03-20 07:30'), local('2026-03-23 07:30')],
  ])
  t.strictSame(liveAt(life.does(reporter, 'respond')), [])
  life.does(helper, 'contribute')
  t.strictSame(said(life), [`contribution to unit of ${UNIT}`], 'still welcome while it is judged')
})

t.test('whoever helped and then has to answer helps no more', async (t) => {
  const life = lifeIn('rectifying').does(reviewer, 'name_supporting', { unit_ids: [OTHER, HELPER] })
  life.does(reviewer, 'reassign', { unit_id: OTHER })
  t.strictSame(
    life.finding.supports?.map(({ unit_id, ended }) => [unit_id, ended]),
    [
      [OTHER, true],
      [HELPER, false],
    ],
  )
  t.equal(
    life.refuses(reviewer, 'name_supporting', { unit_ids: [OTHER] }),
    'UNIT_REQUIRED /unit_ids',
  )
})

t.test('asked anew by whoever the finding comes to, and after a reopening', async (t) => {
  const life = supported().does(helper, 'contribute').does(reviewer, 'reassign', { unit_id: OTHER })
  t.strictSame(said(life), [
    ...[`released to unit of ${UNIT}`, `slice to unit of ${OTHER}`, `support to unit of ${HELPER}`],
  ])
  t.strictSame(
    life.finding.supports?.map(({ done_at }) => done_at),
    [null],
  )
  t.equal(liveAt(life).length, 3)
  const closed = lifeIn('closed')
  t.strictSame(said(closed.does(reviewer, 'reopen')), [`reopened to unit of ${UNIT}`])
  const again = supported().does(reporter, 'respond').does(helper, 'contribute')
  again.does(handler, 'accept').does(reviewer, 'register_report').later(60_000)
  again.does(leader, 'close').does(reviewer, 'reopen')
  t.ok(said(again).includes(`support to unit of ${HELPER}`))
})

t.test('its due is never before it was asked, the turn began, or the service', async (t) => {
  const dueOf = ({ finding, situation }: Life) => {
    const [support] = finding.supports ?? []
    return support && supportDue(finding, support, situation.rules)
  }
  t.equal(dueOf(supported()), '2026-03-12')
  const late = lifeIn('rectifying').at('2026-03-12 09:00').does(reviewer, 'name_supporting')
  t.equal(dueOf(late), '2026-03-16', 'asked on that day: with the unit itself')
  t.equal(
    dueOf(supported().does(leader, 'reschedule', { due_date: day('2026-03-04') })),
    '2026-03-04',
  )
  const returned = supported().at('2026-03-13 10:00').does(reporter, 'respond')
  returned.does(handler, 'return')
  t.equal(returned.finding.due?.date, '2026-03-16')
  t.equal(dueOf(returned), '2026-03-16', 'not before the return')
  t.strictSame(liveAt(returned), [local('2026-03-16 07:30')])
})

t.test('nobody is hurried where the unit itself is not, as by an urgent take-down', async (t) => {
  const urgent = issuedLife({ line: { urgent: true } }).does(reviewer, 'name_supporting')
  t.strictSame(liveAt(urgent), [])
})

t.test('somebody of two units says for which of them', async (t) => {
  const life = lifeIn('rectifying').does(reviewer, 'name_supporting', { unit_ids: [OTHER, HELPER] })
  const both: Actor = {
    ...{ person_id: 'both', roles: [] },
    helping: [OTHER, HELPER].map((unit_id) => ({ unit_id, roles: ['unit.reporter'] })),
  }
  t.equal(life.refuses(both, 'contribute'), 'FIELD_REQUIRED /unit_id')
  t.equal(life.refuses(both, 'contribute', { unit_id: UNIT }), 'UNIT_REQUIRED /unit_id')
  life.does(both, 'contribute', { unit_id: HELPER })
  t.equal(newest(life, 'contributed').data.unit_id, HELPER)
})

t.test('a unit that helps may say something of what it sees, as itself', async (t) => {
  const asks = { text: '数据口径以哪月为准？', audience: 'unit' } as const
  t.equal(
    lifeIn('rectifying').refuses({ ...helper, helping: [] }, 'comment', asks),
    'ROLE_NOT_ALLOWED',
  )
  const life = supported().does(helper, 'comment', asks)
  t.equal(newest(life, 'commented').actor.role, 'unit.reporter')
  t.strictSame(newest(life, 'commented').data, { audience: 'unit', unit_id: HELPER })
  t.strictSame(said(life), [`office_comment to handler of ${UNIT}`])
  const inside = { ...asks, audience: 'office' } as const
  t.equal(life.refuses(helper, 'comment', inside), 'ROLE_NOT_ALLOWED /audience')
  const both: Actor = { ...helper, roles: signatory.roles }
  const own = newest(life.does(both, 'comment', asks), 'commented')
  t.strictSame([own.actor.role, own.data], ['unit.signatory', { audience: 'unit' }])
})

t.test('naming them is a new revision, contributing none', async (t) => {
  const life = lifeIn('rectifying')
  const before = life.finding.revision
  t.equal(life.does(reviewer, 'name_supporting').finding.revision, before + 1)
  t.equal(life.does(helper, 'contribute').finding.revision, before + 1)
})

t.test('asked with the notice, it is told with the service', async (t) => {
  const life = draftLife().does(leader, 'issue', { supporting: [HELPER] })
  t.strictSame(said(life), [`slice to unit of ${UNIT}`, `support to unit of ${HELPER}`])
})
