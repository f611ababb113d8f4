import t from 'tap'
import { meOperations } from '../../src/contracts/me.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { indicatorOperations } from '../../src/contracts/register/indicators.js'
import { loginOperations } from '../../src/contracts/register/logins.js'
import { membershipOperations } from '../../src/contracts/register/memberships.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { testServer } from './support.js'

const NOBODY = '0190b3d0-0000-7000-8000-000000000000'

t.test('units: entered, read, changed under their tag, a tree without rings', async (t) => {
  const { office, as } = await testServer(t, { units: 1 })
  const admin = as(office.officer('admin'))
  const top = await admin(unitOperations.create, { body: { name: '市政府', aliases: ['政府'] } })
  t.match(top.body, { name: '市政府', aliases: ['政府'], parent_id: null, status: 'open' })
  t.equal(top.headers.location, `/v1/units/${top.body.id}`)
  const office_head = { name: '李主任', address: 'head@example.com' }
  const child = await admin(unitOperations.create, {
    body: { name: '市教育局', parent_id: top.body.id, mailbox: 'jyj@example.com', office_head },
  })
  const params = { id: child.body.id }
  const read = await admin(unitOperations.read, { params })
  t.same(read.body, child.body)
  t.equal(read.etag, child.etag)
  const changed = await admin(unitOperations.change, {
    params,
    if_match: read.etag,
    body: { aliases: ['教育局'], status: 'closed' },
  })
  t.same(changed.body, { ...child.body, aliases: ['教育局'], status: 'closed' })
  t.not(changed.etag, read.etag)
  const stale = await admin(unitOperations.change, { params, if_match: read.etag, body: {} })
  t.equal(stale.code, 'STALE')
  t.equal(stale.etag, changed.etag)
  for (const parent_id of [child.body.id, top.body.id]) {
    const ring = await admin(unitOperations.change, {
      params: { id: top.body.id },
      if_match: top.etag,
      body: { parent_id },
    })
    t.equal(ring.code, 'VALIDATION_FAILED')
    t.match(ring.problem.errors, [{ pointer: '/parent_id', code: 'OUT_OF_RANGE' }])
  }
  const nowhere = { body: { name: '某局', parent_id: NOBODY } }
  const orphan = await admin(unitOperations.create, nowhere)
  t.equal(orphan.code, 'UNKNOWN_REFERENCE')
  t.match(orphan.problem.errors, [{ pointer: '/parent_id', code: 'UNKNOWN_ID' }])
  const taken = await admin(unitOperations.change, {
    params,
    if_match: changed.etag,
    body: { name: '市政府' },
  })
  t.equal(taken.code, 'ALREADY_EXISTS')
  t.match(taken.problem.errors, [{ pointer: '/name', code: 'TAKEN' }])
  const closed = await admin(unitOperations.list, { query: { status: 'closed' } })
  t.same(closed.body.items, [changed.body])
})

t.test('people and their roles: who gets one is in, whose role ends is out', async (t) => {
  const { office, as } = await testServer(t, { units: 1 })
  const admin = as(office.officer('admin'))
  const subject = 'newcomer'
  const person = await admin(personOperations.create, {
    body: { name: '新来者', phone: '0532-1234567', login: { issuer: 'test', subject } },
  })
  t.match(person.body, { name: '新来者', email: null, status: 'active' })
  t.notMatch(person.text, subject, 'how somebody logs in is not shown')
  const newcomer = as({ ...office.officer('admin'), person_id: subject })
  t.equal((await newcomer(meOperations.getMe)).code, 'FORBIDDEN', 'without a role')
  const twice = { body: { name: '另一人', login: { issuer: 'test', subject } } }
  t.equal((await admin(personOperations.create, twice)).code, 'ALREADY_EXISTS')

  const person_id = person.body.id
  const unit_id = office.units[0] ?? ''
  const wrong = [
    [{ person_id, role: 'unit.reporter' }, '/unit_id'],
    [{ person_id, role: 'office.handler', unit_id }, '/unit_id'],
    [{ person_id, role: 'admin', from_on: '2022-09-05', until_on: '2022-09-04' }, '/until_on'],
    [{ person_id, role: 'admin', until_on: '2000-01-01' }, '/until_on'],
  ] as const
  for (const [body, pointer] of wrong) {
    const { code, problem } = await admin(membershipOperations.create, { body })
    t.equal(code, 'VALIDATION_FAILED')
    t.match(problem.errors, [{ pointer }])
  }
  const given = await admin(membershipOperations.create, {
    body: { person_id, role: 'unit.reporter', unit_id, from_on: '2022-01-01' },
  })
  t.equal(given.status, 201, given.text)
  const params = { id: given.body.id }
  const before = await admin(membershipOperations.change, {
    params,
    if_match: given.etag,
    body: { until_on: '2021-12-31' },
  })
  t.match(before.problem.errors, [{ pointer: '/until_on', code: 'OUT_OF_RANGE' }])
  const ended = await admin(membershipOperations.change, {
    params,
    if_match: given.etag,
    body: { until_on: '2022-06-30' },
  })
  t.equal(ended.body.until_on, '2022-06-30')
  const held = await admin(membershipOperations.list, { query: { person: person_id } })
  t.same(held.body.items, [ended.body])
  const changed = await admin(personOperations.change, {
    params: { id: person_id },
    if_match: person.etag,
    body: { email: 'a@example.com' },
  })
  const security = as(office.officer('security'))
  const loginless = await security(loginOperations.changeLogin, {
    params: { id: person_id },
    if_match: changed.etag,
    body: { login: null, status: 'disabled' },
  })
  t.match(loginless.body, { email: 'a@example.com', status: 'disabled', name: '新来者' })
})

t.test('assets belong to a unit', async (t) => {
  const { office, as } = await testServer(t)
  const admin = as(office.officer('admin'))
  const [one = '', two = ''] = office.units
  const body = { unit_id: one, medium: 'new-media', name: '青澜发布', platform: '微信' }
  const asset = await admin(assetOperations.create, { body })
  t.match(asset.body, { ...body, url: null, operating_unit_id: null, status: 'open' })
  const changed = await admin(assetOperations.change, {
    params: { id: asset.body.id },
    if_match: asset.etag,
    body: { operating_unit_id: two, url: 'https://www.example.com/' },
  })
  t.match(changed.body, { operating_unit_id: two, url: 'https://www.example.com/' })
  for (const [unit, sees] of [
    [0, 1],
    [1, 1],
  ] as const) {
    const mine = await as(office.member(unit))(assetOperations.list)
    t.equal(mine.body.items.length, sees, 'owner and operator see it')
  }
  const bad = { body: { ...body, url: 'javascript:alert(1)' } }
  t.match((await admin(assetOperations.create, bad)).problem.errors, [{ pointer: '/url' }])
})

t.test('the catalogue and the caller', async (t) => {
  const { office, as } = await testServer(t, { units: 1 })
  const reporter = as(office.member(0))
  const { body } = await reporter(indicatorOperations.listIndicators)
  t.ok(body.items.some(({ id, urgent }) => id === 'LC-01' && urgent))
  t.ok(body.items.some(({ urgent }) => !urgent))
  const me = await reporter(meOperations.getMe)
  t.match(me.body, {
    person_id: office.member(0).person_id,
    office: { id: office.office_id, rehearsal: false },
    roles: [{ role: 'unit.reporter', label: '联络员', unit_id: office.units[0] }],
    offices: [{ id: office.office_id }],
  })
})
