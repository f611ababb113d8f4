import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { createActivities } from '../../src/activities/index.js'
import { claimToSend } from '../../src/activities/mail-claim.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { readView } from '../../src/db/clock-view.js'
import { statement } from '../../src/db/handle.js'
import { countLate } from '../../src/db/late-work.js'
import { insertMails } from '../../src/db/mail.js'
import { nextStop } from '../../src/db/rehearsal.js'
import { fromEpoch, type Instant } from '../../src/domain/instant.js'
import { localDateOf } from '../../src/domain/zone.js'
import type { Delivery } from '../../src/mail/delivery.js'
import type { OutgoingMail } from '../../src/mail/mime.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { at, ISSUED, scene } from './scene.js'
import { activityDeps, inActivity } from './support.js'

const PER_DAY = 20
const HOUR = 3_600_000

type Server = (mail: OutgoingMail) => Delivery
const takes: Server = ({ id }) => ({
  ...{ outcome: 'accepted', message_id: `<${id}>`, response: '250' },
})
const putsOff: Server = () => ({
  ...{ outcome: 'deferred', code: '421', reason: '稍后再试', about: 'server' },
})

/** A real office with several workers that share a quota, and a mail server. */
async function sending(t: Test, workers: number) {
  const office = await testOffice(t, { units: 1, clock: null })
  await planMissingOpenings(office.worker)
  const seen: string[] = []
  let server = takes
  const send = async (mail: OutgoingMail) => {
    const word = server(mail)
    if (word.outcome === 'accepted') seen.push(mail.id)
    return word
  }
  const { deps, alarms } = await activityDeps(t, office, {
    mailer: { send },
    mailsPerDay: PER_DAY,
  })
  const all = Array.from({ length: workers }, () => createActivities(deps))
  const id = office.office_id
  return {
    office,
    deps,
    seen,
    alarms,
    serve: (next: Server) => (server = next),
    async queue(kind: string, count: number) {
      const mails = Array.from({ length: count }, () => ({
        ...{ id: v7(), office_id: id, unit_id: office.units[0] ?? null, person_id: null, kind },
        ...{ to_name: '单位', to_address: 'unit1@example.com', subject: kind, text: kind },
        ...{ html: null, rehearsal: false, created_at: fromEpoch(Date.now() - HOUR) },
      }))
      await insertMails(office.worker.pool, mails)
      return mails.map((mail) => mail.id)
    },
    send: () => Promise.all(all.map((one) => inActivity(() => one.sendMails(id)))),
    async nextSending() {
      const told = await readView(office.worker.pool, id)
      return told?.view.milestones.find(({ kind }) => kind === 'send_mail')?.at ?? 0
    },
    /** As if it were the next day. */
    sleep: () => office.owner.run(TOMORROW()),
  }
}

const TOMORROW = statement<never>(
  `update mail set counted_on = counted_on - 1, next_attempt_at = case
     when status = 'queued' then least(next_attempt_at, clock_timestamp()) end`,
)

t.test('S23 an office sends no more than its quota of a day, the rest on the next', async (t) => {
  const { office, seen, alarms, queue, send, nextSending, sleep } = await sending(t, 4)
  const ordinary = await queue('unit', 30)
  const served = await queue('slice', 8)
  await send()
  t.equal(seen.length, 18, 'the last tenth is kept')
  t.same(seen.filter((id) => served.includes(id)).length, 8, 'what serves goes first')
  const told = alarms.filter(({ message }) => message.includes('mails of the day'))
  t.match(told, [{ fields: { office: office.office_id, waiting: 20 } }])
  const next = await nextSending()
  t.ok(next > Date.now() && next <= Date.now() + 24 * HOUR, 'the workflow waits for the next day')
  t.equal(new Date(next + 8 * HOUR).getUTCHours(), 8, 'which begins at eight in China')

  const urgent = await queue('unit_urgent', 3)
  await queue('unit', 1)
  await send()
  t.equal(seen.length, PER_DAY + 1, 'what is urgent goes, whatever was sent')
  t.ok(urgent.every((id) => seen.includes(id)))
  const late = await queue('slice', 1)
  await send()
  t.notOk(seen.includes(late[0] ?? ''))
  const now = fromEpoch(Date.now())
  const { messages } = await countLate(office.worker.pool, office.office_id, {
    ...{ wokenBefore: now, soon: { kinds: [], before: now }, openedBefore: now },
  })
  t.equal(messages, 22, 'the watchdog counts what waits')
  await send()
  t.equal(seen.length, PER_DAY + 1)

  await sleep()
  await send()
  t.same(seen.length, PER_DAY + 1 + 18)
  t.ok(seen.includes(late[0] ?? ''), 'what serves is not passed by')
  await sleep()
  await send()
  t.same(seen.toSorted(), [...new Set(seen)].toSorted(), 'nothing twice')
  t.equal(seen.length, 43, 'and nothing lost')
  t.ok(ordinary.every((id) => seen.includes(id)))
})

t.test('S23 what a worker that died had counted goes all the same', async (t) => {
  const { office, deps, seen, queue, send } = await sending(t, 1)
  const counted = await queue('unit', 18)
  const wish = { office_id: office.office_id, limit: 18, lease_ms: 1, perDay: PER_DAY }
  const dead = await claimToSend(deps, wish)
  dead.letGo()
  t.equal(dead.mails.length, 18)
  await queue('slice', 2)
  await queue('unit', 1)
  await send()
  t.ok(counted.every((id) => seen.includes(id)))
  t.equal(seen.length, PER_DAY, 'and nothing beside them')
})

t.test('S23 what no server took leaves its place to others', async (t) => {
  const { seen, serve, queue, send } = await sending(t, 1)
  await queue('unit', 18)
  serve(putsOff)
  await send()
  serve(takes)
  t.equal(seen.length, 0)
  const others = await queue('unit', 18)
  await send()
  t.same(seen.toSorted(), others.toSorted())
})

t.test('S23 however many findings are imported, an address gets one mail a day', async (t) => {
  const { office, day } = await scene(t)
  const lines = office.units.flatMap((unit) => Array.from({ length: 100 }, () => lineFor(unit)))
  await issue(office, lines, ISSUED)
  const boxes = new Map<string, number>()
  const live = async (now: Instant) => {
    await jump(office, now)
    for (const { to } of await day()) {
      const box = `${localDateOf('Asia/Shanghai', now)} ${to}`
      boxes.set(box, (boxes.get(box) ?? 0) + 1)
    }
  }
  const end = at('09-15 17:00')
  for (let now = at('09-08 10:30'); now < end; ) {
    await live(now)
    now = (await nextStop(office.worker.pool, office.office_id, now)) ?? end
  }
  t.same(
    [...boxes].filter(([, count]) => count > 1),
    [],
  )
  const days = new Set([...boxes.keys()].map((box) => box.slice(0, 10)))
  t.same([...days], ['2022-09-08', '2022-09-13', '2022-09-14', '2022-09-15'])
  t.equal(boxes.size, days.size * 6, 'a mailbox and a reporter of each unit')
})
