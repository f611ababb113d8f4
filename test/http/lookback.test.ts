import { resolve } from 'node:path'
import t from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import { certificateOperations } from '../../src/contracts/certificates.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { milestonesOf } from '../../src/db/milestone.js'
import { instantOf } from '../../src/domain/instant.js'
import { readAs } from '../../src/http/reading.js'
import { jump } from '../helpers/case.js'
import { act, closeFinding } from './closing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'

const read = (send: Send, id: string) => send(findingOperations.getFinding, { params: { id } })
const ids = async (send: Send, lookback: 'waiting' | 'failed') =>
  (await send(findingOperations.listFindings, { query: { lookback } })).body.items.map(
    ({ id }) => id,
  )
const kinds = async (send: Send, id: string) =>
  (await send(findingOperations.listFindingEvents, { params: { id } })).body.items.map(
    ({ type }) => type,
  )

/** A finding about what has to be updated every fortnight, closed on the Monday it was issued. */
async function closed(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const { office, as } = server
  const people = {
    reporter: as(office.member(0)),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
    inspector: as(office.officer('inspector')),
  }
  const lines = [line(office.units[0] ?? '', { indicator_id: 'WD-04' })]
  const { findings } = await issuedFindings(server, { findings: lines })
  const params = { id: findings[0] ?? '' }
  const told = await closeFinding(server, params.id)
  return { office, ...people, params, told }
}

const seen = (result: string, observed_at: string) => ({
  ...{ result, observed_at: instantOf(observed_at), seen: '两周没有更新' },
})

t.test('when it is looked at again the office knows, and its unit does not', async (t) => {
  const { office, told, params, ...people } = await closed(t)
  t.match(told.body.finding, { state: 'closed', lookbacks: ['2022-09-22'], lookback: null })
  const { body } = await people.reporter(findingOperations.getFindingDeadline, { params })
  t.strictSame(body.coming, [])
  const coming = await people.handler(findingOperations.getFindingDeadline, { params })
  t.match(coming.body.coming, [
    { kind: 'open_lookback', label: '启动回头看', at: '2022-09-22T23:30:00.000Z' },
  ])

  // Nor does the row itself show to it, whatever a route forgets.
  const rows = async (principal: Principal) =>
    (await readAs(office.api.pool, principal, (h) => milestonesOf(h, [params.id])))
      .filter(({ outcome }) => outcome === null)
      .map(({ kind }) => kind)
  t.strictSame(await rows(office.officer('office.handler')), ['open_lookback'])
  t.strictSame(await rows(office.member(0)), [])

  await jump(office, instantOf('2022-09-23T02:00:00.000Z'))
  await act(people.handler, params.id, 'comment', { text: '请安排复查', audience: 'office' })
  const opened = {
    ...{ number: 1, opened_at: '2022-09-22T23:30:00.000Z' },
    from: '2022-09-21T16:00:00.000Z',
  }
  t.strictSame((await read(people.inspector, params.id)).body.finding.lookback, opened)
  t.strictSame(await ids(people.inspector, 'waiting'), [params.id])
  t.match((await read(people.reporter, params.id)).body.finding, {
    ...{ state: 'closed', lookbacks: null, lookback: null },
    turn_since: told.body.finding.closed_at,
  })
  t.strictSame(await kinds(people.reporter, params.id), [
    ...['issued', 'acknowledged', 'report_registered', 'responded', 'accepted', 'closed'],
  ])
  const asked = { query: { lookback: 'waiting' } }
  t.equal((await people.reporter(findingOperations.listFindings, asked)).code, 'ROLE_NOT_ALLOWED')
})

t.test('one that failed leads to reopening, for which that is evidence enough', async (t) => {
  const { office, params, ...people } = await closed(t)
  const bare = { reason: '回头看发现问题反弹' }
  t.equal((await act(people.reviewer, params.id, 'reopen', bare)).code, 'EVIDENCE_REQUIRED')
  await jump(office, instantOf('2022-09-23T02:00:00.000Z'))
  const failed = await act(
    people.inspector,
    params.id,
    'record_retest',
    seen('fail', '2022-09-23T01:00:00.000Z'),
  )
  t.match(failed.body.finding, { state: 'closed', fixed: 'no', seen_again: true, lookback: null })
  t.strictSame(await ids(people.handler, 'failed'), [params.id])
  t.strictSame(await ids(people.reporter, 'failed'), [params.id], 'which its unit may know')
  t.strictSame(await ids(people.handler, 'waiting'), [])
  const certified = async (send: Send) =>
    send(certificateOperations.getFindingCertificate, { params })
  const { summaryOf } = (await import(resolve('src/proof/verify-certificate.mjs'))) as {
    summaryOf: (text: string) => string[]
  }
  for (const send of [people.handler, people.reporter]) {
    const { text, body } = await certified(send)
    t.equal(body.seen_again, true, 'closed it is, and seen again')
    t.match(summaryOf(text).join(), /回头看又发现/)
  }
  const { allowed_actions } = (await read(people.reviewer, params.id)).body
  const reopen = allowed_actions.find(({ command }) => command === 'reopen')
  t.strictSame(reopen?.needs, ['reason'])
  const again = await act(people.reviewer, params.id, 'reopen', bare)
  t.match(again.body.finding, { state: 'rectifying', cycle: 2, seen_again: false, lookbacks: null })
  t.strictSame(await ids(people.handler, 'failed'), [])
  t.equal((await certified(people.handler)).code, 'NOT_SETTLED')
})
