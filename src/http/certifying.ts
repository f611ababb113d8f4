import { CommandError } from '../commands/errors.js'
import type { Principal } from '../commands/principal.js'
import { lastEvents } from '../db/chain.js'
import { listEvents } from '../db/event.js'
import { findFinding } from '../db/finding.js'
import { listFindings } from '../db/finding-list.js'
import type { Handle } from '../db/handle.js'
import { hiddenPeople } from '../db/masked.js'
import { findNotice } from '../db/notice.js'
import { findOffice } from '../db/office.js'
import { findPerson } from '../db/person.js'
import { becomeSystem, setPrincipal } from '../db/principal.js'
import { listUnits } from '../db/unit.js'
import { hiddenFrom } from '../domain/masked.js'
import { MOST_LINES } from '../domain/notice/expansion.js'
import { isOpen } from '../domain/overdue.js'
import type { HttpDeps } from './deps.js'
import { ProblemError } from './frame/problem-error.js'
import { certifyFinding, certifyNotice } from './present/certificate.js'
import { proveEnded } from './proven.js'
import { readAs } from './reading.js'

/** An event that comes meanwhile is in all of it or in nothing. */
const SNAPSHOT = { snapshot: true } as const

type CertifyingDeps = Pick<HttpDeps, 'commands' | 'signer'>

/** The certificate of a finding that has ended, of what its reader may read. Throws NOT_FOUND, NOT_SETTLED, UNAVAILABLE. */
export function certifiedFinding(
  { commands: { pool, hash }, signer }: CertifyingDeps,
  principal: Principal,
  id: string,
) {
  if (!signer) throw new ProblemError('UNAVAILABLE')
  const read = async (h: Handle) => {
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
    if (!proven || !events.some(({ seq }) => seq === proven.ending.seq)) {
      throw new ProblemError('NOT_SETTLED')
    }
    const [units, hidden] = await Promise.all([unitNames(h, office.id), hiddenTo(h, principal)])
    await setPrincipal(h, principal)
    const people = await Promise.all(
      [...new Set(events.flatMap(({ actor }) => actor.person_id ?? []))].map((person) =>
        findPerson(h, person),
      ),
    )
    const known = people.flatMap((one) => (one ? [[one.id, one.name] as const] : []))
    const names = new Map([...units, ...known])
    return certifyFinding({ office, notice, signer, hash, names, hidden }, proven, events)
  }
  return readAs(pool, principal, read, SNAPSHOT)
}

/** The certificate of a notice of which all that its reader may read has ended. Throws like that of a finding. */
export function certifiedNotice(
  { commands: { pool, hash }, signer }: CertifyingDeps,
  principal: Principal,
  id: string,
) {
  if (!signer) throw new ProblemError('UNAVAILABLE')
  const { office_id } = principal
  const read = async (h: Handle) => {
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
    const names = await unitNames(h, office_id)
    // It names nobody.
    const hidden = new Set<string>()
    const place = { office, notice, signer, names, hidden }
    return certifyNotice(place, proven, principal.scope !== 'unit')
  }
  return readAs(pool, principal, read, SNAPSHOT)
}

/** Of a unit anybody in its office may know the name. */
async function unitNames(h: Handle, office_id: string): Promise<Map<string, string>> {
  return new Map((await listUnits(h, office_id)).map(({ id, name }) => [id, name]))
}

/** Whom its reader may not know; somebody of the office may know everybody. */
async function hiddenTo(h: Handle, { scope, office_id, person_id }: Principal) {
  return scope === 'unit'
    ? hiddenFrom(person_id, await hiddenPeople(h, office_id))
    : new Set<string>()
}
