import { findPreferences, type Preferences, updatePreferences } from '../db/person.js'
import { becomeSystem } from '../db/principal.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

export interface PreferencesChange {
  principal: Principal
  key: KeyUse | null
  preferences: Preferences
}

/** Writes what the caller prefers for themselves; nobody does so for another. */
export function changePreferences(
  deps: Deps,
  { principal, key, preferences }: PreferencesChange,
  present: (preferences: Preferences) => Answer,
): Promise<Answer> {
  const { person_id } = principal
  return once(deps, principal, key, {
    load: async (tx) => {
      const [known] = await Promise.all([findPreferences(tx, person_id), becomeSystem(tx)])
      return known
    },
    act(tx, known) {
      if (!known) throw new CommandError('NOT_FOUND')
      return {
        answer: present(preferences),
        writes: [updatePreferences(tx, person_id, preferences)],
      }
    },
  })
}
