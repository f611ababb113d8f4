import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import type { ToTell } from '../../src/db/clock-view.js'
import { lockFindings, updateFindings } from '../../src/db/finding.js'
import type { Handle } from '../../src/db/handle.js'
import { insertMilestones, markMilestones } from '../../src/db/milestone.js'
import { finishOperation, insertOperation } from '../../src/db/operation.js'
import { transaction } from '../../src/db/transaction.js'
import { rebuild, sweepLate } from '../../src/db/workflow-repair.js'
import { claimToTell, markTold, wantSubjects } from '../../src/db/workflow-sync.js'
import { plusMs, toEpoch } from '../../src/domain/instant.js'
import { AT, seedFindings, seedOffice } from './seed.js'
import { milestoneOf } from './seed-rows.js'
import { office } from './support.js'

const MINUTE = 60_000
const epoch = toEpoch(AT)

/** What a syncer records of what it has told. */
function versions(told: readonly (ToTell | undefined)[]) {
  return told.flatMap((one) =>
    one ? [{ subject_id: one.subject_id, version: one.view.version }] : [],
  )
}

async function told(t: Test, findings: number) {
  const all = await office(t)
  const { migrate, seed } = all
  const locked = await transaction(migrate, (tx) =>
    seedFindings(
      tx,
      seed,
      Array.from({ length: findings }, () => ({})),
    ),
  )
  const subjects = locked.map(
    ({ finding }) => ({ subject_id: finding.id, office_id: seed.office, kind: 'finding' }) as const,
  )
  return { ...all, findings: locked, subjects }
}

const rows = (h: Handle) =>
  h.run(
    sql<{ subject_id: string; wanted: number; told: number }>`
      select subject_id, wanted, told from workflow_sync order by subject_id`,
  )

t.test('what is wanted is told once, with where the finding stands', async (t) => {
  const { migrate, worker, seed, findings, subjects } = await told(t, 1)
  const [one] = findings
  if (!one) throw new Error('no finding')
  await transaction(migrate, async (tx) => {
    await insertMilestones(tx, [
      milestoneOf(one.finding, { at: plusMs(AT, 5), wake_at: plusMs(AT, MINUTE) }),
      milestoneOf(one.finding, { kind: 'remind', outcome: 'taken', taken_at: AT }),
    ])
    await wantSubjects(tx, subjects)
  })
  const [claimed] = await claimToTell(worker, 10, 5_000)
  const [wanted] = await wantSubjects(migrate, [])
  t.equal(wanted, undefined)
  t.match(claimed, {
    ...subjects[0],
    notice_id: seed.notice,
    unit_id: seed.units[0],
    view: {
      standing_clock: null,
      state: 'notified',
      settled: false,
      milestones: [{ kind: 'fall_due', step: 0, at: epoch + 5, wake_at: epoch + MINUTE }],
    },
  })
  t.equal(claimed?.view.milestones.length, 1, 'what was taken is told no more')
  t.same(await claimToTell(worker, 10, 5_000), [], 'leased')
  t.same(await markTold(worker, versions([claimed])), [claimed?.subject_id])
  t.same(await claimToTell(worker, 10, 5_000), [], 'told')
  t.match(await rows(worker), [{ wanted: claimed?.view.version, told: claimed?.view.version }])
})

t.test('a lease that runs out is taken by another', async (t) => {
  const { migrate, worker, subjects } = await told(t, 1)
  await wantSubjects(migrate, subjects)
  t.equal((await claimToTell(worker, 10, 30)).length, 1)
  await setTimeout(60)
  t.equal((await claimToTell(worker, 10, 5_000)).length, 1)
})

t.test('several syncers never hold the same subject', async (t) => {
  const { migrate, worker, subjects } = await told(t, 60)
  await wantSubjects(migrate, subjects)
  const claims = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(() => claimToTell(worker, 10, 5_000, true)),
  )
  const ids = claims.flat().map(({ subject_id }) => subject_id)
  t.equal(new Set(ids).size, ids.length)
  t.equal((await claimToTell(worker, 100, 5_000, true)).length, 60 - ids.length)
})

t.test(
  'a version is never told with an older view: claims while a command on many commits',
  async (t) => {
    const { worker, findings, subjects } = await told(t, 300)
    const [ids, states] = [
      findings.map(({ finding }) => finding.id),
      ['notified', 'returned'] as const,
    ]
    /** By version, the state its command wrote. */
    const written = new Map<number, string>()
    const command = (turn: number) =>
      transaction(worker, async (tx) => {
        const state = states[turn % 2] ?? 'notified'
        const locked = await lockFindings(tx, ids)
        void updateFindings(
          tx,
          locked.map((one) => ({ ...one, finding: { ...one.finding, state } })),
        )
        for (const { wanted } of await wantSubjects(tx, subjects)) written.set(wanted, state)
      })
    await command(0)
    let running = true
    const wrong: unknown[] = []
    const syncing = (async () => {
      while (running) {
        for (const { view } of await claimToTell(worker, 1_000, 0)) {
          if (written.get(view.version) !== view.state) wrong.push(view)
        }
      }
    })()
    for (let turn = 1; turn <= 40; turn += 1) await command(turn)
    running = false
    await syncing
    t.same(wrong, [])
  },
)

t.test('an older telling that arrives last is told over again', async (t) => {
  const { migrate, worker, subjects } = await told(t, 1)
  await wantSubjects(migrate, subjects)
  const [older] = await claimToTell(worker, 1, 1, true)
  await wantSubjects(migrate, subjects)
  await setTimeout(10)
  const [newer] = await claimToTell(worker, 1, 5_000, true)
  if (!older || !newer) throw new Error('nothing claimed')
  await markTold(worker, versions([newer]))
  t.same(await claimToTell(worker, 1, 5_000, true), [])
  await markTold(worker, versions([older]))
  const [again] = await claimToTell(worker, 1, 5_000, true)
  t.ok(again && again.view.version > newer.view.version)
  t.match(await rows(worker), [{ told: newer.view.version }], 'told never falls')
  await markTold(worker, versions([newer]))
  t.match(await rows(worker), [{ wanted: again?.view.version }], 'the same again changes nothing')
})

t.test('a command that holds a subject is not waited for', async (t) => {
  const { worker, subjects } = await told(t, 2)
  await wantSubjects(worker, subjects)
  const claimed = await claimToTell(worker, 10, 5_000, true)
  await transaction(worker, async (tx) => {
    await wantSubjects(tx, subjects.slice(0, 1))
    await markTold(worker, versions(claimed))
  })
  const after = await rows(worker)
  t.equal(after.filter(({ wanted, told }) => wanted === told).length, 1)
})

t.test('late milestones are told again, by each office’s own clock', async (t) => {
  const { migrate, worker, findings, subjects, seed } = await told(t, 3)
  const [late, early, taken] = findings
  if (!late || !early || !taken) throw new Error('no findings')
  const [now] = await worker.run(
    sql<{ now: typeof AT }>`select date_trunc('milliseconds', clock_timestamp()) as now`,
  )
  if (!now) throw new Error('no clock')
  const ago = (minutes: number) => plusMs(now.now, -minutes * MINUTE)
  const done = milestoneOf(taken.finding, { at: ago(60), wake_at: ago(60) })
  await insertMilestones(migrate, [
    milestoneOf(late.finding, { at: ago(60), wake_at: ago(6) }),
    milestoneOf(early.finding, { at: ago(60), wake_at: ago(4) }),
    done,
  ])
  await markMilestones(migrate, [{ ...done, outcome: 'taken', taken_at: ago(60) }])
  await wantSubjects(migrate, subjects)
  t.equal(await sweepLate(worker), 0, 'what waits to be told is the syncer’s')
  await markTold(worker, versions(await claimToTell(worker, 10, 5_000)))
  t.equal(await sweepLate(worker), 1)
  t.same(
    (await claimToTell(worker, 10, 5_000)).map((one) => one.subject_id),
    [late.finding.id],
  )

  const rehearsal = await transaction(migrate, (tx) => seedOffice(tx, plusMs(AT, 6 * MINUTE)))
  const [there] = await transaction(migrate, (tx) => seedFindings(tx, rehearsal, [{}]))
  if (!there) throw new Error('no finding')
  const subject = {
    subject_id: there.finding.id,
    office_id: rehearsal.office,
    kind: 'finding',
  } as const
  await insertMilestones(migrate, [
    milestoneOf(there.finding, { wake_at: plusMs(AT, 90 * MINUTE) }),
  ])
  await wantSubjects(migrate, [subject])
  const claimed = await claimToTell(worker, 10, 5_000)
  t.match(claimed, [{ view: { standing_clock: epoch + 6 * MINUTE } }])
  await markTold(worker, versions(claimed))
  t.equal(await sweepLate(worker), 1, 'a standing clock has no spread')
  t.not(seed.office, rehearsal.office)
})

t.test('rebuilding tells all that waits, with versions no workflow has seen', async (t) => {
  const { migrate, worker, findings, subjects, seed } = await told(t, 3)
  const [open, closed, draft] = findings
  if (!open || !closed || !draft) throw new Error('no findings')
  await updateFindings(migrate, [
    { ...closed, finding: { ...closed.finding, state: 'closed' } },
    { ...draft, finding: { ...draft.finding, state: 'draft' }, audience: 'office' },
  ])
  const job = {
    office_id: seed.office,
    kind: 'export',
    input: {},
    requested_by: null,
    created_at: AT,
  }
  const [running, finished] = [v7(), v7()]
  await insertOperation(migrate, { ...job, id: running })
  await insertOperation(migrate, { ...job, id: finished })
  await finishOperation(migrate, finished, { status: 'done', result: null, finished_at: AT })
  await wantSubjects(migrate, subjects.slice(0, 1))
  const [before] = await claimToTell(worker, 10, 5_000)
  t.same(await rebuild(worker), { finding: 1, operation: 1, office: 1 })
  const claimed = await claimToTell(worker, 10, 5_000)
  t.same(
    new Set(claimed.map((one) => one.subject_id)),
    new Set([open.finding.id, seed.office, running]),
  )
  t.ok(claimed.every(({ view }) => view.version > (before?.view.version ?? 0) + 1_000_000_000))
  t.same(new Set(claimed.map(({ view }) => view.settled)), new Set([false]))
})

t.test('while many wait, what was changed a moment ago is told later, and once', async (t) => {
  const { migrate, worker, subjects, findings } = await told(t, 60)
  const claimed = async (all?: boolean) => (await claimToTell(worker, 100, 10_000, all)).length
  const quiet = findings.slice(0, 5).map(({ finding }) => finding.id)
  const later = sql`update workflow_sync set wanted_at = clock_timestamp() - interval '2 s'
    where subject_id = any (${quiet}::uuid[])`
  await wantSubjects(worker, subjects)
  t.equal(await claimed(), 0, 'sixty at once, all just now')
  await migrate.run(later)
  t.equal(await claimed(), 5, 'those that have been quiet')
  t.equal(await claimed(true), 55, 'all, when it is time')
})
