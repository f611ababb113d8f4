import t from 'tap'
import { catchUpFinding } from '../../src/activities/catch-up.js'
import { createTakingAlong } from '../../src/activities/take-along.js'
import { catchUp } from '../../src/commands/catch-up.js'
import { lockFindings } from '../../src/db/finding.js'
import { statement } from '../../src/db/handle.js'
import { liveMilestones } from '../../src/db/milestone.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf, plusDays } from '../../src/domain/instant.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { activityDeps, inActivity } from './support.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
/** Past the due of all but the last. */
const DUE = instantOf('2022-09-30T16:00:00.000Z')
const SPOIL = statement<never>('update finding set seq = seq - 1 where id = $1')
/** More than a page. */
const TOGETHER = 120

/** Findings that fall due together and one that is due much later, and how each of them is woken. */
async function dueTogether(count: number) {
  const office = await testOffice(t, { clock: START })
  const [unit = ''] = office.units
  const later = { date: dateOf('2022-12-30'), time: null }
  const lines = [
    ...Array.from({ length: count }, () => lineFor(unit)),
    lineFor(unit, { own_due: later }),
  ]
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { findings } = await issue(office, lines, dates)
  await jump(office, DUE)
  // Its receipt is deemed by then; on it nothing is due any more.
  await catchUp(office.worker, office.office_id, findings.slice(count))
  const { deps, alarms } = await activityDeps(t, office)
  const along = createTakingAlong(deps)
  const wake = (id = '') => catchUpFinding(deps, along, id)
  /** Which of them still have something due. */
  const waiting = async () => {
    const rows = await liveMilestones(office.worker.pool, findings)
    return findings.filter((id) => rows.some((row) => row.subject_id === id && row.at <= DUE))
  }
  return { office, findings, deps, along, wake, waiting, alarms }
}

t.test('whoever wakes takes along what else of the office is due', async (t) => {
  const { findings, wake, waiting, alarms } = await dueTogether(TOGETHER)
  t.equal((await waiting()).length, TOGETHER)
  // How many pages fit into the time of one depends on the machine.
  let woken = 0
  for (let left = findings; left.length > 0; left = await waiting()) {
    t.not(await wake(left[0]), 'settled')
    woken += 1
  }
  t.ok(woken < TOGETHER / 10, `${woken} woke`)
  t.strictSame(alarms, [])
})

t.test('and nothing where nothing is due on its own, nor what somebody holds', async (t) => {
  const { office, findings, wake, waiting } = await dueTogether(3)
  const [first = '', second = '', third = '', fourth = ''] = findings
  await wake(fourth)
  t.strictSame(await waiting(), [first, second, third])
  await transaction(office.owner, async (tx) => {
    await lockFindings(tx, [second])
    await wake(first)
  })
  t.strictSame(await waiting(), [second])
})

t.test('who wakes meanwhile waits for whoever takes along', async (t) => {
  const { office, along, waiting } = await dueTogether(TOGETHER)
  const { office_id } = office
  t.equal(await along.underWay(office_id), false)
  const taking = along.take(office_id)
  t.equal(along.take(office_id), taking, 'one at a time')
  t.equal(await along.underWay(office_id), true)
  t.ok((await waiting()).length < TOGETHER, 'until some are done')
  t.equal(await along.underWay(office_id), false)
})

t.test('and takes nothing where that was done for it', async (t) => {
  const { office, findings, deps } = await dueTogether(3)
  const taken: string[] = []
  const along = {
    async underWay() {
      await catchUp(office.worker, office.office_id, findings)
      return true
    },
    async take(officeId: string) {
      taken.push(officeId)
    },
  }
  t.not(await catchUpFinding(deps, along, findings[0] ?? ''), 'settled')
  t.strictSame(taken, [])
})

t.test('one that does not agree with itself keeps nobody else waiting', async (t) => {
  const { office, findings, wake, waiting, alarms } = await dueTogether(20)
  const [first = '', second = '', third = ''] = findings
  await office.owner.run(SPOIL(second))
  t.not(await inActivity(() => wake(first)), 'settled')
  t.strictSame(await waiting(), [second])
  t.match(alarms, [{ message: 'a finding could not be caught up', fields: { finding: second } }])
  t.not(await wake(third), 'settled')
  t.equal(alarms.length, 1, 'it is left to its own timer')
})

const PAST = statement<never>(
  `with moved as (
     update milestone set at = now() - $2::interval, wake_at = now() - $2::interval + $3::interval
     where finding_id = $1 and kind = 'fall_due' returning at
   )
   update finding set due_at = (select at from moved) where id = $1`,
)

t.test('in a real office what woke of late is taken along, and nothing else', async (t) => {
  const office = await testOffice(t)
  const [unit = ''] = office.units
  const today = dateOf(new Date().toISOString().slice(0, 10))
  const lines = Array.from({ length: 4 }, () => lineFor(unit))
  const dates = { issued_on: plusDays(today, -1), due: plusDays(today, 60) }
  const { findings } = await issue(office, lines, dates)
  const [first = '', late = '', spread = '', stuck = ''] = findings
  for (const [id, ago, spreadBy] of [
    [first, '1 minute', '0'],
    [late, '1 minute', '0'],
    [spread, '1 minute', '10 minutes'],
    [stuck, '11 minutes', '0'],
  ] as const)
    await office.owner.run(PAST(id, ago, spreadBy))
  const { deps } = await activityDeps(t, office)
  await catchUpFinding(deps, createTakingAlong(deps), first)
  const rows = await liveMilestones(office.worker.pool, findings)
  const left = rows.filter(({ kind }) => kind === 'fall_due').map(({ subject_id }) => subject_id)
  t.strictSame(left.toSorted(), [spread, stuck].toSorted())
})
