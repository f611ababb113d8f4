import t from 'tap'
import { messagesOf } from '../../../src/domain/messages.js'
import { isLive } from '../../../src/domain/milestone.js'
import { BEYOND_TENURE, isOfTenure, stillHolds } from '../../../src/domain/saying.js'
import { type Actor, heldIn } from '../../../src/domain/situation.js'
import { COLLEAGUE, PHOTO, SECTION, UNIT } from '../../helpers/domain/fields.js'
import { type Life, lifeFrom, lifeIn, newest } from '../../helpers/domain/life.js'
import { leader, reporter, signatory } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

/** Due on Monday, 16 March; passed on with an inner due of the Wednesday before. */
const delegated = (fields: object = {}) =>
  lifeIn('rectifying').does(reporter, 'delegate', { inner_due: day('2026-03-11'), ...fields })

const rows = ({ situation }: Life) =>
  situation.milestones.filter(({ kind }) => kind === 'remind_delegate')
const live = (life: Life) => rows(life).filter(isLive)
const said = ({ finding, situation, news }: Life) =>
  messagesOf(finding, situation.rules.policy, news, 1).map(
    ({ kind, recipient, unit_id }) => `${kind} to ${recipient} of ${unit_id}`,
  )

t.test('whoever it was passed on to is told, and reminded before the inner due', async (t) => {
  const life = delegated()
  t.strictSame(said(life), [`delegation to unit of ${SECTION}`])
  t.strictSame(
    live(life).map(({ at, reason }) => [at, reason]),
    [
      ['2026-03-06 07:30', -3],
      ['2026-03-10 07:30', -1],
      ['2026-03-11 07:30', 0],
    ].map(([at, working_days]) => [
      local(String(at)),
      { working_days, due_date: day('2026-03-11') },
    ]),
  )
  life.at('2026-03-06 08:00').tick()
  t.match(life.news, [
    {
      type: 'delegate_reminded',
      effective_at: local('2026-03-06 07:30'),
      actor: { role: 'system' },
      data: { working_days_left: 3, unit_id: SECTION, inner_due: '2026-03-11' },
    },
  ])
  t.strictSame(said(life), [`delegation to unit of ${SECTION}`])
})

t.test('a person of the unit is told and reminded with the unit’s own mail', async (t) => {
  const life = delegated({ unit_id: undefined, person_id: COLLEAGUE })
  t.strictSame(said(life), [`delegation to unit of ${UNIT}`])
  life.at('2026-03-06 08:00').tick()
  t.strictSame(said(life), [`delegation to unit of ${UNIT}`])
})

t.test('a person of a unit below has it with that unit, or the unit has to be said', async (t) => {
  const toClerk = (units: readonly string[], unit_id?: string) => {
    const known = new Set([SECTION, 'other section', ...units.map((unit) => heldIn('clerk', unit))])
    const life = lifeFrom({ ...lifeIn('rectifying').situation, known })
    return { life, to: { person_id: 'clerk', unit_id } }
  }
  const passed = (...args: Parameters<typeof toClerk>) => {
    const { life, to } = toClerk(...args)
    return life.does(reporter, 'delegate', to).finding.delegated_to?.unit_id
  }
  const refused = (...args: Parameters<typeof toClerk>) => {
    const { life, to } = toClerk(...args)
    return life.refuses(reporter, 'delegate', to)
  }
  t.equal(passed([SECTION]), SECTION)
  t.equal(passed([SECTION, UNIT]), null, 'who is of the unit itself reads it anyway')
  t.equal(refused([SECTION, 'other section']), 'FIELD_REQUIRED /unit_id')
  t.equal(passed([SECTION, 'other section'], SECTION), SECTION)
  t.equal(refused(['other section'], SECTION), 'UNIT_REQUIRED /person_id')
  t.equal(refused([]), 'UNIT_REQUIRED /person_id')
})

t.test('without an inner due nobody is reminded of one', async (t) => {
  t.strictSame(rows(delegated({ inner_due: undefined })), [])
})

t.test('passed on anew, the new day has reminders of its own', async (t) => {
  const life = delegated().at('2026-03-10 09:00').tick()
  t.equal(live(life).length, 1)
  life.does(reporter, 'delegate', { inner_due: day('2026-03-13') })
  t.strictSame(
    live(life).map(({ at }) => at),
    [local('2026-03-12 07:30'), local('2026-03-13 07:30')],
  )
  t.strictSame(
    rows(life).map(({ outcome }) => outcome),
    ['taken', 'taken', 'cancelled', null, null],
  )
})

t.test('an answer ends them, a pause holds them, an extension does not', async (t) => {
  t.strictSame(live(delegated().does(reporter, 'respond')), [])
  const paused = delegated().does(signatory, 'dispute')
  t.strictSame([...new Set(rows(paused).map(({ outcome }) => outcome))], ['held'])
  t.equal(live(delegated().does(signatory, 'request_extension')).length, 3)
})

t.test('none comes at or after the due, should that be brought forward', async (t) => {
  const life = delegated({ inner_due: day('2026-03-16') })
  t.equal(live(life).length, 3)
  life.does(leader, 'reschedule', { due_date: day('2026-03-12') })
  t.strictSame(
    live(life).map(({ at }) => at),
    [local('2026-03-11 07:30')],
  )
})

t.test('a unit that works on it hears of it though it never has it', async (t) => {
  t.ok(BEYOND_TENURE.includes('delegation'))
  const { finding } = delegated()
  const word = {
    ...({ kind: 'delegation', recipient: 'unit' } as const),
    created_at: local('2026-03-06 09:00'),
  }
  t.ok(isOfTenure({ ...word, unit_id: SECTION }, finding))
  t.ok(isOfTenure({ ...word, unit_id: UNIT }, finding))
})

t.test(
  'the unit below hands in what it has, and is reminded no more once that is all',
  async (t) => {
    const below: Actor = {
      ...{ person_id: 'below', roles: [] },
      helping: [{ unit_id: SECTION, roles: ['unit.reporter'] }],
    }
    t.equal(lifeIn('rectifying').refuses(below, 'contribute'), 'ROLE_NOT_ALLOWED')
    const life = delegated().does(below, 'contribute', { done: false, evidence: [PHOTO] })
    t.strictSame(newest(life, 'contributed').data, {
      ...{ unit_id: SECTION, done: false, evidence: [PHOTO] },
    })
    t.strictSame(said(life), [`contribution to unit of ${UNIT}`])
    t.equal(live(life).length, 3, 'what is not all leaves the reminders')
    life.does(below, 'contribute')
    t.strictSame(live(life), [])
    t.notOk(stillHolds('delegation', life.finding))
    t.equal(life.finding.delegated_to?.done_at, life.situation.now)
    // Passed on anew it begins anew.
    life.does(reporter, 'delegate', { inner_due: day('2026-03-11') })
    t.equal(live(life).length, 3)
    t.ok(stillHolds('delegation', life.finding))
    t.equal(life.refuses(below, 'respond'), 'ROLE_NOT_ALLOWED')
  },
)
