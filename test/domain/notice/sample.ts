import type { Line } from '../../../src/domain/commands.js'
import { blankFinding } from '../../../src/domain/finding.js'
import type { DraftLine, IssueContext, NoticeHead } from '../../../src/domain/notice/draft.js'
import { KNOWN } from '../../helpers/domain/fields.js'
import { leader } from '../../helpers/domain/people.js'
import { day, local, rulesWith } from '../../helpers/domain/world.js'

/** A notice of Monday 2026-03-02 that can be issued. */
export const HEAD: NoticeHead = {
  title: '关于第一季度检查情况的通报',
  kind: 'inspection',
  number: '政办函〔2026〕5号',
  signer_id: 'leader',
  issued_on: day('2026-03-02'),
  deadline: null,
  supplements: null,
  consulting: false,
}

export const CONTEXT: IssueContext = {
  actor: leader,
  now: local('2026-03-02 10:00'),
  rules: rulesWith(),
  paper: null,
  known: KNOWN,
  policy_version: 'p1',
  earlier: [],
}

/** A line of the draft that can be issued, with some of it otherwise. */
export function line(
  number: number,
  codes: Partial<Line> = {},
  more: Partial<DraftLine> = {},
): DraftLine {
  const ids = { id: `f${number}`, office_id: 'office', notice_id: 'notice', number }
  const unit_id = `unit ${number}`
  const given: Partial<Line> = { unit_id, indicator_id: 'WV-1.5', severity: 'veto', ...codes }
  return {
    finding: { ...blankFinding({ ...ids, policy_version: 'p1' }), ...given },
    line: given,
    problem: `问题${number}`,
    own_due: null,
    severity_confirmed: true,
    follows: null,
    supporting: [],
    says: null,
    reworded: false,
    dispatched: true,
    unit: { id: unit_id, name: '某局', open: true, reachable: true },
    ...more,
  }
}
