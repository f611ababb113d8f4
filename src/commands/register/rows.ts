import { type Asset, findAsset, insertAssets, updateAssets } from '../../db/asset.js'
import type { Handle } from '../../db/handle.js'
import {
  findMembership,
  insertMemberships,
  type Membership,
  updateMemberships,
} from '../../db/membership.js'
import { findPerson, insertPeople, type Person, updatePeople } from '../../db/person.js'
import { findUnit, insertUnits, type Unit, updateUnits } from '../../db/unit.js'

/** How the rows of one register are read and written; only commands write. */
export interface RegisterRows<Row> {
  find: (h: Handle, id: string) => Promise<Row | null>
  insert: (h: Handle, rows: readonly Row[]) => Promise<void>
  update: (h: Handle, rows: readonly Row[]) => Promise<number>
}

export const unitRows: RegisterRows<Unit> = {
  find: findUnit,
  insert: insertUnits,
  update: updateUnits,
}

export const personRows: RegisterRows<Person> = {
  find: findPerson,
  insert: insertPeople,
  update: updatePeople,
}

export const assetRows: RegisterRows<Asset> = {
  find: findAsset,
  insert: insertAssets,
  update: updateAssets,
}

export const membershipRows: RegisterRows<Membership> = {
  find: findMembership,
  insert: insertMemberships,
  update: updateMemberships,
}
