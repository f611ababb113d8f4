import { insertDraftFindings, lockFindingsOfNotice } from '../../db/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import type { Handle } from '../../db/handle.js'
import { insertNotice, type Notice } from '../../db/notice.js'
import { findOffice, type Office } from '../../db/office.js'
import { CATALOGUE_VERSION } from '../../domain/catalogue.js'
import type { Instant } from '../../domain/instant.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { replacedBy } from './carry-hits.js'
import { draftFinding, type HeadChange, type HeadInput, type LineInput } from './draft-input.js'
import { checkReferences } from './draft-references.js'
import { PATIENCE } from './patience.js'

/** A notice with its lines, as it stands after a command. */
export interface NoticeWithLines {
  notice: Notice
  findings: readonly StoredFinding[]
}

export type PresentNotice = (notice: NoticeWithLines) => Answer

/**
 * Stores a draft notice with its lines in the order sent. Nothing of it reaches a unit. Throws CommandError
 * UNKNOWN_REFERENCE naming every unit, asset or person the office does not have, and every line said to be replaced.
 */
export function draftNotice(
  deps: Deps,
  request: {
    principal: Principal
    key: KeyUse | null
    head: HeadInput
    lines: readonly LineInput[]
  },
  present: PresentNotice,
): Promise<Answer> {
  const { principal, head, lines } = request
  return once(deps, principal, request.key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        findOffice(tx, principal.office_id),
        checkReferences(tx, principal.office_id, head, lines),
      ]),
    async act(tx, [office]) {
      if (!office) throw new CommandError('NOT_FOUND')
      replacedBy(lines, [])
      const notice: Notice = { ...blankNotice(deps, principal, office), ...listed(head) }
      await insertNotice(tx, notice)
      const findings = await replaceLines(tx, deps, office, notice, lines)
      return { answer: present({ notice, findings }), writes: [] }
    },
  })
}

/** Stores lines as the notice's draft findings, numbered from 1, and reads them back. */
export async function replaceLines(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  office: Office & { now: Instant },
  notice: Notice,
  lines: readonly LineInput[],
): Promise<StoredFinding[]> {
  const of = {
    office_id: office.id,
    notice_id: notice.id,
    policy_version: office.policy_version_id,
    now: office.now,
  }
  const drafts = lines.map((line, index) => draftFinding(of, deps.newId(), index + 1, line))
  const [, stored] = await Promise.all([
    insertDraftFindings(h, drafts),
    lockFindingsOfNotice(h, notice.id),
  ])
  return stored.toSorted((a, b) => a.finding.number - b.finding.number)
}

function blankNotice(
  deps: Pick<Deps, 'newId'>,
  principal: Principal,
  office: Office & { now: Instant },
): Notice {
  return {
    id: deps.newId(),
    office_id: office.id,
    number: null,
    title: '',
    kind: 'inspection',
    signer_id: null,
    issued_on: null,
    period: null,
    basis: [],
    deadline: null,
    source_text: null,
    catalogue_version: CATALOGUE_VERSION,
    status: 'draft',
    revision: 1,
    created_by: principal.person_id,
    created_at: office.now,
    issued_at: null,
    supplements_id: null,
    revoked_at: null,
    revoked_because: null,
    revoked_by: null,
    revoked_paper_id: null,
    consulting_until: null,
  }
}

/** Fields of a head that are given, in the form in which they are stored. */
export function listed({ supplements, ...head }: HeadChange): Partial<Notice> {
  const stored = { ...head, supplements_id: supplements }
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined))
}
