import { listAssets } from '../../db/asset.js'
import { dismissHits } from '../../db/hit.js'
import { findOffice } from '../../db/office.js'
import { setPrincipal } from '../../db/principal.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import { objectFinder } from '../../domain/hit-object.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { PATIENCE } from '../notices/patience.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { chooseHits, type HitChoice } from './choose.js'
import { type DecidedHit, decidedBefore } from './decided.js'

export interface Dismissals {
  principal: Principal
  choice: HitChoice
  reason: string
}

export type DismissalsOutcome =
  | { kind: 'done'; matched: number; hits: readonly DecidedHit[] }
  | { kind: 'differs' }

type Present = (outcome: DismissalsOutcome) => Answer

/**
 * Somebody decides not to use many hits, as one by one: those decided on before are answered for and stay as they are.
 * Throws CommandError NOT_FOUND, LOCKED, KEY_REUSED.
 */
export function dismissMany(
  deps: Pick<Deps, 'pool' | 'poke'>,
  { key, ...request }: Dismissals & { key: KeyUse | null },
  present: Present,
): Promise<Answer> {
  const { principal, reason } = request
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) => load(tx, request),
    async act(tx, { office, outcome, ids }) {
      if (!office) throw new CommandError('NOT_FOUND')
      const decided = { at: office.now, by: principal.person_id, because: reason }
      const writes = ids.length === 0 ? [] : [dismissHits(tx, ids, decided)]
      return { answer: present(outcome), writes }
    },
  })
}

/** Says exactly which would be dismissed now, and dismisses none. */
export function tryDismissing(
  { pool }: Pick<Deps, 'pool'>,
  request: Dismissals,
  present: Present,
): Promise<Answer> {
  const trial = async (tx: Transaction) => {
    const [, { outcome }] = await Promise.all([
      setPrincipal(tx, request.principal),
      load(tx, request),
    ])
    return present(outcome)
  }
  return transaction(pool, trial, { patience: PATIENCE })
}

async function load(tx: Transaction, { principal, choice }: Dismissals) {
  const { office_id } = principal
  const [office, assets] = await Promise.all([findOffice(tx, office_id), listAssets(tx, office_id)])
  const objectOf = objectFinder(assets.filter(({ status }) => status === 'open'))
  const chosen = await chooseHits(tx, office_id, choice, objectOf)
  if (chosen.kind === 'differs') return { office, outcome: chosen, ids: [] }
  const { open, before } = await decidedBefore(tx, chosen)
  const now = open.map(({ id }): DecidedHit => {
    return { hit_id: id, outcome: 'done', notice_id: null, finding_id: null, number: null }
  })
  const outcome = { kind: 'done', matched: chosen.matched, hits: [...now, ...before] } as const
  return { office, outcome, ids: open.map(({ id }) => id) }
}
