import type { LocalDate } from '../../domain/instant.js'
import type { Rung } from '../../domain/vocabulary.js'
import { type Block, heading, item, type Message, message, paragraph } from '../blocks.js'
import type { MailContext } from '../context.js'
import type { DueFacts, FindingFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, split } from './hidden.js'
import { dayAndWeekday, dueWords, problemWords, titleOf } from './words.js'

/** A finding whose answer the unit owes. */
export interface DigestLine {
  finding: FindingFacts & { due: DueFacts }
  /**
   * The rung that comes next if nothing is answered, and its day; null after the last or on a
   * provisional date.
   */
  next_rung: { rung: Rung; on: LocalDate } | null
  /** The day of the fix plan's newest step for which no progress was reported; null when none is missing. */
  missed_step: LocalDate | null
}

const NEXT: Record<Rung, string> = {
  1: '发出逾期提醒',
  2: '启动催办',
  3: '启动黄色督办',
  4: '启动红色督办',
  5: '提请通报或约谈',
}

type Group = 'overdue' | 'today' | 'coming'
const GROUPS: Record<Group, string> = { overdue: '已逾期', today: '今日到期', coming: '即将到期' }
const ORDER: readonly Group[] = ['overdue', 'today', 'coming']

/** What a unit still owes, in the order overdue, due today, coming (time.md, saying it). */
export function digest(lines: readonly DigestLine[], context: MailContext): Message {
  const { shown, hidden } = split(lines, (entry) => entry.finding)
  const groups = ORDER.map((group) => ({
    name: GROUPS[group],
    lines: byDue(shown.filter((entry) => groupOf(entry, context.today) === group)),
  })).filter((group) => group.lines.length > 0)
  const subject = groups.map((group) => `${group.name}${group.lines.length}项`)
  return message([...subject, ...hiddenSubject(hidden)].join('、'), [
    ...groups.flatMap((group) => [
      heading(`${group.name}（${group.lines.length}项）`),
      ...group.lines.map(block),
    ]),
    ...hiddenBlocks(hidden),
    ...(shown.length > 0 ? [paragraph('已整改的，请尽快登录系统报送整改情况。')] : []),
  ])
}

function groupOf({ finding: { due } }: DigestLine, today: LocalDate): Group {
  if (due.overdue) return 'overdue'
  return due.date === today ? 'today' : 'coming'
}

/** Urgent ones stay first; then the longest overdue or the soonest due. */
function byDue(lines: readonly DigestLine[]): readonly DigestLine[] {
  return lines.toSorted(
    (a, b) =>
      Number(b.finding.urgent) - Number(a.finding.urgent) ||
      compare(dueKey(a), dueKey(b)) ||
      a.finding.number - b.finding.number,
  )
}

function dueKey({ finding: { due } }: DigestLine): string {
  return `${due.date} ${due.time ?? '24:00'}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function block({ finding, next_rung, missed_step }: DigestLine): Block {
  return item(titleOf(finding), [
    problemWords(finding),
    `时限：${dueWords(finding.due)}`,
    missed_step && `整改方案节点${dayAndWeekday(missed_step)}已过，请报送进展`,
    next_rung && nextWords(finding.due, next_rung),
  ])
}

function nextWords(due: DueFacts, { rung, on }: NonNullable<DigestLine['next_rung']>): string {
  return `${due.overdue ? '仍' : '逾期'}未反馈的，${dayAndWeekday(on)}${NEXT[rung]}`
}
