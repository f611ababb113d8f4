import t, { type Test } from 'tap'
import { createActivities } from '../../src/activities/index.js'
import { takeReturn } from '../../src/commands/returned-mail.js'
import { type ContactFault, listContactFaults } from '../../src/db/contact-fault.js'
import { statement } from '../../src/db/handle.js'
import { surroundingsOf } from '../../src/db/surroundings.js'
import { mailIdsIn } from '../../src/domain/mail-id.js'
import type { OutgoingMail } from '../../src/mail/mime.js'
import { RETRY_MINUTES } from '../../src/mail/retry.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { mailerFor, startPostOffice } from '../mail/post-office.js'
import { at, ISSUED } from './scene.js'
import { activityDeps, inActivity } from './support.js'

const BOX = 'unit1@example.com'
const MESSAGES = statement<{ recipient: string }>(
  `select recipient from message where kind = 'contact_failed' order by recipient`,
)
const DUE_NOW = statement<never>(
  `update mail set next_attempt_at = clock_timestamp() where status = 'queued'`,
)

/** An office whose mails travel over a real SMTP server that says `code` to the unit's mailbox, though it rehearses. */
async function scene(t: Test, code: number) {
  const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
  const server = await startPostOffice(t, {
    onRcptTo({ address }, _session, done) {
      if (address !== BOX) return done()
      return done(Object.assign(new Error('mailbox unavailable'), { responseCode: code }))
    },
  })
  const smtp = mailerFor(t, server.url, { returns_to: 'returns@office.example' })
  let happens: () => Promise<unknown> = async () => undefined
  const send = async (mail: OutgoingMail) => {
    const delivery = await smtp.send({ ...mail, rehearsal: false })
    if (delivery.outcome === 'accepted') await happens()
    return delivery
  }
  const { deps } = await activityDeps(t, office, { mailer: { send } })
  const activities = createActivities(deps)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  await inActivity(() => activities.sayWhatWaits(office.office_id))
  const sendMails = () => inActivity(() => activities.sendMails(office.office_id))
  const faults = (): Promise<ContactFault[]> =>
    listContactFaults(office.owner, { office_id: office.office_id }, { limit: 10, after: null })
  const proof = async () => (await surroundingsOf(office.owner, findings))[0]?.proof
  /** What happens when a mail was accepted, before that is written. */
  const meanwhile = (what: typeof happens) => void (happens = what)
  return { office, server, meanwhile, sendMails, faults, proof }
}

t.test('an address that the server refuses is a dead contact, and told', async (t) => {
  const { office, sendMails, faults, proof } = await scene(t, 550)
  await sendMails()
  t.match(await faults(), [
    { how: 'refused', address: BOX, person_id: null, reason: /mailbox unavailable/ },
  ])
  const ears = (await office.owner.run(MESSAGES())).map(({ recipient }) => recipient)
  t.strictSame(ears, ['handler', 'unit'])
  t.match(await proof(), { how: 'mail' }, 'the other contact was reached')
})

t.test('one that is put off until it is given up is one too, and only then', async (t) => {
  const { office, sendMails, faults } = await scene(t, 452)
  for (const _ of RETRY_MINUTES) {
    await sendMails()
    t.strictSame(await faults(), [])
    await office.owner.run(DUE_NOW())
  }
  await sendMails()
  t.match(await faults(), [{ how: 'gave_up', address: BOX }])
})

t.test('mail comes back under an address of its own, and proves nothing then', async (t) => {
  const { office, server, sendMails, faults, proof } = await scene(t, 550)
  await sendMails()
  const [taken] = server.received
  const mail_ids = mailIdsIn(taken?.from ?? '')
  t.equal(mail_ids.length, 1, taken?.from ?? '')
  const principal = office.officer('office.handler')
  const back = { principal, key: newKey(), mail_ids, verdict: 'failed', reason: '退回' } as const
  await takeReturn(office.api, back, () => ({ status: 200, body: null, etag: null }))
  t.strictSame((await faults()).map(({ how }) => how).toSorted(), ['bounced', 'refused'])
  t.equal(await proof(), null)
})

t.test(
  'a return that blames our name marks no address, though nothing was delivered',
  async (t) => {
    const { office, server, sendMails, faults, proof } = await scene(t, 550)
    await sendMails()
    const mail_ids = mailIdsIn(server.received[0]?.from ?? '')
    const principal = office.officer('office.handler')
    const reason = '5.7.1 blocked using a list'
    const back = { principal, key: newKey(), mail_ids, verdict: 'failed', reason } as const
    await takeReturn(office.api, back, () => ({ status: 200, body: null, etag: null }))
    t.strictSame(
      (await faults()).map(({ how }) => how),
      ['refused'],
    )
    t.equal(await proof(), null)
  },
)

t.test('a mail may come back before its acceptance is written', async (t) => {
  const { office, server, meanwhile, sendMails, proof } = await scene(t, 550)
  const principal = office.officer('office.handler')
  const queued = statement<{ id: string }>(`select id from mail where to_address <> $1`)
  const [mail] = await office.owner.run(queued(BOX))
  const back = { mail_ids: [mail?.id ?? ''], verdict: 'failed', reason: '退回' } as const
  const present = () => ({ status: 200, body: null, etag: null })
  meanwhile(() => takeReturn(office.api, { principal, key: newKey(), ...back }, present))
  await sendMails()
  t.equal(server.received.length, 1, 'it went out')
  t.equal(await proof(), null)
})
