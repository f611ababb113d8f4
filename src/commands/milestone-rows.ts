import type { StoredMilestone } from '../db/milestone.js'
import type { Milestone } from '../domain/milestone.js'
import type { Effect } from './effect.js'

/** New milestones of a finding as rows. */
export function milestoneRows({ created, locked: { finding } }: Effect): StoredMilestone[] {
  return created.map((milestone) => ({
    ...milestone,
    office_id: finding.office_id,
    subject_id: finding.id,
    finding_id: finding.id,
    unit_id: finding.unit_id,
  }))
}

/** A stored milestone of a finding as the domain knows it; null for one of the office's own clock. */
export function readMilestone(row: StoredMilestone): Milestone | null {
  const { id, plan, kind, step, at, wake_at, reason, taken_at, outcome } = row
  if (kind === 'open_day' || kind === 'gather') return null
  return { id, plan, kind, step, at, wake_at, reason, taken_at, outcome }
}
