import { DEFAULT_POLICY, type Policy } from '../domain/policy.js'
import { first, type Handle, statement } from './handle.js'
import { insertText, json } from './setwise.js'

const LOAD = statement<{ policy: Policy }>('select policy from policy_version where id = $1')
const INSERT = statement<never>(insertText('policy_version', ['id', 'office_id', 'policy']))

/**
 * A version of an office's policy; what was not yet decided when it was stored is as by default. Throws when there is none the
 * principal may read.
 */
export async function loadPolicy(h: Handle, version: string): Promise<Policy> {
  const row = await first(h.run(LOAD(version)))
  if (!row) throw new Error(`no policy ${version}`)
  return { ...DEFAULT_POLICY, ...row.policy }
}

export interface NewPolicy {
  id: string
  office_id: string
  policy: Policy
}

/** Stores a version; it can never be changed. */
export async function insertPolicy(h: Handle, version: NewPolicy): Promise<void> {
  await h.run(INSERT(json([version])))
}
