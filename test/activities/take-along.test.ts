import { setTimeout as sleep } from 'node:timers/promises'
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
const HOLD = statement<never>('lock table milestone in access exclusive mode')
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
  const idle = async () => {
    while (along.busy()) await sleep(20)
  }
  /** Woken, and waited for whatever goes on when that one has had its answer. */
  const wake = async (id = '') => {
    const answer = await catchUpFinding(deps, along, id)
    await idle()
    return answer
  }
  /** Which of them still have something due. */
  const waiting = async () => {
    const rows = await liveMilestones(office.worker.pool, findings)
    return findings.filter((id) => rows.some((row) => row.subject_id === id && row.at <= DUE))
  }
  return { office, findings, deps, along, idle, wake, waiting, alarms }
}

t.test('whoever wakes takes along what else of the office is due', async (t) => {
  const { findings, wake, waiting, alarms } = await dueTogether(TOGETHER)
  t.equal((await waiting()).length, TOGETHER)
  t.not(await wake(findings[0]), 'settled')
  t.strictSame(await waiting(), [])
  t.strictSame(alarms, [])
})

t.test('it ends with the page under way when told to, and what is left is due still', async (t) => {
  const { office, along, wake, waiting } = await dueTogether(TOGETHER)
  const taking = along.take(office.office_id)
  await along.stop()
  await taking
  t.equal(along.busy(), false)
  const left = await waiting()
  t.equal(left.length, TOGETHER - 30)
  await wake(left[0])
  t.strictSame(await waiting(), left.slice(1), 'nothing is taken along any more')
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
  const { office, along, idle, waiting } = await dueTogether(TOGETHER)
  const { office_id } = office
  t.equal(await along.underWay(office_id), false)
  const taking = along.take(office_id)
  t.equal(along.busy(), true)
  t.equal(await along.underWay(office_id), true)
  t.ok((await waiting()).length < TOGETHER, 'until some are done')
  await taking
  await idle()
  t.equal(await along.underWay(office_id), false)
})

t.test('others are held back for it two minutes at most', async (t) => {
  const { office, along, idle } = await dueTogether(2)
  await transaction(office.owner, async (tx) => {
    await tx.run(HOLD())
    const taking = along.take(office.office_id)
    const now = performance.now()
    const { restore } = t.intercept(performance, 'now', { value: () => now + 120_001 })
    t.equal(along.busy(), false)
    restore()
    t.equal(along.busy(), true)
    await taking
  })
  await idle()
})

t.test('and takes nothing where that was done for it', async (t) => {
  const { office, findings, deps } = await dueTogether(3)
  const taken: string[] = []
  const along = {
    ...createTakingAlong(deps),
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
  const along = createTakingAlong(deps)
  await catchUpFinding(deps, along, first)
  while (along.busy()) await sleep(20)
  const rows = await liveMilestones(office.worker.pool, findings)
  const left = rows.filter(({ kind }) => kind === 'fall_due').map(({ subject_id }) => subject_id)
  t.strictSame(left.toSorted(), [spread, stuck].toSorted())
})
