import type { Handle } from '../db/handle.js'
import { setPrincipal } from '../db/principal.js'
import { insertSecurityEvents, type NewSecurityEvent } from '../db/security-event.js'
import { transaction } from '../db/transaction.js'
import type { SecurityEventKind } from '../domain/security-event.js'
import type { Deps } from './deps.js'
import type { Effect } from './effect.js'
import type { Principal } from './principal.js'

/** What happened, in codes and ids. */
export interface Noted {
  kind: SecurityEventKind
  /** The key, the person or the role it is about. */
  about: string
  detail: Readonly<Record<string, unknown>>
}

/** Records in the transaction of a change who made it and from where; sent, to be awaited with the commit. */
export function note(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  principal: Principal,
  noted: readonly Noted[],
): Promise<void> {
  return insertSecurityEvents(
    h,
    noted.map((one) => ({ ...madeBy(deps, principal), ...one, result: 'done' })),
  )
}

/** Records the same of what was done on the server's command line, where nobody is logged in: it names no person. */
export function noteByServer(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  office_id: string,
  noted: readonly Noted[],
): Promise<void> {
  return insertSecurityEvents(
    h,
    noted.map(({ detail, ...one }) => ({
      ...{ ...madeBy(deps, null), office_id, ...one, result: 'done' },
      detail: { ...detail, through: 'command_line' },
    })),
  )
}

/** That words of a finding's events went, as what matters to safety: which, and whose data they held. */
export function erasedWords({ locked, events }: Pick<Effect, 'locked' | 'events'>): Noted {
  const erased = events.flatMap((event) => (event.type === 'words_erased' ? [event.data] : []))
  return {
    kind: 'words_erased',
    about: locked.finding.id,
    detail: { events: erased.flatMap((data) => data.events), of: erased.map(({ about }) => about) },
  }
}

/** Somebody who was not let in: whom an office knows, or a login nobody does; from where. */
export interface Refused {
  kind: SecurityEventKind
  principal: Principal | null
  address: string | null
  subject?: string
}

/** Records by itself that somebody was not let in, and how often where it was more than once. */
export async function noteRefusal(
  deps: Pick<Deps, 'pool' | 'newId'>,
  { kind, principal, address, subject }: Refused,
  times: number,
): Promise<void> {
  const detail = times === 1 ? {} : { times }
  const event = {
    ...madeBy(deps, principal),
    ...{ about: null, detail, subject: subject ?? null },
    kind,
    address,
    result: 'refused',
  } as const
  await transaction(deps.pool, (tx) =>
    tx.commitWith([
      ...(principal ? [setPrincipal(tx, principal)] : []),
      insertSecurityEvents(tx, [event]),
    ]),
  )
}

function madeBy(
  { newId }: Pick<Deps, 'newId'>,
  principal: Principal | null,
): Omit<NewSecurityEvent, 'kind' | 'result' | 'about' | 'detail'> {
  const { office_id = null, service_account_id = null, address = null } = principal ?? {}
  const person_id = principal && principal.scope !== 'tool' ? principal.person_id : null
  return { id: newId(), office_id, person_id, service_account_id, address, subject: null }
}
