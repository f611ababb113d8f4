import type { FastifyInstance } from 'fastify'
import type { Principal } from '../../commands/principal.js'
import { certificateOperations as operations } from '../../contracts/certificates.js'
import type { Operation } from '../../contracts/operation.js'
import { certificatePdf } from '../../documents/certificate-pdf.js'
import { attachmentHeader } from '../../files/file-name.js'
import { certifiedFinding, certifiedNotice } from '../certifying.js'
import { success } from '../frame/answers.js'
import { bind, NO_QUERY } from '../frame/bind.js'
import { callerOf } from '../frame/caller.js'
import { routerPath } from '../frame/methods.js'
import { admission } from '../frame/policy.js'
import { ProblemError } from '../frame/problem-error.js'
import type { RouteDeps } from './room.js'

/** Signed certificates of what has ended, for whoever may read it: as JSON, and as PDF with that JSON in it. */
export function certificateRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { line } = deps

  bind(app, line, operations.getFindingCertificate, async ({ params: { id }, principal }) =>
    success(operations.getFindingCertificate, await certifiedFinding(deps, principal, id)),
  )
  bind(app, line, operations.getNoticeCertificate, async ({ params: { id }, principal }) =>
    success(operations.getNoticeCertificate, await certifiedNotice(deps, principal, id)),
  )
  asPdf(app, deps, operations.downloadFindingCertificate, async (principal, id) => {
    const certificate = await certifiedFinding(deps, principal, id)
    const { notice, finding } = certificate
    const about = `${notice.number ?? notice.title} 问题${finding.number}`
    return { ...success(operations.getFindingCertificate, certificate), about }
  })
  asPdf(app, deps, operations.downloadNoticeCertificate, async (principal, id) => {
    const certificate = await certifiedNotice(deps, principal, id)
    const about = certificate.notice.number ?? certificate.notice.title
    return { ...success(operations.getNoticeCertificate, certificate), about }
  })
}

interface Certified {
  /** The certificate as its contract has it. */
  body: unknown
  /** Told in the file's name. */
  about: string
}

function asPdf(
  app: FastifyInstance,
  { signer }: RouteDeps,
  operation: Operation,
  certify: (principal: Principal, id: string) => Promise<Certified>,
): void {
  app.route({
    method: operation.method,
    exposeHeadRoute: false,
    url: routerPath(operation.path),
    config: admission(operation),
    schema: { params: operation.params, querystring: NO_QUERY },
    handler: async (request, reply) => {
      const { id } = request.params as { id: string }
      if (!signer) throw new ProblemError('UNAVAILABLE')
      const { body, about } = await certify(callerOf(request).principal, id)
      const pdf = await certificatePdf(JSON.stringify(body), signer)
      return reply
        .header('content-disposition', attachmentHeader(`办结证明 ${about}.pdf`))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .type('application/pdf')
        .send(pdf)
    },
  })
}
