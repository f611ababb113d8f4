import { lockContent } from '../db/content-lock.js'
import { bytesOfUnit, type Evidence, insertEvidence, lockRoomOf } from '../db/evidence.js'
import type { Handle } from '../db/handle.js'
import { findOffice } from '../db/office.js'
import type { LocalDate } from '../domain/instant.js'
import type { PictureMetadata } from '../domain/picture-metadata.js'
import type { Role } from '../domain/vocabulary.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

/** A file that has arrived, and whose it is. */
export interface EvidenceRequest {
  principal: Principal
  key: KeyUse | null
  file: Pick<Evidence, 'sha256' | 'size' | 'type' | 'name'>
  /** What a picture says beside what it shows; null where nothing was looked for. */
  metadata: readonly PictureMetadata[] | null
  /** Stores it for good; called only once it is accepted, and before it is registered. */
  keep: () => Promise<void>
  /** Null is the office's own. */
  unit_id: string | null
  captured_on: LocalDate | null
  /** Whether personal data of whoever complained is said to be masked. */
  masked: boolean
  /** Bytes a unit may fill. */
  unit_bytes: number
  /** Whether a scanner judges it before anybody reads it. */
  scanned: boolean
}

/**
 * Registers an uploaded file. What a unit has filled is counted from its records while no other upload of it is being
 * entered: there is no counter that a crash could leave wrong. Throws CommandError STORAGE_EXCEEDED, DatabaseError
 * FOREIGN_KEY for a unit the office does not have.
 */
export function recordEvidence(
  deps: Deps,
  {
    principal,
    key,
    file,
    metadata,
    keep,
    unit_id,
    captured_on,
    masked,
    unit_bytes,
    scanned,
  }: EvidenceRequest,
  present: (evidence: Evidence) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) =>
      Promise.all([
        findOffice(tx, principal.office_id),
        unit_id === null ? 0 : lockedRoom(tx, principal.office_id, unit_id, file.sha256),
        lockContent(tx, file.sha256),
      ]),
    async act(tx, [office, used]) {
      if (!office) throw new CommandError('NOT_FOUND')
      if (used + file.size > unit_bytes && unit_id !== null)
        throw new CommandError('STORAGE_EXCEEDED')
      await keep()
      const evidence: Evidence = {
        ...file,
        id: deps.newId(),
        office_id: office.id,
        unit_id,
        captured_on,
        masked,
        metadata: metadata && [...metadata],
        uploaded_by: principal.person_id,
        service_account_id: principal.service_account_id ?? null,
        uploaded_at: office.now,
        scan_state: scanned ? 'pending' : 'unscanned',
      }
      return { answer: present(evidence), writes: [insertEvidence(tx, evidence)] }
    },
  })
}

async function lockedRoom(tx: Handle, officeId: string, unitId: string, sha256: string) {
  const [, used] = await Promise.all([
    lockRoomOf(tx, unitId),
    bytesOfUnit(tx, officeId, unitId, sha256),
  ])
  return used
}

/** Those of some files whose records show to somebody that they may open. */
export function openable(principal: Principal, files: readonly Evidence[]): Evidence[] {
  return files.filter((file) => mayOpen(principal, file))
}

/** Who in the office works with the files of others: whoever takes them in, and whoever judges them. */
const WORKS_WITH: readonly Role[] = ['office.handler', 'office.reviewer', 'office.leader']

/**
 * Whether somebody to whom a file's record shows may open it: of files said not to be masked only its own unit, whoever
 * judges it, and whoever sent it. What was sent before that was asked is open as it was then.
 */
export function mayOpen(
  { memberships, person_id }: Principal,
  file: Pick<Evidence, 'masked' | 'unit_id' | 'uploaded_by'>,
): boolean {
  if (file.masked !== false || file.uploaded_by === person_id) return true
  return memberships.some(({ role, unit_id }) =>
    unit_id === null ? WORKS_WITH.includes(role) : unit_id === file.unit_id,
  )
}
