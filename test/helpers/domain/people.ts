import type { Actor, SignedPaper } from '../../../src/domain/situation.js'
import type { Role } from '../../../src/domain/vocabulary.js'
import { HELPER } from './fields.js'
import { day } from './world.js'

/** A person with the roles held towards the finding of the test. */
export function person(person_id: string, ...roles: readonly Role[]): Actor {
  return { person_id, roles }
}

/** One person of every role, each with the name the tests call them by. */
export const reporter = person('reporter', 'unit.reporter')
export const signatory = person('signatory', 'unit.signatory')
export const handler = person('handler', 'office.handler')
export const reviewer = person('reviewer', 'office.reviewer')
export const leader = person('leader', 'office.leader')
export const inspector = person('inspector', 'inspector')
export const auditor = person('auditor', 'auditor')
export const security = person('security', 'security')
export const admin = person('admin', 'admin')
/** Somebody of the unit that a transfer proposes. */
export const neighbour: Actor = {
  person_id: 'neighbour',
  roles: [],
  target_roles: ['unit.reporter'],
}
/** Somebody of a unit that helps with the finding. */
export const helper: Actor = {
  person_id: 'helper',
  roles: [],
  helping: [{ unit_id: HELPER, roles: ['unit.reporter'] }],
}
export const clock: Actor = { person_id: null, roles: ['system'] }

/** A second handler, for what the first has already touched. */
export const colleague = person('colleague', 'office.handler')

export const BY_ROLE: Readonly<Record<Role, Actor>> = {
  'unit.reporter': reporter,
  'unit.signatory': signatory,
  'office.handler': handler,
  'office.reviewer': reviewer,
  'office.leader': leader,
  inspector,
  auditor,
  security,
  admin,
  system: clock,
}

/** A paper somebody signed, to be entered by somebody else. */
export function signedBy(signer: Actor): SignedPaper {
  return {
    id: `paper of ${signer.person_id}`,
    signer_id: signer.person_id ?? '',
    signer_roles: signer.roles,
    signed_on: day('2026-03-02'),
  }
}
