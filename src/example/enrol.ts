import type { Client } from '../client/index.js'
import { assetOperations } from '../contracts/register/assets.js'
import { membershipOperations } from '../contracts/register/memberships.js'
import { personOperations } from '../contracts/register/people.js'
import { unitOperations } from '../contracts/register/units.js'
import type { Registered } from './draft.js'
import { isSame, type Register, type RegisteredAsset } from './register.js'

/** A register as the office has it: ids by the names used in the notice. */
export interface Enrolled extends Registered {
  units: ReadonlyMap<string, string>
  /** Ids of people by the name they log in under. */
  people: ReadonlyMap<string, string>
}

/**
 * Enters units, people with their roles, and assets as the administrator would, one request each. Whoever is the
 * administrator exists already and is passed over.
 */
export async function enrol(admin: Client, issuer: string, register: Register): Promise<Enrolled> {
  const units = new Map<string, string>()
  for (const { aliases, ...unit } of register.units) {
    const { body } = await admin(unitOperations.create, {
      body: { ...unit, aliases: [...aliases] },
    })
    units.set(unit.name, body.id)
  }
  const people = new Map<string, string>()
  for (const { subject, name, email, role, unit } of register.people) {
    if (role === 'admin') continue
    const person = { name, email, login: { issuer, subject } }
    const { body } = await admin(personOperations.create, { body: person })
    people.set(subject, body.id)
    const unit_id = unit === null ? null : (units.get(unit) ?? null)
    await admin(membershipOperations.create, { body: { person_id: body.id, unit_id, role } })
  }
  const assets: (RegisteredAsset & { id: string })[] = []
  for (const asset of register.assets) {
    const { unit, ...rest } = asset
    const { body } = await admin(assetOperations.create, {
      body: { unit_id: units.get(unit) ?? '', ...rest },
    })
    assets.push({ ...asset, id: body.id })
  }
  return {
    units,
    people,
    unit: (name) => units.get(name) ?? null,
    asset: (wanted) => assets.find((asset) => isSame(asset, wanted))?.id ?? null,
  }
}
