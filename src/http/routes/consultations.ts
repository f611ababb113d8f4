import type { FastifyInstance } from 'fastify'
import { openable } from '../../commands/evidence.js'
import {
  answerConsulted,
  type ConsultAnswerOutcome,
} from '../../commands/notices/answer-consultation.js'
import { consultUnits } from '../../commands/notices/consult.js'
import { consultationOperations as operations } from '../../contracts/consultations.js'
import {
  type ConsultationLine,
  type ConsultationPlace,
  listConsultations,
} from '../../db/consultation.js'
import { evidenceByHash } from '../../db/evidence.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import { presentConsultation } from '../present/consultation.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What units are shown of a draft before it is issued, and what they say of it. */
export function consultationRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps

  bind(app, line, operations.consultUnits, ({ params, principal, key, if_match, audience }) => {
    const request = { principal, key, notice_id: params.id, if_match: revisionOf(if_match) }
    return consultUnits(commands, request, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const { notice, shown } = outcome
      const units = new Set(shown.map(({ unit_id }) => unit_id)).size
      const [first] = shown
      if (!first) throw new Error('nobody was asked')
      const body = { notice_id: notice.id, until: first.until, units, findings: shown.length }
      return success(operations.consultUnits, body, { etag: strongTag(notice.revision) })
    })
  })

  bind(app, line, operations.listConsultations, async ({ query, principal }) => {
    const named = operations.listConsultations
    const page = pageRequest<ConsultationPlace>(cursors, named, query, principal)
    const { notice: notice_id, unit: unit_id, finding: finding_id, unanswered } = query
    const filter = { office_id: principal.office_id, notice_id, unit_id, finding_id, unanswered }
    const [rows, files] = await readAs(commands.pool, principal, async (h) => {
      const lines = await listConsultations(h, filter, page)
      const hashes = lines.flatMap(({ evidence }) => evidence)
      const files = await evidenceByHash(h, principal.office_id, hashes)
      return [lines, openable(principal, files)] as const
    })
    const place = ({ asked_at, finding_id: id }: ConsultationLine) => ({ asked_at, finding_id: id })
    return success(
      named,
      page.of(rows, place, (one) => presentConsultation(one, files)),
    )
  })

  bind(app, line, operations.answerConsultation, ({ params, body, principal, key, audience }) => {
    const { answer, words = null, evidence = [] } = body
    const given = { answer, words, evidence, entered: null }
    const request = { principal, key, finding_id: params.id, given }
    return answerConsulted(commands, request, outcomeOf(operations.answerConsultation, audience))
  })

  bind(app, line, operations.registerConsultationAnswer, (call) => {
    const { params, body, principal, key, audience } = call
    const { answer, words = null, evidence = [], ...entered } = body
    const request = {
      principal,
      key,
      finding_id: params.id,
      given: { answer, words, evidence, entered },
    }
    const asked = operations.registerConsultationAnswer
    return answerConsulted(commands, request, outcomeOf(asked, audience))
  })
}

type Answering = typeof operations.answerConsultation | typeof operations.registerConsultationAnswer

function outcomeOf(operation: Answering, audience: Parameters<typeof rejected>[0]) {
  return (outcome: ConsultAnswerOutcome) => {
    if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
    return success(operation, presentConsultation(outcome.line, outcome.files))
  }
}
