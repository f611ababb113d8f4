import t from 'tap'
import { catchUpFinding } from '../../src/activities/catch-up.js'
import { createTakingAlong } from '../../src/activities/take-along.js'
import { catchUp } from '../../src/commands/catch-up.js'
import { lockFindings } from '../../src/db/finding.js'
import { statement } from '../../src/db/handle.js'
import { liveMilestones } from '../../src/db/milestone.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { activityDeps } from './support.js'

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
  return { office, findings, wake, waiting, alarms }
}

t.test('whoever wakes takes along what else of the office is due', async (t) => {
  const { findings, wake, waiting, alarms } = await dueTogether(TOGETHER)
  t.equal((await waiting()).length, TOGETHER)
  const views = await Promise.all(findings.slice(0, 3).map(wake))
  t.notOk(views.includes('settled'))
  t.strictSame(await waiting(), [])
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

t.test('one that does not agree with itself keeps nobody else waiting', async (t) => {
  const { office, findings, wake, waiting, alarms } = await dueTogether(3)
  const [first = '', second = '', third = ''] = findings
  await office.owner.run(SPOIL(second))
  t.not(await wake(first), 'settled')
  t.strictSame(await waiting(), [second, third], 'nobody was taken along with it')
  t.match(alarms, [{ message: 'findings could not be caught up together' }])
  await wake(third)
  t.strictSame(await waiting(), [second], 'but each has its own timer')
})
