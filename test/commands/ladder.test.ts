import t, { type Test } from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import type { Principal } from '../../src/commands/principal.js'
import { actOnSlip, type SlipOutcome } from '../../src/commands/slips.js'
import { sqlb } from '../../src/db/handle.js'
import { setPrincipal } from '../../src/db/principal.js'
import { findingsOfSlips } from '../../src/db/slip.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import type { Slip, SlipCommand } from '../../src/domain/slip.js'
import { answer, evidenceOf, issue, jump, lineFor, newKey, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
/** The third working day after the due, which is rung 2, is 2022-10-11 because of the National Day holiday. */
const AFTER_RUNG_2 = instantOf('2022-10-11T02:00:00.000Z')

function slipsOf(office: TestOffice) {
  return office.worker.pool.run(
    sqlb
      .selectFrom('slip')
      .select(['id', 'rung', 'status', 'revision'])
      .orderBy('rung')
      .orderBy('drafted_at'),
  )
}

function act(office: TestOffice, principal: Principal, slip: { id: string; revision: number }) {
  return async (command: SlipCommand) => {
    const { id: slip_id, revision: if_match } = slip
    const request = { principal, key: newKey(), slip_id, command, if_match, signed_paper_id: null }
    const { body } = await actOnSlip(office.api, request, (outcome) => ({
      status: outcome.kind === 'done' ? 200 : 409,
      body: told(outcome),
      etag: null,
    }))
    return body as { code: string | null; slip: Slip | null }
  }
}

function told(outcome: SlipOutcome): { code: string | null; slip: Slip | null } {
  return outcome.kind === 'done'
    ? { code: null, slip: outcome.slip }
    : { code: outcome.rejection.code, slip: null }
}

t.test('six overdue findings of one unit become one slip', async (t) => {
  const office = await testOffice(t, { clock: START })
  const lines = Array.from({ length: 6 }, () => lineFor(office.units[0] ?? ''))
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { findings } = await issue(office, lines, dates)
  await jump(office, AFTER_RUNG_2)
  // Each by itself, as their timers would, and all at once: one draft whoever comes first.
  await Promise.all(findings.map((id) => catchUp(office.worker, office.office_id, [id])))
  await catchUp(office.worker, office.office_id, findings)
  const slips = await slipsOf(office)
  t.match(slips, [{ rung: 2, status: 'draft' }])
  t.equal(slips.length, 1)
  const slip = slips[0] ?? { id: '', revision: 0 }
  t.equal((await findingsOfSlips(office.worker.pool, [slip.id])).length, 6)

  const number = { name: 'issue', number: '测督〔2022〕1号' } as const
  t.equal(
    (await act(office, office.officer('office.handler'), slip)(number)).code,
    'ROLE_NOT_ALLOWED',
  )
  t.equal(
    (await act(office, office.officer('office.reviewer'), slip)({ name: 'issue' })).code,
    'FIELD_REQUIRED',
  )
  const issued = await act(office, office.officer('office.reviewer'), slip)(number)
  t.equal(issued.slip?.status, 'issued')
  const after = issued.slip ?? slip
  const signed = await act(office, office.member(0), after)({ name: 'acknowledge' })
  t.equal(signed.slip?.status, 'acknowledged')
  await t.rejects(act(office, office.member(1), after)({ name: 'acknowledge' }), {
    code: 'NOT_FOUND',
  })
})

t.test('a draft whose findings have all been answered is superseded', async (t) => {
  const office = await testOffice(t, { clock: START })
  const lines = Array.from({ length: 2 }, () => lineFor(office.units[0] ?? ''))
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { findings } = await issue(office, lines, dates)
  await jump(office, AFTER_RUNG_2)
  await catchUp(office.worker, office.office_id, findings)
  const sha256 = await evidenceOf(office, 0)
  const respond = { name: 'respond', ...answer('2022-10-11', [sha256]) } as const
  await Promise.all(findings.map((id) => send(office, office.member(0), id, respond)))
  const slips = await slipsOf(office)
  t.match(slips, [{ rung: 2, status: 'superseded' }])
  const slip = slips[0] ?? { id: '', revision: 0 }
  const number = { name: 'issue', number: '测督〔2022〕2号' } as const
  t.equal((await act(office, office.officer('office.reviewer'), slip)(number)).code, 'SUPERSEDED')
})

/** Two findings of one unit on one draft of rung 2. */
async function twoOnOneDraft(t: Test) {
  const office = await testOffice(t, { clock: START })
  const lines = Array.from({ length: 2 }, () => lineFor(office.units[0] ?? ''))
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { findings } = await issue(office, lines, dates)
  await jump(office, AFTER_RUNG_2)
  await catchUp(office.worker, office.office_id, findings)
  const [slip] = await slipsOf(office)
  const listed = async () =>
    (await findingsOfSlips(office.worker.pool, [slip?.id ?? ''])).map((one) => one.finding_id)
  return { office, findings, listed, sha256: await evidenceOf(office, 0) }
}

t.test('a recall gives back the draft that the answer had ended', async (t) => {
  const { office, findings, listed, sha256 } = await twoOnOneDraft(t)
  const unit = office.member(0)
  for (const id of findings) {
    await send(office, unit, id, { name: 'respond', ...answer('2022-10-11', [sha256]) })
  }
  t.match(await slipsOf(office), [{ status: 'superseded' }])
  for (const id of findings) await send(office, unit, id, { name: 'recall', reason: '有误' })
  t.match(await slipsOf(office), [{ rung: 2, status: 'draft', revision: 3 }])
  t.same(new Set(await listed()), new Set(findings))
})

t.test('a draft that comes back lists nothing whose due was moved meanwhile', async (t) => {
  const { office, findings, listed, sha256 } = await twoOnOneDraft(t)
  const [moved = '', answered = ''] = findings
  const unit = office.member(0)
  await send(office, unit, answered, { name: 'respond', ...answer('2022-10-11', [sha256]) })
  await send(office, office.officer('office.leader'), moved, {
    ...{ name: 'reschedule', due_date: dateOf('2022-10-20'), reason: '系统改造' },
  })
  t.match(await slipsOf(office), [{ status: 'superseded' }])
  await send(office, unit, answered, { name: 'recall', reason: '有误' })
  t.match(await slipsOf(office), [{ status: 'draft' }])
  t.same(await listed(), [answered])
})

t.test('a recall gives back no draft older than a slip that was issued', async (t) => {
  const { office, findings, sha256 } = await twoOnOneDraft(t)
  for (const id of findings) {
    await send(office, office.officer('office.leader'), id, {
      ...{ name: 'reschedule', due_date: dateOf('2022-10-20'), reason: '系统改造' },
    })
  }
  await jump(office, instantOf('2022-10-26T02:00:00.000Z'))
  await catchUp(office.worker, office.office_id, findings)
  const [, second] = await slipsOf(office)
  const issued = { name: 'issue', number: '测督〔2022〕4号' } as const
  await act(office, office.officer('office.reviewer'), second ?? { id: '', revision: 0 })(issued)
  const unit = office.member(0)
  for (const id of findings) {
    const answered = { name: 'respond', ...answer('2022-10-26', [sha256]) } as const
    t.equal((await send(office, unit, id, answered)).code, null)
    t.equal((await send(office, unit, id, { name: 'recall', reason: '有误' })).code, null)
  }
  t.match(await slipsOf(office), [{ status: 'superseded' }, { rung: 2, status: 'issued' }])
})

t.test('a recall does not give back a slip that was issued', async (t) => {
  const { office, findings, sha256 } = await twoOnOneDraft(t)
  const [slip] = await slipsOf(office)
  const issued = { name: 'issue', number: '测督〔2022〕3号' } as const
  await act(office, office.officer('office.reviewer'), slip ?? { id: '', revision: 0 })(issued)
  const [id = ''] = findings
  await send(office, office.member(0), id, { name: 'respond', ...answer('2022-10-11', [sha256]) })
  await send(office, office.member(0), id, { name: 'recall', reason: '有误' })
  t.match(await slipsOf(office), [{ rung: 2, status: 'issued' }])
  t.equal((await slipsOf(office)).length, 1)
})

t.test('a rung that a paper made void leaves the draft it shared', async (t) => {
  const { office, findings, listed, sha256 } = await twoOnOneDraft(t)
  const [early = '', other = ''] = findings
  const register = (id: string) =>
    send(office, office.officer('office.handler'), id, {
      ...{ name: 'register_response', ...answer('2022-09-30', [sha256]) },
      received_on: dateOf('2022-09-30'),
    })
  await register(early)
  t.same(await listed(), [other])
  t.match(await slipsOf(office), [{ status: 'draft' }])
  await register(other)
  t.match(await slipsOf(office), [{ status: 'superseded' }])
  t.same(await listed(), [other], 'what it listed last is kept')
  const gone = await transaction(office.api.pool, async (tx) => {
    void setPrincipal(tx, office.officer('office.handler'))
    return await tx.run(sqlb.deleteFrom('slip_finding').returning('slip_id'))
  })
  t.same(gone, [], 'and no list but a draft’s can be shortened')
})

t.test('a finding whose due was moved leaves the draft, and the last one ends it', async (t) => {
  const { office, findings, listed } = await twoOnOneDraft(t)
  const [early = '', other = ''] = findings
  const leader = office.officer('office.leader')
  const reschedule = (id: string) =>
    send(office, leader, id, {
      ...{ name: 'reschedule', due_date: dateOf('2022-10-20'), reason: '系统改造' },
    })
  await reschedule(early)
  t.same(await listed(), [other])
  t.match(await slipsOf(office), [{ status: 'draft' }])
  await reschedule(other)
  t.match(await slipsOf(office), [{ status: 'superseded' }])
  await jump(office, instantOf('2022-10-26T02:00:00.000Z'))
  await catchUp(office.worker, office.office_id, findings)
  t.match(await slipsOf(office), [{ status: 'superseded' }, { rung: 2, status: 'draft' }])
})
