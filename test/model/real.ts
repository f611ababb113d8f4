import type { Command } from '../../src/domain/commands.js'
import { heldIn } from '../../src/domain/situation.js'
import {
  COLLEAGUE,
  HELPER,
  OTHER,
  PHOTO,
  SCAN,
  SECTION,
  SITE,
  UNIT,
} from '../helpers/domain/fields.js'
import { UNKNOWN_REQUEST } from '../http/command-routes.js'
import type { World } from './world.js'

/** What a command on a finding of a unit may name: the files and people of the first, sites, and the other unit. */
export function knownTo({ real, unit_id }: World, unit: string | null): ReadonlySet<string> {
  const people = [heldIn(real.colleague, unit_id)]
  return new Set(unit === unit_id ? [...Object.values(real), ...people] : [real.site, unit_id])
}

/** The same command with what exists in the world in place of the names the machine's tests use. */
export function realised(command: Command, { real, unit_id }: World): Command {
  const names: Readonly<Record<string, string>> = {
    [PHOTO]: real.photo,
    [SCAN]: real.scan,
    [SECTION]: real.section,
    [COLLEAGUE]: real.colleague,
    [SITE]: real.site,
    [UNIT]: unit_id,
    [OTHER]: real.other,
    [HELPER]: real.other,
    'no request': UNKNOWN_REQUEST,
  }
  // Nothing said is left out here: the form refuses a field that is there and says nothing.
  const exchange = (_key: string, value: unknown) =>
    typeof value === 'string' ? names[value] || value || undefined : value
  return JSON.parse(JSON.stringify(command, exchange)) as Command
}
