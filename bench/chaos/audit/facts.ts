import { type Handle, statement } from '../../../src/db/handle.js'

/** A key the database keeps, with when its effect was committed (milliseconds since 1970). */
export interface KeptKey {
  key: string
  status: number
  at: number
}

const KEYS = statement<KeptKey>(
  `select key, status, (extract(epoch from created_at) * 1000)::float8 as at
   from command_key where office_id = any ($1::uuid[])`,
)
const OPERATIONS = statement<{ id: string; kind: string; status: string }>(
  'select id, kind, status from operation where office_id = any ($1::uuid[])',
)
const ACTS = statement<{ count: number }>(
  `select count(*) as count from finding_event where actor_role = 'system'`,
)
const REST = statement<{ what: string; count: number }>(
  `select 'workflows not told' as what, count(*) as count from workflow_sync where wanted > told
   union all select 'milestones not taken', count(*) from milestone m join office o on o.id = m.office_id
     where m.outcome is null and m.wake_at <= coalesce(o.standing_clock, clock_timestamp())
   union all select 'messages claimed', count(*) from message where status = 'claimed'
   union all select 'mails queued', count(*) from mail where status = 'queued'
   union all select 'operations running', count(*) from operation where status = 'running'`,
)

/** The keys kept for these offices. */
export function keptKeys(h: Handle, offices: readonly string[]): Promise<KeptKey[]> {
  return h.run(KEYS([...offices]))
}

/** The long jobs of these offices. */
export function operationsOf(h: Handle, offices: readonly string[]) {
  return h.run(OPERATIONS([...offices]))
}

/** How many acts of the clock have been recorded so far. */
export async function countActs(h: Handle): Promise<number> {
  return (await h.run(ACTS()))[0]?.count ?? 0
}

/** What is still under way, each kind with how much of it; empty when everything has come to rest. */
export async function unrest(h: Handle): Promise<{ what: string; count: number }[]> {
  return (await h.run(REST())).filter(({ count }) => count > 0)
}
