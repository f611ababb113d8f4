import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import type { notice, noticeLine, noticeSummary } from '../../contracts/notices/notice.js'
import type { StoredFinding } from '../../db/finding-row.js'
import type { Notice, NoticeSummary } from '../../db/notice.js'
import { OFFLINE_WORDS, placeOf } from './finding.js'

/** A notice as it stands in a list. */
export function presentNoticeSummary(stored: NoticeSummary): z.input<typeof noticeSummary> {
  const { id, number, title, kind, status, revision, signer_id } = stored
  const { issued_on, issued_at, period, created_at, revoked_at, revoked_because } = stored
  return {
    id,
    number,
    title,
    kind,
    status,
    revision,
    signer_id,
    issued_on,
    issued_at,
    period,
    created_at,
    consulting_until: stored.consulting_until,
    supplements: stored.supplements_id,
    revoked_at,
    revoked_because,
    revoked_by: stored.revoked_by,
  }
}

/** A notice with the lines the caller sees; its text names other units too, so a unit does not get it. */
export function presentNotice(
  { notice: stored, findings }: { notice: Notice; findings: readonly StoredFinding[] },
  { scope }: Principal,
): z.input<typeof notice> {
  const { basis, deadline, source_text, catalogue_version } = stored
  return {
    ...presentNoticeSummary(stored),
    basis: [...basis],
    deadline,
    source_text: scope === 'unit' ? null : source_text,
    catalogue_version,
    findings: findings
      .toSorted((a, b) => a.finding.number - b.finding.number)
      .map((one) => presentLine(one, scope)),
  }
}

function presentLine(
  { finding: f, line, handler_id }: StoredFinding,
  scope: Principal['scope'],
): z.input<typeof noticeLine> {
  const offline = f.handling === 'offline'
  const { own_due_date: date, own_due_time: time } = line
  return {
    finding_id: f.id,
    number: f.number,
    state: f.state,
    unit_id: f.unit_id,
    asset_id: f.asset_id,
    indicator_id: f.indicator_id,
    severity: f.severity,
    severity_confirmed: line.severity_confirmed,
    handling: f.handling,
    urgent: f.urgent,
    category: offline ? '' : line.category,
    problem: offline ? OFFLINE_WORDS : line.problem,
    sentence: offline ? null : line.sentence,
    sentence_start: line.sentence_start,
    sentence_end: line.sentence_end,
    medium: line.medium,
    place: offline ? null : placeOf(line.place),
    own_due: date && { date, time },
    dispatch: line.dispatch,
    supporting_unit_ids: [...line.supporting_unit_ids],
    // It may have been another unit's since it came to this one.
    follows: scope === 'unit' ? null : line.follows_id,
    handler_id,
  }
}
