import { completeHitImport } from '../../db/hit-import.js'
import { findOffice } from '../../db/office.js'
import { insertOperation, type Operation } from '../../db/operation.js'
import { becomeSystem } from '../../db/principal.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import type { Received } from './receive.js'

export interface HitImportRequest {
  principal: Principal
  key: KeyUse | null
  tool: string
  received: Received
}

/** What the operation goes on from. */
export interface HitImportInput {
  tool: string
  lines: number
}

/**
 * Starts the long job that takes what has arrived, under the id its lines are kept by. Throws CommandError NOT_FOUND,
 * LOCKED, KEY_REUSED.
 */
export function startHitImport(
  deps: Pick<Deps, 'pool' | 'poke'>,
  { principal, key, tool, received }: HitImportRequest,
  present: (operation: Operation) => Answer,
): Promise<Answer> {
  const { office_id, person_id, service_account_id } = principal
  const { id, lines } = received
  return once(deps, principal, key, {
    load: (tx) => findOffice(tx, office_id),
    async act(tx, office) {
      if (!office) throw new CommandError('NOT_FOUND')
      await becomeSystem(tx)
      const input: HitImportInput = { tool, lines }
      const operation: Operation = {
        ...{ id, office_id, kind: 'import_hits', status: 'running', input },
        ...{ progress: null, result: null, requested_by: service_account_id ? null : person_id },
        ...{ created_at: office.now, finished_at: null },
      }
      return {
        answer: present(operation),
        writes: [
          completeHitImport(tx, id, lines),
          insertOperation(tx, operation),
          wantSubjects(tx, [{ subject_id: id, office_id, kind: 'operation' }]),
        ],
      }
    },
  })
}
