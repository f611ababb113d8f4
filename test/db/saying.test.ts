import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { planGather } from '../../src/db/gather.js'
import {
  claimMails,
  insertMails,
  listAttempts,
  recordAttempt,
  renewClaim,
} from '../../src/db/mail.js'
import { insertMessages, markMessages } from '../../src/db/message.js'
import { liveMilestones, markMilestones } from '../../src/db/milestone.js'
import { cameLater, claimForOffice, claimForUnits } from '../../src/db/saying.js'
import { transaction } from '../../src/db/transaction.js'
import { claimToTell } from '../../src/db/workflow-sync.js'
import { fromEpoch, plusMs } from '../../src/domain/instant.js'
import { MESSAGES } from '../../src/domain/vocabulary.js'
import { AT, seedFindings } from './seed.js'
import { messageOf } from './seed-rows.js'
import { office } from './support.js'

async function said(t: Test) {
  const all = await office(t)
  const [locked] = await transaction(all.migrate, (tx) => seedFindings(tx, all.seed, [{}]))
  if (!locked) throw new Error('no finding')
  return { ...all, finding: locked.finding }
}

const LEASE = 60_000

t.test('a message is planned once for its subject, unit, cause and recipient', async (t) => {
  const { worker, seed, finding } = await said(t)
  const message = messageOf(finding)
  t.equal(await insertMessages(worker, [message]), 1)
  t.equal(await insertMessages(worker, [{ ...message, id: v7(), kind: 'closed' }]), 0)
  const notice = { ...message, finding_id: null, kind: 'slice', cause: 'issued' } as const
  const others = [
    { ...message, id: v7(), recipient: 'handler' } as const,
    { ...message, id: v7(), cause: 'event/2' },
    { ...notice, id: v7() },
    { ...notice, id: v7(), unit_id: seed.units[1] },
    { ...notice, id: v7(), unit_id: null },
  ]
  t.equal(await insertMessages(worker, others), 5)
  t.equal(
    await insertMessages(
      worker,
      others.map((one) => ({ ...one, id: v7() })),
    ),
    0,
  )
  const all = [message, message].map((one) => ({ ...one, id: v7(), cause: 'at once' }))
  const [a, b] = await Promise.all(all.map((one) => insertMessages(worker, [one])))
  t.equal((a ?? 0) + (b ?? 0), 1)
})

t.test('messages are claimed by a lease, by one only, and said once', async (t) => {
  const { worker, seed, finding } = await said(t)
  const messages = Array.from({ length: 30 }, (_, n) =>
    messageOf(finding, { cause: `event/${n}`, urgent: n === 7, created_at: plusMs(AT, n) }),
  )
  await insertMessages(worker, messages)
  const urgent = { office_id: seed.office, kinds: [], until: plusMs(AT, 99) }
  const foreign = { ...urgent, office_id: v7() }
  t.same(await claimForUnits(worker, foreign, LEASE, 9), [], 'of its office only')
  t.same(
    await claimForOffice(worker, urgent, LEASE),
    [],
    'what is for a unit is not for the office',
  )
  const before = { ...urgent, kinds: MESSAGES, until: plusMs(AT, -1) }
  t.same(await claimForUnits(worker, before, LEASE, 9), [], 'what came later is for the next time')
  t.same(await cameLater(worker, before), { urgent: true })
  t.equal(await cameLater(worker, urgent), null)
  t.same(
    (await claimForUnits(worker, urgent, LEASE, 9)).map(({ cause }) => cause),
    ['event/7'],
  )
  const all = { ...urgent, kinds: MESSAGES }
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimForUnits(worker, all, LEASE, 9)))
  const ids = claims.flat().map(({ id }) => id)
  t.equal(new Set(ids).size, ids.length)
  const rest = await claimForUnits(worker, all, LEASE, 9)
  t.equal(ids.length + rest.length, 29)
  const [back, ...gone] = [...claims.flat(), ...rest]
  if (!back) throw new Error('nothing claimed')
  await markMessages(worker, [
    { id: back.id, status: 'waiting', said_at: null, mail_id: null },
    ...gone.map(({ id }) => ({ id, status: 'said', said_at: AT, mail_id: null }) as const),
  ])
  t.same(
    (await claimForUnits(worker, all, LEASE, 9)).map(({ id }) => id),
    [back.id],
  )
})

t.test('a lease that runs out is claimed again', async (t) => {
  const { worker, seed, finding } = await said(t)
  await insertMessages(worker, [messageOf(finding)])
  const all = { office_id: seed.office, kinds: MESSAGES, until: plusMs(AT, 99) }
  t.equal((await claimForUnits(worker, all, 30, 9)).length, 1)
  await setTimeout(60)
  t.equal((await claimForUnits(worker, all, 30, 9)).length, 1)
})

t.test(
  'a mail is tried until it is accepted, refused or given up, and every attempt is logged',
  async (t) => {
    const { worker, seed } = await said(t)
    const mail = {
      office_id: seed.office,
      unit_id: seed.units[0],
      person_id: null,
      kind: 'digest',
      to_name: '联络员',
      to_address: 'a@b.test',
      subject: '一',
      text: '二',
      html: null,
      rehearsal: false,
      created_at: AT,
    }
    const [accepted, refused, deferred] = [v7(), v7(), v7()]
    await insertMails(
      worker,
      [accepted, refused, deferred].map((id) => ({ ...mail, id })),
    )
    await insertMails(worker, [{ ...mail, id: accepted, subject: 'again' }])
    const ours = { id: v7(), lease_ms: 50 }
    const another = { id: v7(), lease_ms: LEASE }
    const claimed = await claimMails(worker, seed.office, 10, ours)
    t.equal(claimed.length, 3)
    t.ok(
      claimed.every(
        ({ subject, status, attempts }) =>
          subject === '一' && status === 'queued' && attempts === 0,
      ),
    )
    await renewClaim(worker, another)
    await renewClaim(worker, { ...ours, lease_ms: LEASE })
    await setTimeout(60)
    t.same(await claimMails(worker, seed.office, 10, another), [], 'held on by its claim alone')
    const attempt = { at: AT, reason: null, next_attempt_at: null, message_id: null }
    await recordAttempt(worker, {
      ...attempt,
      mail_id: accepted,
      outcome: 'accepted',
      message_id: '<1@b>',
    })
    await recordAttempt(worker, {
      ...attempt,
      mail_id: refused,
      outcome: 'refused',
      reason: '拒收',
    })
    const past = fromEpoch(Date.now() - 1_000)
    const future = fromEpoch(Date.now() + 60_000)
    const defer = { ...attempt, mail_id: deferred, outcome: 'deferred', reason: '稍后' } as const
    await recordAttempt(worker, { ...defer, next_attempt_at: past })
    t.same(
      (await claimMails(worker, seed.office, 10, { id: v7(), lease_ms: 30 })).map(({ id }) => id),
      [deferred],
    )
    await recordAttempt(worker, { ...defer, next_attempt_at: future })
    t.same(
      await claimMails(worker, seed.office, 10, { id: v7(), lease_ms: 30 }),
      [],
      'not before its next attempt',
    )
    await recordAttempt(worker, { ...defer, next_attempt_at: null })
    await recordAttempt(worker, { ...attempt, mail_id: accepted, outcome: 'deferred' })
    const ends = await worker.run(sql`select id, status, attempts, message_id, last_error, sent_at
    from mail order by id`)
    t.same(ends, [
      {
        id: accepted,
        status: 'sent',
        attempts: 1,
        message_id: '<1@b>',
        last_error: null,
        sent_at: AT,
      },
      {
        id: refused,
        status: 'refused',
        attempts: 1,
        message_id: null,
        last_error: '拒收',
        sent_at: null,
      },
      {
        id: deferred,
        status: 'failed',
        attempts: 3,
        message_id: null,
        last_error: '稍后',
        sent_at: null,
      },
    ])
    t.match(await listAttempts(worker, deferred), [{ n: 1 }, { n: 2 }, { n: 3, reason: '稍后' }])
  },
)

t.test('many commands plan one gathering a minute, and its office is told', async (t) => {
  const { worker, seed } = await said(t)
  const gather = (at: typeof AT) => planGather(worker, { id: v7(), office_id: seed.office, at })
  const live = () => liveMilestones(worker, [seed.office])
  await Promise.all([1, 2, 3, 4].map(() => gather(AT)))
  await gather(plusMs(AT, 59_000))
  const [first, ...more] = await live()
  t.match(first, { kind: 'gather', at: AT, wake_at: AT, finding_id: null })
  t.same(more, [])
  t.match(await claimToTell(worker, 10, 0), [{ subject_id: seed.office, kind: 'office' }])
  await gather(plusMs(AT, 60_000))
  t.same(
    (await live()).map(({ at }) => at),
    [AT, plusMs(AT, 60_000)],
  )
  const taken = (await live()).map((row) => ({ ...row, outcome: 'taken', taken_at: AT }) as const)
  await markMilestones(worker, taken)
  await gather(AT)
  t.same(
    (await live()).map(({ id }) => id),
    [first?.id],
    'where the clock stands still it comes back',
  )
})
