import t from 'tap'
import { meOperations as operations } from '../../src/contracts/me.js'
import { statement } from '../../src/db/handle.js'
import { dateOf } from '../../src/domain/instant.js'
import { issue, lineFor } from '../helpers/case.js'
import { testServer } from '../http/support.js'
import { at, scene } from './scene.js'

const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-20') }
const DECLINE = statement<never>('update person set courtesy_mail = false where id = $1')
const NO_BOX = statement<never>('update unit set mailbox = null where id = $1')

t.test('who prefers it is sent no courtesy mail, and all that has effect', async (t) => {
  const { office, day } = await scene(t)
  const [one = '', two = ''] = office.units
  const mail = (unit: number) => `${office.member(unit).person_id}@example.com`
  await office.owner.run(DECLINE(office.member(0).person_id))
  await office.owner.run(DECLINE(office.member(1).person_id))
  await office.owner.run(NO_BOX(two))
  await issue(office, [lineFor(one), lineFor(two)], HEAD)
  const to = async (wall: string) => new Set((await day(wall)).map((sent) => sent.to))

  const served = await to('09-08 11:00')
  t.ok(served.has(mail(0)) && served.has('unit1@example.com'), 'a slice is no courtesy')
  const reminded = await to('09-15 09:30')
  t.notOk(reminded.has(mail(0)), 'a reminder before the due is')
  t.ok(reminded.has('unit1@example.com'), 'the shared mailbox gets everything')
  t.ok(reminded.has(mail(1)), 'and so does who would be the only one')
  const due = await to('09-20 09:30')
  t.ok(due.has(mail(0)), 'on its day the due is told to all')
  const overdue = await to('09-21 09:30')
  t.ok(overdue.has(mail(0)))
})

t.test('everybody says so for themselves', async (t) => {
  const { office, as } = await testServer(t, { clock: at('09-08 10:00') })
  for (const who of [office.member(0), office.officer('office.handler')]) {
    const send = as(who)
    t.strictSame((await send(operations.getPreferences)).body, { courtesy_mail: true })
    const body = { courtesy_mail: false }
    t.strictSame((await send(operations.changePreferences, { body })).body, body)
    t.strictSame((await send(operations.getPreferences)).body, body)
  }
  const other = as(office.member(1))
  t.strictSame((await other(operations.getPreferences)).body, { courtesy_mail: true })
})
