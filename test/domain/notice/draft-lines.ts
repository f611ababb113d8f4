import { blankFinding, type Finding } from '../../../src/domain/finding.js'
import type { FindingLine } from '../../../src/domain/finding-line.js'
import type { DraftedLine } from '../../../src/domain/notice/draft-edit.js'
import type { EditContext } from '../../../src/domain/notice/redraft.js'
import { handler } from '../../helpers/domain/people.js'
import { local, rulesWith } from '../../helpers/domain/world.js'

/** A handler edits on a Monday. */
export const CONTEXT: EditContext = {
  actor: handler,
  now: local('2026-03-02 10:00'),
  rules: rulesWith(),
}

/** A line of a draft as it was read, with some of it otherwise. */
export function drafted(
  number: number,
  codes: Partial<Finding> = {},
  line: Partial<FindingLine> = {},
): DraftedLine {
  const ids = { id: `f${number}`, office_id: 'office', notice_id: 'notice', number }
  return {
    finding: {
      ...blankFinding({ ...ids, policy_version: 'p1' }),
      ...{ unit_id: 'u', indicator_id: 'none', severity: 'deduction' },
      ...codes,
    },
    line: {
      ...{ category: '更新不及时', problem: `问题${number}`, place: '首页', medium: 'website' },
      ...{ sentence: `首页有问题${number}。`, sentence_start: 0, sentence_end: 7 },
      ...{ own_due_date: null, own_due_time: null, severity_confirmed: true, dispatch: 'unit' },
      ...{ supporting_unit_ids: [], follows_id: null },
      ...line,
    },
  }
}
