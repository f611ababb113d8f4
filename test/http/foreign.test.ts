import t from 'tap'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { instantOf } from '../../src/domain/instant.js'
import { draft, issuedFindings, line, MONDAY } from './notice.js'
import { type Ask, type Send, type TestServer, testServer } from './support.js'
import { uploaded } from './uploads.js'

const NOBODY = '0190b3d0-0000-7000-8000-000000000000'

/** Operations a unit's reporter may call on something with an id, with a body their contracts take. */
const open = OPERATIONS.filter(({ policy, params }) => {
  const admits =
    policy === 'authenticated' || (Array.isArray(policy) && policy.includes('unit.reporter'))
  return admits && params !== undefined
})

/** The id of something of another unit, by what the path of an operation is about. */
async function othersThings(server: TestServer): Promise<Record<string, string>> {
  const { office } = server
  const { notice_id, findings } = await issuedFindings(server, {
    findings: [line(office.units[1] ?? '')],
  })
  const admin = server.as(office.officer('admin'))
  const unit = await admin(unitOperations.create, { body: { name: '旁的单位' } })
  const file = await uploaded(server, office.member(1))
  return {
    notices: notice_id,
    findings: findings[0] ?? '',
    evidence: file.body.id,
    units: unit.body.id,
    people: office.member(1).person_id,
  }
}

t.test('S11 what is another unit’s is as if it were not there', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const things = await othersThings(server)
  const reporter = server.as(server.office.member(0))
  const outsider = server.as(server.office.member(1))
  let compared = 0
  for (const operation of open) {
    const id = things[operation.path.split('/')[2] ?? '']
    if (!id) continue
    const other = server.office.units[1] ?? ''
    const ask = (value: string): Ask => ({
      params: { id: value, unit_id: other },
      if_match: '"1"',
      body: {},
    })
    const [foreign, absent] = [
      await reporter(operation, ask(id)),
      await reporter(operation, ask(NOBODY)),
    ]
    t.equal(foreign.status, 404, operation.id)
    t.equal(plain(foreign), plain(absent), `${operation.id} says no more`)
    compared += 1
  }
  t.ok(compared > 15, `${compared} operations`)
  const theirs = { params: { id: things.findings ?? '' } }
  t.equal((await outsider(findingOperations.getFinding, theirs)).status, 200, 'it is there')
  t.equal((await reporter(findingOperations.listFindings)).body.items.length, 0)
  t.equal((await reporter(noticeOperations.listNotices)).body.items.length, 0)
})

/** An answer without what names the request. */
function plain({ problem: { traceId: _, ...problem } }: Awaited<ReturnType<Send>>): string {
  return JSON.stringify(problem)
}

t.test('a draft is the office’s', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const handler = as(office.officer('office.handler'))
  const { body } = await handler(noticeOperations.draftNotice, { body: draft(server) })
  const reporter = as(office.member(0))
  const params = { id: body.id }
  t.equal((await reporter(noticeOperations.getNotice, { params })).status, 404)
  t.equal((await reporter(noticeOperations.listSlices, { params })).status, 404)
  const finding = { params: { id: body.findings[0]?.finding_id ?? '' } }
  t.equal((await reporter(findingOperations.getFinding, finding)).status, 404)
  t.equal((await reporter(findingOperations.listFindings)).body.items.length, 0)
  t.equal((await handler(findingOperations.getFinding, finding)).status, 200)
})

t.test(
  'of a notice a unit reads its own lines and not the text that names the others',
  async (t) => {
    const server = await testServer(t, { clock: instantOf(MONDAY) })
    const { office, as } = server
    const source_text = '甲单位和乙单位都有问题。'
    const { notice_id } = await issuedFindings(server, { source_text })
    const read = async (send: Send) =>
      (await send(noticeOperations.getNotice, { params: { id: notice_id } })).body
    const own = await read(as(office.member(0)))
    t.equal(own.source_text, null)
    t.same(
      own.findings.map(({ unit_id }) => unit_id),
      [office.units[0]],
    )
    const all = await read(as(office.officer('auditor')))
    t.equal(all.source_text, source_text)
    t.equal(all.findings.length, 2)
    const slices = await as(office.member(0))(noticeOperations.listSlices, {
      params: { id: notice_id },
    })
    t.equal(slices.body.items.length, 1)
  },
)

t.test('a file of another unit is neither seen nor referred to', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await issuedFindings(server)
  const theirs = await uploaded(server, office.member(1))
  const reporter = as(office.member(0))
  const id = { params: { id: theirs.body.id } }
  t.equal((await reporter(evidenceOperations.getEvidenceMetadata, id)).status, 404)
  const answered = await reporter(commandOperations.respond, {
    params: { id: findings[0] ?? '' },
    if_match: '"1"',
    body: {
      result: 'fixed',
      cause: '疏忽',
      measures: '已更新',
      completed_on: '2022-09-05',
      evidence: [theirs.body.sha256],
    },
  })
  t.equal(answered.code, 'EVIDENCE_REQUIRED')
  t.match(answered.problem.errors, [{ in: 'body', pointer: '/evidence' }])
})
