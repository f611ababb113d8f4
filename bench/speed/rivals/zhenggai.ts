import { statement } from '../../../src/db/handle.js'
import { poll } from '../../../src/local/ports.js'
import type { Door } from '../drive/door.js'
import type { BenchOffice, BenchUnit } from '../world/office.js'
import type { BenchSystem } from '../world/system.js'
import { today, WORDS } from '../world/words.js'
import { createReached } from './reached.js'
import { AuditError, type Issue, type Life, type Rival } from './rival.js'

/** Each of these is sent by whoever may send it, having seen what the one before answered. */
const TOLD = statement<{ id: string }>(
  `select subject_id as id from workflow_sync where subject_id = any ($1::uuid[]) and told >= wanted`,
)
const UNTOLD = statement<{ count: number }>(
  `select count(*) from workflow_sync where office_id = $1 and wanted > told`,
)
const CLOSED = statement<{ count: number }>(
  `select count(*) from finding where id = any ($1::uuid[]) and state = 'closed'`,
)
const SETTLE_MS = 120_000

/** Zhenggai itself, through its own interface. */
export function zhenggai(system: BenchSystem, door: Door, office: BenchOffice): Rival {
  const { database } = system
  const waitFor = createReached(async (ids) => (await database.run(TOLD(ids))).map(({ id }) => id))
  return {
    name: 'zhenggai',
    prepare: (findings, perNotice) => draftNotices(door, office, findings, perNotice),
    reached: (id) => waitFor(id),
    async settled(ids) {
      const done = await poll(
        async () => ((await isQuiet(system, office)) ? true : undefined),
        SETTLE_MS,
        20,
      )
      if (!done) throw new AuditError('workflows are still running or untold after two minutes')
      const [closed] = await database.run(CLOSED(ids))
      if (closed?.count !== ids.length) {
        throw new AuditError(`${closed?.count} of ${ids.length} findings are closed`)
      }
    },
  }
}

/** Whether every workflow of the office has been told everything. */
export async function isTold({ database }: BenchSystem, office: BenchOffice): Promise<boolean> {
  return (await database.run(UNTOLD(office.id)))[0]?.count === 0
}

async function isQuiet(system: BenchSystem, office: BenchOffice): Promise<boolean> {
  if (!(await isTold(system, office))) return false
  const running = `ExecutionStatus = 'Running' and WorkflowType = 'findingLifecycle' and OfficeId = '${office.id}'`
  const { count } = await system.temporal.call(({ workflow }) => workflow.count(running))
  return count === 0
}

/** Drafts notices over all units in turn; issuing them is measured, drafting is not. */
export async function draftNotices(
  door: Door,
  office: BenchOffice,
  findings: number,
  perNotice: number,
): Promise<Issue[]> {
  const issues: Issue[] = []
  for (let done = 0; done < findings; done += perNotice) {
    const count = Math.min(perNotice, findings - done)
    const lines = Array.from({ length: count }, (_, index) => {
      const unit = office.units[(done + index) % office.units.length]
      return { ...LINE, unit_id: unit?.id ?? null }
    })
    const { person_id: signer_id, token } = office.leader
    const head = { title: '关于检查情况的通报', signer_id, issued_on: today(), deadline: DEADLINE }
    const body = { ...head, findings: lines }
    const drafted = await door.ask({ method: 'POST', path: '/v1/notices', token, body })
    const { id } = JSON.parse(drafted.text) as { id: string }
    const etag = drafted.etag ?? ''
    issues.push(async () => {
      const path = `/v1/notices/${id}/issue`
      const { text } = await door.ask({ method: 'POST', path, token, etag, body: {} })
      return livesIn(text, door, office)
    })
  }
  return issues
}

interface IssueReport {
  slices: { unit_id: string; findings: { finding_id: string }[] }[]
}

function livesIn(text: string, door: Door, office: BenchOffice): Life[] {
  const { slices } = JSON.parse(text) as IssueReport
  return slices.flatMap(({ unit_id, findings }) => {
    const unit = office.units.find(({ id }) => id === unit_id)
    return unit ? findings.map(({ finding_id }) => lifeOf(finding_id, door, office, unit)) : []
  })
}

function lifeOf(id: string, door: Door, office: BenchOffice, unit: BenchUnit): Life {
  const { cause, measures, conclusion } = WORDS
  const answer = {
    result: 'fixed',
    cause,
    measures,
    completed_on: today(),
    evidence: [unit.evidence],
    report: { on: today(), paper_number: '〔2026〕1号' },
  }
  let etag = ISSUED
  const step = (command: string, token: string, body: object) => async () => {
    const path = `/v1/findings/${id}/${command}`
    const told = await door.ask({ method: 'POST', path, token, etag, body })
    etag = told.etag ?? ''
  }
  const steps = [
    step('acknowledge', unit.token, {}),
    step('respond', unit.token, answer),
    step('accept', office.handler.token, { conclusion, retest_reason: conclusion }),
    step('close', office.reviewer.token, { conclusion }),
  ]
  return { id, steps }
}

/** The ETag of a finding just issued. */
const ISSUED = '"1"'
const LINE = {
  indicator_id: 'WD-04',
  severity: 'deduction',
  severity_confirmed: true,
  category: '内容超期未更新',
  problem: WORDS.problem,
  medium: 'channel',
} as const
const DEADLINE = {
  kind: 'working_days',
  working_days: 10,
  counts_from: 'service',
  words: '送达之日起10个工作日内',
} as const
