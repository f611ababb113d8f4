import { first, type Handle, statement } from './handle.js'

export const REGISTERS = ['unit', 'person', 'membership', 'asset'] as const
export type Register = (typeof REGISTERS)[number]

const lockText = (table: Register) =>
  statement<{ id: string }>(`select id from ${table} where id = $1 for no key update`)

const LOCK: Readonly<Record<Register, ReturnType<typeof lockText>>> = {
  unit: lockText('unit'),
  person: lockText('person'),
  membership: lockText('membership'),
  asset: lockText('asset'),
}
// Cycles in a broken tree end where a row is met again.
const BELOW = statement<{ id: string }>(
  `with recursive below as (
     select id from unit where parent_id = $1
     union select u.id from unit u join below b on u.parent_id = b.id
   ) select id from below where id = $2`,
)
/** Two units becoming each other's parent at once would each see the old tree: trees change one at a time. */
const LOCK_TREE = statement<{ id: string }>(
  `select pg_advisory_xact_lock(hashtextextended('unit tree ' || $1::text, 0))`,
)

/** Locks a row of a register for the rest of the transaction; a row read afterwards stays as it is. */
export async function lockRegister(h: Handle, register: Register, id: string): Promise<void> {
  await h.run(LOCK[register](id))
}

/** Waits until nobody else changes the tree of this office's units. */
export async function lockUnitTree(h: Handle, officeId: string): Promise<void> {
  await h.run(LOCK_TREE(officeId))
}

/** Whether a unit stands below another, at any depth. */
export async function isBelow(h: Handle, unitId: string, candidate: string): Promise<boolean> {
  return (await first(h.run(BELOW(unitId, candidate)))) !== null
}
