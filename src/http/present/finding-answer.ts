import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import type { Language } from '../../contracts/errors.js'
import { wordsOf } from '../../contracts/errors.js'
import type { findingAnswer } from '../../contracts/findings/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import { COMMAND_LABELS } from '../../domain/labels.js'
import type { AllowedAction } from '../../domain/machine/allowed-actions.js'
import type { Situation } from '../../domain/situation.js'
import { presentFinding } from './finding.js'

/** Who reads it: what they may know, and in which language they are told why not. */
export interface Reader {
  principal: Pick<Principal, 'scope'>
  language: Language
}

/** A finding with every command: whether the caller may send it now and what it needs, or why not. */
export function presentAnswer(
  stored: StoredFinding,
  allowed: readonly AllowedAction[],
  at: Pick<Situation, 'now' | 'rules'>,
  { principal, language }: Reader,
): z.input<typeof findingAnswer> {
  return {
    finding: presentFinding(stored, at, principal),
    allowed_actions: allowed.map((action) => ({
      command: action.command,
      label: COMMAND_LABELS[action.command],
      allowed: action.allowed,
      needs: action.allowed ? [...action.needs] : [],
      code: action.allowed ? null : action.code,
      reason: action.allowed ? null : wordsOf(action.code, language).detail,
    })),
  }
}
