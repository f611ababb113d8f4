import { deepStrictEqual as same } from 'node:assert/strict'
import type { z } from 'zod'
import { ERRORS, type ProblemCode } from '../../src/contracts/errors.js'
import type { findingAnswer } from '../../src/contracts/findings/finding.js'
import type { Operation } from '../../src/contracts/operation.js'
import type { Due, Finding } from '../../src/domain/finding.js'
import { allowedActions } from '../../src/domain/machine/allowed-actions.js'
import type { Situation } from '../../src/domain/situation.js'
import type { Told } from '../http/support.js'

type Answer = z.output<typeof findingAnswer>

/** Throws where an answer is anything else than this refusal, by status, code and the field it points at. */
export function compareRefusal(
  { status, code, problem, text }: Told<Operation>,
  expected: ProblemCode,
  at?: { field: string | null },
): ProblemCode {
  same([status, code], [ERRORS[expected].status, expected], text)
  const pointers = problem.errors.map(({ pointer }) => pointer)
  if (at) same(pointers, at.field === null ? [] : [at.field], text)
  return expected
}

/** Throws where an answer is anything else than what the machine made of the finding. */
export function compareDone(
  { status, text, etag, body }: { status: number; text: string; etag: string | null; body: Answer },
  situation: Situation,
): void {
  same([status, etag], [200, `"${situation.finding.revision}"`], text)
  compareAnswer(body, situation)
}

/** Throws where the answer to a view is anything else than what was said; who gives it sees no more of the finding. */
export function compareView(
  { status, text, etag, body }: { status: number; text: string; etag: string | null; body: object },
  { finding }: Situation,
): void {
  const { revision, transfer } = finding
  same([status, etag], [200, `"${revision}"`], text)
  same(body, { request_id: transfer?.id, agrees: transfer?.view?.agrees, revision }, text)
}

/** Throws where an answer shows anything else than the machine's situation; the situation's actor is who reads. */
export function compareAnswer(shown: Answer, situation: Situation): void {
  const { finding } = situation
  for (const [field, value] of Object.entries(shown.finding)) {
    if (!isField(field, finding)) continue
    const told = isUnits(situation) ? unitsView(finding) : finding
    same(value, expected(field, value, told), field)
  }
  same(shown.finding.overdue, isLate(situation), 'overdue')
  same(
    shown.allowed_actions.map(({ command, allowed, code, needs }) => [
      command,
      allowed,
      code,
      needs,
    ]),
    allowedActions({ ...situation, paper: null }).map((action) => [
      action.command,
      action.allowed,
      action.allowed ? null : action.code,
      action.allowed ? action.needs : [],
    ]),
    'allowed_actions',
  )
}

/** A unit is not told when the office looks again, and whose turn that is, nor what takes up what it saw. */
function unitsView(finding: Finding): Finding {
  const { closed_at, turn_since } = finding
  const untold = { lookbacks: null, lookback: null, followed_by: null }
  return { ...finding, ...untold, turn_since: closed_at ?? turn_since }
}

const isUnits = ({ actor }: Situation) => actor.roles.every((role) => role.startsWith('unit.'))

const isField = (name: string, finding: Finding): name is keyof Finding => name in finding

/** A finding's field as it is shown: dues without their basis, of the round only what everybody may see. */
function expected(field: keyof Finding, shown: unknown, finding: Finding): unknown {
  if (field === 'due' || field === 'original_due') return dueShown(finding[field])
  if (field === 'extension') return extensionShown(finding.extension)
  if (field === 'supports') return supportsShown(finding, shown)
  const { delegated_to } = finding
  if (field === 'delegated_to') return delegated_to && { done_at: null, ...delegated_to }
  const kept = finding[field]
  if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return kept
  const names = Object.keys(shown ?? {})
  return Object.fromEntries(Object.entries(kept).filter(([name]) => names.includes(name)))
}

function extensionShown(extension: Finding['extension']): unknown {
  if (!extension) return null
  const { id, asked_at, due } = extension
  return { id, asked_at, new_date: due.date }
}

/** Each with the day it is shown, which the machine does not keep. */
function supportsShown({ supports }: Finding, shown: unknown): unknown {
  const days = shown as Answer['finding']['supports']
  return (supports ?? []).map((one, place) => ({ ...one, due_date: days[place]?.due_date }))
}

function dueShown(due: Due | null): unknown {
  if (!due) return null
  const { at, date, time, provisional, basis } = due
  return { at, date, time, provisional, rule: basis.rule }
}

/** The definition of lifecycle.md, written down again. */
function isLate({ finding, now }: Situation): boolean {
  const turn = ['notified', 'rectifying', 'returned', 'ongoing'].includes(finding.state)
  const pauses = [finding.dispute, finding.transfer].some((one) => one?.pauses === true)
  const held = finding.extension !== null || pauses
  return turn && finding.due !== null && now >= finding.due.at && !held
}
