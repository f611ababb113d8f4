import { DEFAULT_POLICY, type Policy } from '../domain/policy.js'
import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** A version as it is stored: what was not yet decided then is as by default. */
export type PolicyVersion = Omit<Row<'policy_version'>, 'created_at'>
export type StoredPolicy = Row<'policy_version'>

const COLUMNS = ['id', 'office_id', 'policy', 'created_by', 'reason'] as const
const LOAD = statement<{ policy: Policy }>('select policy from policy_version where id = $1')
const LIST = statement<StoredPolicy>(
  `select ${COLUMNS.join(', ')}, created_at from policy_version
   where office_id = $1 order by created_at desc, id desc`,
)
const INSERT = statement<never>(insertText('policy_version', COLUMNS))

/**
 * A version of an office's policy; what was not yet decided when it was stored is as by default. Throws when there is none the
 * principal may read.
 */
export async function loadPolicy(h: Handle, version: string): Promise<Policy> {
  const row = await first(h.run(LOAD(version)))
  if (!row) throw new Error(`no policy ${version}`)
  return { ...DEFAULT_POLICY, ...row.policy }
}

/** Every version of an office's policy, the newest first. */
export async function listPolicies(h: Handle, officeId: string): Promise<StoredPolicy[]> {
  const rows = await h.run(LIST(officeId))
  return rows.map((row) => ({ ...row, policy: { ...DEFAULT_POLICY, ...row.policy } }))
}

/** Who decided on a version, and why; left out for the one an office begins with. */
export type NewPolicy = Pick<PolicyVersion, 'id' | 'office_id' | 'policy'> &
  Partial<Pick<PolicyVersion, 'created_by' | 'reason'>>

/** Stores a version; it can never be changed. */
export async function insertPolicy(
  h: Handle,
  { created_by = null, reason = null, ...version }: NewPolicy,
): Promise<void> {
  await h.run(INSERT(json([{ ...version, created_by, reason }])))
}
