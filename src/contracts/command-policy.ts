import { ALLOWED } from '../domain/permissions.js'
import type { PersonCommandName, PersonRole } from '../domain/vocabulary.js'

/** Who may knock with a command: whoever may send it, and who may enter what those have signed on paper. */
export function mayKnock(name: PersonCommandName): readonly PersonRole[] {
  const own = ALLOWED[name].filter((role) => role !== 'system')
  const enters: PersonRole[] = own.flatMap((role) => {
    if (role === 'unit.signatory') return ['unit.reporter']
    return role === 'office.reviewer' || role === 'office.leader' ? ['office.handler'] : []
  })
  return [...new Set([...own, ...enters])]
}
