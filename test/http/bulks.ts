import type { Test } from 'tap'
import { bulkOperations as operations } from '../../src/contracts/findings/bulk.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import type { OfficeWish } from '../helpers/office.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { type Ask, type Send, testServer } from './support.js'

/** An office with so many findings, in turn of its first and its second unit, and what is sent to many of them. */
export async function bulks(t: Test, lines: number, wish: OfficeWish = {}) {
  const server = await testServer(t, { clock: instantOf(MONDAY), ...wish })
  const { office, as } = server
  const { findings } = await issuedFindings(server, {
    findings: Array.from({ length: lines }, (_, n) => line(office.units[n % 2] ?? '')),
  })
  const people = {
    handler: as(office.officer('office.handler')),
    reporter: as(office.member(0)),
    neighbour: as(office.member(1)),
    admin: as(office.officer('admin')),
  }
  const bulk = (send: Send, body: object, ask: Ask = {}) =>
    send(operations.bulkFindings, { body, ...ask })
  const events = async (type: string) => {
    const of = sqlb.selectFrom('finding_event').select(['finding_id', 'texts', 'actor_id'])
    return office.owner.run(of.where('type', '=', type as 'commented').orderBy('finding_id'))
  }
  const finding = (send: Send, id: string) => send(findingOperations.getFinding, { params: { id } })
  return { server, office, as, findings, bulk, events, finding, ...people }
}

/** Findings as they were first seen. */
export function seenFirst(ids: readonly string[], revision = 1) {
  return ids.map((id) => ({ id, revision }))
}

/** Something to be said to many units. */
export const COMMENT = { command: 'comment', fields: { text: '请尽快整改', audience: 'unit' } }
