import type { FastifyInstance } from 'fastify'
import { changeRow, patched } from '../../commands/register/change.js'
import { notedLogin } from '../../commands/register/noted.js'
import { personRows } from '../../commands/register/rows.js'
import { loginOperations as operations } from '../../contracts/register/logins.js'
import type { Handle } from '../../db/handle.js'
import { holdsYet } from '../../db/membership.js'
import type { Person } from '../../db/person.js'
import { ROLES_APART } from '../../domain/vocabulary.js'
import { bind } from '../frame/bind.js'
import { contentTag } from '../frame/etag.js'
import { ProblemError } from '../frame/problem-error.js'
import { isErased, personRoom } from './people.js'
import { presentChange } from './registers.js'
import type { RouteDeps } from './room.js'

/**
 * As whom people log in, and whether they may: apart from whoever enters them and gives them roles. Whoever holds one of the
 * three powers keeps the login they have, or whoever keeps logins could become them; another takes it as another person.
 */
export function loginRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  const { find, update } = personRows
  bind(app, line, operations.changeLogin, (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const { login, status } = body
    const next = async (person: Person, h: Handle) => {
      if (person.id === principal.person_id) throw new ProblemError('OWN_ROLE')
      if (isErased(person)) return { wrong: login === undefined ? '/status' : '/login' }
      if (login !== undefined && (await holdsYet(h, person.id, ROLES_APART))) {
        throw new ProblemError('ROLE_NOT_ALLOWED', [
          { in: 'body', pointer: '/login', code: 'ROLE_NOT_ALLOWED' },
        ])
      }
      const named = login === undefined ? {} : (login ?? { issuer: null, subject: null })
      return patched(person, { ...named, ...(status ? { status } : {}) })
    }
    const register = 'person' as const
    return changeRow(
      commands,
      { register, principal, key, id: params.id, find, update, next, noted: notedLogin },
      (person) => contentTag(personRoom.present(person)) === if_match,
      (outcome) => presentChange(operations.changeLogin, outcome, audience, personRoom),
    )
  })
}
