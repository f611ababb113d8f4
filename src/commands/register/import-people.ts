import { insertMemberships, listMemberships } from '../../db/membership.js'
import { findOffice } from '../../db/office.js'
import { insertPeople, listPeople, updatePeople } from '../../db/person.js'
import { transaction } from '../../db/transaction.js'
import { listUnits } from '../../db/unit.js'
import { localDateOf } from '../../domain/zone.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { noteByServer } from '../security-events.js'
import { type ImportReport, refusedImport } from './import-report.js'
import { notedLogin, notedRole } from './noted.js'
import { type PersonRow, planPeople } from './people-plan.js'
import { unitFinder } from './unit-names.js'

/**
 * Enters or changes the people of a list with their roles as a whole, in one transaction of the migration role. People
 * are the same when their subject is, and without one when name and e-mail are. Roles are added, never ended; logins and
 * roles are recorded. Throws CommandError NOT_FOUND for an unknown office.
 */
export function importPeople(
  { pool, newId }: Pick<Deps, 'pool' | 'newId'>,
  office_id: string,
  issuer: string,
  rows: readonly PersonRow[],
): Promise<ImportReport> {
  return transaction(pool, async (tx) => {
    const [office, units, people, memberships] = await Promise.all([
      findOffice(tx, office_id),
      listUnits(tx, office_id),
      listPeople(tx, office_id),
      listMemberships(tx, office_id),
    ])
    if (!office) throw new CommandError('NOT_FOUND')
    const today = localDateOf(office.zone, office.now)
    const find = unitFinder(units)
    const context = { office_id, issuer, today, people, memberships, find, newId }
    const { problems, added, changed, given, unchanged } = planPeople(context, rows)
    if (problems.length > 0) return refusedImport(problems)
    const old = new Map(people.map((person) => [person.id, person]))
    const noted = [
      ...[...added, ...changed].flatMap((person) => notedLogin(old.get(person.id) ?? null, person)),
      ...given.flatMap((membership) => notedRole(null, membership)),
    ]
    await tx.commitWith([
      insertPeople(tx, added),
      updatePeople(tx, changed),
      insertMemberships(tx, given),
      noteByServer(tx, { newId }, office_id, noted),
    ])
    const others = new Set(given.map(({ person_id }) => person_id))
    for (const { id } of [...added, ...changed]) others.delete(id)
    return { added: added.length, changed: changed.length + others.size, unchanged, problems }
  })
}
