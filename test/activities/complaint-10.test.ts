import t from 'tap'
import { takeReturn } from '../../src/commands/returned-mail.js'
import { listEvents } from '../../src/db/event.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf } from '../../src/domain/instant.js'
import { messageIdOf } from '../../src/domain/mail-id.js'
import { readReturned } from '../../src/http/returned-mail.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { statusNotification } from '../helpers/returned-mail.js'
import { at } from './scene.js'
import { runOffice } from './support.js'

const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-20') }
const MAILS = statement<{ id: string; to_address: string }>(
  `select id, to_address from mail where unit_id = $1 and status = 'sent' order by to_address`,
)

/** Each of these mails comes back, as a server says so. */
async function comeBack(office: TestOffice, ids: readonly string[]): Promise<void> {
  const principal = office.officer('office.handler')
  for (const id of ids) {
    const message_id = messageIdOf(id, 'office@example.com')
    const read = await readReturned(statusNotification({ message_id }))
    if (!read) throw new Error('the notification was not understood')
    const answer = { status: 200, body: null, etag: null }
    await takeReturn(office.api, { principal, key: newKey(), ...read }, () => answer)
  }
}

t.test(
  '10: mail bounces; contact marked, deputy and office informed, ladder not reset',
  async (t) => {
    const office = await testOffice(t, { units: 2, clock: at('09-08 10:00') })
    const run = await runOffice(t, office)
    const [dead = '', half = ''] = office.units
    const { findings } = await issue(office, [lineFor(dead), lineFor(half)], HEAD)
    const [unreached = '', reached = ''] = findings
    await run.advance({ to: at('09-08 11:00') })
    const mailsOf = (unit: string) => office.owner.run(MAILS(unit))
    const boxOf = ({ to_address }: { to_address: string }) => to_address.startsWith('unit')
    const gone = [...(await mailsOf(dead)), ...(await mailsOf(half)).filter((mail) => boxOf(mail))]
    t.equal(gone.length, 3, 'one unit’s mailbox and its contact, of the other the mailbox alone')
    await comeBack(
      office,
      gone.map(({ id }) => id),
    )
    const before = (await run.mails()).length
    await run.advance({ to: at('09-08 11:40') })

    const told = (await run.mails()).slice(before)
    const handler = `${office.officer('office.handler').person_id}@example.com`
    const deputy = `${office.member(1).person_id}@example.com`
    const toHandler = told.find(({ to }) => to === handler)
    t.match(toHandler?.subject, '联系方式失效3个', 'the office is told within minutes, in one mail')
    t.match(toHandler?.text, 'unit1@example.com')
    const toDeputy = told.find(({ to }) => to === deputy)
    t.match(toDeputy?.subject, '联系方式失效1个', 'and the unit’s other contact')
    t.match(toDeputy?.text, /unit2@example\.com[^]*User unknown/)
    t.match(toDeputy?.text, '整改时限照常计算')
    const signatory = `${office.member(0, 'unit.signatory').person_id}@example.com`
    const toSignatory = told.filter(({ to }) => to === signatory)
    t.equal(toSignatory.length, 1, 'where every address is dead, whoever signs for the unit')
    t.match(toSignatory[0]?.subject, /：联系方式失效2个$/)
    const other = `${office.member(1, 'unit.signatory').person_id}@example.com`
    t.notOk(
      told.some(({ to }) => to === other),
      'and nobody above where somebody is reached',
    )

    await run.advance({ to: at('09-28 10:00') })
    const [one, two] = await transaction(office.worker.pool, (tx) =>
      Promise.all([listEvents(tx, unreached), listEvents(tx, reached)]),
    )
    const receipt = (events: typeof one) =>
      events.map(({ type }) => type).filter((type) => type.startsWith('receipt'))
    t.strictSame(receipt(one), ['receipt_unproven'], 'receipt is not deemed')
    t.strictSame(receipt(two), ['receipt_deemed'], 'the other contact was reached')
    const ladder = (events: typeof one) =>
      events
        .filter(({ type }) => ['reminded', 'fell_due', 'climbed'].includes(type))
        .map(({ type, effective_at }) => `${type} ${effective_at}`)
    t.strictSame(ladder(one), ladder(two), 'the ladder is not reset')
    t.ok(ladder(one).length > 5, 'and there is one')
  },
)
