import t from 'tap'
import { changeNotice } from '../../src/commands/notices/change.js'
import { draftNotice } from '../../src/commands/notices/draft.js'
import type { LineInput } from '../../src/commands/notices/draft-input.js'
import { type IssueOutcome, issueNotice, tryIssue } from '../../src/commands/notices/issue.js'
import type { Answer } from '../../src/commands/once.js'
import { statement } from '../../src/db/handle.js'
import type { Pool } from '../../src/db/pool.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
const COUNT = statement<{ events: number; slices: number; milestones: number; messages: number }>(
  `select (select count(*) from finding_event) as events, (select count(*) from slice) as slices,
     (select count(*) from milestone where finding_id is not null) as milestones,
     (select count(*) from message) as messages`,
)

async function drafted(office: TestOffice, lines: readonly LineInput[]): Promise<string> {
  const leader = office.officer('office.leader')
  const head = { title: '通报', signer_id: leader.person_id, issued_on: dateOf('2022-09-08') }
  const answer = await draftNotice(
    office.api,
    { principal: leader, key: newKey(), head, lines },
    ({ notice }) => ({ status: 201, body: notice.id, etag: null }),
  )
  return answer.body as string
}

type Issuing = (present: (outcome: IssueOutcome) => Answer) => Promise<Answer>

async function outcomeOf(issuing: Issuing): Promise<IssueOutcome> {
  const { body } = await issuing((outcome) => ({
    status: outcome.issued ? 200 : 422,
    body: outcome,
    etag: null,
  }))
  return body as IssueOutcome
}

t.test('a notice with bad lines is refused whole, naming every one', async (t) => {
  const office = await testOffice(t, { clock: START })
  const unit = office.units[0] ?? ''
  const notice_id = await drafted(office, [
    lineFor(unit),
    lineFor(null),
    lineFor(unit, { indicator_id: 'XX-99' }),
    lineFor(unit, { severity_confirmed: false }),
    lineFor(unit, { problem: '  ' }),
    lineFor(null, { dispatch: 'none' }),
  ])
  const request = {
    principal: office.officer('office.leader'),
    key: newKey(),
    notice_id,
    if_match: 1,
    signed_paper_id: null,
  }
  const refused = await outcomeOf((present) => issueNotice(office.api, request, present))
  t.notOk(refused.issued)
  t.strictSame(
    refused.plan.problems
      .map(({ line, code }) => [line, code] as const)
      .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0)),
    [
      [2, 'UNIT_REQUIRED'],
      [3, 'UNKNOWN_INDICATOR'],
      [4, 'SEVERITY_UNCONFIRMED'],
      [5, 'FIELD_REQUIRED'],
    ],
  )
  const [left] = await office.worker.pool.run(COUNT())
  t.strictSame(left, { events: 0, slices: 0, milestones: 0, messages: 0 })
})

t.test('a dry run says what issuing does, and does nothing', async (t) => {
  const office = await testOffice(t, { clock: START })
  const lines = office.units.map((unit) => lineFor(unit))
  const notice_id = await drafted(office, [...lines, lineFor(null, { dispatch: 'none' })])
  const principal = office.officer('office.leader')
  const request = { principal, notice_id, if_match: 1, signed_paper_id: null }
  const dues = ({ plan }: IssueOutcome) =>
    plan.issued.map(({ situation: { finding } }) => [finding.number, finding.due?.at])
  const tried = await outcomeOf((present) => tryIssue(office.api, request, present))
  const [before] = await office.worker.pool.run(COUNT())
  t.strictSame(before, { events: 0, slices: 0, milestones: 0, messages: 0 })
  const done = await outcomeOf((present) =>
    issueNotice(office.api, { ...request, key: newKey() }, present),
  )
  t.ok(done.issued)
  t.strictSame(dues(tried), dues(done), 'the same findings, due at the same instants')
  const [after] = await office.worker.pool.run(COUNT())
  t.match(after, { events: 2, slices: 2, messages: 2 })
})

t.test('an issued notice is never edited, and a handler may not issue', async (t) => {
  const office = await testOffice(t, { clock: START })
  const unit = office.units[0] ?? ''
  const draft = await drafted(office, [lineFor(unit)])
  const handler = {
    principal: office.officer('office.handler'),
    key: newKey(),
    notice_id: draft,
    if_match: 1,
    signed_paper_id: null,
  }
  const refused = await outcomeOf((present) => issueNotice(office.api, handler, present))
  t.ok(refused.plan.problems.some(({ code }) => code === 'ROLE_NOT_ALLOWED'))
  const { notice_id } = await issue(office, [lineFor(unit)], { issued_on: dateOf('2022-09-08') })
  const { status, body } = await changeNotice(
    office.api,
    {
      principal: office.officer('office.leader'),
      key: newKey(),
      notice_id,
      if_match: 2,
      head: { title: '改过的标题' },
      lines: null,
    },
    (outcome) =>
      outcome.kind === 'refused'
        ? { status: 409, body: outcome.rejection.code, etag: null }
        : { status: 200, body: null, etag: null },
  )
  t.strictSame([status, body], [409, 'NOT_IN_THIS_STATE'])
})

t.test('the number of statements does not grow with the lines', async (t) => {
  const office = await testOffice(t, { clock: START, units: 3 })
  const issuing = async (lines: number) => {
    const list = Array.from({ length: lines }, (_, index) =>
      lineFor(office.units[index % 3] ?? '', { problem: `第${index + 1}个问题` }),
    )
    const counted = counting(office.api.pool)
    await issue({ ...office, api: { ...office.api, pool: counted.pool } }, list, {
      issued_on: dateOf('2022-09-08'),
    })
    return counted.sent()
  }
  await issuing(1) // The first reads calendar and policy, which are then known.
  const few = await issuing(3)
  t.equal(await issuing(300), few)
  t.ok(few <= 33, `drafting and issuing take ${few} statements`)
})

/** The pool, counting every statement that its transactions send. */
function counting(pool: Pool): { pool: Pool; sent: () => number } {
  let sent = 0
  return {
    sent: () => sent,
    pool: {
      ...pool,
      async take() {
        const connection = await pool.take()
        return {
          ...connection,
          send: (query) => {
            sent++
            return connection.send(query)
          },
        }
      },
    },
  }
}
