import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { catchUpOffice } from '../../src/activities/catch-up-office.js'
import { createTakingAlong } from '../../src/activities/take-along.js'
import { statement } from '../../src/db/handle.js'
import { liveMilestones } from '../../src/db/milestone.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { happened } from '../helpers/bulk.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { activityDeps, inActivity } from './support.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
const DUE = instantOf('2022-09-30T16:00:00.000Z')
/** More than two pages of either, and less than a whole last one. */
const TOGETHER = 110
/** Long beyond what two times as many take. */
const SECONDS = 60

/** A due that is recorded and never done: each time it is marked as taken something marks it as waiting. */
const STAYS = [
  'set local role none',
  `create function stays() returns trigger language plpgsql as $$
   begin new.outcome := null; new.taken_at := null; return new; end $$`,
  `create trigger stays before update on milestone for each row when (new.kind = 'fall_due')
   execute function stays()`,
].map((text) => statement<never>(text))

/** Findings that are due together and stay so. */
async function staying(t: Test) {
  const office = await testOffice(t, { clock: START })
  const [unit = ''] = office.units
  const lines = Array.from({ length: TOGETHER }, () => lineFor(unit))
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { findings } = await issue(office, lines, dates)
  await jump(office, DUE)
  await transaction(office.owner, async (tx) => {
    for (const text of STAYS) await tx.run(text())
  })
  const { deps, alarms } = await activityDeps(t, office)
  /** How many still have something due, and how often each due was recorded. */
  const left = async () => {
    const rows = await liveMilestones(office.worker.pool, findings)
    const due = rows.filter(({ at }) => at <= DUE)
    return { due: due.length, kinds: [...new Set(due.map(({ kind }) => kind))] }
  }
  return { office, deps, alarms, left, recorded: () => happened(office, 'fell_due') }
}

t.test(
  'what stays due whatever is done is taken along twice, and then left to itself',
  async (t) => {
    const { office, deps, alarms, left, recorded } = await staying(t)
    const along = createTakingAlong(deps)
    await along.take(office.office_id)
    const until = performance.now() + SECONDS * 1_000
    while (along.busy() && performance.now() < until) await sleep(20)
    const ended = !along.busy()
    await along.stop()
    t.ok(ended, 'it ends')
    t.strictSame(await left(), { due: TOGETHER, kinds: ['fall_due'] }, 'all else is done')
    const times = await recorded()
    t.equal(times.length, TOGETHER, 'none waits for those that come again')
    t.ok(
      times.every((one) => one <= 2),
      'and none comes a third time',
    )
    t.strictSame(alarms, [])
  },
)

t.test('an opening takes each of them once, and opens', async (t) => {
  const { office, deps, alarms, left, recorded } = await staying(t)
  const opened = inActivity(() => catchUpOffice(deps, office.office_id)).then(() => true)
  t.equal(
    await Promise.race([opened, sleep(SECONDS * 1_000, false, { ref: false })]),
    true,
    'it ends',
  )
  t.strictSame(await left(), { due: TOGETHER, kinds: ['fall_due'] })
  t.strictSame(await recorded(), Array(TOGETHER).fill(1))
  t.strictSame(alarms, [])
})
