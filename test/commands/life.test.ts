import t from 'tap'
import { listEvents } from '../../src/db/event.js'
import { findFinding } from '../../src/db/finding.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { answer, evidenceOf, issue, lineFor, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const NOON = instantOf('2022-09-08T02:00:00.000Z')

t.test('a finding lives from notice to closing, each step by another person', async (t) => {
  const office = await testOffice(t, { clock: NOON })
  const unit = office.units[0] ?? ''
  const { findings } = await issue(office, [lineFor(unit)], { issued_on: dateOf('2022-09-08') })
  const id = findings[0] ?? ''
  const reporter = office.member(0)
  const sha256 = await evidenceOf(office, 0)
  const steps = [
    await send(office, reporter, id, { name: 'acknowledge' }, { if_match: 1 }),
    await send(office, reporter, id, { name: 'respond', ...answer('2022-09-08', [sha256]) }),
    await send(office, office.officer('office.handler'), id, {
      name: 'accept',
      conclusion: '已核实',
      retest_reason: '人工核对页面',
    }),
    await send(office, office.officer('office.handler'), id, {
      name: 'register_report',
      on: dateOf('2022-09-08'),
      report_number: '测函〔2022〕1号',
    }),
    await send(office, office.officer('office.reviewer'), id, {
      name: 'close',
      conclusion: '同意销号',
    }),
  ]
  t.strictSame(
    steps.map((step) => step.state ?? step.code),
    ['rectifying', 'responded', 'verified', 'verified', 'closed'],
  )
  const [stored, events] = await transaction(office.worker.pool, (tx) =>
    Promise.all([findFinding(tx, id), listEvents(tx, id)]),
  )
  t.strictSame(
    events.map((event) => event.type),
    [
      ...['issued', 'acknowledged', 'responded', 'accepted', 'report_registered', 'closed'],
      'lookbacks_planned',
    ],
  )
  t.equal(stored?.finding.state, 'closed')
  t.equal(stored?.last_hash, events.at(-1)?.hash, 'the row holds the end of the chain')
})
