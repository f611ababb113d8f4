import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { updateFindings } from '../../src/db/finding.js'
import { type Handle, statement } from '../../src/db/handle.js'
import { findingsOfSlips, findSlip, joinDraftSlips, openDraftSlips } from '../../src/db/slip.js'
import { leaveDraftSlips, rejoinDraftSlips } from '../../src/db/slip-undone.js'
import { transaction } from '../../src/db/transaction.js'
import { AT, seedFindings } from './seed.js'
import { office } from './support.js'

const SUPERSEDE = statement<never>(`update slip set status = 'superseded' where id = $1`)

/** A draft of rung 2 that lists two findings, of which the second has lost the rung since. */
async function listing(t: Test) {
  const { migrate, seed } = await office(t)
  const climbed = { rung: 2, highest_rung: 2 }
  const [first, second] = await transaction(migrate, (tx) =>
    seedFindings(tx, seed, [climbed, climbed]),
  )
  if (!first || !second) throw new Error('no findings')
  const of = { notice_id: seed.notice, unit_id: seed.units[0], rung: 2 } as const
  const id = v7()
  await transaction(migrate, async (tx) => {
    await openDraftSlips(tx, [{ ...of, id, office_id: seed.office, drafted_at: AT }])
    const joining = [first, second].map(({ finding }) => ({
      finding_id: finding.id,
      joined_at: AT,
    }))
    await joinDraftSlips(
      tx,
      joining.map((one) => ({ ...of, ...one })),
    )
    await updateFindings(tx, [{ ...second, finding: { ...second.finding, rung: 0 } }])
  })
  const recalled = { finding_id: first.finding.id, rung: 2, since: AT, joined_at: AT } as const
  const listed = async () =>
    (await findingsOfSlips(migrate, [id])).map(({ finding_id }) => finding_id).toSorted()
  const recall = (h: Handle) => rejoinDraftSlips(h, [recalled])
  return { migrate, id, first: first.finding.id, second: second.finding.id, listed, recall }
}

t.test(
  'a recall revives the draft its answer ended, without what lost the rung since',
  async (t) => {
    const { migrate, id, first, listed, recall } = await listing(t)
    await migrate.run(SUPERSEDE(id))
    await transaction(migrate, recall)
    t.match(await findSlip(migrate, id), { status: 'draft', revision: 2 })
    t.same(await listed(), [first])
  },
)

t.test('a draft that lives on keeps its list and its revision', async (t) => {
  const { migrate, id, first, second, listed, recall } = await listing(t)
  await transaction(migrate, recall)
  t.match(await findSlip(migrate, id), { status: 'draft', revision: 1 })
  t.same(await listed(), [first, second].toSorted())
})

t.test('two recalls at once revive it once', async (t) => {
  const { migrate, id, recall } = await listing(t)
  await migrate.run(SUPERSEDE(id))
  const second = await transaction(migrate, async (tx) => {
    await recall(tx)
    const waiting = transaction(migrate, recall)
    await setTimeout(200)
    return { waiting }
  })
  await second.waiting
  t.match(await findSlip(migrate, id), { status: 'draft', revision: 2 })
})

t.test(
  'a draft that loses a finding is another revision, and one that loses none is not',
  async (t) => {
    const { migrate, id, first, second, listed } = await listing(t)
    const leave = (finding_id: string) =>
      transaction(migrate, (tx) => leaveDraftSlips(tx, [{ finding_id, rung: 2 }]))
    await leave(second)
    t.match(await findSlip(migrate, id), { status: 'draft', revision: 2 })
    t.same(await listed(), [first])
    await leave(second)
    t.match(await findSlip(migrate, id), { status: 'draft', revision: 2 })
  },
)
