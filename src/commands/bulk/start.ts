import { findOffice } from '../../db/office.js'
import { insertOperation, type Operation, runsFor } from '../../db/operation.js'
import { becomeSystem, setPrincipal } from '../../db/principal.js'
import { paperForOffice } from '../../db/signer.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import { DONE_AT_ONCE } from '../../domain/bulk.js'
import type { Deps } from '../deps.js'
import { CommandError, unknownPaper } from '../errors.js'
import { PATIENCE } from '../notices/patience.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { type BulkChoice, type Chosen, chooseFindings, nowOf } from './choose.js'
import type { BulkCommand, BulkInput } from './items.js'

export interface BulkRequest {
  principal: Principal
  command: BulkCommand
  signed_paper_id: string | null
  choice: BulkChoice
}

export type BulkOutcome =
  | { kind: 'started'; operation: Operation; matched: number }
  | { kind: 'running' }
  | Extract<Chosen, { kind: 'differs' }>

/**
 * Keeps on which findings a command is to be done, once per key; each is done by itself afterwards. Of more than two
 * hundred the worker is told, and somebody has one such job at a time; fewer are whoever's who asked, and the worker's
 * where those die on the way. Throws CommandError NOT_FOUND, UNKNOWN_REFERENCE (the paper), LOCKED, KEY_REUSED.
 */
export function startBulk(
  deps: Pick<Deps, 'pool' | 'poke' | 'newId'>,
  { key, ...request }: BulkRequest & { key: KeyUse | null },
  present: (outcome: BulkOutcome) => Answer,
): Promise<Answer> {
  const { principal, command, signed_paper_id } = request
  const { office_id, person_id } = principal
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) => Promise.all([findOffice(tx, office_id), choose(tx, request)]),
    async act(tx, [office, chosen]) {
      if (!office) throw new CommandError('NOT_FOUND')
      if (chosen.kind === 'differs') return { answer: present(chosen), writes: [] }
      const long = chosen.items.length > DONE_AT_ONCE
      if (long && (await runsFor(tx, person_id, 'bulk'))) {
        return { answer: present({ kind: 'running' }), writes: [] }
      }
      await becomeSystem(tx)
      const { name, ...fields } = command
      const items = chosen.items.map(({ id, revision }) => [id, revision] as const)
      const input: BulkInput = { command: name, fields, signed_paper_id, items }
      const operation: Operation = {
        ...{ id: deps.newId(), office_id, kind: 'bulk', status: 'running', input },
        ...{ progress: null, result: null, requested_by: person_id },
        ...{ created_at: office.now, finished_at: null },
      }
      const { id: subject_id } = operation
      return {
        answer: present({ kind: 'started', operation, matched: items.length }),
        writes: [
          insertOperation(tx, operation),
          ...(long ? [wantSubjects(tx, [{ subject_id, office_id, kind: 'operation' }])] : []),
        ],
      }
    },
  })
}

/** Says how many findings it would be done on now, and on which; does it on none. */
export function tryBulk({ pool }: Pick<Deps, 'pool'>, request: BulkRequest): Promise<Chosen> {
  const trial = async (tx: Transaction) => {
    const [, chosen] = await Promise.all([setPrincipal(tx, request.principal), choose(tx, request)])
    if (chosen.kind === 'differs' || request.choice.by === 'filter') return chosen
    const items = await nowOf(tx, chosen.items)
    return { ...chosen, matched: items.length, items }
  }
  return transaction(pool, trial, { patience: PATIENCE })
}

async function choose(
  tx: Transaction,
  { principal, signed_paper_id, choice }: BulkRequest,
): Promise<Chosen> {
  const [paper, chosen] = await Promise.all([
    signed_paper_id ? paperForOffice(tx, signed_paper_id) : null,
    chooseFindings(tx, principal.office_id, choice),
  ])
  // As the caller, whom the fence lets see a paper or not: the worker sees every one.
  if (signed_paper_id && !paper) throw unknownPaper()
  return chosen
}
