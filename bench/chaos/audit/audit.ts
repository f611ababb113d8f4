import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { auditOffice } from '../../../src/audit/audit-office.js'
import { readMailFolder } from '../../../src/audit/mail-folder.js'
import { type OfficeRecord, readOffice } from '../../../src/audit/read-office.js'
import type { WorkflowFact } from '../../../src/audit/workflow-fact.js'
import type { Pool } from '../../../src/db/pool.js'
import type { Temporal } from '../../../src/engine/connection.js'
import { lookAtWorkflow } from '../../../src/engine/look.js'
import type { Stand } from '../../harness/stand.js'
import type { Done } from '../load.js'
import type { RunOffice } from '../offices.js'
import type { Stopping } from '../rounds.js'
import { checkLedger } from './check-ledger.js'
import { checkArrivals } from './check-mail.js'
import { spoiledByStopping } from './check-stopping.js'
import { illegalSteps } from './check-walk.js'
import { keptKeys, operationsOf } from './facts.js'

/** What a run is judged by; each list names what is wrong. */
export interface Verdict {
  lost: string[]
  doubled: string[]
  illegal: string[]
  mismatches: string[]
  /** Mails that arrived a second time because a process died between acceptance and mark. */
  excused_mails: number
  workflows_checked: number
  events: number
}

const PAUSE = 3_000

/** Judges until nothing is wrong or time is over: the clock of a real office goes on, and so do its workflows. */
export async function judgeInTime(evidence: Evidence, withinMs: number): Promise<Verdict> {
  const end = Date.now() + withinMs
  for (;;) {
    const verdict = await judge(evidence)
    const { lost, doubled, illegal, mismatches } = verdict
    const clean = [lost, doubled, illegal, mismatches].every((list) => list.length === 0)
    if (clean || Date.now() > end) return verdict
    await sleep(PAUSE)
  }
}

export interface Evidence {
  stand: Stand
  database: Pool
  temporal: Temporal
  offices: readonly RunOffice[]
  done: readonly Done[]
  /** Advances that were promised. */
  advances: readonly string[]
  stopping: readonly Stopping[]
}

/** Reads everything that is recorded anywhere and compares it with the ledger and with itself. */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const { stand, database, offices, done, advances, stopping } = evidence
  const ids = offices.map(({ office_id }) => office_id)
  const records = await Promise.all(ids.map((id) => readOffice(sourcesOf(evidence, id), id)))
  const [keys, operations] = await Promise.all([
    keptKeys(database, ids),
    operationsOf(database, ids),
  ])
  const audits = await Promise.all(
    records.map(async (record) => auditOffice(record, await filesOf(stand, record))),
  )
  const ledger = checkLedger(done, records, keys)
  const mail = checkArrivals(stand.sink.accepted, stand.diary.entries, records)
  const moved = operations.filter(({ kind }) => kind === 'advance_rehearsal').map(({ id }) => id)
  const clocks = await Promise.all(ids.map((id) => lookOrSay(evidence.temporal, 'office', id, id)))
  const cases = records.flatMap((record) => record.cases.map(({ one }) => one))
  return {
    lost: [
      ...ledger.lost,
      ...advances.filter((id) => !moved.includes(id)).map((id) => `推进 ${id}`),
    ],
    doubled: [
      ...ledger.doubled,
      ...moved.filter((id) => !advances.includes(id)).map((id) => `推进 ${id}`),
    ],
    illegal: cases.flatMap(illegalSteps),
    mismatches: [
      ...ledger.other,
      ...mail.wrong,
      ...audits.flatMap((audit) =>
        audit.mismatches.map(({ subject, what }) => `${subject}：${what.join('；')}`),
      ),
      ...operations
        .filter(({ status }) => status !== 'done')
        .map(({ id }) => `长任务 ${id} 没有完成`),
      ...clocks.flatMap(({ status }, index) =>
        status === 'RUNNING' ? [] : [`办公室 ${ids[index] ?? ''} 的工作流是 ${status}`],
      ),
      ...spoiledByStopping(done, stopping, keys),
    ],
    excused_mails: mail.excused,
    workflows_checked: audits.reduce((sum, { workflows_checked }) => sum + workflows_checked, 0),
    events: cases.reduce((sum, { events }) => sum + events.length, 0),
  }
}

function sourcesOf({ database, temporal }: Evidence, officeId: string) {
  return {
    database,
    look: (kind: 'finding' | 'office', id: string) => lookOrSay(temporal, kind, officeId, id),
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  }
}

/** A workflow that cannot be asked just now disagrees with everything; whoever judges asks again. */
async function lookOrSay(
  temporal: Temporal,
  kind: 'finding' | 'office',
  officeId: string,
  id: string,
): Promise<WorkflowFact> {
  try {
    return await lookAtWorkflow(temporal, kind, officeId, id)
  } catch {
    return { status: 'SILENT', waiting: null }
  }
}

/** A rehearsal's mails are files, a real office's are with the mail server. */
async function filesOf({ mailFolder, sink }: Stand, { office }: OfficeRecord) {
  if (office.rehearsal) return readMailFolder(mailFolder)
  const ids = new Map(sink.accepted.map((mail) => [mail.id, mail]))
  return [...ids.values()].map(({ id, subject }) => ({ id, marked: subject.includes('【演练】') }))
}
