import type { Case } from '../audit/case.js'
import type { MailFile } from '../audit/check-mails.js'
import type { OfficeRecord } from '../audit/read-office.js'
import type { Finding } from '../domain/finding.js'
import { isOpen, isOverdue } from '../domain/overdue.js'
import { needsLeader } from '../domain/permissions.js'
import { type SlipRung, signerOf } from '../domain/slip.js'
import type { EventType, RequestKind, Rung, Verdict } from '../domain/vocabulary.js'
import { type Lookbacks, lookbacksOf } from './lookbacks.js'

/** The figures of a story, each counted from what is stored. */
export interface Tally {
  findings: number
  /** Served to a unit; collective findings stay with the office. */
  dispatched: number
  /** Received because the unit signed or answered; and because nobody did in time. */
  acknowledged: number
  deemed: number
  /** Answered in writing at least once, returned at least once. */
  responded: number
  returned: number
  closed: number
  /** Requests decided: extensions granted and refused, disputes upheld, transfers granted. */
  requests: { extended: number; refused: number; upheld: number; moved: number }
  /** Re-tests that answered a look-back. */
  lookbacks: Lookbacks
  /** Still the unit's turn, and the due has passed. */
  overdue: number
  /** Findings that climbed each rung; what a paper answer made void is not counted. */
  rungs: { reminder: number; urge: number; yellow: number; red: number }
  slips_drafted: number
  /** Files in the mail folder. */
  mails: number
}

/** Counts an office's record and its mail folder. Pure. */
export function tallyOf(record: OfficeRecord, files: readonly MailFile[]): Tally {
  const cases = record.cases.map(({ one }) => one)
  const findings = cases.map((one) => one.stored.finding)
  const served = findings.filter((finding) => finding.served_at !== null)
  const count = (is: (finding: Finding) => boolean) => served.filter(is).length
  const climbed = (rung: Rung) => cases.filter((one) => hasClimbed(one, rung)).length
  return {
    findings: findings.length,
    dispatched: served.length,
    acknowledged: count((finding) => finding.received_at !== null && !finding.receipt_deemed),
    deemed: count((finding) => finding.receipt_deemed),
    responded: cases.filter((one) => one.rounds.length > 0).length,
    returned: cases.filter((one) => has(one, 'returned')).length,
    closed: count((finding) => finding.state === 'closed'),
    requests: {
      extended: cases.filter((one) => isDecided(one, 'extension', 'granted')).length,
      refused: cases.filter((one) => isDecided(one, 'extension', 'refused')).length,
      upheld: cases.filter((one) => isDecided(one, 'dispute', 'granted')).length,
      moved: cases.filter((one) => isDecided(one, 'transfer', 'granted')).length,
    },
    lookbacks: lookbacksOf(cases),
    overdue: count((finding) => isOverdue(finding, record.now)),
    rungs: { reminder: climbed(1), urge: climbed(2), yellow: climbed(3), red: climbed(4) },
    slips_drafted: record.slips.length,
    mails: files.length,
  }
}

/** What the leader's page shows beside the figures. */
export interface Waiting {
  veto: { found: number; open: number }
  /** Ids of units that never answered a finding of theirs. */
  never_reported: readonly string[]
  /** What only the leader can do: slips to sign, grave findings to close. */
  slips: readonly { rung: SlipRung; unit_id: string }[]
  to_close: readonly Finding[]
}

/** Who owes what at the end. Pure. */
export function waitingOf(record: OfficeRecord): Waiting {
  const cases = record.cases.map(({ one }) => one)
  const served = cases.filter(({ stored }) => stored.finding.served_at !== null)
  const units = [...new Set(served.flatMap(({ stored }) => stored.finding.unit_id ?? []))]
  const answered = (unit: string) =>
    served.some((one) => one.stored.finding.unit_id === unit && one.rounds.length > 0)
  const findings = served.map(({ stored }) => stored.finding)
  const veto = findings.filter((finding) => finding.severity === 'veto')
  return {
    veto: { found: veto.length, open: veto.filter(isOpen).length },
    never_reported: units.filter((unit) => !answered(unit)),
    slips: record.slips
      .filter((slip) => slip.status === 'draft' && signerOf(slip.rung) === 'leader')
      .map((slip) => ({ rung: slip.rung, unit_id: slip.unit_id })),
    to_close: findings.filter(
      (finding) => finding.state === 'verified' && needsLeader('close', finding),
    ),
  }
}

function has({ events }: Case, type: EventType): boolean {
  return events.some((event) => event.type === type)
}

function isDecided({ events }: Case, kind: RequestKind, verdict: Verdict): boolean {
  return events.some(
    (event) =>
      event.type === 'request_decided' &&
      event.data.kind === kind &&
      event.data.verdict === verdict,
  )
}

function hasClimbed({ events, milestones }: Case, rung: Rung): boolean {
  return events.some(
    (event) =>
      event.type === 'climbed' &&
      event.data.rung === rung &&
      !milestones.some(
        (row) =>
          row.kind === 'climb' &&
          row.step === rung &&
          row.at === event.effective_at &&
          row.outcome === 'void',
      ),
  )
}
