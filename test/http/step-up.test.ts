import t from 'tap'
import { meOperations } from '../../src/contracts/me.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { membershipOperations } from '../../src/contracts/register/memberships.js'
import { serviceAccountOperations } from '../../src/contracts/service-accounts.js'
import { PERSON_ROLES } from '../../src/domain/vocabulary.js'
import { FULL } from './machines.js'
import { minimal, NOBODY } from './minimal.js'
import { sendTo, testServer } from './support.js'

const FIVE_MINUTES = { max_age: 300, acr_values: ['urn:two', 'urn:three'] }
const ASKED =
  'Bearer error="insufficient_user_authentication", max_age="300", acr_values="urn:two urn:three"'

t.test('S05 what ends, decides and empowers asks for a fresh and strong login', async (t) => {
  const server = await testServer(t, { units: 1, settings: { stepUp: FIVE_MINUTES } })
  const { app, office, token } = server
  const admin = office.officer('admin')
  const now = Math.floor(Date.now() / 1_000)
  const ask = { body: { person_id: office.officer('office.handler').person_id, role: 'auditor' } }
  const logins: Record<string, readonly [claims: Record<string, string | number>, status: number]> =
    {
      'nothing said': [{}, 401],
      'an old login': [{ auth_time: now - 310, acr: 'urn:two' }, 401],
      'a login to come': [{ auth_time: now + 120, acr: 'urn:two' }, 401],
      'no word of how': [{ auth_time: now }, 401],
      'a weak login': [{ auth_time: now, acr: 'urn:one' }, 401],
      'a fresh and strong one': [{ auth_time: now - 200, acr: 'urn:three' }, 201],
    }
  for (const [name, [claims, status]] of Object.entries(logins)) {
    const authorization = `Bearer ${await token(admin, 600, claims)}`
    const answer = await sendTo(app, membershipOperations.create, ask, { authorization })
    t.equal(answer.status, status, name)
    if (status === 201) continue
    t.equal(answer.code, 'STEP_UP_REQUIRED', name)
    t.equal(answer.headers['www-authenticate'], ASKED)
    const me = await sendTo(app, meOperations.getMe, {}, { authorization })
    t.equal(me.status, 200, 'all else goes on')
  }
})

t.test('S05 these and no others; a role that may not is told so first', async (t) => {
  const server = await testServer(t, { settings: { stepUp: FIVE_MINUTES } })
  const { office, as } = server
  const asked = new Set<string>()
  for (const role of PERSON_ROLES) {
    const person =
      role === 'unit.reporter' || role === 'unit.signatory'
        ? office.member(0, role)
        : office.officer(role)
    for (const operation of OPERATIONS) {
      const names = Object.keys(operation.params?.shape ?? {})
      const params = Object.fromEntries(names.map((name) => [name, NOBODY]))
      const { code } = await as(person)(operation, { params, body: minimal(operation) })
      if (code === 'STEP_UP_REQUIRED') asked.add(operation.id)
    }
  }
  t.strictSame([...asked].toSorted(), [
    ...['accept', 'acceptPlan'],
    ...['applyCalendar', 'bulkFindings'],
    'changeLogin',
    'changeMembership',
    'changePerson',
    'changePolicy',
    'changeRetention',
    'close',
    'closeUnreported',
    'createMembership',
    'createPerson',
    'createServiceAccount',
    'decideRequest',
    ...['erasePerson', 'eraseWords'],
    ...['exemptReport', 'handOverFindings', 'reassign', 'reopen', 'reschedule'],
    'revokeApiKey',
    'revokeNotice',
    'rotateApiKey',
    'withdraw',
  ])
})

t.test('S05 S06 no key will do, whoever it acts for and whatever is configured', async (t) => {
  const { app, office, as } = await testServer(t, { units: 1 })
  const body = { kind: 'portal', name: '门户', unit_id: office.units[0], ...FULL }
  const security = as(office.officer('security'))
  const made = await security(serviceAccountOperations.createServiceAccount, { body })
  t.equal(made.status, 201, 'nothing is asked where nothing is configured')
  const bearing = {
    authorization: `Bearer ${made.body.key}`,
    'on-behalf-of': office.member(0).person_id,
  }
  const settling = OPERATIONS.filter(({ step_up }) => step_up)
  t.equal(settling.length, 26)
  for (const operation of settling) {
    const names = Object.keys(operation.params?.shape ?? {})
    const params = Object.fromEntries(names.map((name) => [name, NOBODY]))
    const answer = await sendTo(app, operation, { params, body: minimal(operation) }, bearing)
    t.equal(answer.code, 'FORBIDDEN', operation.id)
  }
})
