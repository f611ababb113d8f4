import { calendarOperations } from '../../src/contracts/calendars.js'
import { policyOperations } from '../../src/contracts/policies.js'
import { previewOperations } from '../../src/contracts/previews.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { erasingOperations } from '../../src/contracts/register/erasing.js'
import { registerListOperations } from '../../src/contracts/register/list-operations.js'
import { loginOperations } from '../../src/contracts/register/logins.js'
import { membershipOperations } from '../../src/contracts/register/memberships.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { retentionOperations } from '../../src/contracts/retention.js'
import { does, type Ground } from './ground.js'

/** Enters and changes one row of every register: a newcomer of the first unit, the unit itself, its website. */
export async function enterRegisters(ground: Ground): Promise<void> {
  const { office, as } = ground
  const admin = as(office.officer('admin'))
  const unit_id = office.units[0] ?? ''
  const unit = await does(admin, unitOperations.read, { params: { id: unit_id } })
  const mailbox = 'unit1@example.com'
  const office_head = { name: '主任', address: 'head1@example.com' }
  await does(admin, unitOperations.change, {
    params: { id: unit_id },
    if_match: unit.etag,
    body: { name: '甲单位', aliases: ['甲'], mailbox, office_head },
  })
  const policies = await does(admin, policyOperations.listPolicies)
  await does(admin, policyOperations.changePolicy, {
    ...{ if_match: policies.etag, body: { policy: { review_days: 4 }, reason: '另有规定' } },
  })
  const security = as(office.officer('security'))
  const retention = await does(security, retentionOperations.getRetention)
  await does(security, retentionOperations.changeRetention, {
    ...{ if_match: retention.etag, body: { days: { answers: 8 }, reason: '另有规定' } },
  })
  await changeCalendar(ground)
  const below = await does(admin, unitOperations.create, {
    body: { name: '丙单位', office_head },
  })
  await does(admin, unitOperations.change, {
    params: { id: below.body.id },
    if_match: below.etag,
    body: { name: '丙单位', parent_id: unit_id },
  })

  const login = { issuer: 'test', subject: 'newcomer' }
  const person = await does(admin, personOperations.create, { body: { name: '新来者', login } })
  const params = { id: person.body.id }
  const named = await does(admin, personOperations.change, {
    params,
    if_match: person.etag,
    body: { name: '新来者' },
  })
  await does(as(office.officer('security')), loginOperations.changeLogin, {
    params,
    if_match: named.etag,
    body: { login: { issuer: 'other', subject: 'newcomer' } },
  })
  const held = await does(admin, membershipOperations.create, {
    body: { person_id: params.id, unit_id, role: 'unit.reporter' },
  })
  await does(admin, membershipOperations.change, {
    params: { id: held.body.id },
    if_match: held.etag,
    body: { until_on: '2030-12-31' },
  })
  const asset = await does(admin, assetOperations.create, {
    body: { unit_id, medium: 'website', name: '门户' },
  })
  await does(admin, assetOperations.change, {
    params: { id: asset.body.id },
    if_match: asset.etag,
    body: { name: '门户网站' },
  })
  const { exportAssets, exportUnits, importAssets } = registerListOperations
  await does(admin, exportUnits)
  const list = await does(admin, exportAssets)
  await does(admin, importAssets, { body: { csv: list.text } })
  await eraseOne(ground)
}

/** Somebody who has left, entered and erased. */
async function eraseOne({ office, as }: Ground): Promise<void> {
  const body = { name: '离任者', email: 'left@example.com' }
  const left = await does(as(office.officer('admin')), personOperations.create, { body })
  await does(as(office.officer('office.leader')), erasingOperations.erasePerson, {
    ...{ params: { id: left.body.id }, body: { reason: '本人申请', basis: '申请书' } },
  })
}

/** Every day of 2027, one of them with a name. */
const YEAR = Array.from({ length: 365 }, (_, index) => {
  const at = new Date(Date.UTC(2027, 0, 1 + index))
  const name = index === 0 ? '元旦' : null
  return { date: at.toISOString().slice(0, 10), works: at.getUTCDay() % 6 !== 0, name }
})

/** A year as it was announced; then a day off of the office's own, previewed and applied. */
async function changeCalendar({ office, as }: Ground): Promise<void> {
  const admin = as(office.officer('admin'))
  const leader = as(office.officer('office.leader'))
  const days = [{ date: '2022-12-05', kind: 'holiday', name: '停电' }]
  const body = { source: '通知', reason: '停电检修', days }
  const year = { year: 2027, days: YEAR }
  await does(admin, calendarOperations.createCalendar, { body: { ...body, year } })
  const made = await does(admin, calendarOperations.createCalendar, { body })
  const params = { id: made.body.id }
  await does(leader, calendarOperations.listCalendars)
  await does(leader, calendarOperations.getCalendar, { params })
  const seen = await does(leader, previewOperations.preview, {
    body: { calendar_version: params.id },
  })
  await does(leader, calendarOperations.applyCalendar, {
    ...{ params, if_match: seen.etag, body: { reason: '停电检修' } },
  })
}
