import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** A machine that calls: a unit's portal or an inspection tool. */
export type ServiceAccount = Row<'service_account'>
export type NewServiceAccount = Omit<ServiceAccount, 'created_at'>

/** A key as it may be shown: everything but its hash. */
export type StoredKey = Omit<Row<'api_key'>, 'office_id' | 'service_account_id' | 'hash'>
export type NewKey = Pick<
  Row<'api_key'>,
  'id' | 'office_id' | 'service_account_id' | 'hash' | 'hint' | 'created_by'
>

/** An account with its keys, the newest first. */
export type AccountWithKeys = ServiceAccount & { keys: readonly StoredKey[] }

const NEW = [
  'id',
  'office_id',
  'kind',
  'name',
  'unit_id',
  'tool',
  'scopes',
  'created_by',
] as const satisfies readonly (keyof NewServiceAccount)[]
const SHOWN = [
  'id',
  'hint',
  'created_at',
  'created_by',
  'expires_at',
  'revoked_at',
  'revoked_by',
  'last_used_at',
] as const satisfies readonly (keyof StoredKey)[]

const INSERT = statement<never>(insertText('service_account', NEW))
const ACCOUNTS = `select ${NEW.map((column) => `a.${column}`).join(', ')}, a.created_at from service_account a`
const FIND = statement<ServiceAccount>(`${ACCOUNTS} where a.id = $1`)
const PAGE = statement<ServiceAccount>(
  `${ACCOUNTS} where a.office_id = $1 and ($2::uuid is null or a.id > $2) order by a.id limit $3`,
)
const KEYS = statement<StoredKey & { service_account_id: string }>(
  `select service_account_id, ${SHOWN.join(', ')} from api_key
   where service_account_id = any ($1::uuid[]) order by created_at desc, id desc`,
)
const KEY_INSERT = statement<never>(
  `insert into api_key (id, office_id, service_account_id, hash, hint, created_by, expires_at)
   select r.id, r.office_id, r.service_account_id, r.hash, r.hint, r.created_by,
     date_trunc('milliseconds', clock_timestamp()) + $2 * interval '1 day'
   from json_populate_recordset(null::api_key, $1::json) r`,
)
const SHORTEN = statement<never>(
  `update api_key set expires_at = date_trunc('milliseconds', clock_timestamp()) + $2 * interval '1 hour'
   where service_account_id = $1 and revoked_at is null
     and expires_at > clock_timestamp() + $2 * interval '1 hour'`,
)
const REVOKE = statement<{ id: string }>(
  `update api_key set revoked_at = date_trunc('milliseconds', clock_timestamp()), revoked_by = $3
   where id = $1 and service_account_id = $2 and revoked_at is null returning id`,
)
const LOCK = statement<never>(
  `select pg_advisory_xact_lock(hashtextextended('service account ' || $1::text, 0))`,
)

/** Enters an account. Throws UNIQUE for a name the office has, FOREIGN_KEY for a unit it has not. */
export async function insertServiceAccount(h: Handle, account: NewServiceAccount): Promise<void> {
  await h.run(INSERT(json([account])))
}

/** Waits until nobody else gives this account a key. */
export async function lockServiceAccount(h: Handle, id: string): Promise<void> {
  await h.run(LOCK(id))
}

/** Gives an account a key that ends after so many days. */
export async function insertApiKey(h: Handle, key: NewKey, days: number): Promise<void> {
  await h.run(KEY_INSERT(json([key]), days))
}

/** Lets the keys an account has live on for so many hours at most. */
export async function shortenApiKeys(h: Handle, accountId: string, hours: number): Promise<void> {
  await h.run(SHORTEN(accountId, hours))
}

/** Takes a key back; false where there is none that still was to be taken back. */
export async function revokeApiKey(
  h: Handle,
  { id, account_id, by }: { id: string; account_id: string; by: string },
): Promise<boolean> {
  return (await h.run(REVOKE(id, account_id, by))).length === 1
}

/** An account the principal may read with its keys, or null. */
export async function findServiceAccount(h: Handle, id: string): Promise<AccountWithKeys | null> {
  const [account, keys] = await Promise.all([first(h.run(FIND(id))), h.run(KEYS([id]))])
  return account && { ...account, keys: keys.map(withoutAccount) }
}

/** One page of an office's accounts with their keys, in order of entry. */
export async function pageServiceAccounts(
  h: Handle,
  officeId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<AccountWithKeys[]> {
  const accounts = await h.run(PAGE(officeId, after, limit))
  if (accounts.length === 0) return []
  const keys = await h.run(KEYS(accounts.map(({ id }) => id)))
  return accounts.map((account) => ({
    ...account,
    keys: keys.filter((key) => key.service_account_id === account.id).map(withoutAccount),
  }))
}

function withoutAccount({
  service_account_id: _,
  ...key
}: StoredKey & { service_account_id: string }): StoredKey {
  return key
}
