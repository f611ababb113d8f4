import t from 'tap'
import { messagesOf } from '../../../src/domain/messages.js'
import { isLive } from '../../../src/domain/milestone.js'
import { HELPER, OTHER, PHOTO, SITE, UNIT } from '../../helpers/domain/fields.js'
import { draftLife, type Life, lifeIn, newest } from '../../helpers/domain/life.js'
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
  for (const name of ['respond', 'acknowledge', 'comment', 'delegate', 'dispute'] as const) {
    t.equal(life.refuses(helper, name), 'ROLE_NOT_ALLOWED', name)
  }
  t.equal(lifeIn('rectifying').refuses(helper, 'contribute'), 'ROLE_NOT_ALLOWED', 'not asked')
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

t.test('asked with the notice, it is told with the service', async (t) => {
  const life = draftLife().does(leader, 'issue', { supporting: [HELPER] })
  t.strictSame(said(life), [`slice to unit of ${UNIT}`, `support to unit of ${HELPER}`])
})
