import { findOffice } from '../db/office.js'
import {
  findOperation,
  finishOperation,
  type Operation,
  type OperationEnd,
} from '../db/operation.js'
import { becomeSystem } from '../db/principal.js'
import { wantSubjects } from '../db/workflow-sync.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

/**
 * Cancels a long job of the caller's office and returns it; one that is over stays as it is. What it has done stays
 * done. Throws CommandError NOT_FOUND.
 */
export function cancelOperation(
  deps: Pick<Deps, 'pool' | 'poke'>,
  { principal, key, id }: { principal: Principal; key: KeyUse | null; id: string },
  present: (operation: Operation) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) => findOperation(tx, id),
    async act(tx, known) {
      if (!known) throw new CommandError('NOT_FOUND')
      await becomeSystem(tx)
      await endOperation(tx, known, { status: 'cancelled', result: null })
      const ended = (await findOperation(tx, id)) ?? known
      return { answer: present(ended), writes: [] }
    },
  })
}

/**
 * Ends a job and asks that its workflow be told, and its office's, for which the end may leave something to do.
 * False when it had ended already.
 */
export async function endOperation(
  tx: Parameters<typeof finishOperation>[0],
  { id, office_id }: Pick<Operation, 'id' | 'office_id'>,
  end: Omit<OperationEnd, 'finished_at'>,
): Promise<boolean> {
  const office = await findOffice(tx, office_id)
  if (!office) throw new CommandError('NOT_FOUND')
  const ended = await finishOperation(tx, id, { ...end, finished_at: office.now })
  await wantSubjects(tx, [
    { subject_id: id, office_id, kind: 'operation' },
    { subject_id: office_id, office_id, kind: 'office' },
  ])
  return ended
}
