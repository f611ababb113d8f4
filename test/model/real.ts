import type { Command } from '../../src/domain/commands.js'
import { COLLEAGUE, PHOTO, SCAN, SECTION, SITE } from '../helpers/domain/fields.js'
import { UNKNOWN_REQUEST } from '../http/command-routes.js'
import type { World } from './world.js'

/** The same command with what exists in the world in place of the names the machine's tests use. */
export function realised(command: Command, { real }: World): Command {
  const names: Readonly<Record<string, string>> = {
    [PHOTO]: real.photo,
    [SCAN]: real.scan,
    [SECTION]: real.section,
    [COLLEAGUE]: real.colleague,
    [SITE]: real.site,
    'no request': UNKNOWN_REQUEST,
  }
  // Nothing said is left out here: the form refuses a field that is there and says nothing.
  const exchange = (_key: string, value: unknown) =>
    typeof value === 'string' ? names[value] || value || undefined : value
  return JSON.parse(JSON.stringify(command, exchange)) as Command
}
