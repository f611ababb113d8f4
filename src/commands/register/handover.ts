import { handOverFindings } from '../../db/finding.js'
import { roleHolders } from '../../db/membership.js'
import { findOffice } from '../../db/office.js'
import { findPerson } from '../../db/person.js'
import { localDateOf } from '../../domain/zone.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'

/** Somebody of the office leaves, is away or takes another post: what they have in hand becomes a colleague's. */
export interface Handover {
  principal: Principal
  key: KeyUse | null
  person_id: string
  to_person_id: string
}

/**
 * Gives all findings that a handler is not done with, open or to be looked at again, to another, whom reminders reach from
 * the next mail on, since recipients are read when it is sent. Answers with their ids. Throws CommandError NOT_FOUND,
 * UNKNOWN_REFERENCE for somebody who is no handler today.
 */
export function handOver(
  deps: Deps,
  { principal, key, person_id, to_person_id }: Handover,
  present: (findings: readonly string[]) => Answer,
): Promise<Answer> {
  const { office_id } = principal
  return once(deps, principal, key, {
    load: (tx) => Promise.all([findOffice(tx, office_id), findPerson(tx, person_id)]),
    async act(tx, [office, person]) {
      if (!office || !person) throw new CommandError('NOT_FOUND')
      const on = localDateOf(office.zone, office.now)
      const wanted = { office_id, roles: ['office.handler' as const], unit_ids: [], on }
      const handlers = await roleHolders(tx, wanted)
      const able = handlers.some(({ id }) => id === to_person_id && id !== person_id)
      if (!able) {
        const fields = [{ field: '/to_person_id', line: null }]
        throw new CommandError('UNKNOWN_REFERENCE', null, fields)
      }
      return { answer: present(await handOverFindings(tx, person_id, to_person_id)), writes: [] }
    },
  })
}
