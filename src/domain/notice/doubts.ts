import { isWorkingDay } from '../calendar.js'
import { serviceDate } from '../hours.js'
import { localDateOf } from '../zone.js'
import type { Doubt, DoubtKind, IssueContext, IssuedLine, NoticeHead } from './draft.js'

/** What a careful person would ask before issuing; none of it stops the act. */
export function doubtsOf(
  head: NoticeHead,
  issued: readonly IssuedLine[],
  { rules, now }: IssueContext,
): Doubt[] {
  const { calendar, hours } = rules
  const notice: Doubt[] = []
  const { deadline } = head
  // Hours run on over days off, unlike days, and may end there; all of one notice do so together.
  const ends = issued.map(({ situation }) => situation.finding.due)
  const off = ends.some(
    (due) => due?.basis.hours !== undefined && !isWorkingDay(calendar, due.date),
  )
  if (off || (deadline?.kind === 'date' && !isWorkingDay(calendar, deadline.date))) {
    notice.push({ line: null, kind: 'due_on_day_off' })
  }
  if (serviceDate(calendar, hours, now) !== localDateOf(calendar.zone, now)) {
    notice.push({ line: null, kind: 'outside_hours' })
  }
  const seen = new Map<string, number>()
  for (const { draft } of issued) seen.set(sameness(draft), (seen.get(sameness(draft)) ?? 0) + 1)
  const lines = issued.flatMap(({ draft, situation }) => {
    const { finding } = situation
    const own = draft.own_due?.date ?? null
    const asked: [DoubtKind, boolean][] = [
      ['due_on_day_off', own !== null && !isWorkingDay(calendar, own)],
      ['due_provisional', finding.due?.provisional ?? false],
      ['unit_unreachable', !draft.unit?.reachable],
      ['same_problem_twice', (seen.get(sameness(draft)) ?? 0) > 1],
      ['problem_repeated', (finding.repeats?.problem.length ?? 0) > 0],
      ['no_indicator', finding.indicator_id === 'none'],
      ['said_false_alarm', draft.says === 'false_alarm'],
      ['said_fixed', draft.says === 'fixed'],
      ['reworded', draft.reworded],
    ]
    return asked.flatMap(([kind, is]) => (is ? [{ line: finding.number, kind }] : []))
  })
  return [...notice, ...lines]
}

/** The same problem again: same unit, asset and indicator with the same words. */
function sameness({ line, problem }: IssuedLine['draft']): string {
  return [line.unit_id, line.asset_id, line.indicator_id, problem.trim()].join('\n')
}
