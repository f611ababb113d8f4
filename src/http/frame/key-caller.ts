import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashOfKey } from '../../auth/api-key.js'
import { AuthError } from '../../auth/auth-error.js'
import { rememberFor } from '../../auth/recent.js'
import type { Principal } from '../../commands/principal.js'
import { noteKeyUse } from '../../commands/service-accounts.js'
import type { Handle } from '../../db/handle.js'
import { accountOfKey, type KeyHolder, personOfAccount } from '../../db/key-holder.js'
import type { KnownPerson } from '../../db/principal.js'
import type { Failures } from './failures.js'
import { headerFault, ProblemError } from './problem-error.js'
import type { CountCall } from './quota.js'
import type { RefusedCallers } from './refused-callers.js'

const REMEMBERED_MAX = 10_000
const TOUCHED_MS = 60_000
/** As long as the subject of a login may be; nobody has a longer name. */
const NAMED_MAX = 300

/** Who calls with a key: the account, and the person it acts for, as whom alone anything is read; a tool acts for nobody. */
export interface KeyCaller {
  holder: KeyHolder
  person: KnownPerson
}

interface KeySettings {
  rememberMs: number
  countCall: CountCall
  failures: Failures
  refusals: RefusedCallers
}

type KnowKey = (key: string, request: FastifyRequest, reply: FastifyReply) => Promise<KeyCaller>

/**
 * Knows the holders of keys. Unknown, cut off, expired and taken back are refused alike, by the same path: one look-up
 * by hash, and none from an address that has failed too often, unless the key has opened here before. That a key was
 * used is noted beside the request, which does not wait for it.
 */
export function createKeyCallers(
  handle: Handle,
  { rememberMs, countCall, failures, refusals }: KeySettings,
): KnowKey {
  // Only keys there are get in here, so that it stays small.
  const opened = new Set<string>()
  const holders = rememberFor(rememberMs, REMEMBERED_MAX, async (hash) => {
    const holder = await accountOfKey(handle, hash)
    if (!holder) throw new AuthError('UNAUTHENTICATED', 'no such key')
    opened.add(hash)
    return holder
  })
  // Nobody is not remembered: names that are guessed push out no name that is good.
  const people = rememberFor(rememberMs, REMEMBERED_MAX, async (key) => {
    const { id, named } = JSON.parse(key) as { id: string; named: string }
    const person = await personOfAccount(handle, id, named)
    if (!person) throw new ProblemError('FORBIDDEN')
    return person
  })
  const touched = rememberFor(TOUCHED_MS, REMEMBERED_MAX, (id) => noteKeyUse(handle, id))

  const personNamed = async (holder: KeyHolder, named: string | null): Promise<KnownPerson> => {
    if (holder.kind === 'inspection_tool') {
      if (named !== null) throw new ProblemError('FORBIDDEN')
      return itself(holder)
    }
    if (named === null) {
      throw new ProblemError('VALIDATION_FAILED', [headerFault('On-Behalf-Of', 'REQUIRED')])
    }
    if (named.length > NAMED_MAX) throw new ProblemError('FORBIDDEN')
    return people.get(JSON.stringify({ id: holder.id, named }))
  }

  return async (key, request, reply) => {
    const hash = hashOfKey(key)
    if (hash === null) throw new AuthError('UNAUTHENTICATED', 'no key')
    if (!holders.has(hash) && !opened.has(hash)) await failures.refuseFull(request, reply)
    const holder = await holders.get(hash)
    if (Date.parse(holder.expires_at) <= Date.now()) throw new AuthError('UNAUTHENTICATED', 'exp')
    countCall({ account_id: holder.id }, request, reply)
    touched.get(holder.key_id).catch(ignore)
    try {
      return { holder, person: await personNamed(holder, onBehalfOf(request)) }
    } catch (error) {
      const refused = error instanceof ProblemError && error.code === 'FORBIDDEN'
      if (refused) await refusals.behalf(accountAlone(holder, request))
      throw error
    }
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

/** An account that acts for nobody. */
function accountAlone({ id, office_id, rehearsal }: KeyHolder, { ip }: FastifyRequest): Principal {
  const nobody = { person_id: id, scope: 'tool', units: [], memberships: [] } as const
  return { ...nobody, office_id, rehearsal, service_account_id: id, address: ip }
}

function ignore(): void {}
