import t from 'tap'
import { v7 } from 'uuid'
import { bulkNext, type OfSomebody } from '../../src/commands/bulk/next.js'
import { startBulk } from '../../src/commands/bulk/start.js'
import type { Deps } from '../../src/commands/deps.js'
import { cancelOperation } from '../../src/commands/operations.js'
import { type Principal, sees } from '../../src/commands/principal.js'
import { findFinding, lockFindings } from '../../src/db/finding.js'
import { sqlb } from '../../src/db/handle.js'
import { findOperation } from '../../src/db/operation.js'
import { setPrincipal } from '../../src/db/principal.js'
import { transaction } from '../../src/db/transaction.js'
import { sweepLate } from '../../src/db/workflow-repair.js'
import { DONE_AT_ONCE } from '../../src/domain/bulk.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { begun, happened, issued, outcomes, SAY } from '../helpers/bulk.js'
import { jump, newKey, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const CLOCK = instantOf('2022-09-08T02:00:00.000Z')

async function toTheEnd(deps: Deps, whose: OfSomebody, most = Number.POSITIVE_INFINITY) {
  let steps = 0
  while (steps < most && (await bulkNext(deps, whose)) === 'more') steps += 1
  return steps
}

t.test('whoever loses a right meanwhile is refused the rest', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const { pool } = office.worker
  const handler = office.officer('office.handler')
  const findings = await issued(office, 5)
  const whose = await begun(office, handler, SAY, findings)
  t.equal(await toTheEnd(office.worker, whose, 2), 2)
  const ends = sqlb.updateTable('membership').set({ until_on: dateOf('2022-09-07') })
  await office.owner.run(ends.where('person_id', '=', handler.person_id))
  t.equal(await toTheEnd(office.worker, whose), 3)
  t.strictSame(await outcomes(office, whose, findings), [
    ...['done', 'done', 'ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED'],
  ])
  t.strictSame(await happened(office, 'commented'), [1, 1])
  const done = await findOperation(pool, whose.id)
  t.match(done, { status: 'done', result: { taken: 5, done: 2, refused: 3 } })
  t.notOk(Object.hasOwn(Object(done?.input), 'fields'), 'the words are the findings’ alone')
})

t.test('the worker does for somebody only what they see', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const findings = await issued(office, 6)
  const own = findings.filter((_, n) => n % 2 === 0)
  const [, second = ''] = own
  const reporter = office.member(0)
  const whose = await begun(office, reporter, { name: 'acknowledge' }, [...own, findings[1] ?? ''])
  t.equal(await toTheEnd(office.worker, whose, 1), 1)
  const move = { name: 'reassign', unit_id: office.units[1] ?? '', reason: '由其主管' } as const
  const moved = await send(office, office.officer('office.reviewer'), second, move)
  t.equal(moved.code, null)
  await toTheEnd(office.worker, whose)
  t.strictSame(await outcomes(office, whose, [...own, findings[1] ?? '']), [
    ...['done', 'NOT_FOUND', 'done', 'NOT_FOUND'],
  ])

  // What is said in words is what the fence says.
  const leader = office.officer('office.leader')
  const helped = { name: 'name_supporting', unit_ids: [office.units[1] ?? ''] } as const
  await send(office, leader, own[2] ?? '', helped)
  const inspector = { ...office.officer('inspector'), scope: 'inspector' } as const
  for (const principal of [reporter, office.member(1), leader, inspector]) {
    for (const id of findings) {
      const stored = await findFinding(office.worker.pool, id)
      const shown = await transaction(office.api.pool, async (tx) => {
        await setPrincipal(tx, principal)
        return findFinding(tx, id)
      })
      if (!stored) throw new Error('no finding')
      t.equal(sees(principal, stored), shown !== null, `${principal.scope} ${id}`)
    }
  }
})

t.test('done by two at once, each finding is done once', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const findings = await issued(office, 24)
  const whose = await begun(office, office.officer('office.handler'), SAY, findings)
  const [some, others] = await Promise.all([
    toTheEnd(office.api, whose),
    toTheEnd(office.worker, whose),
  ])
  t.equal(some + others, 24)
  t.ok(some > 0 && others > 0, `${some} and ${others}`)
  t.strictSame(await happened(office, 'commented'), Array(24).fill(1))
  const { pool } = office.worker
  t.match(await findOperation(pool, whose.id), { result: { taken: 24, done: 24, refused: 0 } })

  const twice = await begun(office, office.officer('office.handler'), SAY, findings)
  const another = await begun(office, office.officer('office.leader'), SAY, findings)
  await Promise.all([toTheEnd(office.api, twice), toTheEnd(office.worker, another)])
  t.strictSame(await happened(office, 'commented'), Array(24).fill(3), 'two commands are two')
})

t.test('of two long jobs that somebody begins at once one runs, in each of twenty', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const handler = office.officer('office.handler')
  const items = Array.from({ length: DONE_AT_ONCE + 1 }, () => ({ id: v7(), revision: 1 }))
  const start = async (principal: Principal) => {
    const wish = {
      principal,
      command: SAY,
      signed_paper_id: null,
      choice: { by: 'ids', items },
    } as const
    const { body } = await startBulk(office.api, { ...wish, key: newKey() }, ({ kind }) => {
      return { status: kind === 'started' ? 202 : 409, body: kind, etag: null }
    })
    return body
  }
  const running = sqlb
    .selectFrom('operation')
    .select('requested_by')
    .where('status', '=', 'running')
  const leader = office.officer('office.leader')
  const end = sqlb.updateTable('operation').set({ status: 'cancelled', finished_at: CLOCK })
  for (let round = 1; round <= 20; round += 1) {
    const [others, ...own] = await Promise.all([start(leader), start(handler), start(handler)])
    const one = new Set(['started', 'running'])
    t.strictSame([others, new Set(own)], ['started', one], `round ${round}`)
    const whose = (await office.owner.run(running)).map(({ requested_by }) => requested_by)
    t.equal(whose.length, 2)
    t.strictSame(new Set(whose), new Set([handler.person_id, leader.person_id]))
    await office.owner.run(end.where('status', '=', 'running'))
  }
})

t.test('what another holds is refused as locked, and keeps none from its turn', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const findings = await issued(office, 3)
  const whose = await begun(office, office.officer('office.handler'), SAY, findings)
  await transaction(office.owner, async (tx) => {
    await lockFindings(tx, findings.slice(1, 2))
    await toTheEnd(office.worker, whose)
  })
  t.strictSame(await outcomes(office, whose, findings), ['done', 'LOCKED', 'done'])
})

t.test('one that is stopped keeps what is done', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const findings = await issued(office, 3)
  const whose = await begun(office, office.officer('office.handler'), SAY, findings)
  await toTheEnd(office.worker, whose, 1)
  const stop = { principal: office.officer('admin'), key: newKey(), id: whose.id }
  await cancelOperation(office.api, stop, () => ({ status: 200, body: null, etag: null }))
  t.equal(await toTheEnd(office.worker, whose), 0)
  t.strictSame(await outcomes(office, whose, findings), ['done', null, null])
  const { pool } = office.worker
  t.match(await findOperation(pool, whose.id), { status: 'cancelled', progress: { taken: 1 } })
})

for (const clock of [null, CLOCK]) {
  t.test('what somebody began and did not end is told to the worker by and by', async (t) => {
    const office = await testOffice(t, { clock })
    const findings = await issued(office, 2)
    if (clock) await jump(office, instantOf('2126-01-04T02:00:00.000Z'))
    const whose = await begun(office, office.officer('office.handler'), SAY, findings)
    const told = sqlb.selectFrom('workflow_sync').select('kind')
    const swept = async () => {
      await sweepLate(office.worker.pool)
      return office.owner.run(told.where('subject_id', '=', whose.id))
    }
    if (!clock) {
      t.strictSame(await swept(), [], 'while whoever asked does it nobody else is told')
      const begins = sqlb.updateTable('operation').set({ created_at: CLOCK })
      await office.owner.run(begins.where('id', '=', whose.id))
    }
    t.strictSame(await swept(), [{ kind: 'operation' }], 'a rehearsal’s at once, whatever its day')
  })
}
