import t from 'tap'
import { createActivities } from '../../src/activities/index.js'
import { catchUp } from '../../src/commands/catch-up.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { statement } from '../../src/db/handle.js'
import { answer, evidenceOf, issue, jump, lineFor, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { at, boxes, ISSUED, scene } from './scene.js'
import { activityDeps, inActivity } from './support.js'

t.test('a notice reaches every unit in one mail, and once', async (t) => {
  const { office, day } = await scene(t)
  const [a = '', b = ''] = office.units
  await issue(
    office,
    [a, a, a, b].map((unit) => lineFor(unit)),
    ISSUED,
  )
  const mails = await day()
  t.same(boxes(mails), ['unit1@example.com', 'unit2@example.com'])
  t.equal(mails.length, 4, 'to the unit’s mailbox and to its reporter')
  const [first] = mails.filter(({ to }) => to.startsWith('unit1'))
  t.match(first?.subject, /^【演练】.*测试单位1：新交办3项$/)
  t.match(first?.text, /至2022年9月13日（星期二）24:00仍未签收的，视同签收/)
  t.equal(
    new Date(first?.date ?? 0).toISOString(),
    at('09-08 10:00'),
    'dated by the office’s clock',
  )
  t.same(await day(), [], 'said once')
})

t.test('outside office hours and on days off nothing leaves but what is urgent', async (t) => {
  const { office, day } = await scene(t, '09-09 18:00')
  const [a = '', b = ''] = office.units
  await issue(office, [lineFor(a)], ISSUED)
  t.same(await day(), [], 'after closing')
  t.same(await day('09-10 10:00'), [], 'on a day off')
  await issue(office, [lineFor(b), lineFor(b, { urgent: true })], ISSUED)
  const urgent = await day()
  t.same(boxes(urgent), ['unit2@example.com'])
  t.match(urgent.at(-1)?.subject, /【紧急】测试单位2：紧急交办1项$/)
  t.match(urgent.at(-1)?.text, /值班电话：000-0000000/)
  const opening = await day('09-13 09:00')
  t.same(boxes(opening), ['unit1@example.com', 'unit2@example.com'], 'the rest at the next opening')
})

t.test('in office hours decisions leave, reminders wait for the next opening', async (t) => {
  const { office, day } = await scene(t)
  const [a = ''] = office.units
  const { findings } = await issue(office, [lineFor(a), lineFor(a)], ISSUED)
  const [first = '', second = ''] = findings
  await day()
  await day('09-09 09:00')
  const reporter = office.member(0)
  const handler = office.officer('office.handler')
  const proof = [await evidenceOf(office, 0)]
  await jump(office, at('09-09 10:00'))
  t.equal(
    (await send(office, reporter, first, { name: 'respond', ...answer('2022-09-09', proof) }))
      .status,
    200,
  )
  const returned = {
    name: 'return',
    kind: 'formal',
    reasons: ['evidence_missing'],
    points: [{ claim: '已更新', comment: '缺少截图' }],
  } as const
  t.equal((await send(office, handler, first, returned)).state, 'returned')
  const mails = await day('09-09 10:10')
  t.same(boxes(mails), ['unit1@example.com'])
  t.match(mails[0]?.text, /退回补正.*\n.*\n.*佐证材料不全/s)
  t.match(mails[0]?.text, /反馈称：已更新；审核意见：缺少截图/)
  t.notMatch(mails[0]?.text, /即将到期/)
  t.ok(second)
  const reminded = await day('09-13 09:00')
  t.match(reminded.find(({ to }) => to.startsWith('unit1'))?.text, /即将到期（2项）/)
})

t.test('the digest never falls silent, and comes once a day', async (t) => {
  const { office, day } = await scene(t)
  const [a = '', b = ''] = office.units
  await issue(office, [lineFor(a), lineFor(a), lineFor(b)], ISSUED)
  await day()
  await day('09-09 09:00')
  await day('09-13 09:00')
  await day('09-14 09:00')
  const after = await day('09-15 09:00')
  t.match(after[0]?.text, /已逾期（2项）/)
  // A day without any act of the clock: nothing new, but still overdue.
  const silent = await day('09-16 09:00')
  t.same(boxes(silent), ['unit1@example.com', 'unit2@example.com'])
  t.match(silent[0]?.text, /已逾期2个工作日/)
  t.match(silent[0]?.text, /2022年9月19日（星期一）.*启动催办/)
  t.same(await day('09-16 09:30'), [], 'once')
})

t.test('what no longer holds is not said', async (t) => {
  const { office, day } = await scene(t)
  const [a = ''] = office.units
  const { findings } = await issue(office, [lineFor(a)], ISSUED)
  await day()
  await day('09-09 09:00')
  // Reminded at 07:30, answered at 08:00: at nine there is nothing to remind of.
  await jump(office, at('09-13 07:30'))
  await catchUp(office.worker, office.office_id, findings)
  const proof = [await evidenceOf(office, 0)]
  const respond = { name: 'respond', ...answer('2022-09-12', proof) } as const
  t.equal((await send(office, office.member(0), findings[0] ?? '', respond)).status, 200)
  const mails = await day('09-13 09:00')
  t.same(boxes(mails), [])
  const rows = await office.owner.run(
    statement<{ kind: string; status: string }>(
      `select kind, status from message where kind in ('reminder', 'response_waits') order by 1, 2`,
    )(),
  )
  t.same(rows, [
    { kind: 'reminder', status: 'dropped' },
    { kind: 'response_waits', status: 'said' },
  ])
  t.match(mails[0]?.subject, /整改待办.*待初核1项/, 'the handler hears of the answer')
})

t.test('two workers saying at once say everything once', async (t) => {
  const office = await testOffice(t, { units: 12, clock: at('09-08 10:00') })
  await planMissingOpenings(office.worker)
  await issue(
    office,
    office.units.map((unit) => lineFor(unit)),
    ISSUED,
  )
  const { deps } = await activityDeps(t, office)
  const activities = createActivities(deps)
  const say = () => inActivity(() => activities.sayWhatWaits(office.office_id)).catch(() => null)
  await Promise.all([say(), say(), say()])
  await say()
  const rows = await office.owner.run(
    statement<{ units: number; mails: number; waiting: number }>(
      `select count(distinct unit_id) as units, count(*) as mails,
         (select count(*) from message where status <> 'said') as waiting from mail`,
    )(),
  )
  t.same(rows, [{ units: 12, mails: 24, waiting: 0 }])
})

t.test(
  'a claim of a killed worker is said after its lease, and the clock waits for it',
  async (t) => {
    const { office, day } = await scene(t)
    const [a = ''] = office.units
    await issue(office, [lineFor(a)], ISSUED)
    await office.owner.run(
      statement(
        `update message set status = 'claimed', lease_until = clock_timestamp() + interval '1 hour'`,
      )(),
    )
    t.same(await day('09-08 10:10'), [])
    const live = statement<{ kind: string }>(
      `select kind from milestone where finding_id is null and outcome is null order by at`,
    )
    t.same(
      await office.owner.run(live()),
      [{ kind: 'gather' }, { kind: 'open_day' }],
      'not taken yet',
    )
    await office.owner.run(statement(`update message set lease_until = clock_timestamp()`)())
    t.same(boxes(await day()), ['unit1@example.com'])
    t.same(await office.owner.run(live()), [{ kind: 'open_day' }])
  },
)
