import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { enterSignedPaper } from '../../commands/signed-papers.js'
import { signedPaperOperations as operations } from '../../contracts/signed-papers.js'
import { findSignedPaper, type SignedPaper } from '../../db/signed-paper.js'
import { listSignedPapers, type PaperPlace } from '../../db/signed-paper-list.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What was signed on paper: entered once, referred to by commands. */
export function signedPaperRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  const { pool } = commands

  bind(app, line, operations.enterSignedPaper, ({ body, principal, key, audience }) => {
    const { signer_id, signed_on, paper_number = null, unit_id = null, evidence_id = null } = body
    const request = { principal, key, signer_id, signed_on, paper_number, unit_id, evidence_id }
    return enterSignedPaper(commands, request, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const location = `/v1/signed-papers/${outcome.paper.id}`
      return success(operations.enterSignedPaper, present(outcome.paper), { location })
    })
  })

  bind(app, line, operations.listSignedPapers, async ({ query, principal }) => {
    const page = pageRequest<PaperPlace>(cursors, operations.listSignedPapers, query, principal)
    const rows = await readAs(pool, principal, (h) =>
      listSignedPapers(h, principal.office_id, page),
    )
    const place = ({ created_at, id }: SignedPaper) => ({ created_at, id })
    return success(operations.listSignedPapers, page.of(rows, place, present))
  })

  bind(app, line, operations.getSignedPaper, async ({ params, principal }) => {
    const paper = await readAs(pool, principal, (h) => findSignedPaper(h, params.id))
    if (!paper) throw new CommandError('NOT_FOUND')
    return success(operations.getSignedPaper, present(paper))
  })
}

function present({ office_id: _, ...paper }: SignedPaper) {
  return paper
}
