import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { execute, type FindingOutcome } from '../../src/commands/execute.js'
import { draftNotice } from '../../src/commands/notices/draft.js'
import type { LineInput } from '../../src/commands/notices/draft-input.js'
import { type IssueOutcome, issueNotice } from '../../src/commands/notices/issue.js'
import type { Answer, KeyUse } from '../../src/commands/once.js'
import type { Principal } from '../../src/commands/principal.js'
import { insertEvidence } from '../../src/db/evidence.js'
import { advanceClock } from '../../src/db/office.js'
import { setPrincipal } from '../../src/db/principal.js'
import { transaction } from '../../src/db/transaction.js'
import type { Command } from '../../src/domain/commands.js'
import { dateOf, type Instant, instantOf, type LocalDate } from '../../src/domain/instant.js'
import type { TestOffice } from './office.js'

/** A key used for one request only. */
export function newKey(fingerprint = 'f'): KeyUse {
  return { key: v7(), fingerprint }
}

/** An ordinary line for a unit. */
export function lineFor(unit_id: string | null, more: Partial<LineInput> = {}): LineInput {
  return {
    unit_id,
    indicator_id: 'WD-04',
    severity: 'deduction',
    severity_confirmed: true,
    category: '内容超期未更新',
    problem: '“工作动态”栏目超过14天未更新',
    medium: 'channel',
    ...more,
  }
}

export interface Issued {
  notice_id: string
  findings: readonly string[]
  outcome: IssueOutcome
}

/** Drafts a notice with these lines and issues it as the leader; throws when it was refused. */
export async function issue(
  office: TestOffice,
  lines: readonly LineInput[],
  head: { issued_on: LocalDate; due?: LocalDate },
): Promise<Issued> {
  const leader = office.officer('office.leader')
  const { issued_on, due } = head
  const reading = { kind: 'date', time: null, inclusive: true, day_off: 'roll_on' } as const
  const drafted = await draftNotice(
    office.api,
    {
      principal: leader,
      key: newKey(),
      head: {
        title: '关于检查情况的通报',
        signer_id: leader.person_id,
        issued_on,
        deadline: due ? { ...reading, date: due, words: `${due}前` } : null,
      },
      lines,
    },
    ({ notice, findings }) => ({
      status: 201,
      etag: null,
      body: { id: notice.id, ids: findings.map(({ finding }) => finding.id) },
    }),
  )
  const { id: notice_id, ids: findings } = drafted.body as { id: string; ids: string[] }
  let outcome: IssueOutcome | undefined
  await issueNotice(
    office.api,
    { principal: leader, key: newKey(), notice_id, if_match: 1, signed_paper_id: null },
    (result) => {
      outcome = result
      return { status: result.issued ? 200 : 422, body: null, etag: null }
    },
  )
  if (!outcome?.issued) throw new Error(`refused: ${JSON.stringify(outcome?.plan.problems)}`)
  return { notice_id, findings, outcome }
}

/** What a test asks about the answer: the code of a refusal, or the state and revision reached. */
export interface Told {
  status: number
  code: string | null
  state: string | null
  revision: number
}

/** Sends a command on a finding and says what came of it. */
export async function send(
  office: TestOffice,
  principal: Principal,
  finding_id: string,
  command: Command,
  more: { if_match?: number | null; key?: KeyUse; signed_paper_id?: string | null } = {},
): Promise<Told> {
  const { if_match = null, key = newKey(), signed_paper_id = null } = more
  const request = {
    ...{ principal, finding_id, by_request: null, command },
    ...{ if_match, signed_paper_id, key },
  }
  return (await execute(office.api, request, present)).body as Told
}

function present(outcome: FindingOutcome): Answer {
  const told = tell(outcome)
  return { status: told.status, body: told, etag: null }
}

function tell(outcome: FindingOutcome): Told {
  switch (outcome.kind) {
    case 'done': {
      const { state, revision } = outcome.stored.finding
      return { status: 200, code: null, state, revision }
    }
    case 'refused':
      return { status: 409, code: outcome.rejection.code, state: null, revision: 0 }
    case 'stale':
      return { status: 412, code: 'STALE', state: null, revision: outcome.revision }
  }
}

/** A complete answer, completed on the day given; evidence has to be stored before. */
export function answer(completed_on: string, evidence: readonly string[]) {
  return {
    result: 'fixed',
    cause: '审核不严',
    measures: '已更新栏目并落实专人',
    completed_on: dateOf(completed_on),
    evidence,
  } as const
}

/** Puts a file on record for a unit and returns its hash; its bytes do not matter to commands. */
export async function evidenceOf(office: TestOffice, unit: number): Promise<string> {
  const uploader = office.member(unit)
  const sha256 = createHash('sha256').update(v7()).digest('hex')
  await transaction(office.api.pool, async (tx) => {
    await setPrincipal(tx, uploader)
    await insertEvidence(tx, {
      ...{ id: v7(), office_id: office.office_id, unit_id: uploader.units[0] ?? null, sha256 },
      ...{ size: 10, type: 'image/png', name: '截图.png', captured_on: null },
      ...{ uploaded_by: uploader.person_id, uploaded_at: instantOf('2022-09-01T00:00:00.000Z') },
      service_account_id: null,
      masked: true,
      metadata: null,
      scan_state: 'unscanned' as const,
    })
  })
  return sha256
}

/** Moves a rehearsal's clock without visiting what lies between: as if no worker ran. */
export async function jump(office: TestOffice, to: Instant): Promise<void> {
  const moved = await advanceClock(office.worker.pool, office.office_id, to)
  if (!moved) throw new Error('not a rehearsal')
}
