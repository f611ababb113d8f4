import { v7 } from 'uuid'
import type { Principal } from '../../src/commands/principal.js'
import { insertAssets } from '../../src/db/asset.js'
import { insertEvidence } from '../../src/db/evidence.js'
import { insertSignedPaper } from '../../src/db/signed-paper.js'
import { insertUnits } from '../../src/db/unit.js'
import { instantOf, type LocalDate } from '../../src/domain/instant.js'
import type { SignedPaper } from '../../src/domain/situation.js'
import type { TestOffice } from '../helpers/office.js'

const EARLIER = instantOf('2026-03-01T00:00:00.000Z')

/** A file of the uploader's unit; returns its hash. */
export async function evidenceIn(
  { owner, office_id }: TestOffice,
  uploader: Principal,
  sha256: string,
): Promise<string> {
  await insertEvidence(owner, {
    ...{ id: v7(), office_id, unit_id: uploader.units[0] ?? null, sha256, size: 10 },
    ...{
      type: 'image/png',
      name: '截图.png',
      captured_on: null,
      masked: true,
      metadata: null,
      scan_state: 'unscanned',
    },
    ...{ uploaded_by: uploader.person_id, service_account_id: null, uploaded_at: EARLIER },
  })
  return sha256
}

/** A unit below another. */
export async function sectionOf({ owner, office_id }: TestOffice, parent_id: string) {
  const id = v7()
  const row = {
    id,
    office_id,
    parent_id,
    name: '下属单位',
    aliases: [],
    mailbox: null,
    office_head: null,
  }
  await insertUnits(owner, [{ ...row, status: 'open' }])
  return id
}

/** A site of a unit. */
export async function siteOf({ owner, office_id }: TestOffice, unit_id: string) {
  const id = v7()
  await insertAssets(owner, [
    {
      ...{ id, office_id, unit_id, operating_unit_id: null, medium: 'website' as const },
      ...{ name: '门户', platform: null, url: null, status: 'open' as const },
    },
  ])
  return id
}

/** What somebody signed, entered by somebody else. */
export async function paperIn(
  { owner, office_id }: TestOffice,
  by: Principal,
  signer: Principal,
  signed_on: LocalDate,
): Promise<SignedPaper> {
  const id = v7()
  const unit_id = signer.units[0] ?? null
  await insertSignedPaper(owner, {
    ...{ id, office_id, unit_id, signer_id: signer.person_id, signed_on, paper_number: '签1' },
    ...{ evidence_id: null, entered_by: by.person_id, created_at: EARLIER },
  })
  const signer_roles = signer.memberships.map(({ role }) => role)
  return { id, signer_id: signer.person_id, signer_roles, signed_on }
}
