import { ROLE_LABELS } from '../domain/labels.js'
import { PERSON_ROLES } from '../domain/vocabulary.js'
import { OFFICE_PEOPLE, unitSubject } from './register.js'

/** Under which name one person of each role of the example office logs in. */
export const ROLE_TOKENS = PERSON_ROLES.map((role) => ({
  role,
  label: ROLE_LABELS[role],
  subject:
    role === 'unit.reporter' || role === 'unit.signatory'
      ? unitSubject(0, role)
      : (OFFICE_PEOPLE.find((person) => person.role === role)?.subject ?? role),
}))
