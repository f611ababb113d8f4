import type { Handle } from '../db/handle.js'
import { touchApiKey } from '../db/key-holder.js'
import {
  type AccountWithKeys,
  findServiceAccount,
  insertApiKey,
  insertServiceAccount,
  lockServiceAccount,
  type NewServiceAccount,
  revokeApiKey,
  shortenApiKeys,
} from '../db/service-account.js'
import { type Rejection, reject } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'
import { note } from './security-events.js'

/** A key that was made and is not given yet: what is kept of it, and for how many days. */
export interface MadeKey {
  hash: string
  hint: string
  days: number
}

/** What is answered, and what is kept of it under the Idempotency-Key: a key is said once and never kept. */
export interface Told {
  answer: Answer
  kept: Answer
}

interface Asked {
  principal: Principal
  key: KeyUse | null
}

export type AccountEntry = Pick<NewServiceAccount, 'kind' | 'name' | 'unit_id' | 'tool' | 'scopes'>

/** Enters an account with its first key. Throws CommandError ALREADY_EXISTS, UNKNOWN_REFERENCE. */
export function createServiceAccount(
  deps: Deps,
  { principal, key, entry, made }: Asked & { entry: AccountEntry; made: MadeKey },
  present: (account: AccountWithKeys, key_id: string) => Told,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: async () => null,
    async act(tx) {
      const { office_id, person_id: created_by } = principal
      const [id, key_id] = [deps.newId(), deps.newId()]
      const { hash, hint, days } = made
      const [, , account] = await Promise.all([
        insertServiceAccount(tx, { id, office_id, ...entry, created_by }),
        insertApiKey(
          tx,
          { id: key_id, office_id, service_account_id: id, hash, hint, created_by },
          days,
        ),
        findServiceAccount(tx, id),
        note(tx, deps, principal, [
          {
            ...{ kind: 'key_made', about: key_id },
            detail: { service_account_id: id, hint, scopes: entry.scopes },
          },
        ]),
      ])
      if (!account) throw new CommandError('NOT_FOUND')
      return { ...present(account, key_id), writes: [] }
    },
  })
}

export interface Rotation extends Asked {
  account_id: string
  made: MadeKey
  /** How long the keys before it live on at most. */
  overlap_hours: number
}

/** Gives an account another key; those it has live on for the overlap at most. Throws CommandError NOT_FOUND. */
export function rotateKey(
  deps: Deps,
  { principal, key, account_id, made, overlap_hours }: Rotation,
  present: (account: AccountWithKeys, key_id: string) => Told,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: async (tx) => {
      // Two at once would leave each other's key as it is.
      const [, account] = await Promise.all([
        lockServiceAccount(tx, account_id),
        findServiceAccount(tx, account_id),
      ])
      return account
    },
    async act(tx, known) {
      if (!known) throw new CommandError('NOT_FOUND')
      const { office_id, person_id: created_by } = principal
      const id = deps.newId()
      const { hash, hint, days } = made
      const { scopes } = known
      const kept = { id, office_id, service_account_id: account_id, hash, hint, created_by }
      const [, , account] = await Promise.all([
        shortenApiKeys(tx, account_id, overlap_hours),
        insertApiKey(tx, kept, days),
        findServiceAccount(tx, account_id),
        note(tx, deps, principal, [
          {
            ...{ kind: 'key_rotated', about: id },
            detail: { service_account_id: account_id, hint, overlap_hours, scopes },
          },
        ]),
      ])
      if (!account) throw new CommandError('NOT_FOUND')
      return { ...present(account, id), writes: [] }
    },
  })
}

export type RevocationOutcome =
  | { kind: 'done'; account: AccountWithKeys }
  | { kind: 'refused'; rejection: Rejection }

/** Takes a key back. Throws CommandError NOT_FOUND. */
export function revokeKey(
  deps: Deps,
  { principal, key, account_id, key_id }: Asked & { account_id: string; key_id: string },
  present: (outcome: RevocationOutcome) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) => findServiceAccount(tx, account_id),
    async act(tx, known) {
      if (!known?.keys.some(({ id }) => id === key_id)) throw new CommandError('NOT_FOUND')
      const by = principal.person_id
      const [revoked, account] = await Promise.all([
        revokeApiKey(tx, { id: key_id, account_id, by }),
        findServiceAccount(tx, account_id),
      ])
      if (!account) throw new CommandError('NOT_FOUND')
      if (!revoked) {
        const rejection = reject('NOTHING_TO_CHANGE')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const detail = { service_account_id: account_id }
      const noted = { kind: 'key_revoked', about: key_id, detail } as const
      const answer = present({ kind: 'done', account })
      return { answer, writes: [note(tx, deps, principal, [noted])] }
    },
  })
}

/** Notes that a key was used, to the minute or so; outside of whatever it was used for. */
export function noteKeyUse(h: Handle, keyId: string): Promise<void> {
  return touchApiKey(h, keyId)
}
