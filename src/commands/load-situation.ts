import { lockFindings } from '../db/finding.js'
import type { LockedFinding, StoredFinding } from '../db/finding-row.js'
import type { Handle } from '../db/handle.js'
import { milestonesOf, type StoredMilestone } from '../db/milestone.js'
import { findOffice, type Office } from '../db/office.js'
import { becomeSystem } from '../db/principal.js'
import { type Surroundings, surroundingsOf } from '../db/surroundings.js'
import { type Instant, later } from '../domain/instant.js'
import type { Milestone } from '../domain/milestone.js'
import type { Situation } from '../domain/situation.js'
import { CommandError } from './errors.js'
import { readMilestone } from './milestone-rows.js'
import { type RulesCache, rulesKey } from './rules.js'

/** Locked findings with everything their rules may look at, as read under the lock. */
export interface LoadedFindings {
  office: Office & { now: Instant }
  findings: readonly StoredFinding[]
  milestones: ReadonlyMap<string, readonly Milestone[]>
  surroundings: ReadonlyMap<string, Surroundings>
}

/**
 * Locks the findings as the caller, then reads on as the office's clock: `now` is read after the lock. All reads
 * are sent at once. Findings the caller may not see are missing.
 */
export async function loadFindings(
  h: Handle,
  office_id: string,
  ids: readonly string[],
): Promise<LoadedFindings> {
  const [findings, , office, rows, around] = await Promise.all([
    lockFindings(h, ids),
    becomeSystem(h),
    findOffice(h, office_id),
    milestonesOf(h, ids),
    surroundingsOf(h, ids),
  ])
  if (!office) throw new CommandError('NOT_FOUND')
  return { office, findings, ...byFinding(rows, around) }
}

/** Milestones and surroundings in any order, by their finding. */
export function byFinding(
  rows: readonly StoredMilestone[],
  around: readonly Surroundings[],
): Pick<LoadedFindings, 'milestones' | 'surroundings'> {
  const milestones = new Map<string, Milestone[]>()
  for (const row of rows) {
    const milestone = readMilestone(row)
    const of = milestones.get(row.subject_id) ?? []
    if (milestone) milestones.set(row.subject_id, [...of, milestone])
  }
  return { milestones, surroundings: new Map(around.map((of) => [of.finding_id, of])) }
}

/** The situation of one loaded finding for whoever acts; `now` is never before the finding's last event. */
export async function situationOf(
  h: Handle,
  rules: RulesCache,
  loaded: LoadedFindings,
  { finding, last_event_at }: LockedFinding,
  acting: Pick<Situation, 'actor' | 'paper' | 'known'>,
): Promise<Situation> {
  const { office } = loaded
  const around = loaded.surroundings.get(finding.id)
  return {
    ...acting,
    finding,
    milestones: loaded.milestones.get(finding.id) ?? [],
    now: last_event_at ? later(office.now, last_event_at) : office.now,
    rules: await rules.of(h, rulesKey(office, finding.policy_version)),
    proof: around?.proof ?? null,
    unit_open: around?.unit_open ?? false,
    target_open: around?.target_open ?? false,
  }
}
