import { type ConsultationLine, consultationOf } from '../../db/consultation.js'
import { earlierFindings } from '../../db/earlier.js'
import { lockFindings, lockFindingsOfNotice } from '../../db/finding.js'
import type { FindingLine, StoredFinding } from '../../db/finding-row.js'
import type { Handle } from '../../db/handle.js'
import { lockNotice, lockSupplemented, type Notice } from '../../db/notice.js'
import { findOffice, type Office } from '../../db/office.js'
import { becomeSystem } from '../../db/principal.js'
import { paperForOffice } from '../../db/signer.js'
import { type ReachableUnit, reachableUnits } from '../../db/unit-reach.js'
import type { Instant } from '../../domain/instant.js'
import { isConsulting, keepsFromAsking } from '../../domain/notice/consultation.js'
import type { DraftLine, IssueContext, NoticeHead } from '../../domain/notice/draft.js'
import { repeatedSince } from '../../domain/repeats.js'
import type { SignedPaper } from '../../domain/situation.js'
import { actorTowards, type Principal } from '../principal.js'
import { type RulesCache, rulesKey } from '../rules.js'

/** A notice locked with all its lines, and what issuing it may look at. */
export interface LoadedDraft {
  notice: Notice | null
  /** The notice that it adds to, locked too. */
  supplements: Notice | null
  findings: readonly StoredFinding[]
  office: (Office & { now: Instant }) | null
  units: ReadonlyMap<string, ReachableUnit>
  paper: SignedPaper | null
  /** What units were shown of it, and what they said. */
  consulted: readonly ConsultationLine[]
}

/**
 * Locks the notice, the one it adds to, its findings by id, then those they follow, and reads the rest; most reads travel
 * together.
 */
export async function loadDraft(
  h: Handle,
  {
    principal,
    notice_id,
    signed_paper_id,
  }: { principal: Principal; notice_id: string; signed_paper_id: string | null },
): Promise<LoadedDraft> {
  const [paper, notice, supplements, findings, office, , units, consulted] = await Promise.all([
    signed_paper_id ? paperForOffice(h, signed_paper_id) : null,
    lockNotice(h, notice_id),
    lockSupplemented(h, notice_id),
    lockFindingsOfNotice(h, notice_id),
    findOffice(h, principal.office_id),
    becomeSystem(h),
    reachableUnits(h, notice_id),
    consultationOf(h, notice_id),
  ])
  const follows = findings.flatMap(({ line }) => line.follows_id ?? [])
  if (follows.length > 0) await lockFindings(h, follows)
  return {
    notice,
    supplements,
    findings,
    office,
    paper,
    consulted,
    units: new Map(units.map((unit) => [unit.id, unit])),
  }
}

/** Actor, rules and clock that all lines share. */
export async function contextOf(
  h: Handle,
  rules: RulesCache,
  principal: Principal,
  { notice, paper }: LoadedDraft,
  office: Office & { now: Instant },
): Promise<IssueContext> {
  const current = await rules.of(h, rulesKey(office))
  const since = repeatedSince(current, office.now)
  return {
    actor: actorTowards(principal, null),
    now: office.now,
    rules: current,
    earlier: notice ? await earlierFindings(h, notice, since) : [],
    paper,
    known: new Set(),
    policy_version: office.policy_version_id,
  }
}

/** What the notice says of itself, as the act of issuing reads it. Nobody is waited for where something is urgent. */
export function headOf(
  { title, kind, number, signer_id, issued_on, deadline }: Notice,
  loaded: LoadedDraft,
  now: Instant,
): NoticeHead {
  const { supplements, findings, consulted } = loaded
  const drafts = findings.filter(
    ({ finding }) => finding.state === 'draft' && finding.handling !== 'offline',
  )
  const left = new Set(drafts.map(({ finding }) => finding.id))
  const urgent = keepsFromAsking(draftsOf(loaded)) === '/urgent'
  const asked = consulted.filter(({ finding_id }) => left.has(finding_id))
  const of = supplements?.status ?? null
  const consulting = !urgent && isConsulting(asked, now)
  const head = { title, kind, number, signer_id, issued_on, deadline }
  return { ...head, supplements: of, consulting }
}

/** Every line that is still a draft; withdrawn ones are out. */
export function draftsOf({ findings, units, consulted }: LoadedDraft): DraftLine[] {
  const shown = new Map(consulted.map((one) => [one.finding_id, one]))
  const drafts = findings.filter(({ finding }) => finding.state === 'draft')
  // What a unit said of a line says nothing of it once it is another's.
  const shownTo = ({ id, unit_id }: StoredFinding['finding']) => {
    const one = shown.get(id)
    return one?.unit_id === unit_id ? one : undefined
  }
  return drafts
    .toSorted((a, b) => a.finding.number - b.finding.number)
    .map(({ finding, line }) => ({
      finding,
      line: lineOf(finding),
      problem: line.problem,
      own_due: line.own_due_date && { date: line.own_due_date, time: line.own_due_time },
      severity_confirmed: line.severity_confirmed,
      follows: line.follows_id,
      says: shownTo(finding)?.answer ?? null,
      reworded: isReworded({ line, finding }, shownTo(finding)),
      dispatched: line.dispatch === 'unit',
      unit: (finding.unit_id && units.get(finding.unit_id)) || null,
      supporting: line.supporting_unit_ids.flatMap((id) => units.get(id) ?? []),
    }))
}

/** Where a line's problem is, as a unit is shown it. */
export function placeOf({ place }: Pick<FindingLine, 'place'>): string | null {
  return typeof place === 'string' ? place : null
}

function isReworded(
  { line, finding }: Pick<StoredFinding, 'line' | 'finding'>,
  shown: ConsultationLine | undefined,
): boolean {
  if (!shown) return false
  const now = [line.category, line.problem, placeOf(line), finding.asset_id, finding.indicator_id]
  const { category, problem, place, asset_id, indicator_id } = shown
  return [category, problem, place, asset_id, indicator_id].some((then, at) => then !== now[at])
}

function lineOf({
  unit_id,
  asset_id,
  indicator_id,
  severity,
  handling,
  urgent,
}: StoredFinding['finding']): DraftLine['line'] {
  return {
    asset_id,
    severity,
    handling,
    urgent,
    ...(unit_id ? { unit_id } : {}),
    ...(indicator_id ? { indicator_id } : {}),
  }
}
