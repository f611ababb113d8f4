import { deepStrictEqual as same } from 'node:assert/strict'
import type { z } from 'zod'
import type { findingAnswer } from '../../src/contracts/findings/finding.js'
import type { Due, Finding } from '../../src/domain/finding.js'
import { allowedActions } from '../../src/domain/machine/allowed-actions.js'
import type { Situation } from '../../src/domain/situation.js'

type Answer = z.output<typeof findingAnswer>

/** Throws where an answer shows anything else than the machine's situation; the situation's actor is who reads. */
export function compareAnswer(shown: Answer, situation: Situation): void {
  const { finding } = situation
  for (const [field, value] of Object.entries(shown.finding)) {
    if (field in finding) same(value, expected(field as keyof Finding, value, finding), field)
  }
  same(shown.finding.overdue, isLate(situation), 'overdue')
  same(
    shown.allowed_actions.map(({ command, allowed, code }) => [command, allowed, code]),
    allowedActions({ ...situation, paper: null }).map((action) => [
      action.command,
      action.allowed,
      action.allowed ? null : action.code,
    ]),
    'allowed_actions',
  )
}

/** A finding's field as it is shown: dues without their basis, of the round only what everybody may see. */
function expected(field: keyof Finding, shown: unknown, finding: Finding): unknown {
  if (field === 'due' || field === 'original_due') return dueShown(finding[field])
  const kept = finding[field]
  if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return kept
  const names = Object.keys(shown ?? {})
  return Object.fromEntries(Object.entries(kept).filter(([name]) => names.includes(name)))
}

function dueShown(due: Due | null): unknown {
  if (!due) return null
  const { at, date, time, provisional, basis } = due
  return { at, date, time, provisional, rule: basis.rule }
}

/** The definition of lifecycle.md, written down again. */
function isLate({ finding, now }: Situation): boolean {
  const turn = ['notified', 'rectifying', 'returned', 'ongoing'].includes(finding.state)
  return turn && finding.due !== null && now >= finding.due.at
}
