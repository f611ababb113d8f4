import type { FastifyRequest } from 'fastify'
import { hashOfKey } from '../../auth/api-key.js'
import { AuthError } from '../../auth/auth-error.js'
import { rememberFor } from '../../auth/recent.js'
import { noteKeyUse } from '../../commands/service-accounts.js'
import type { Handle } from '../../db/handle.js'
import { accountOfKey, type KeyHolder, personOfAccount } from '../../db/key-holder.js'
import type { KnownPerson } from '../../db/principal.js'
import { headerFault, ProblemError } from './problem-error.js'

const REMEMBERED_MAX = 10_000
const TOUCHED_MS = 60_000

/** Who calls with a key: the account, and the person it acts for, as whom alone anything is read; a tool acts for nobody. */
export interface KeyCaller {
  holder: KeyHolder
  person: KnownPerson
}

/**
 * Knows the holders of keys. Unknown, cut off, expired and taken back are refused alike, by the same path: one look-up
 * by hash. That a key was used is noted beside the request, which does not wait for it.
 */
export function createKeyCallers(handle: Handle, rememberMs: number) {
  const holders = rememberFor(rememberMs, REMEMBERED_MAX, async (hash) => {
    const holder = await accountOfKey(handle, hash)
    if (!holder) throw new AuthError('UNAUTHENTICATED', 'no such key')
    return holder
  })
  const people = rememberFor(rememberMs, REMEMBERED_MAX, (key) => {
    const { id, named } = JSON.parse(key) as { id: string; named: string }
    return personOfAccount(handle, id, named)
  })
  const touched = rememberFor(TOUCHED_MS, REMEMBERED_MAX, (id) => noteKeyUse(handle, id))

  return async (key: string, request: FastifyRequest): Promise<KeyCaller> => {
    const hash = hashOfKey(key)
    if (hash === null) throw new AuthError('UNAUTHENTICATED', 'no key')
    const holder = await holders.get(hash)
    if (Date.parse(holder.expires_at) <= Date.now()) throw new AuthError('UNAUTHENTICATED', 'exp')
    touched.get(holder.key_id).catch(ignore)
    const named = onBehalfOf(request)
    if (holder.kind === 'inspection_tool') {
      if (named !== null) throw new ProblemError('FORBIDDEN')
      return { holder, person: itself(holder) }
    }
    if (named === null) {
      throw new ProblemError('VALIDATION_FAILED', [headerFault('On-Behalf-Of', 'REQUIRED')])
    }
    const person = await people.get(JSON.stringify({ id: holder.id, named }))
    if (!person) throw new ProblemError('FORBIDDEN')
    return { holder, person }
  }
}

/** For whom a request is made; only a portal's may say so. */
export function onBehalfOf({ headers }: FastifyRequest): string | null {
  const named = headers['on-behalf-of']
  return typeof named === 'string' ? named : null
}

function itself({ id, name, office_id, office_name, rehearsal }: KeyHolder): KnownPerson {
  return { person_id: id, name, office_id, office_name, rehearsal, memberships: [] }
}

function ignore(): void {}
