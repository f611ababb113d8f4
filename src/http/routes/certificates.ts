import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { certificateOperations as operations } from '../../contracts/certificates.js'
import { lastEvents, unlikeTheirRecord } from '../../db/chain.js'
import { listEvents } from '../../db/event.js'
import { findFinding } from '../../db/finding.js'
import { listFindings } from '../../db/finding-list.js'
import { findNotice } from '../../db/notice.js'
import { findOffice } from '../../db/office.js'
import { findPerson } from '../../db/person.js'
import { becomeSystem } from '../../db/principal.js'
import { verifyChain } from '../../domain/chain-check.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import { isOpen } from '../../domain/overdue.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { ProblemError } from '../frame/problem-error.js'
import { certifyFinding, certifyNotice, endingOf } from '../present/certificate.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** An event that comes meanwhile is in all of it or in nothing. */
const SNAPSHOT = { snapshot: true } as const

/** Signed certificates of what has ended, for whoever may read it. */
export function certificateRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, line, signer } = deps
  const { pool, hash } = commands

  bind(app, line, operations.getFindingCertificate, async ({ params: { id }, principal }) => {
    if (!signer) throw new ProblemError('UNAVAILABLE')
    const body = await readAs(
      pool,
      principal,
      async (h) => {
        const [stored, events, office] = await Promise.all([
          findFinding(h, id),
          listEvents(h, id),
          findOffice(h, principal.office_id),
        ])
        const notice = stored && (await findNotice(h, stored.finding.notice_id))
        if (!stored || !notice || !office) throw new CommandError('NOT_FOUND')
        const event = endingOf(events)
        if (isOpen(stored.finding) || !event) throw new ProblemError('NOT_SETTLED')
        const { person_id } = event.actor
        const person = person_id === null ? null : await findPerson(h, person_id)
        await becomeSystem(h)
        const { id: finding_id, office_id, notice_id, seq } = stored.finding
        const head = { seq, hash: stored.last_hash }
        const origin = { office_id, notice_id, finding_id }
        const broken = verifyChain(hash, origin, await listEvents(h, id), head)
        // Nothing is certified that does not hold by itself.
        if (broken) throw new Error(`the chain of ${id} breaks at ${broken.seq}: ${broken.fault}`)
        const place = { office, notice, signer, hash }
        return certifyFinding(place, stored, events, { event, person: person?.name ?? null })
      },
      SNAPSHOT,
    )
    return success(operations.getFindingCertificate, body)
  })

  bind(app, line, operations.getNoticeCertificate, async ({ params: { id }, principal }) => {
    if (!signer) throw new ProblemError('UNAVAILABLE')
    const { office_id } = principal
    const body = await readAs(
      pool,
      principal,
      async (h) => {
        const [notice, office] = await Promise.all([findNotice(h, id), findOffice(h, office_id)])
        if (!notice || !office) throw new CommandError('NOT_FOUND')
        const filter = { office_id, now: office.now, notice_id: id }
        const lines = await listFindings(h, filter, { limit: MOST_LINES, after: null })
        // A line that was never dispatched has nothing to end.
        const findings = lines
          .filter(({ finding }) => finding.state !== 'draft')
          .toSorted((a, b) => a.finding.number - b.finding.number)
        if (findings.length === 0 || findings.some(({ finding }) => isOpen(finding))) {
          throw new ProblemError('NOT_SETTLED')
        }
        const ids = findings.map(({ finding }) => finding.id)
        const ends = new Map((await lastEvents(h, ids)).map((end) => [end.finding_id, end]))
        await becomeSystem(h)
        const unlike = await unlikeTheirRecord(h, ids)
        if (unlike.length > 0) throw new Error(`the chains of ${unlike.join(', ')} have other ends`)
        const ended = findings.flatMap((stored) => {
          const end = ends.get(stored.finding.id)
          return end ? [{ stored, head: { seq: end.seq, hash: end.hash } }] : []
        })
        return certifyNotice({ office, notice, signer }, ended)
      },
      SNAPSHOT,
    )
    return success(operations.getNoticeCertificate, body)
  })
}
