import t from 'tap'
import { v7 } from 'uuid'
import { contactFaultOperations as operations } from '../../src/contracts/contact-faults.js'
import { statement } from '../../src/db/handle.js'
import { insertMails, listAttempts } from '../../src/db/mail.js'
import { instantOf } from '../../src/domain/instant.js'
import { messageIdOf } from '../../src/domain/mail-id.js'
import { type ReturnWish, statusNotification } from '../helpers/returned-mail.js'
import { testServer } from './support.js'

const NOON = instantOf('2022-09-05T04:00:00.000Z')
const SENT = statement<never>(`update mail set status = 'sent' where id = $1`)
const STATUS = statement<{ status: string }>('select status from mail where id = $1')
const SAID = statement<{ kind: string; recipient: string }>(
  'select kind, recipient from message where contact_fault_id = $1 order by recipient',
)
const RIGHT = statement<never>(`update unit set mailbox = 'new@example.com' where id = $1`)

async function office(t: Parameters<typeof testServer>[0]) {
  const { office: of, as } = await testServer(t, { units: 2, clock: NOON })
  const handler = as(of.officer('office.handler'))
  /** A mail to the shared mailbox of a unit, or to one of the office, that a server has taken. */
  const mailed = async (unit: number | null) => {
    const id = v7()
    const unit_id = unit === null ? null : (of.units[unit] ?? '')
    const person_id = unit === null ? of.officer('office.handler').person_id : null
    const to_address = unit === null ? `${person_id}@example.com` : `unit${unit + 1}@example.com`
    await insertMails(of.worker.pool, [
      {
        ...{ id, office_id: of.office_id, unit_id, person_id, kind: 'unit', to_name: '单位' },
        ...{ to_address, subject: '一', text: '二', html: null, rehearsal: true, created_at: NOON },
      },
    ])
    await of.worker.pool.run(SENT(id))
    return id
  }
  const back = (id: string, more: ReturnWish = {}) => {
    const message_id = messageIdOf(id, 'office@example.com')
    const body = { message: statusNotification({ message_id, ...more }) }
    return handler(operations.reportBounce, { body })
  }
  const faults = async (query = {}) =>
    (await handler(operations.listContactFaults, { query })).body.items
  return { of, as, handler, mailed, back, faults }
}

t.test('mail that comes back names the dead contact, once, to whom it concerns', async (t) => {
  const { of, mailed, back, faults } = await office(t)
  const [one, two] = [await mailed(0), await mailed(0)]
  const told = await back(one)
  t.equal(told.status, 200, told.text)
  t.match(told.body, { mail_id: one, verdict: 'failed', address: 'unit1@example.com' })
  const [fault, ...more] = await faults()
  t.match(fault, {
    ...{ unit_id: of.units[0], person_id: null, how: 'bounced', mail_id: one, standing: true },
    ...{ found_at: NOON, reason: /^5\.1\.1 550/, cleared_at: null },
  })
  t.strictSame(more, [])
  t.strictSame(await of.owner.run(SAID(fault?.id)), [
    { kind: 'contact_failed', recipient: 'handler' },
    { kind: 'contact_failed', recipient: 'unit' },
  ])
  await back(one)
  await back(two)
  t.equal((await faults()).length, 1, 'the address is known to be dead')
  t.strictSame(await of.owner.run(STATUS(two)), [{ status: 'bounced' }])
  const log = await listAttempts(of.worker.pool, one)
  t.strictSame(
    log.map(({ outcome }) => outcome),
    ['bounced'],
    'the same mail came back once',
  )
})

t.test('one of the office’s own people is told of to handlers and leader', async (t) => {
  const { of, mailed, back, faults } = await office(t)
  await back(await mailed(null))
  const [fault] = await faults()
  t.equal(fault?.unit_id, null)
  const ears = (await of.owner.run(SAID(fault?.id))).map(({ recipient }) => recipient)
  t.strictSame(ears, ['handler', 'leader'])
})

t.test('what is delayed, unreadable or not ours changes nothing', async (t) => {
  const { of, handler, mailed, back, faults } = await office(t)
  const id = await mailed(0)
  t.match((await back(id, { action: 'delayed' })).body, { verdict: 'delayed', mail_id: id })
  const strange = await handler(operations.reportBounce, { body: { message: 'hello' } })
  t.match([strange.status, strange.problem.errors], [400, [{ code: 'NOT_RETURNED' }]])
  const unknown = await back(v7())
  t.match([unknown.status, unknown.code], [422, 'UNKNOWN_REFERENCE'])
  t.strictSame(await faults(), [])
  t.strictSame(await of.owner.run(STATUS(id)), [{ status: 'sent' }])
})

t.test('a fault ends with the address, or when somebody finds it right', async (t) => {
  const { of, handler, mailed, back, faults } = await office(t)
  await back(await mailed(0))
  await back(await mailed(1))
  await of.owner.run(RIGHT(of.units[0]))
  const standing = await faults({ standing: true })
  t.strictSame(
    standing.map(({ unit_id }) => unit_id),
    [of.units[1]],
  )
  const params = { id: standing[0]?.id ?? '' }
  const clear = () =>
    handler(operations.clearContactFault, { params, body: { reason: '已电话核实' } })
  t.match((await clear()).body, { standing: false, cleared_because: '已电话核实' })
  t.match(await clear(), { status: 409, code: 'NOTHING_TO_CHANGE' })
  t.strictSame(await faults({ standing: true }), [])
  await back(await mailed(1))
  t.equal((await faults({ standing: true })).length, 1, 'the next failure is told anew')
})

t.test('a unit sees its own, an inspector none, and neither clears them', async (t) => {
  const { of, as, mailed, back } = await office(t)
  await back(await mailed(0))
  await back(await mailed(1))
  const reporter = as(of.member(0))
  const { body } = await reporter(operations.listContactFaults)
  t.strictSame(
    body.items.map(({ unit_id }) => unit_id),
    [of.units[0]],
  )
  const params = { id: body.items[0]?.id ?? '' }
  const cleared = await reporter(operations.clearContactFault, { params, body: { reason: '一' } })
  t.equal(cleared.status, 403)
  t.equal((await as(of.officer('inspector'))(operations.listContactFaults)).status, 403)
})
