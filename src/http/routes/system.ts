import type { FastifyInstance } from 'fastify'
import { ERRORS, PROBLEM_CODES, type ProblemCode } from '../../contracts/errors.js'
import { meOperations } from '../../contracts/me.js'
import { indicatorOperations } from '../../contracts/register/indicators.js'
import { systemOperations as operations } from '../../contracts/system.js'
import type { KnownPerson } from '../../db/principal.js'
import { CATALOGUE, CATALOGUE_VERSION, isUrgentIndicator } from '../../domain/catalogue.js'
import { catalogueRecipe, RECIPES_VERSION } from '../../domain/checking/recipes.js'
import { PERSON_ROLE_LABELS } from '../../domain/labels.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { callerOf } from '../frame/caller.js'
import type { RouteDeps } from './room.js'

/** Health, the meaning of problems, the catalogue, and who the caller is. */
export function systemRoutes(app: FastifyInstance, { line, standing }: RouteDeps): void {
  bind(app, line, operations.getHealth, async () => success(operations.getHealth, { status: 'ok' }))

  bind(app, line, operations.getReadiness, async () => {
    const { postgres, temporal } = await standing()
    const status = !postgres ? 'not_ready' : temporal ? 'ready' : 'degraded'
    return { ...success(operations.getReadiness, { status }), status: postgres ? 200 : 503 }
  })

  bind(app, line, operations.listProblemKinds, async () =>
    success(operations.listProblemKinds, { items: PROBLEM_CODES.map(kindOf) }),
  )

  bind(app, line, operations.getProblemKind, async ({ params }) =>
    success(operations.getProblemKind, kindOf(params.code)),
  )

  bind(app, line, indicatorOperations.listIndicators, async () =>
    success(indicatorOperations.listIndicators, {
      version: CATALOGUE_VERSION,
      recipes_version: RECIPES_VERSION,
      items: CATALOGUE.map((indicator) => ({
        ...indicator,
        sources: [...indicator.sources],
        urgent: isUrgentIndicator(indicator.id),
        recipe: [...catalogueRecipe(indicator.id)],
      })),
    }),
  )

  bind(app, line, meOperations.getMe, async ({ request }) => {
    const { person, offices } = callerOf(request)
    return success(meOperations.getMe, {
      person_id: person.person_id,
      name: person.name,
      office: officeOf(person),
      roles: person.memberships.map(({ role, unit_id }) => ({
        role,
        label: PERSON_ROLE_LABELS[role],
        unit_id,
      })),
      offices: offices.map(officeOf),
    })
  })
}

function kindOf(code: ProblemCode) {
  const { status, zh, en } = ERRORS[code]
  const title = { zh: zh.title, en: en.title }
  return { code, status, title, detail: { zh: zh.detail, en: en.detail } }
}

function officeOf({ office_id, office_name, rehearsal }: KnownPerson) {
  return { id: office_id, name: office_name, rehearsal }
}
