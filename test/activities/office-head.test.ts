import t, { type Test } from 'tap'
import { createActivities } from '../../src/activities/index.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { listContactFaults } from '../../src/db/contact-fault.js'
import { statement } from '../../src/db/handle.js'
import { surroundingsOf } from '../../src/db/surroundings.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { mailerFor, startPostOffice } from '../mail/post-office.js'
import { at, ISSUED, scene, toUnit } from './scene.js'
import { act, SLIPS } from './slips.js'
import { activityDeps, inActivity } from './support.js'

const HEAD = 'head@example.com'
const ENTER = statement<never>(
  `update unit set office_head = jsonb_build_object('name', '李主任', 'address', $2::text) where id = $1`,
)
const LEAVE = statement<never>(`update unit set office_head = null where id = $1`)

const addressOf = (office: TestOffice, unit: number, role: 'unit.reporter' | 'unit.signatory') =>
  `${office.member(unit, role).person_id}@example.com`

t.test(
  'the first rung is told to the head of the unit’s office, and nothing else is',
  async (t) => {
    const { office, day } = await scene(t)
    const [one = '', two = ''] = office.units
    await office.owner.run(ENTER(one, HEAD))
    await issue(office, [lineFor(one), lineFor(one), lineFor(two)], ISSUED)
    const heard = async (wall?: string) => {
      const mails = await day(wall)
      t.ok(mails.length > 0, `somebody is written to ${wall ?? ''}`)
      return mails.filter(({ to }) => to === HEAD)
    }
    t.strictSame(await heard(), [], 'a slice')
    await day('09-09 09:00')
    t.strictSame(await heard('09-13 09:00'), [], 'a reminder')
    t.strictSame(await heard('09-14 09:00'), [], 'the due')

    const mails = await day('09-15 09:00')
    const [mail, ...more] = mails.filter(({ to }) => to === HEAD)
    t.strictSame(more, [], 'one mail for both findings')
    t.equal(mail?.text, toUnit(mails, 1).text, 'the unit’s own')
    t.match(mail?.text, /已逾期（2项）/)
    const other = [addressOf(office, 1, 'unit.reporter'), 'unit2@example.com']
    const reached = [HEAD, 'unit1@example.com', addressOf(office, 0, 'unit.reporter'), ...other]
    t.strictSame(mails.map(({ to }) => to).toSorted(), reached.toSorted(), 'and no principal')

    t.strictSame(await heard('09-16 09:00'), [], 'that it is overdue still')
    t.strictSame(await heard('09-19 09:00'), [], 'a slip that waits')
    const [slip] = (await office.owner.run(SLIPS())).filter(({ findings }) => findings === 2)
    t.equal(slip?.rung, 2)
    await act(office, slip?.id ?? '', { name: 'issue', number: '〔2022〕3号' })
    t.strictSame(await heard('09-19 09:10'), [], 'a slip')
  },
)

t.test('whoever is entered, a principal never is told, and nobody twice', async (t) => {
  const { office, day } = await scene(t)
  const [one = '', two = ''] = office.units
  await office.owner.run(ENTER(one, addressOf(office, 0, 'unit.signatory').toUpperCase()))
  await office.owner.run(ENTER(two, addressOf(office, 1, 'unit.reporter').toUpperCase()))
  await issue(office, [lineFor(one), lineFor(two)], ISSUED)
  for (const wall of ['09-08 10:10', '09-09 09:00', '09-13 09:00', '09-14 09:00']) await day(wall)
  const mails = await day('09-15 09:00')
  const reporters = [0, 1].map((unit) => addressOf(office, unit, 'unit.reporter'))
  t.strictSame(
    mails.map(({ to }) => to.toLowerCase()).toSorted(),
    ['unit1@example.com', 'unit2@example.com', ...reporters].toSorted(),
  )
})

/** An office whose mails travel over a real SMTP server that knows none of the dead. */
async function posted(t: Test, dead: readonly string[]) {
  const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
  await planMissingOpenings(office.worker)
  const server = await startPostOffice(t, {
    onRcptTo({ address }, _session, done) {
      if (!dead.includes(address)) return done()
      return done(Object.assign(new Error('no such user'), { responseCode: 550 }))
    },
  })
  const smtp = mailerFor(t, server.url, { returns_to: 'returns@office.example' })
  const { deps } = await activityDeps(t, office, {
    mailer: { send: (mail) => smtp.send({ ...mail, rehearsal: false }) },
  })
  const { catchUpOffice, sayWhatWaits, sendMails } = createActivities(deps)
  const [unit = ''] = office.units
  await office.owner.run(ENTER(unit, HEAD))
  /** To whom what the server took that day was sent, and what it says. */
  const day = (wall: string) =>
    inActivity(async () => {
      const seen = server.received.length
      await jump(office, at(wall))
      for (const act of [catchUpOffice, sayWhatWaits, sendMails]) await act(office.office_id)
      return server.received.slice(seen)
    })
  const faults = (standing?: boolean) => {
    const filter = { office_id: office.office_id, standing }
    return listContactFaults(office.owner, filter, { limit: 10, after: null })
  }
  return { office, unit, day, faults }
}

t.test('a head whom no mail reaches is told of as every dead contact is', async (t) => {
  const { office, unit, day, faults } = await posted(t, [HEAD])
  await issue(office, [lineFor(unit)], ISSUED)
  for (const wall of ['09-08 10:10', '09-13 09:00', '09-14 09:00']) await day(wall)
  t.strictSame(await faults(), [], 'nothing was sent there')
  await day('09-15 09:00')
  const found = { how: 'refused', address: HEAD, name: '李主任', person_id: null, unit_id: unit }
  t.match(await faults(true), [found])
  const told = await day('09-15 09:10')
  const to = told.flatMap((mail) => mail.to).toSorted()
  const handler = `${office.officer('office.handler').person_id}@example.com`
  const own = ['unit1@example.com', addressOf(office, 0, 'unit.reporter')]
  t.strictSame(to, [handler, ...own].toSorted(), 'the office, and the unit’s other contacts')
  await office.owner.run(LEAVE(unit))
  t.strictSame(await faults(true), [], 'over with the entry')
  t.equal((await faults()).length, 1)
})

t.test(
  'with a head who is reached the signatory learns of dead contacts all the same',
  async (t) => {
    const own: string[] = []
    const { office, unit, day } = await posted(t, own)
    await issue(office, [lineFor(unit)], ISSUED)
    for (const wall of ['09-08 10:10', '09-13 09:00']) await day(wall)
    own.push('unit1@example.com', addressOf(office, 0, 'unit.reporter'))
    await day('09-14 09:00')
    const told = await day('09-15 09:00')
    const signatory = addressOf(office, 0, 'unit.signatory')
    const to = (whom: string) => told.filter((mail) => mail.to.includes(whom))
    t.equal(to(HEAD).length, 1, 'the first rung, in the same mail')
    t.equal(to(signatory).length, 1)
  },
)

t.test('that the head’s server takes a mail proves no service', async (t) => {
  const own = ['unit1@example.com']
  const { office, unit, day, faults } = await posted(t, own)
  own.push(addressOf(office, 0, 'unit.reporter'))
  await issue(office, [lineFor(unit)], ISSUED)
  for (const wall of ['09-08 10:10', '09-13 09:00', '09-14 09:00']) await day(wall)
  await jump(office, at('09-14 19:00'))
  const head = { ...ISSUED, issued_on: ISSUED.due }
  const { findings } = await issue(office, [lineFor(unit)], { issued_on: head.issued_on })
  const taken = await day('09-15 09:00')
  t.ok(
    taken.some(({ to }) => to.includes(HEAD)),
    'one mail tells of both',
  )
  t.equal((await faults()).length, 2)
  const [about] = await surroundingsOf(office.owner, findings)
  t.equal(about?.proof, null)
})
