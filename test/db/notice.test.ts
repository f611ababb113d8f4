import t from 'tap'
import { v7 } from 'uuid'
import { updateFindings } from '../../src/db/finding.js'
import {
  findNotice,
  insertNotice,
  listNotices,
  lockNotice,
  updateNotice,
} from '../../src/db/notice.js'
import {
  findOperation,
  finishOperation,
  insertOperation,
  recordProgress,
} from '../../src/db/operation.js'
import { lockSlices, proveSlices, updateSlices } from '../../src/db/slice.js'
import { findSlice } from '../../src/db/slice-list.js'
import { surroundingsOf } from '../../src/db/surroundings.js'
import { transaction } from '../../src/db/transaction.js'
import { plusMs } from '../../src/domain/instant.js'
import { AT, noticeOf, type Seed, seedFindings } from './seed.js'
import { as, office } from './support.js'

const draftOf = (seed: Seed) =>
  noticeOf(seed, {
    id: v7(),
    number: null,
    status: 'draft',
    signer_id: null,
    issued_on: null,
    issued_at: null,
  })

t.test('a notice comes back as it was written, and an issued number is used once', async (t) => {
  const { api, seed } = await office(t)
  const clerk = { office: seed.office, scope: 'office' } as const
  const draft = {
    ...draftOf(seed),
    deadline: {
      kind: 'working_days',
      working_days: 5,
      counts_from: 'receipt',
      words: '收到之日起5个工作日内',
    } as const,
  }
  await as(api, clerk, async (tx) => {
    await insertNotice(tx, draft)
    t.same(await lockNotice(tx, draft.id), draft)
    const numbered = { ...draft, number: '2022年第3号', revision: 2 }
    await updateNotice(tx, numbered)
    t.same(await findNotice(tx, draft.id), numbered, 'a draft may bear a number that is used')
  })
  const issued = { ...noticeOf(seed), id: draft.id }
  await t.rejects(
    as(api, clerk, (tx) => updateNotice(tx, issued)),
    { code: 'UNIQUE', constraint: 'notice_number' },
  )
  await t.rejects(
    as(api, clerk, (tx) => updateNotice(tx, { ...issued, number: null, signer_id: null })),
    { code: '23514', name: /error/i, constraint: 'notice_issued' },
  )
  const unit = { office: seed.office, scope: 'unit', units: [seed.units[0]] } as const
  await as(api, unit, async (tx) => {
    t.equal(await findNotice(tx, draft.id), null, 'a draft is the office’s')
    t.match(await findNotice(tx, seed.notice), { status: 'issued' })
  })
})

t.test('notices are paged, newest first, ties by id, without their texts', async (t) => {
  const { migrate, seed } = await office(t)
  for (const ms of [0, 5, 5, 5, 9]) {
    await insertNotice(migrate, { ...draftOf(seed), created_at: plusMs(AT, ms) })
  }
  const seen: string[] = []
  let after = null
  for (;;) {
    const page = await listNotices(migrate, { office_id: seed.office }, { limit: 2, after })
    const last = page.at(-1)
    if (!last) break
    t.notOk('source_text' in last)
    seen.push(...page.map(({ created_at, id }) => `${created_at} ${id}`))
    after = { created_at: last.created_at, id: last.id }
  }
  t.equal(seen.length, 6)
  t.same(seen, seen.toSorted().toReversed())
  const issued = await listNotices(
    migrate,
    { office_id: seed.office, status: 'issued' },
    { limit: 9, after: null },
  )
  t.same(
    issued.map(({ id }) => id),
    [seed.notice],
  )
})

t.test(
  'of several proofs of delivery the earliest since the service of a finding counts',
  async (t) => {
    const { worker, migrate, seed } = await office(t)
    const [unit_id] = seed.units
    const prove = (ms: number, how: 'mail' | 'opened') =>
      proveSlices(worker, [
        {
          notice_id: seed.notice,
          unit_id,
          proof: { at: plusMs(AT, ms), as_of: plusMs(AT, ms), how, mail_id: null },
        },
      ])
    const listed = () => findSlice(worker, seed.notice, unit_id)
    t.match(await listed(), { proved_at: null, proof: null, opened_at: null })
    await prove(5, 'opened')
    t.match(await listed(), { proved_at: plusMs(AT, 5), proof: 'opened' })
    await prove(2, 'mail')
    await prove(3, 'opened')
    const first = { proved_at: plusMs(AT, 2), proof: 'mail' }
    t.match(await listed(), { ...first, opened_at: plusMs(AT, 3) }, 'the first reading stays')
    await prove(3, 'opened')
    t.match(await listed(), { ...first, opened_at: plusMs(AT, 3) }, 'known already')

    const [locked] = await seedFindings(migrate, seed, [{ served_at: AT }])
    if (!locked) throw new Error('no finding')
    const served = (ms: number) => {
      const finding = { ...locked.finding, served_at: plusMs(AT, ms) }
      return updateFindings(worker, [{ ...locked, finding }])
    }
    const proof = async () => (await surroundingsOf(worker, [locked.finding.id]))[0]?.proof
    t.match(await proof(), { at: plusMs(AT, 2), how: 'mail' })
    await served(4)
    t.match(await proof(), { at: plusMs(AT, 5), how: 'opened' }, 'it came to be in the slice later')
    t.match(await listed(), { ...first, opened_at: plusMs(AT, 5) }, 'and was not read before')
    await served(6)
    t.equal(await proof(), null)
    t.match(await listed(), { opened_at: null })
  },
)

t.test('slices are locked in one order and written back', async (t) => {
  const { worker, seed } = await office(t)
  const [a, b] = seed.units
  await transaction(worker, async (tx) => {
    const locked = await lockSlices(tx, seed.notice, [b, a])
    t.same(
      locked.map(({ unit_id }) => unit_id),
      [a, b].toSorted(),
    )
    const received = { received_at: AT, received_by: seed.people.reporters[0] }
    await updateSlices(
      tx,
      locked.map((slice) => ({ ...slice, ...received })),
    )
  })
  const after = await transaction(worker, (tx) => lockSlices(tx, seed.notice, [a, b]))
  t.ok(after.every(({ received_at }) => received_at === AT))
  const [first] = after
  if (!first) throw new Error('no slice')
  await t.rejects(
    updateSlices(worker, [{ ...first, unit_id: v7() }]),
    /1 of 1 rows of slice were not written/,
  )
})

t.test('a long job runs, tells how far it is and ends once', async (t) => {
  const { worker, seed } = await office(t)
  const id = v7()
  const job = {
    id,
    office_id: seed.office,
    kind: 'export',
    input: { of: 'ledger' },
    requested_by: null,
    created_at: AT,
  }
  await insertOperation(worker, job)
  t.equal(await recordProgress(worker, id, { rows: 5 }), true)
  t.match(await findOperation(worker, id), { ...job, status: 'running', progress: { rows: 5 } })
  const end = { status: 'done', result: { rows: 9 }, finished_at: AT } as const
  t.equal(await finishOperation(worker, id, end), true)
  t.equal(await finishOperation(worker, id, { ...end, status: 'cancelled' }), false)
  t.equal(await recordProgress(worker, id, {}), false)
  t.match(await findOperation(worker, id), { status: 'done', result: { rows: 9 }, finished_at: AT })
})
