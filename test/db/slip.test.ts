import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { lockFindings, updateFindings } from '../../src/db/finding.js'
import type { LockedFinding } from '../../src/db/finding-row.js'
import { type Handle, statement } from '../../src/db/handle.js'
import {
  findingsOfSlips,
  findSlip,
  joinDraftSlips,
  lockSlip,
  openDraftSlips,
  supersedeUnowed,
  updateSlips,
} from '../../src/db/slip.js'
import { transaction } from '../../src/db/transaction.js'
import { AT, seedFindings } from './seed.js'
import { as, office } from './support.js'

/** An office with findings of its first unit that have climbed to rung 2, and the draft they all join. */
async function drafted(t: Test, findings: number) {
  const all = await office(t)
  const { migrate, seed } = all
  const locked = await transaction(migrate, (tx) =>
    seedFindings(
      tx,
      seed,
      Array.from({ length: findings }, () => ({ rung: 2, highest_rung: 2 })),
    ),
  )
  const draft = {
    office_id: seed.office,
    notice_id: seed.notice,
    unit_id: seed.units[0],
    rung: 2,
    drafted_at: AT,
  } as const
  const join = async (h: Handle, ...joining: readonly LockedFinding[]) => {
    const [opened] = await openDraftSlips(h, [{ ...draft, id: v7() }])
    const { notice_id, unit_id, rung } = draft
    const of = { notice_id, unit_id, rung, joined_at: AT }
    await joinDraftSlips(
      h,
      joining.map(({ finding }) => ({ ...of, finding_id: finding.id })),
    )
    if (!opened) throw new Error('no slip')
    return opened
  }
  const answer = (h: Handle, { finding, ...rest }: LockedFinding) =>
    updateFindings(h, [{ ...rest, finding: { ...finding, state: 'responded' } }])
  return { ...all, findings: locked, draft, join, answer }
}

t.test('findings of one unit, notice and rung join one draft and raise its revision', async (t) => {
  const { migrate, findings, join } = await drafted(t, 3)
  const [a, b, c] = findings
  if (!a || !b || !c) throw new Error('no findings')
  const first = await transaction(migrate, (tx) => join(tx, a))
  const second = await transaction(migrate, (tx) => join(tx, a, b, c))
  t.same(second, { ...first, opened: false })
  t.equal(first.opened, true)
  const on = await findingsOfSlips(migrate, [first.id])
  t.same(
    new Set(on.map(({ finding_id }) => finding_id)),
    new Set(findings.map((one) => one.finding.id)),
  )
  t.match(await findSlip(migrate, first.id), {
    status: 'draft',
    rung: 2,
    revision: 2,
    number: null,
  })
})

t.test('an issued slip is closed: the next finding opens a new draft', async (t) => {
  const { api, migrate, findings, join, seed } = await drafted(t, 2)
  const [a, b] = findings
  if (!a || !b) throw new Error('no findings')
  const { id } = await transaction(migrate, (tx) => join(tx, a))
  await transaction(migrate, async (tx) => {
    const slip = await lockSlip(tx, id)
    if (!slip) throw new Error('no slip')
    const issued = { status: 'issued', issued_at: AT, issued_by: seed.people.handler } as const
    await updateSlips(tx, [{ ...slip, ...issued, number: '1', revision: 2 }])
  })
  const next = await transaction(migrate, (tx) => join(tx, b))
  t.equal(next.opened, true)
  t.not(next.id, id)
  const unit = { office: seed.office, scope: 'unit', units: [seed.units[0]] } as const
  await as(api, unit, async (tx) => {
    t.match(await findSlip(tx, id), { status: 'issued', number: '1' })
    t.equal(await findSlip(tx, next.id), null, 'a draft never reaches a unit')
    t.equal((await findingsOfSlips(tx, [id, next.id])).length, 1)
  })
})

t.test('a draft is superseded by the last answer, not before', async (t) => {
  const { migrate, findings, join, answer } = await drafted(t, 2)
  const { id } = await transaction(migrate, (tx) => join(tx, ...findings))
  const ends: string[][] = []
  for (const one of findings) {
    await transaction(migrate, async (tx) => {
      await answer(tx, one)
      ends.push(await supersedeUnowed(tx, [one.finding.id]))
    })
  }
  t.same(ends, [[], [id]])
  t.match(await findSlip(migrate, id), { status: 'superseded', revision: 2 })
})

t.test('two last answers at once: one of them supersedes, whatever the order', async (t) => {
  const { migrate, worker, findings, join, answer } = await drafted(t, 2)
  const { id } = await transaction(migrate, (tx) => join(tx, ...findings))
  const [first, second] = findings
  if (!first || !second) throw new Error('no findings')
  const superseded = await transaction(worker, async (tx) => {
    await answer(tx, first)
    t.same(await supersedeUnowed(tx, [first.finding.id]), [], 'the other is still open')
    const waiting = transaction(worker, async (other) => {
      await answer(other, second)
      return await supersedeUnowed(other, [second.finding.id])
    })
    // The second now waits for the slip; it must judge by what the first leaves behind.
    await setTimeout(200)
    return { waiting }
  })
  t.same(await superseded.waiting, [id])
})

t.test('many answers and joins at once leave no open draft without an open finding', async (t) => {
  const { migrate, worker, findings, join, answer } = await drafted(t, 12)
  await transaction(migrate, (tx) => join(tx, ...findings.slice(0, 6)))
  const work = findings.map((one, index) =>
    transaction(worker, async (tx) => {
      await lockFindings(tx, [one.finding.id])
      if (index >= 6) return await join(tx, one)
      await answer(tx, one)
      return await supersedeUnowed(tx, [one.finding.id])
    }),
  )
  await Promise.all(work)
  for (const one of findings.slice(6)) {
    await transaction(worker, async (tx) => {
      await answer(tx, one)
      await supersedeUnowed(tx, [one.finding.id])
    })
  }
  const ids = findings.map(({ finding }) => finding.id)
  const all = await findingsOfSlips(migrate, await slipIds(migrate, ids))
  t.equal(new Set(all.map(({ finding_id }) => finding_id)).size, 12, 'each is on a slip')
  for (const slip of new Set(all.map(({ slip_id }) => slip_id))) {
    t.match(await findSlip(migrate, slip), { status: 'superseded' })
  }
})

async function slipIds(h: Handle, findingIds: readonly string[]): Promise<string[]> {
  const of = statement<{ slip_id: string }>(
    'select distinct slip_id from slip_finding where finding_id = any ($1::uuid[])',
  )
  return (await h.run(of([...findingIds]))).map(({ slip_id }) => slip_id)
}
