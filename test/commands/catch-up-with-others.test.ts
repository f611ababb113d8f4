import t from 'tap'
import { catchUpFinding } from '../../src/activities/catch-up.js'
import { catchUp, catchUpWithOthers } from '../../src/commands/catch-up.js'
import { lockFindings } from '../../src/db/finding.js'
import { statement } from '../../src/db/handle.js'
import { liveMilestones } from '../../src/db/milestone.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { activityDeps } from '../activities/support.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
/** Past the due of all but the last. */
const DUE = instantOf('2022-09-30T16:00:00.000Z')
const SPOIL = statement<never>('update finding set seq = seq - 1 where id = $1')

/** Three findings that fall due together and one that is due much later. */
async function dueTogether() {
  const office = await testOffice(t, { clock: START })
  const [unit = ''] = office.units
  const later = { date: dateOf('2022-12-30'), time: null }
  const lines = [...[1, 2, 3].map(() => lineFor(unit)), lineFor(unit, { own_due: later })]
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { findings } = await issue(office, lines, dates)
  await jump(office, DUE)
  // Its receipt is deemed by then; on it nothing is due any more.
  await catchUp(office.worker, office.office_id, findings.slice(3))
  const [first = '', second = '', third = '', fourth = ''] = findings
  /** Which of them still have something due. */
  const waiting = async () => {
    const rows = await liveMilestones(office.worker.pool, findings)
    return findings.filter((id) => rows.some((row) => row.subject_id === id && row.at <= DUE))
  }
  return { office, first, second, third, fourth, waiting }
}

t.test('whoever wakes takes along what else of the office is due', async (t) => {
  const { office, first, waiting } = await dueTogether()
  const taken = await catchUpWithOthers(office.worker, office.office_id, first)
  t.strictSame([taken > 0, await waiting()], [true, []])
  t.equal(await catchUpWithOthers(office.worker, office.office_id, first), 0, 'nothing is left')
})

t.test('and nothing where nothing is due on its own, nor what somebody holds', async (t) => {
  const { office, first, second, third, fourth, waiting } = await dueTogether()
  t.equal(await catchUpWithOthers(office.worker, office.office_id, fourth), 0)
  t.strictSame(await waiting(), [first, second, third])
  await transaction(office.owner, async (tx) => {
    await lockFindings(tx, [second])
    await catchUpWithOthers(office.worker, office.office_id, first)
  })
  t.strictSame(await waiting(), [second])
})

t.test('one that does not agree with itself keeps nobody else waiting', async (t) => {
  const { office, first, second, waiting } = await dueTogether()
  await office.owner.run(SPOIL(second))
  const { deps, alarms } = await activityDeps(t, office)
  t.not(await catchUpFinding(deps, first), 'settled')
  t.notOk((await waiting()).includes(first))
  t.ok((await waiting()).includes(second))
  t.match(alarms, [{ message: 'findings could not be caught up together' }])
})
