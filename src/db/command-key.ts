import { first, type Handle, statement } from './handle.js'

/** The answer kept under a key, to be given again. */
export interface KeptAnswer {
  status: number
  body: unknown
  etag: string | null
  location: string | null
}

export interface KeyOwner {
  office_id: string
  person_id: string
}

const LOCK = statement<never>(
  `select pg_advisory_xact_lock(hashtextextended($1::text || '/' || $2::text, 0))`,
)
const READ = statement<KeptAnswer & { fingerprint: string }>(
  `select fingerprint, status, body, etag, location from command_key
   where principal_id = $1 and key = $2`,
)
const READ_MANY = statement<{ key: string; body: unknown }>(
  'select key, body from command_key where principal_id = $1 and key = any ($2::text[])',
)
const KEEP = statement<never>(
  `insert into command_key (office_id, principal_id, key, fingerprint, status, body, etag, location)
   values ($1, $2, $3, $4, $5, $6::json, $7, $8)`,
)

/**
 * Makes callers with the same key wait in line until this transaction ends, so that the second reads what the
 * first has kept. Throws LOCK_TIMEOUT after two seconds.
 */
export async function lockKey(h: Handle, personId: string, key: string): Promise<void> {
  await h.run(LOCK(personId, key))
}

/** What was kept under the principal's key, and for which request; null when the key is new. */
export async function readAnswer(
  h: Handle,
  personId: string,
  key: string,
): Promise<{ fingerprint: string; answer: KeptAnswer } | null> {
  const row = await first(h.run(READ(personId, key)))
  if (!row) return null
  const { fingerprint, ...answer } = row
  return { fingerprint, answer }
}

/** What was kept under many keys of the principal, by key; those that were not, or are no longer, are missing. */
export async function readAnswers(
  h: Handle,
  personId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await h.run(READ_MANY(personId, [...keys]))
  return new Map(rows.map(({ key, body }) => [key, body]))
}

export interface KeepAnswer {
  principal: KeyOwner
  key: string
  fingerprint: string
  answer: Omit<KeptAnswer, 'location'> & { location?: string | null }
}

/** Keeps an answer in the transaction of its effect. Throws UNIQUE when the key is taken. */
export async function keepAnswer(h: Handle, kept: KeepAnswer): Promise<void> {
  const { principal, key, fingerprint, answer } = kept
  const { status, body, etag, location = null } = answer
  const owner = [principal.office_id, principal.person_id]
  await h.run(
    KEEP(...owner, key, fingerprint, status, JSON.stringify(body ?? null), etag, location),
  )
}
