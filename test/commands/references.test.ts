import t from 'tap'
import { v7 } from 'uuid'
import { insertEvidence } from '../../src/db/evidence.js'
import { findFinding } from '../../src/db/finding.js'
import { sqlb } from '../../src/db/handle.js'
import { insertMemberships } from '../../src/db/membership.js'
import { insertPeople } from '../../src/db/person.js'
import { insertUnits } from '../../src/db/unit.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { as } from '../db/support.js'
import { answer, evidenceOf, issue, lineFor, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
const DATES = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }

async function oneFinding(office: TestOffice): Promise<string> {
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], DATES)
  return findings[0] ?? ''
}

/** A section below the first unit with one person in it. */
async function section(office: TestOffice): Promise<{ unit: string; person: string }> {
  const { office_id } = office
  const [unit, person] = [v7(), v7()]
  const whose = { office_id, mailbox: null, office_head: null, status: 'open' } as const
  const row = { ...whose, id: unit, name: '一科', parent_id: office.units[0] ?? null, aliases: [] }
  await insertUnits(office.owner, [row])
  const contact = { email: null, phone: null, issuer: 'test', subject: person } as const
  const someone = { ...contact, id: person, office_id, name: '科员', status: 'active' } as const
  await insertPeople(office.owner, [someone])
  const held = {
    id: v7(),
    office_id,
    person_id: person,
    unit_id: unit,
    role: 'unit.reporter',
  } as const
  await insertMemberships(office.owner, [
    { ...held, from_on: dateOf('2000-01-01'), until_on: null },
  ])
  return { unit, person }
}

t.test('a reporter delegates within the own unit, and nowhere else', async (t) => {
  const office = await testOffice(t, { clock: START })
  const id = await oneFinding(office)
  const { unit, person } = await section(office)
  const delegate = async (to: { unit_id?: string; person_id?: string }) =>
    (await send(office, office.member(0), id, { name: 'delegate', ...to })).code
  t.equal(await delegate({ unit_id: unit }), null)
  t.equal(await delegate({ person_id: person }), null)
  const clerk = { office: office.office_id, scope: 'unit', person, units: [unit] } as const
  const read = await as(office.api.pool, clerk, (tx) => findFinding(tx, id))
  t.equal(read?.finding.delegated_to?.unit_id, unit, 'with the unit of the person, who reads it')
  t.equal(await delegate({ person_id: office.member(0, 'unit.signatory').person_id }), null)
  t.equal(await delegate({ unit_id: office.units[1] ?? '' }), 'UNIT_REQUIRED')
  t.equal(await delegate({ person_id: office.member(1).person_id }), 'UNIT_REQUIRED')
  await office.owner.run(sqlb.updateTable('unit').set({ status: 'closed' }).where('id', '=', unit))
  t.equal(await delegate({ unit_id: unit }), 'UNIT_REQUIRED')
  t.equal(await delegate({ person_id: person }), 'UNIT_REQUIRED', 'nor with the person')
})

t.test(
  'an answer shows its own unit’s files; the office entering it may show its own',
  async (t) => {
    const office = await testOffice(t, { clock: START })
    const id = await oneFinding(office)
    const handler = office.officer('office.handler')
    const scan = 'a'.repeat(64)
    await insertEvidence(office.owner, {
      ...{ id: v7(), office_id: office.office_id, unit_id: null, sha256: scan, size: 1 },
      ...{ type: 'application/pdf', name: '来文.pdf', captured_on: null },
      ...{
        uploaded_by: handler.person_id,
        service_account_id: null,
        uploaded_at: START,
        masked: true,
        metadata: null,
        scan_state: 'unscanned' as const,
      },
    })
    const foreign = await evidenceOf(office, 1)
    const received_on = dateOf('2022-09-08')
    const register = async (sha256: string) => {
      const paper = { ...answer('2022-09-08', [sha256]), received_on }
      return (await send(office, handler, id, { name: 'register_response', ...paper })).code
    }
    const own = { name: 'respond', ...answer('2022-09-08', [scan]) } as const
    t.equal((await send(office, office.member(0), id, own)).code, 'EVIDENCE_REQUIRED')
    t.equal(await register(foreign), 'EVIDENCE_REQUIRED')
    t.equal(await register(scan), null)
  },
)
