import type { PersonRole } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'

/**
 * For whom row-level security shows rows: own units' rows, what an inspection tool has sent itself, what has been issued
 * to any unit, the whole office's, or the office's as the clock.
 */
export type Scope = 'unit' | 'tool' | 'inspector' | 'office' | 'system'

export interface DatabasePrincipal {
  office_id: string
  scope: Scope
  /** Units whose rows a `unit` scope sees. */
  units: readonly string[]
  person_id: string | null
  /** Whether units below those that the office lets read them are read too; only where nothing can be written. */
  below?: boolean
}

const SET = statement<never>(
  `select set_config('app.office', $1, true), set_config('app.scope', $2, true),
    set_config('app.units', $3, true), set_config('app.person', $4, true)`,
)
const SET_BELOW = statement<never>(
  `select set_config('app.office', $1, true), set_config('app.scope', $2, true),
    set_config('app.units', units_read($1::text::uuid, $4::text::uuid, $3::text::uuid[])::text, true),
    set_config('app.person', $4, true)`,
)
const READ = statement<{ units: string[] }>('select app_units()::text[] as units')
const SET_SYSTEM = statement<never>(`select set_config('app.scope', 'system', true)`)

/** Sets who the rest of the transaction acts for. Outside a transaction it has no effect beyond itself. */
export async function setPrincipal(h: Handle, principal: DatabasePrincipal): Promise<void> {
  const { office_id, scope, units, person_id, below = false } = principal
  const set = below && person_id !== null ? SET_BELOW : SET
  await h.run(set(office_id, scope, `{${units.join(',')}}`, person_id ?? ''))
}

/** The units whose rows a `unit` scope sees in the rest of the transaction, own ones and those below. */
export async function unitsRead(h: Handle): Promise<readonly string[]> {
  return (await first(h.run(READ())))?.units ?? []
}

/** From here on the transaction acts for its office's clock; office and person stay. */
export async function becomeSystem(h: Handle): Promise<void> {
  await h.run(SET_SYSTEM())
}

/** A person as one office knows them, with the memberships valid today by the office's own clock. */
export interface KnownPerson {
  person_id: string
  name: string
  office_id: string
  office_name: string
  rehearsal: boolean
  memberships: readonly { role: PersonRole; unit_id: string | null }[]
}

const KNOWN = statement<KnownPerson>('select * from principal_of($1, $2)')

/** Every office's active person of a token's issuer and subject; needs no principal. */
export function principalOf(h: Handle, issuer: string, subject: string): Promise<KnownPerson[]> {
  return h.run(KNOWN(issuer, subject))
}
