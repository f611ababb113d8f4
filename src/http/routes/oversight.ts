import type { FastifyInstance } from 'fastify'
import { forecastOffice } from '../../commands/forecast.js'
import { oversightOperations as operations } from '../../contracts/oversight.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { presentForecast } from '../present/forecast.js'
import type { RouteDeps } from './room.js'

const DAYS = 7

/** Looking over the whole office. */
export function oversightRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.getForecast, async ({ query, principal }) => {
    const ahead = await forecastOffice(commands, principal.office_id, query.days ?? DAYS, principal)
    return success(operations.getForecast, presentForecast(ahead))
  })
}
