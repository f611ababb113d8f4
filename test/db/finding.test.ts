import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import {
  deleteDraftFindings,
  findFinding,
  insertDraftFindings,
  lockFindings,
  lockFindingsOfNotice,
  patchLines,
  updateFindings,
} from '../../src/db/finding.js'
import type { LockedFinding, StoredFinding } from '../../src/db/finding-row.js'
import { transaction } from '../../src/db/transaction.js'
import { blankFinding, type Finding } from '../../src/domain/finding.js'
import { fromEpoch, plusDays, timeOf } from '../../src/domain/instant.js'
import { STATES } from '../../src/domain/vocabulary.js'
import { AT, DAY, dueAt, LINE, type Seed, seedFindings } from './seed.js'
import { as, office } from './support.js'

const withoutLine = ({ line: _, created_at: __, ...locked }: StoredFinding) => locked

/** A finding with every field set to something other than its beginning. */
function fullFinding(seed: Seed): Finding {
  const { office: office_id, notice: notice_id, policy: policy_version } = seed
  const blank = blankFinding({ id: v7(), office_id, notice_id, number: 7, policy_version })
  const due = { ...dueAt(AT, seed), time: timeOf('12:00'), provisional: true }
  const [person] = seed.people.reporters
  return {
    ...blank,
    state: 'responded',
    seq: 9,
    revision: 4,
    unit_id: seed.units[0],
    indicator_id: 'WV-1.1',
    severity: 'veto',
    handling: 'sensitive',
    urgent: true,
    tenure: 1,
    cycle: 2,
    cycle_since: AT,
    cycle_plan: 5,
    plan: 5,
    last_plan: 6,
    served_at: AT,
    service_date: DAY,
    received_at: AT,
    receipt_deemed: true,
    receipt_unproven: true,
    due_from_receipt: { hours: 24 },
    original_due: dueAt(AT, seed),
    due,
    late_from: due,
    taken_down_at: AT,
    contact_at: AT,
    delegated_to: { unit_id: null, person_id: person, inner_due: DAY },
    progress: { done: 1, total: 3 },
    progress_at: AT,
    fix_steps: [DAY],
    fixed: 'no',
    retest: { result: 'fail', observed_at: AT, round: 1 },
    reported: 'exempt',
    rung: 2,
    rung_base: 1,
    highest_rung: 3,
    fell_due_plan: 4,
    rounds: 1,
    round: {
      number: 1,
      result: 'fixed',
      submitted_by: [person],
      recallable_by: person,
      effective_at: AT,
      claimed_due: due,
      working_days_late: 2,
      review_begun: true,
      accepted_by: [],
      before: {
        state: 'rectifying',
        plan: 5,
        due,
        rung: 2,
        rung_base: 1,
        highest_rung: 3,
        fell_due_plan: null,
        turn_since: AT,
      },
    },
    returns: 2,
    formal_returns: 1,
    lookbacks: [DAY],
    lookback: { number: 1, opened_at: AT, from: AT },
    seen_again: true,
    revoked: true,
    repeats: { problem: [v7()], kind: [] },
    public_report: true,
    issued_by: person,
    supports: [{ unit_id: v7(), asked_at: AT, ended: false, done_at: AT }],
    requests: 3,
    extension: { id: v7(), number: 3, asked_at: AT, asked_by: [person], proposal: null, due },
    dispute: {
      id: v7(),
      number: 2,
      asked_at: AT,
      asked_by: [person],
      proposal: null,
      pauses: true,
      paused_since: AT,
    },
    transfer: {
      ...{ id: v7(), number: 1, asked_at: AT, asked_by: [person], proposal: null },
      ...{ pauses: true, paused_since: AT, target_unit_id: v7(), view: { agrees: true } },
    },
    extensions: 1,
    extension_days: 12,
    disputes: 2,
    transfers: 1,
    turn_since: AT,
    closed_at: AT,
    unreported: true,
  }
}

const carried = { handler_id: null, audience: 'unit', last_hash: 'h', last_event_at: AT } as const

t.test('every field of a finding comes back as it was written', async (t) => {
  const { migrate, seed } = await office(t)
  const finding = fullFinding(seed)
  const blank = { ...blankFinding(finding), id: finding.id }
  for (const [field, value] of Object.entries(finding)) {
    if (
      [
        'id',
        'office_id',
        'notice_id',
        'number',
        'policy_version',
        'asset_id',
        'followed_by',
      ].includes(field)
    )
      continue
    t.notSame(value, { ...blank }[field as keyof Finding], `${field} is told from its beginning`)
  }
  await insertDraftFindings(migrate, [
    { finding: blank, line: LINE, handler_id: null, created_at: AT },
  ])
  t.match(await findFinding(migrate, finding.id), {
    finding: blank,
    line: LINE,
    audience: 'office',
    last_hash: null,
    last_event_at: null,
    created_at: AT,
  })
  await transaction(migrate, async (tx) => {
    await updateFindings(tx, [{ finding, ...carried }])
    t.same((await lockFindings(tx, [finding.id])).map(withoutLine), [{ finding, ...carried }])
  })
  await updateFindings(migrate, [{ finding: blank, ...carried, audience: 'office' }])
  t.same((await findFinding(migrate, finding.id))?.finding, blank, 'and back to nothing')
})

t.test('any due, state and number survives', async (t) => {
  const { migrate, seed } = await office(t)
  const [first] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}]))
  if (!first) throw new Error('no finding')
  const instants = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(fromEpoch)
  const dues = fc.option(
    fc.record({
      at: instants,
      days: fc.integer({ min: 0, max: 9_999 }),
      provisional: fc.boolean(),
    }),
  )
  const samples = fc.sample(
    fc.record({
      due: dues,
      at: fc.option(instants),
      state: fc.constantFrom(...STATES),
      n: fc.nat(5),
    }),
    200,
  )
  for (const { due, at, state, n } of samples) {
    const full = due && {
      ...dueAt(due.at, seed),
      date: plusDays(DAY, due.days),
      provisional: due.provisional,
    }
    const finding = { ...first.finding, due: full, turn_since: at, state, rung: n }
    const locked: LockedFinding = { ...carried, finding, audience: 'office' }
    await updateFindings(migrate, [locked])
    t.same((await lockFindings(migrate, [finding.id])).map(withoutLine), [locked])
  }
})

t.test('a finding that is gone or out of reach is not silently left unwritten', async (t) => {
  const { api, migrate, seed } = await office(t)
  const [first] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}]))
  if (!first) throw new Error('no finding')
  const lost = { ...first, finding: { ...first.finding, id: v7() } }
  const system = { office: seed.office, scope: 'system' } as const
  await t.rejects(
    as(api, system, (tx) => updateFindings(tx, [first, lost])),
    /1 of \d+ rows of finding were not written/,
  )
})

t.test('locks are taken in one order, so that crossing batches never deadlock', async (t) => {
  const { migrate, worker, seed } = await office(t)
  const findings = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}, {}, {}, {}]))
  const ids = findings.map(({ finding }) => finding.id)
  const batches = Array.from({ length: 40 }, (_, turn) => (turn % 2 ? ids : ids.toReversed()))
  await Promise.all(
    batches.map((batch) =>
      transaction(worker, async (tx) => {
        const locked = await lockFindings(tx, batch)
        t.same(
          locked.map(({ finding }) => finding.id),
          ids,
        )
        const next = locked.map((one) => ({
          ...one,
          finding: { ...one.finding, seq: one.finding.seq + 1 },
        }))
        await tx.commitWith([updateFindings(tx, next)])
      }),
    ),
  )
  const after = await lockFindings(migrate, ids)
  t.same(
    after.map(({ finding }) => finding.seq),
    ids.map(() => 40),
    'no update was lost',
  )
})

t.test('a line is patched field by field', async (t) => {
  const { migrate, seed } = await office(t)
  const [a, b] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}, {}]))
  if (!a || !b) throw new Error('no findings')
  await patchLines(migrate, [
    { id: a.finding.id, problem: '错别字', place: null },
    { id: b.finding.id, own_due_date: DAY, place: '首页' },
  ])
  const lines = (await lockFindingsOfNotice(migrate, seed.notice)).map(({ line }) => line)
  t.same(lines, [
    { ...LINE, problem: '错别字', place: null },
    { ...LINE, own_due_date: DAY, place: '首页' },
  ])
  await t.rejects(patchLines(migrate, [{ id: v7(), problem: 'x' }]), /not written/)
})

t.test('only drafts are deleted', async (t) => {
  const { api, migrate, seed } = await office(t)
  const states = [{ state: 'draft' }, { state: 'notified' }, { state: 'withdrawn' }] as const
  const findings = await transaction(migrate, (tx) => seedFindings(tx, seed, states))
  const ids = findings.map(({ finding }) => finding.id)
  const clerk = { office: seed.office, scope: 'office' } as const
  t.equal(await as(api, clerk, (tx) => deleteDraftFindings(tx, ids)), 1)
  const force = sql`delete from finding returning id`
  t.equal((await as(api, clerk, (tx) => tx.run(force))).length, 0, 'nor by any other statement')
  t.equal((await lockFindings(migrate, ids)).length, 2)
})

t.test('the database refuses a finding that cannot be', async (t) => {
  const { migrate, seed } = await office(t)
  const [first] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}]))
  const id = first?.finding.id
  const refusals = {
    finding_state_check: sql`update finding set state = 'done' where id = ${id}`,
    finding_due: sql`update finding set due_at = now() where id = ${id}`,
    finding_audience: sql`update finding set unit_id = null where id = ${id}`,
    finding_office_id_unit_id_fkey: sql`update finding set unit_id = ${v7()} where id = ${id}`,
  }
  for (const [constraint, query] of Object.entries(refusals)) {
    await t.rejects(migrate.run(query), { name: /error/i, constraint })
  }
})

t.test('a reader waits for no writer', async (t) => {
  const { migrate, worker, seed } = await office(t)
  const [first] = await transaction(migrate, (tx) => seedFindings(tx, seed, [{}]))
  if (!first) throw new Error('no finding')
  await transaction(migrate, async (tx) => {
    await updateFindings(tx, [{ ...first, finding: { ...first.finding, urgent: true } }])
    t.equal((await findFinding(worker, first.finding.id))?.finding.urgent, false)
    const beside = sql`insert into message (id, office_id, finding_id, cause, kind, recipient, created_at)
      values (${v7()}, ${seed.office}, ${first.finding.id}, 'c', 'closed', 'unit', ${AT})`
    await worker.run(beside)
  })
})
