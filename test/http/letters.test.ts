import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { letterOperations as operations } from '../../src/contracts/letters.js'
import { signedPaperOperations } from '../../src/contracts/signed-papers.js'
import { instantOf } from '../../src/domain/instant.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'
import { entered, text, uploaded } from './uploads.js'

/** Three findings of the first unit and one of the second, with what a letter about the first's says at the least. */
async function slice(t: Parameters<typeof testServer>[0], findingBytes?: number) {
  const limit = findingBytes === undefined ? {} : { findingBytes }
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY), ...limit })
  const { office, as } = server
  const [unit_id = '', other = ''] = office.units
  const findings = [line(unit_id), line(unit_id), line(unit_id), line(other)]
  const { findings: ids, notice_id } = await issuedFindings(server, { findings })
  const { body: file } = await uploaded(server, office.member(0))
  const answered = {
    ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
    evidence: [file.sha256],
  }
  const items = ids.slice(0, 3).map((finding_id) => ({ finding_id, revision: 1, ...answered }))
  const letter = { notice_id, unit_id, number: '函〔2022〕8号', signed_on: '2022-09-05' }
  const reporter = as(office.member(0))
  const handler = as(office.officer('office.handler'))
  const stateOf = async (id: string) =>
    (await handler(findingOperations.getFinding, { params: { id } })).body.finding
  return { server, office, as, ids, items, letter, reporter, handler, stateOf, other, file }
}

t.test('a unit’s letter answers several findings, each judged by itself', async (t) => {
  const { reporter, letter, items, ids, stateOf, other, as, office, file } = await slice(t)
  const [first, second, third] = items
  const mixed = [
    first,
    { ...second, result: 'not_ours', grounds: '由其主管', unit_id: other },
    { ...third, measures: undefined },
  ]
  const { status, body, headers, text } = await reporter(operations.registerLetter, {
    body: { ...letter, scan: [file.sha256], items: mixed },
  })
  t.equal(status, 201, text)
  t.equal(headers['location'], `/v1/letters/${body.letter.id}`)
  t.strictSame(
    body.lines.map(({ number, outcome, code, pointer }) => [number, outcome, code, pointer]),
    [
      [1, 'responded', null, null],
      [2, 'refused', 'ROLE_NOT_ALLOWED', null],
      [3, 'refused', 'FIELD_REQUIRED', '/measures'],
    ],
  )
  t.match(body.lines[1]?.reason, '您的角色不能办理')
  const [one, , three] = await Promise.all(ids.slice(0, 3).map(stateOf))
  t.strictSame([one?.state, one?.reported, three?.state], ['responded', 'yes', 'notified'])
  const rest = [second, third].map((item) => ({ ...item, revision: 2 }))
  const stale = await reporter(operations.registerLetter, { body: { ...letter, items: rest } })
  t.strictSame(
    stale.body.lines.map(({ outcome }) => outcome),
    ['stale', 'stale'],
  )
  const listed = await reporter(operations.listLetters, { query: { notice: letter.notice_id } })
  t.equal(listed.body.items.length, 2)
  const read = await reporter(operations.getLetter, { params: { id: body.letter.id } })
  t.strictSame(read.body, body)
  const stranger = as(office.member(1))
  t.strictSame((await stranger(operations.listLetters)).body.items, [])
  t.equal((await stranger(operations.getLetter, { params: { id: body.letter.id } })).status, 404)
})

t.test('from paper, what is incomplete is sent back and what is disputed is asked', async (t) => {
  const { handler, office, letter, items, ids, stateOf } = await slice(t)
  const [first, second, third] = items
  const signer_id = office.member(0, 'unit.signatory').person_id
  const paper = { signer_id, signed_on: '2022-09-05', unit_id: letter.unit_id, paper_number: '1号' }
  const entered = await handler(signedPaperOperations.enterSignedPaper, { body: paper })
  const body = {
    ...{ ...letter, received_on: '2022-09-05', signed_paper_id: entered.body.id },
    items: [
      first,
      { ...second, evidence: [] },
      { finding_id: third?.finding_id, revision: 1, result: 'disputed', grounds: '当日已更新' },
    ],
  }
  const registered = await handler(operations.registerLetter, { body })
  t.strictSame(
    registered.body.lines.map(({ outcome, code }) => [outcome, code]),
    [
      ['responded', null],
      ['returned', 'EVIDENCE_REQUIRED'],
      ['disputed', null],
    ],
  )
  const [one, two, three] = await Promise.all(ids.slice(0, 3).map(stateOf))
  t.strictSame([one?.state, two?.state, three?.state], ['responded', 'returned', 'rectifying'])
  t.strictSame([two?.formal_returns, two?.returns, two?.reported], [1, 0, 'yes'])
  t.equal(three?.dispute?.pauses, true)
})

t.test('S30 files beyond what a finding may take count as not enclosed in a letter', async (t) => {
  const { server, handler, reporter, office, letter, items, stateOf, ids } = await slice(t, 90)
  const [first, second, third] = items
  const sent = await Promise.all(
    ['x', 'y'].map((one) => entered(server, office.member(0), [text(one.repeat(60))])),
  )
  const evidence = sent.map(({ sha256 }) => sha256)
  const own = await reporter(operations.registerLetter, {
    body: { ...letter, items: [{ ...first, evidence }] },
  })
  const outcomes = (body: typeof own.body) => body.lines.map(({ outcome, code }) => [outcome, code])
  t.strictSame(outcomes(own.body), [['refused', 'EVIDENCE_REQUIRED']], 'as by itself')
  const signer_id = office.member(0, 'unit.signatory').person_id
  const paper = { signer_id, signed_on: '2022-09-05', unit_id: letter.unit_id, paper_number: '1号' }
  const stamped = await handler(signedPaperOperations.enterSignedPaper, { body: paper })
  const entry = { ...letter, received_on: '2022-09-05', signed_paper_id: stamped.body.id }
  const disputed = {
    finding_id: third?.finding_id,
    revision: 1,
    result: 'disputed',
    grounds: '已更新',
  }
  const registered = await handler(operations.registerLetter, {
    body: {
      ...entry,
      items: [
        { ...first, evidence },
        { ...second, evidence: evidence.slice(0, 1) },
        { ...disputed, evidence },
      ],
    },
  })
  t.strictSame(outcomes(registered.body), [
    ['returned', 'EVIDENCE_REQUIRED'],
    ['responded', null],
    ['refused', 'EVIDENCE_REQUIRED'],
  ])
  const [one, two] = await Promise.all(ids.slice(0, 2).map(stateOf))
  t.strictSame([one?.state, one?.formal_returns, two?.state], ['returned', 1, 'responded'])
  const rounds = await handler(findingOperations.listFindingRounds, {
    params: { id: ids[0] ?? '' },
  })
  t.strictSame(rounds.body.items[0]?.evidence, [], 'and fill nothing')
})

t.test('one that cannot be a letter of that unit is not kept', async (t) => {
  const { reporter, handler, letter, items, ids, as, office, other } = await slice(t)
  const [first] = items
  const foreign = { ...first, finding_id: ids[3] }
  const send = (body: object) => reporter(operations.registerLetter, { body })
  const theirs = await send({ ...letter, items: [first, foreign] })
  t.strictSame([theirs.status, theirs.code], [422, 'UNKNOWN_REFERENCE'])
  t.match(theirs.text, '/items/1/finding_id')
  const tomorrow = await send({ ...letter, signed_on: '2022-09-06', items })
  t.strictSame([tomorrow.status, tomorrow.code], [422, 'FUTURE_DATE'])
  t.equal((await send({ ...letter, scan: ['f'.repeat(64)], items })).code, 'EVIDENCE_REQUIRED')
  t.equal((await send({ ...letter, unit_id: other, items: [foreign] })).status, 404)
  const twice = await send({ ...letter, items: [first, first] })
  t.strictSame([twice.status, twice.code], [400, 'VALIDATION_FAILED'])
  t.match(twice.text, '/items/1/finding_id')
  t.equal((await send({ ...letter, number: undefined, items })).code, 'FIELD_REQUIRED')
  t.equal((await send({ ...letter, received_on: '2022-09-05', items })).code, 'FIELD_REQUIRED')
  const undated = await handler(operations.registerLetter, { body: { ...letter, items } })
  t.equal(undated.code, 'FIELD_REQUIRED')
  t.strictSame((await reporter(operations.listLetters)).body.items, [])
  const inspector = as(office.officer('inspector'))
  t.equal((await inspector(operations.registerLetter, { body: { ...letter, items } })).status, 403)
})

t.test('the same letter sent again is registered once', async (t) => {
  const { reporter, letter, items } = await slice(t)
  const body = { ...letter, items }
  const key = '5f2b1a7e-once'
  const [one, two] = await Promise.all(
    [1, 2].map(() => reporter(operations.registerLetter, { body, key })),
  )
  t.strictSame([one?.status, two?.status], [201, 201])
  t.strictSame(one?.body, two?.body)
  t.equal((await reporter(operations.listLetters)).body.items.length, 1)
})
