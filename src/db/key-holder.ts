import type { Instant } from '../domain/instant.js'
import type { KeyScope, ServiceAccountKind } from '../domain/service-account.js'
import { first, type Handle, statement } from './handle.js'
import type { KnownPerson } from './principal.js'

/** Whose a key is that still opens something. */
export interface KeyHolder {
  id: string
  kind: ServiceAccountKind
  name: string
  /** Whose portal it is; null for a tool. */
  unit_id: string | null
  /** What the tool is called in addresses; null for a portal. */
  tool: string | null
  scopes: readonly KeyScope[]
  office_id: string
  office_name: string
  rehearsal: boolean
  key_id: string
  expires_at: Instant
}

const HOLDER = statement<KeyHolder>('select * from account_of_key($1)')
const PERSON = statement<KnownPerson>('select * from person_of_account($1, $2)')
const TOUCH = statement<never>('select touch_api_key($1)')

/** Whose key has this hash; null where it is nobody's, expired, taken back, or its unit closed. Needs no principal. */
export function accountOfKey(h: Handle, hash: string): Promise<KeyHolder | null> {
  return first(h.run(HOLDER(hash)))
}

/**
 * The person of a portal's unit who is named by id or by subject, with their roles in that unit alone; null where there
 * is none, or where two issuers' people have the subject. Needs no principal.
 */
export async function personOfAccount(
  h: Handle,
  accountId: string,
  named: string,
): Promise<KnownPerson | null> {
  const [person, another] = await h.run(PERSON(accountId, named))
  return person && !another ? person : null
}

/** Notes that a key was used, once a minute at most. */
export async function touchApiKey(h: Handle, keyId: string): Promise<void> {
  await h.run(TOUCH(keyId))
}
