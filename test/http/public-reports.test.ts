import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { instantOf } from '../../src/domain/instant.js'
import { commandOperations, drafted, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

const OWN = { date: '2022-09-08', rule: 'public_report_window' }

t.test('我为政府网站找错: a notice of its own kind, due within three working days', async (t) => {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const usual = await drafted(server)
  t.equal(usual.body.kind, 'inspection', 'unless it is said')
  const findings = [line(one), line(one, { own_due: { date: '2022-09-06', time: null } })]
  const { leader, params, etag } = await drafted(server, { findings })
  const changed = await leader(noticeOperations.changeNotice, {
    ...{ params, if_match: etag, body: { kind: 'public_report' } },
  })
  t.equal(changed.body.kind, 'public_report')
  const issued = await leader(noticeOperations.issueNotice, { params, if_match: changed.etag })
  t.equal(issued.status, 200, issued.text)
  const [first = '', second = ''] = changed.body.findings.map(({ finding_id }) => finding_id)
  const unit = as(office.member(0))
  const dueOf = async (id: string, send = unit) =>
    (await send(findingOperations.getFinding, { params: { id } })).body.finding.due
  t.match(await dueOf(first), OWN, 'the notice says 16 September')
  t.match(await dueOf(second), { date: '2022-09-06', rule: 'finding_date' })
  const told = await unit(findingOperations.getFindingDeadline, { params: { id: first } })
  t.match(told.body, { agrees: true })
  const list = await unit(noticeOperations.listNotices)
  t.match(list.body.items, [{ kind: 'public_report' }])

  const reviewer = as(office.officer('office.reviewer'))
  const seen = await reviewer(findingOperations.getFinding, { params: { id: second } })
  const moved = await reviewer(commandOperations.reassign, {
    params: { id: second },
    if_match: seen.etag,
    body: { unit_id: two, reason: '不属于该单位' },
  })
  t.equal(moved.status, 200, moved.text)
  t.match(await dueOf(second, as(office.member(1))), OWN, 'again')
})
