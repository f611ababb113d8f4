import { v7 } from 'uuid'
import { insertErasure } from '../../src/db/erasure.js'
import { statement } from '../../src/db/handle.js'
import { insertNotice } from '../../src/db/notice.js'
import { insertRetention } from '../../src/db/retention.js'
import { insertSlices } from '../../src/db/slice.js'
import { transaction } from '../../src/db/transaction.js'
import { USUAL_RETENTION } from '../../src/domain/retention.js'
import { AT, DAY, noticeOf, type Seed, seedOffice } from '../db/seed.js'
import { seedRows } from '../db/seed-rows.js'
import type { TestOffice } from '../helpers/office.js'

/** The id of one thing of a unit, by the name it has in a path. */
export type Things = Readonly<Record<string, string>>

const VERSIONS = statement<{ calendar: string; policy: string }>(
  `select calendar_version_id as calendar, policy_version_id as policy from office where id = $1`,
)
const THINGS = statement<Record<string, string>>(
  `select s.notice_id as notices, u.id as units, p.person_id as people, p.id as memberships, (
     select id from finding where unit_id = u.id limit 1) as findings, (
     select id from slip where unit_id = u.id and audience = 'unit' limit 1) as slips, (
     select id from request where unit_id = u.id limit 1) as requests, (
     select id from evidence where unit_id = u.id limit 1) as evidence, (
     select id from asset where unit_id = u.id limit 1) as assets, (
     select id from signed_paper where unit_id = u.id limit 1) as "signed-papers", (
     select finding_id from consultation_line where unit_id = u.id limit 1) as consultations, (
     select id from letter where unit_id = u.id limit 1) as letters, (
     select id from contact_fault where unit_id = u.id limit 1) as "contact-faults", (
     select id from hit where office_id = u.office_id limit 1) as hits, (
     select id from retest where office_id = u.office_id limit 1) as retests, (
     select id from hit_import where office_id = u.office_id limit 1) as inspections, (
     select id from operation where office_id = u.office_id limit 1) as operations
   from unit u join slice s on s.unit_id = u.id join membership p on p.unit_id = u.id
   where u.id = $1 limit 1`,
)

/** A row of every table that can concern a unit, for two units of the test office. */
export async function seedThings(office: TestOffice, pair: readonly [number, number]) {
  const [versions] = await office.owner.run(VERSIONS(office.office_id))
  if (!versions) throw new Error('no office')
  const [one = '', two = ''] = pair.map((index) => office.units[index] ?? '')
  const handler = office.officer('office.handler').person_id
  const seed: Seed = {
    ...versions,
    office: office.office_id,
    units: [one, two],
    people: {
      handler,
      reporters: [office.member(pair[0]).person_id, office.member(pair[1]).person_id],
    },
    notice: v7(),
  }
  await transaction(office.owner, async (tx) => {
    await insertNotice(tx, noticeOf(seed, { number: null }))
    const served = { served_at: AT, service_date: DAY, receipt_deemed: false }
    const nothing = { received_at: null, received_by: null, service_account_id: null }
    const of = { office_id: seed.office, notice_id: seed.notice }
    await insertSlices(
      tx,
      seed.units.map((unit_id) => ({ ...of, ...served, ...nothing, unit_id })),
    )
    await seedRows(tx, seed)
  })
}

/** Another office in the same database, with a row of every table; returns one of its units. */
export async function seedElsewhere(office: TestOffice): Promise<string> {
  return transaction(office.owner, async (tx) => {
    const seed = await seedOffice(tx)
    await seedRows(tx, seed)
    const [person_id] = seed.people.reporters
    await insertErasure(tx, {
      ...{ id: v7(), office_id: seed.office, person_id, erased_by: seed.people.handler },
      ...{ at: AT, signed_paper_id: null, reason: '本人申请', basis: '申请书' },
    })
    await insertRetention(tx, {
      ...{ id: v7(), office_id: seed.office, created_by: person_id, reason: '另有规定' },
      days: USUAL_RETENTION,
    })
    return seed.units[0]
  })
}

/** One thing of each kind that is this unit's. */
export async function thingsOf(office: TestOffice, unit_id: string): Promise<Things> {
  const [things] = await office.owner.run(THINGS(unit_id))
  if (!things) throw new Error('nothing is theirs')
  return things
}
