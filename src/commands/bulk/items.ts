import type { BulkCommandName } from '../../domain/bulk.js'
import type { Command } from '../../domain/commands.js'
import type { RejectionCode, State } from '../../domain/vocabulary.js'
import type { CommandErrorCode, RefusedField } from '../errors.js'
import type { FindingOutcome } from '../execute.js'

/** A command that is sent to many, without the id of the request that it begins on each. */
export type BulkCommand = DistributiveOmit<
  Extract<Command, { name: BulkCommandName }>,
  'request_id'
>
type DistributiveOmit<C, K extends string> = C extends unknown ? Omit<C, K> : never

/** One finding, and the revision of it that whoever sends the command has seen. */
export interface BulkItem {
  id: string
  revision: number
}

/** What the operation goes on from; when it ends, the words of the command leave it. */
export interface BulkInput {
  command: BulkCommandName
  fields?: Omit<BulkCommand, 'name'>
  signed_paper_id: string | null
  items: readonly (readonly [id: string, revision: number])[]
}

/** How far an operation is. */
export interface BulkProgress {
  taken: number
  done: number
  refused: number
  /** How often the next finding was tried in vain; left out before it was. */
  tries?: number
}

/** So often a finding is tried that fails as nothing should; then it is left, and the next has its turn. */
export const MOST_TRIES = 5

export const NOTHING_TAKEN: BulkProgress = { taken: 0, done: 0, refused: 0 }

/** What became of one finding, without anybody's words: those are found when it is read. */
export type BulkResult =
  | { outcome: 'done'; revision: number; state: State }
  | { outcome: 'rejected'; code: RejectionCode; field: string | null }
  | { outcome: 'stale'; revision: number }
  | {
      outcome: 'failed'
      code: CommandErrorCode | 'VALIDATION_FAILED' | 'INTERNAL'
      fields: readonly RefusedField[]
    }

/** What came of a command, as it is kept for its finding. */
export function resultOf(outcome: FindingOutcome): BulkResult {
  switch (outcome.kind) {
    case 'done': {
      const { revision, state } = outcome.stored.finding
      return { outcome: 'done', revision, state }
    }
    case 'refused':
      return { outcome: 'rejected', ...outcome.rejection }
    case 'stale':
      return { outcome: 'stale', revision: outcome.revision }
  }
}

/** The key under which it is kept what became of a finding: none that anybody could send. */
export function itemKey(operationId: string, findingId: string): string {
  return `${operationId}/${findingId}`
}
