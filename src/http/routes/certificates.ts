import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { certificateOperations as operations } from '../../contracts/certificates.js'
import { lastEvents } from '../../db/chain.js'
import { listEvents } from '../../db/event.js'
import { findFinding } from '../../db/finding.js'
import { listFindings } from '../../db/finding-list.js'
import { findNotice } from '../../db/notice.js'
import { findOffice } from '../../db/office.js'
import { findPerson } from '../../db/person.js'
import { becomeSystem, setPrincipal } from '../../db/principal.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import { isOpen } from '../../domain/overdue.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { ProblemError } from '../frame/problem-error.js'
import { certifyFinding, certifyNotice } from '../present/certificate.js'
import { proveEnded } from '../proven.js'
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
        const last = events.at(-1)
        if (isOpen(stored.finding) || !last) throw new ProblemError('NOT_SETTLED')
        await becomeSystem(h)
        const [proven] = await proveEnded(h, hash, [stored], new Map([[id, last]]))
        const ending = events.find(({ seq }) => seq === proven?.ending.seq)
        if (!proven || !ending) throw new ProblemError('NOT_SETTLED')
        await setPrincipal(h, principal)
        const { person_id } = ending.actor
        const person = person_id === null ? null : await findPerson(h, person_id)
        const place = { office, notice, signer, hash }
        return certifyFinding(place, proven, events, person?.name ?? null)
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
        const dispatched = lines
          .filter(({ finding }) => finding.state !== 'draft')
          .toSorted((a, b) => a.finding.number - b.finding.number)
        const ids = dispatched.map(({ finding }) => finding.id)
        const ends = new Map((await lastEvents(h, ids)).map((end) => [end.finding_id, end]))
        // Of one whose record its reader may not read, nothing can be shown.
        const findings = dispatched.filter(({ finding }) => ends.has(finding.id))
        if (findings.length === 0 || dispatched.some(({ finding }) => isOpen(finding))) {
          throw new ProblemError('NOT_SETTLED')
        }
        await becomeSystem(h)
        const proven = await proveEnded(h, hash, findings, ends)
        return certifyNotice({ office, notice, signer }, proven, principal.scope !== 'unit')
      },
      SNAPSHOT,
    )
    return success(operations.getNoticeCertificate, body)
  })
}
