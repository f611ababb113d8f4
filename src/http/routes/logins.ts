import type { FastifyInstance } from 'fastify'
import { changeRow, patched } from '../../commands/register/change.js'
import { personRows } from '../../commands/register/rows.js'
import { loginOperations as operations } from '../../contracts/register/logins.js'
import type { Person } from '../../db/person.js'
import { bind } from '../frame/bind.js'
import { contentTag } from '../frame/etag.js'
import { ProblemError } from '../frame/problem-error.js'
import { isErased, notedLogin, personRoom } from './people.js'
import { presentChange } from './registers.js'
import type { RouteDeps } from './room.js'

/** As whom people log in, and whether they may: apart from whoever enters them and gives them roles. */
export function loginRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  const { find, update } = personRows
  bind(app, line, operations.changeLogin, (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const { login, status } = body
    const next = (person: Person) => {
      if (person.id === principal.person_id) throw new ProblemError('OWN_ROLE')
      if (isErased(person)) return { wrong: '/login' }
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
