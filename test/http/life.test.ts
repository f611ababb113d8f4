import t from 'tap'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { PHOTOS } from '../files/photos.js'
import { issuedFindings, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'
import { uploaded } from './uploads.js'

t.test('a finding lives from its notice to its closing over HTTP', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office } = server
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  const reporter = server.as(office.member(0))
  const handler = server.as(office.officer('office.handler'))
  const reviewer = server.as(office.officer('office.reviewer'))
  const read = (send: Send) => send(findingOperations.getFinding, { params })

  const seen = await read(reporter)
  t.equal(seen.body.finding.state, 'notified')
  t.equal(seen.etag, `"${seen.body.finding.revision}"`)
  const may = seen.body.allowed_actions.filter((action) => action.allowed)
  t.ok(
    may.some(({ command }) => command === 'respond'),
    'the unit may answer at once',
  )

  const received = await reporter(commandOperations.acknowledge, { params, if_match: seen.etag })
  t.equal(received.body.finding.state, 'rectifying')

  // It names who took it, which whoever judges it is told.
  const photo = PHOTOS.png(['tEXt', Buffer.from('Author\0张三')])
  const file = await uploaded(server, office.member(0), photo)
  t.same(file.body.metadata, ['person'])
  t.equal(file.status, 201)
  const answer = {
    result: 'fixed',
    cause: '人员变动，无人维护',
    measures: '已更新并指定专人',
    completed_on: '2022-09-05',
    evidence: [file.body.sha256],
  }
  const answered = await reporter(commandOperations.respond, {
    params,
    body: answer,
    if_match: received.etag,
  })
  t.equal(answered.body.finding.state, 'responded')

  const unexplained = await handler(commandOperations.accept, {
    params,
    body: { conclusion: '属实' },
    if_match: answered.etag,
  })
  t.equal(unexplained.code, 'RETEST_REASON_REQUIRED')
  const accepted = await handler(commandOperations.accept, {
    params,
    body: { conclusion: '属实', retest_reason: '现场核实' },
    if_match: answered.etag,
  })
  t.equal(accepted.body.finding.state, 'verified')
  const tooEarly = await reviewer(commandOperations.close, {
    params,
    body: { conclusion: '同意' },
    if_match: accepted.etag,
  })
  t.equal(tooEarly.code, 'REPORT_REQUIRED')
  await handler(commandOperations.register_report, {
    params,
    body: { on: '2022-09-05', report_number: '〔2022〕1号' },
    if_match: (await read(handler)).etag,
  })
  const closed = await reviewer(commandOperations.close, {
    params,
    body: { conclusion: '同意' },
    if_match: (await read(reviewer)).etag,
  })
  t.equal(closed.body.finding.state, 'closed')

  const history = await reporter(findingOperations.listFindingEvents, { params })
  t.same(
    history.body.items.map(({ type }) => type),
    ['issued', 'acknowledged', 'responded', 'accepted', 'report_registered', 'closed'],
  )
  const rounds = await reporter(findingOperations.listFindingRounds, { params })
  t.same(
    rounds.body.items.map(({ cause }) => cause),
    [answer.cause],
  )
  const proof = [
    { id: file.body.id, sha256: file.body.sha256, name: '截图.png', captured_on: null },
  ].map((one) => ({ ...one, metadata: ['person'] }))
  t.match(rounds.body.items[0]?.evidence, proof, 'a file is named by the id it is opened under')
  const respondedTo = history.body.items.find(({ type }) => type === 'responded')
  t.match(respondedTo?.evidence, proof)
  t.same(respondedTo?.data['evidence'], answer.evidence, 'what was hashed stays as it was')
  const metadata = await reporter(evidenceOperations.getEvidenceMetadata, {
    params: { id: file.body.id },
  })
  t.equal(metadata.body.sha256, file.body.sha256)
  const deadline = await reporter(findingOperations.getFindingDeadline, { params })
  t.equal(deadline.body.explanation?.words, '9月16日前')
  t.equal(deadline.body.explanation?.agrees, true)
  const { due, recorded_due, agrees } = deadline.body
  t.strictSame([agrees, recorded_due], [true, due])

  // Somebody has moved the due past the record, day and all: its basis may be right, and it is told all the same.
  const moved = statement<never>(
    `update finding set due_at = due_at + interval '3 days', due_date = due_date + 3,
       due_basis = due_basis || '{"from": "2022-09-19"}' where id = $1`,
  )
  t.match(server.metrics.text(), '\nzhenggai_due_disagreements_total 0\n')
  await office.owner.run(moved(params.id))
  const wrong = (await reporter(findingOperations.getFindingDeadline, { params })).body
  t.match(wrong, { agrees: false, explanation: { agrees: true }, recorded_due: due })
  t.match(server.metrics.text(), '\nzhenggai_due_disagreements_total 1\n')
})
