import t, { type Test } from 'tap'
import { createActivities } from '../../src/activities/index.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { readView } from '../../src/db/clock-view.js'
import { statement } from '../../src/db/handle.js'
import { claimMails, renewClaim } from '../../src/db/mail.js'
import { surroundingsOf } from '../../src/db/surroundings.js'
import { dateOf, type Instant, instantOf } from '../../src/domain/instant.js'
import type { Delivery } from '../../src/mail/delivery.js'
import type { OutgoingMail } from '../../src/mail/mime.js'
import { issue, jump, lineFor, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { activityDeps, inActivity } from './support.js'

const ISSUED = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
const at = (wall: string): Instant =>
  instantOf(new Date(`2022-${wall.replace(' ', 'T')}:00+08:00`).toISOString())

type Server = (mail: OutgoingMail) => Delivery
const accepted: Server = ({ id }) => ({
  outcome: 'accepted',
  message_id: `<${id}>`,
  response: '250',
})
const refused: Server = () => ({
  ...{ outcome: 'refused', code: '550', reason: '无此用户', about: 'address' },
})
const deferred: Server = () => ({
  ...{ outcome: 'deferred', code: '421', reason: '稍后再试', about: 'server' },
})

async function scene(t: Test, units = 1) {
  const office = await testOffice(t, { units, clock: at('09-08 10:00') })
  await planMissingOpenings(office.worker)
  const seen: OutgoingMail[] = []
  let server: Server = accepted
  const send = async (mail: OutgoingMail) => {
    seen.push(mail)
    return server(mail)
  }
  const { deps, alarms } = await activityDeps(t, office, { mailer: { send } })
  const activities = createActivities(deps)
  const id = office.office_id
  return {
    office,
    seen,
    alarms,
    serve: (next: Server) => (server = next),
    say: () => inActivity(() => activities.sayWhatWaits(id)),
    sendMails: () => inActivity(() => activities.sendMails(id)),
    sendPage: (operation: string) => inActivity(() => activities.sendPage(operation)),
    catchUpOffice: () => inActivity(() => activities.catchUpOffice(id)),
  }
}

interface MailRow {
  to_address: string
  status: string
  attempts: number
  last_error: string | null
}
const MAILS = statement<MailRow>(
  'select to_address, status, attempts, last_error from mail order by to_address',
)
const ATTEMPTS = statement<{ outcome: string; reason: string }>(
  'select outcome, reason from mail_attempt order by mail_id, n',
)
const DUE_NOW = statement<never>(
  `update mail set next_attempt_at = clock_timestamp() where status = 'queued'`,
)
const PROOF = statement<{ at: string; how: string }>('select at, how from slice_proof')

const mails = (office: TestOffice) => office.owner.run(MAILS())

t.test('what is deferred is tried again, every attempt is logged', async (t) => {
  const { office, seen, serve, say, sendMails } = await scene(t)
  await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  await say()
  serve(deferred)
  const first = await sendMails()
  t.ok(first.moved)
  t.notOk(
    first.view.milestones.some(({ kind }) => kind === 'send_mail'),
    'not due before its next attempt',
  )
  t.same(
    (await mails(office)).map(({ status, attempts }) => [status, attempts]),
    [
      ['queued', 1],
      ['queued', 1],
    ],
  )
  t.notOk((await sendMails()).moved, 'a minute has to pass')
  await office.owner.run(DUE_NOW())
  const told = await readView(office.worker.pool, office.office_id)
  t.ok(
    told?.view.milestones.some(({ kind }) => kind === 'send_mail'),
    'due by real time',
  )
  serve(accepted)
  await sendMails()
  t.same(
    (await mails(office)).map(({ status }) => status),
    ['sent', 'sent'],
  )
  t.same(
    (await office.owner.run(ATTEMPTS())).map(({ outcome }) => outcome),
    ['deferred', 'accepted', 'deferred', 'accepted'],
  )
  const [again, ...others] = seen.map(({ id }) => id)
  t.ok(again && others.includes(again), 'the same mail under the same id')
})

t.test('a refusal concerns one address; acceptance by the other proves the delivery', async (t) => {
  const { office, alarms, serve, say, sendMails } = await scene(t)
  await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  await say()
  t.same(await office.owner.run(PROOF()), [])
  serve((mail) => (mail.to.address === 'unit1@example.com' ? refused(mail) : accepted(mail)))
  await sendMails()
  t.same((await mails(office)).map(({ status }) => status).toSorted(), ['refused', 'sent'])
  t.same(await office.owner.run(PROOF()), [{ at: at('09-08 10:00'), how: 'mail' }])
  t.match(alarms, [{ message: 'a mail was given up', fields: { code: '550' } }])
})

t.test('a mail written before a finding came to its unit proves nothing of that one', async (t) => {
  const { office, serve, say, sendMails, catchUpOffice } = await scene(t, 2)
  const [one = '', two = ''] = office.units
  const { findings } = await issue(office, [lineFor(one), lineFor(two)], ISSUED)
  await say()
  serve(deferred)
  await sendMails()
  await jump(office, at('09-08 11:00'))
  const moved = { name: 'reassign', unit_id: two, reason: '由其主管' } as const
  await send(office, office.officer('office.reviewer'), findings[0] ?? '', moved)
  await jump(office, at('09-08 11:05'))
  await office.owner.run(DUE_NOW())
  serve(accepted)
  await sendMails()
  const around = await surroundingsOf(office.worker.pool, findings)
  const proofOf = (id: string | undefined) => around.find((of) => of.finding_id === id)?.proof
  t.same(proofOf(findings[1]), { at: at('09-08 11:05'), how: 'mail' })
  t.equal(proofOf(findings[0]), null)
  await jump(office, at('09-08 11:20'))
  await catchUpOffice()
  await say()
  await sendMails()
  const again = await surroundingsOf(office.worker.pool, findings)
  t.match(again.find((of) => of.finding_id === findings[0])?.proof, { how: 'mail' }, 'its own does')
})

t.test(
  'a unit nobody can write to is seen in the log, and its receipt is not deemed',
  async (t) => {
    const { office, say, sendMails, catchUpOffice } = await scene(t)
    await office.owner.run(statement('update unit set mailbox = null')())
    await office.owner.run(statement('update person set email = null')())
    await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
    await say()
    t.notOk((await sendMails()).moved)
    t.match(await mails(office), [
      { to_address: '', status: 'refused', last_error: /没有可用的邮件地址/ },
    ])
    await jump(office, at('09-14 09:00'))
    await catchUpOffice()
    const rows = await office.owner.run(
      statement<{ state: string; receipt_unproven: boolean }>(
        'select state, receipt_unproven from finding',
      )(),
    )
    t.same(rows, [{ state: 'notified', receipt_unproven: true }])
  },
)

t.test('a proof that comes late deems receipt counted from it', async (t) => {
  const { office, serve, say, sendMails, catchUpOffice } = await scene(t)
  await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  await say()
  serve(deferred)
  await sendMails()
  await jump(office, at('09-14 09:00'))
  await catchUpOffice()
  serve(accepted)
  await office.owner.run(DUE_NOW())
  await sendMails()
  const deemed = await office.owner.run(
    statement<{ step: number; at: string; outcome: string | null }>(
      `select step, at, outcome from milestone where kind = 'deem_received' order by step`,
    )(),
  )
  t.match(deemed, [
    { step: 1, outcome: 'taken' },
    { step: 2, outcome: null, at: at('09-17 00:00') },
  ])
})

t.test('in a rehearsal, what a dead worker held is looked for until it is free', async (t) => {
  const { office, seen, say, sendMails } = await scene(t)
  await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  await say()
  const { pool } = office.worker
  const claim = { id: office.worker.newId(), lease_ms: 60_000 }
  const held = await claimMails(pool, office.office_id, 10, claim)
  t.equal(held.length, 2)
  const waiting = await sendMails()
  t.notOk(waiting.moved, 'held by somebody else')
  t.ok(
    waiting.view.milestones.some(({ kind }) => kind === 'send_mail'),
    'looked at again',
  )
  await renewClaim(pool, { ...claim, lease_ms: 0 })
  t.ok((await sendMails()).moved)
  t.equal(seen.length, 2)
})

t.test('a large batch is a job of its own, one at a time, with its progress', async (t) => {
  const { office, seen, say, sendMails, sendPage } = await scene(t, 60)
  await issue(
    office,
    office.units.map((unit) => lineFor(unit)),
    ISSUED,
  )
  const view = await say()
  t.notOk(
    view.milestones.some(({ kind }) => kind === 'send_mail'),
    'the job’s to send, not the day’s',
  )
  await sendMails()
  const jobs = statement<{ id: string; kind: string; status: string; result: unknown }>(
    'select id, kind, status, result from operation',
  )
  const [job, ...others] = await office.owner.run(jobs())
  t.match(job, { kind: 'send_mail', status: 'running' })
  t.same(others, [])
  t.equal(await sendPage(job?.id ?? ''), 'finished')
  t.equal(seen.length, 120)
  t.match((await office.owner.run(jobs()))[0], {
    status: 'done',
    result: { accepted: 120, deferred: 0, refused: 0 },
  })
  t.equal(await sendPage(job?.id ?? ''), 'finished', 'again: nothing')
  t.equal(seen.length, 120)
})
