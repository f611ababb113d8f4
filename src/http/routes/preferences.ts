import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { changePreferences } from '../../commands/preferences.js'
import { meOperations as operations } from '../../contracts/me.js'
import { findPreferences } from '../../db/person.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What the caller prefers for themselves. */
export function preferenceRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.getPreferences, async ({ principal }) => {
    const { person_id } = principal
    const known = await readAs(commands.pool, principal, (h) => findPreferences(h, person_id))
    if (!known) throw new CommandError('NOT_FOUND')
    return success(operations.getPreferences, known)
  })

  bind(app, line, operations.changePreferences, ({ body, principal, key }) =>
    changePreferences(commands, { principal, key, preferences: body }, (preferences) =>
      success(operations.changePreferences, preferences),
    ),
  )
}
