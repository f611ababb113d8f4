import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { oversightOperations } from '../../src/contracts/oversight.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { issuedFindings, MONDAY } from './notice.js'
import { testServer } from './support.js'

t.test('the office sees what it will say, and nobody else does', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await issuedFindings(server)
  const handler = as(office.officer('office.handler'))
  const { body } = await handler(oversightOperations.getForecast, { query: { days: '14' } })
  const id = findings[0] ?? ''
  t.match(body.messages[0], {
    ...{ kind: 'slice', label: '交办', recipient: 'unit', finding: { id, number: 1 } },
  })
  t.ok(body.messages.some(({ kind }) => kind === 'reminder'))
  t.equal(body.until, instantOf(new Date(Date.parse(body.now) + 14 * 86_400_000).toISOString()))
  const week = await handler(oversightOperations.getForecast)
  t.ok(week.body.messages.length < body.messages.length, 'seven days unless told')
  for (const days of ['0', '32', 'x', '-1']) {
    const refused = await handler(oversightOperations.getForecast, { query: { days } })
    t.equal(refused.status, 400, days)
  }
  const unit = await as(office.member(0))(oversightOperations.getForecast)
  t.equal(unit.status, 403)
})

t.test('whose time a finding took is told to both sides alike', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  await jump(office, instantOf('2022-09-07T10:00:00.000Z'))
  const told = await as(office.member(0))(findingOperations.getFindingTimeLedger, { params })
  t.match(told.body, {
    finding_id: params.id,
    stretches: [{ holder: 'unit', label: '责任单位', running: true, working_days: 3 }],
    working_days: { unit: 3, office: 0 },
  })
  const seen = await as(office.officer('office.handler'))(findingOperations.getFindingTimeLedger, {
    params,
  })
  t.same(seen.body, told.body)
  const other = await as(office.member(1))(findingOperations.getFindingTimeLedger, { params })
  t.equal(other.status, 404)
})
