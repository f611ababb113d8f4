import { commandOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import type { TestServer } from './support.js'

/** One line of a draft that can be issued as it is. */
export function line(unit_id: string | null, more: Record<string, unknown> = {}) {
  return {
    unit_id,
    indicator_id: 'none',
    severity: 'deduction',
    severity_confirmed: true,
    category: '内容更新不及时',
    problem: '“工作动态”栏目三个月没有更新',
    medium: 'channel',
    place: '工作动态',
    ...more,
  }
}

/** A draft notice of today, in an office whose present is a working day. */
export function draft(server: TestServer, more: Record<string, unknown> = {}) {
  const { office } = server
  return {
    title: '关于检查情况的通报',
    number: null,
    signer_id: office.officer('office.leader').person_id,
    issued_on: '2022-09-05',
    deadline: {
      kind: 'date',
      date: '2022-09-16',
      time: null,
      words: '9月16日前',
      inclusive: true,
      day_off: 'roll_on',
    },
    findings: office.units.map((unit) => line(unit)),
    ...more,
  }
}

/** A draft of the leader's with its tag. */
export async function drafted(server: TestServer, more: Record<string, unknown> = {}) {
  const leader = server.as(server.office.officer('office.leader'))
  const { body, etag } = await leader(noticeOperations.draftNotice, { body: draft(server, more) })
  return { leader, params: { id: body.id }, etag, body }
}

/** Drafts and issues a notice with one finding per unit; returns the findings' ids in the order of the units. */
export async function issuedFindings(
  server: TestServer,
  more: Record<string, unknown> = {},
): Promise<{ notice_id: string; findings: string[] }> {
  const leader = server.as(server.office.officer('office.leader'))
  const drafted = await leader(noticeOperations.draftNotice, { body: draft(server, more) })
  const params = { id: drafted.body.id }
  const issued = await leader(noticeOperations.issueNotice, { params, if_match: drafted.etag })
  if (issued.status !== 200) throw new Error(`not issued: ${issued.text}`)
  return {
    notice_id: drafted.body.id,
    findings: drafted.body.findings.map((one) => one.finding_id),
  }
}

/** Monday morning before a quiet working week. */
export const MONDAY = '2022-09-05T01:00:00.000Z'

export { commandOperations }
