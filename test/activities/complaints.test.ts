import t from 'tap'
import { v7 } from 'uuid'
import { sqlb } from '../../src/db/handle.js'
import { dateOf } from '../../src/domain/instant.js'
import { issue, lineFor, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { at, ISSUED } from './scene.js'
import { runOffice, type TestMail } from './support.js'

// What people complain of elsewhere, each as a test on a real worker, numbered as in the list of complaints. Number 8 is
// `complaint-8.test.ts`; 12, that the interface takes every transition, is the model's tests; 6, a worker that was away, is
// `three-days.test.ts`, where the test itself takes the worker's turns: a rehearsal's clock stands without one.

const UNIT = 'unit1@example.com'

async function ready(t: Parameters<typeof testOffice>[0], wall: string, head = ISSUED) {
  const office = await testOffice(t, { units: 1, clock: at(wall) })
  const run = await runOffice(t, office)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], head)
  await run.advance({ to: 'next' })
  const [id = ''] = findings
  return { office, run, id }
}

/** When the unit was written to within a span, both ends included. */
const times = (mails: readonly TestMail[], from: string, to: string) =>
  mails
    .filter((mail) => mail.to === UNIT && mail.date >= at(from) && mail.date <= at(to))
    .map(({ date }) => date)

function acts(office: TestOffice) {
  return office.owner.run(
    sqlb
      .selectFrom('finding_event')
      .select(['type', 'effective_at'])
      .where('actor_role', '=', 'system')
      .orderBy('seq'),
  )
}

/** The due day of the one finding there is. */
async function dueDate(office: TestOffice): Promise<string | null> {
  const rows = await office.owner.run(sqlb.selectFrom('finding').select('due_date'))
  return rows[0]?.due_date ?? null
}

t.test(
  '3: a clock that stands from Friday evening to Monday morning loses its working days alone',
  async (t) => {
    const weekends = [
      { issued: '09-15', friday: '09-16', monday: '09-19', due: '2022-09-23', moved: '2022-09-26' },
      // The Sunday between was worked for the holiday that followed.
      { issued: '04-21', friday: '04-22', monday: '04-25', due: '2022-04-28', moved: '2022-05-05' },
    ]
    for (const { issued, friday, monday, due, moved } of weekends) {
      const head = { issued_on: dateOf(`2022-${issued}`), due: dateOf(due) }
      const { office, run, id } = await ready(t, `${issued} 10:00`, head)
      await run.advance({ to: at(`${friday} 17:00`) })
      const request_id = v7()
      const signatory = office.member(0, 'unit.signatory')
      const asked = { name: 'dispute', request_id, grounds: '当日已更新' } as const
      t.equal((await send(office, signatory, id, asked)).code, null)
      await run.advance({ to: at(`${monday} 09:00`) })
      const refused = { request_id, verdict: 'refused', reason: '经核实属实' } as const
      const reviewer = office.officer('office.reviewer')
      await send(office, reviewer, id, { name: 'decide_request', ...refused })
      t.equal(await dueDate(office), moved)
      const while_it_stood = times(await run.mails(), `${friday} 17:00`, `${monday} 08:59`)
      t.same(while_it_stood, [], 'and nobody was urged meanwhile')
    }
  },
)

t.test('4: what has no due is never due, late or urged', async (t) => {
  const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
  const run = await runOffice(t, office)
  const [unit = ''] = office.units
  const collective = lineFor(null, { dispatch: 'none' })
  const { findings } = await issue(office, [collective, lineFor(unit)], ISSUED)
  const [dueless = '', other = ''] = findings
  await run.advance({ to: 'next' })
  const withdrawn = { name: 'withdraw', reason_code: 'false_alarm', grounds: '误判' } as const
  const reviewer = office.officer('office.reviewer')
  t.equal((await send(office, reviewer, other, withdrawn)).code, null)
  await run.advance({ to: at('10-31 12:00') })
  const rows = await office.owner.run(
    sqlb.selectFrom('finding').select(['state', 'due_at']).where('id', '=', dueless),
  )
  t.same(rows, [{ state: 'draft', due_at: null }])
  const planned = sqlb.selectFrom('milestone').select('kind').where('finding_id', '=', dueless)
  t.same(await office.owner.run(planned), [])
  t.same(await acts(office), [], 'the clock recorded nothing')
  const late = (await run.mails()).filter(({ date }) => date > at('09-09 12:00'))
  t.same(late, [], 'and nobody was written to')
})

t.test('5: nothing is said in a holiday, and at the opening after it once', async (t) => {
  const head = { issued_on: dateOf('2022-09-29'), due: dateOf('2022-10-05') }
  const { run } = await ready(t, '09-29 10:00', head)
  await run.advance({ to: at('10-08 12:00') })
  const mails = await run.mails()
  t.same(times(mails, '10-01 00:00', '10-08 08:59'), [])
  t.same(times(mails, '10-08 00:00', '10-08 12:00'), [at('10-08 09:00')])
})

t.test(
  '7: a due moved a minute before its reminder, and that reminder is never sent',
  async (t) => {
    const { office, run, id } = await ready(t, '09-08 10:00')
    await run.advance({ to: at('09-13 07:29') })
    const moved = { due_date: dateOf('2022-09-23'), reason: '节后集中整改' }
    await send(office, office.officer('office.leader'), id, { name: 'reschedule', ...moved })
    const reminded = async () =>
      (await acts(office)).filter(({ type }) => type === 'reminded').map((one) => one.effective_at)
    await run.advance({ to: at('09-19 12:00') })
    t.same(await reminded(), [])
    t.same(
      times(await run.mails(), '09-13 07:00', '09-19 12:00'),
      [at('09-13 09:00')],
      'the new due',
    )
    await run.advance({ to: at('09-20 12:00') })
    t.same(await reminded(), [at('09-20 07:30')])
  },
)

t.test(
  '7: given to another unit a minute before the reminder, which the former one never gets',
  async (t) => {
    const office = await testOffice(t, { units: 2, clock: at('09-08 10:00') })
    const run = await runOffice(t, office)
    const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
    await run.advance({ to: at('09-13 07:29') })
    const moved = { unit_id: office.units[1] ?? '', reason: '栏目由其主管' }
    const reviewer = office.officer('office.reviewer')
    const told = await send(office, reviewer, findings[0] ?? '', { name: 'reassign', ...moved })
    t.equal(told.code, null)
    await run.advance({ to: at('09-27 12:00') })
    const mails = (await run.mails()).filter(({ date }) => date >= at('09-13 07:29'))
    const to = (address: string) => mails.filter((mail) => mail.to === address)
    const [released, ...later] = to(UNIT)
    t.equal(released?.date, at('09-13 09:00'))
    t.match(released?.text, /责任单位调整，不再由你单位整改/)
    t.match(released?.text, /原因：栏目由其主管/)
    t.notMatch(released?.text, /时限：/, 'whose time it is by now is not said')
    t.same(later, [], 'and nothing after it')
    const [served, ...reminders] = to('unit2@example.com')
    t.equal(served?.date, at('09-13 09:00'))
    t.match(served?.text, /视同签收/, 'a slice as any other')
    t.ok(reminders.length > 0, 'and reminders of its own')
  },
)

t.test(
  '28: what a unit wrote reaches the handler, though the finding is another’s by then',
  async (t) => {
    const office = await testOffice(t, { units: 2, clock: at('09-08 10:00') })
    const run = await runOffice(t, office)
    const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
    const [id = ''] = findings
    await run.advance({ to: at('09-08 15:00') })
    const text = '该栏目我单位无权限维护'
    await send(office, office.member(0), id, { name: 'comment', text, audience: 'unit' })
    const [one = '', two = ''] = office.units
    const reviewer = office.officer('office.reviewer')
    const reassign = { name: 'reassign', reason: '栏目由其主管' } as const
    await send(office, reviewer, id, { ...reassign, unit_id: two })
    await send(office, reviewer, id, { ...reassign, unit_id: one })
    await run.advance({ to: at('09-09 12:00') })
    const mails = (await run.mails()).filter(({ date }) => date >= at('09-08 15:00'))
    t.ok(mails.some((mail) => !mail.to.startsWith('unit') && mail.text.includes(text)))
    const own = mails.filter((mail) => mail.to === UNIT)
    t.equal(own.length, 1)
    t.match(own[0]?.text, /视同签收/, 'it has the finding anew')
    t.notMatch(own[0]?.text, /不再由你单位整改/, 'and is not told that it has it no more')
  },
)

t.test(
  '7: more time granted a minute before the reminder, and that reminder is never sent',
  async (t) => {
    const { office, run, id } = await ready(t, '09-08 10:00')
    await run.advance({ to: at('09-13 07:29') })
    const request_id = v7()
    const asked = { new_date: dateOf('2022-09-23'), reason_code: 'procurement' } as const
    const signatory = office.member(0, 'unit.signatory')
    const progress = '正在采购'
    await send(office, signatory, id, { name: 'request_extension', request_id, ...asked, progress })
    const granted = { request_id, verdict: 'granted', reason: '同意' } as const
    const reviewer = office.officer('office.reviewer')
    await send(office, reviewer, id, { name: 'decide_request', ...granted })
    await run.advance({ to: at('09-20 12:00') })
    const reminded = (await acts(office)).filter(({ type }) => type === 'reminded')
    t.same(
      reminded.map(({ effective_at }) => effective_at),
      [at('09-20 07:30')],
    )
    t.same(
      times(await run.mails(), '09-13 07:00', '09-19 23:59'),
      [at('09-13 09:00')],
      'that it was granted',
    )
  },
)

t.test(
  '9: a unit neither accepts, closes nor grants, and nobody of the office grants what they asked',
  async (t) => {
    const { office, id } = await ready(t, '09-08 10:00')
    const request_id = v7()
    const signatory = office.member(0, 'unit.signatory')
    const asked = { new_date: dateOf('2022-09-23'), reason_code: 'procurement' } as const
    const extension = {
      name: 'request_extension',
      request_id,
      ...asked,
      progress: '正在采购',
    } as const
    const granted = { request_id, verdict: 'granted', reason: '同意' } as const
    const grant = { name: 'decide_request', ...granted } as const
    t.equal((await send(office, signatory, id, extension)).code, null)
    for (const command of [{ name: 'accept' }, { name: 'close' }, grant] as const) {
      t.equal((await send(office, signatory, id, command)).code, 'ROLE_NOT_ALLOWED', command.name)
    }
    // The one person who holds both: what they asked as the unit's signatory they do not grant as a reviewer.
    const memberships = [...signatory.memberships, ...office.officer('office.reviewer').memberships]
    const both = { ...signatory, scope: 'office', memberships } as const
    t.equal((await send(office, both, id, grant)).code, 'SAME_PERSON')
    const reviewer = office.officer('office.reviewer')
    t.equal((await send(office, reviewer, id, grant)).code, null)
  },
)
