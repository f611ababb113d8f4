import t, { type Test } from 'tap'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { requestOperations } from '../../src/contracts/requests.js'
import { slipOperations } from '../../src/contracts/slips.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { figure } from '../helpers/figure.js'
import { minimal, NOBODY } from './minimal.js'
import { draft, issuedFindings, MONDAY } from './notice.js'
import { seedElsewhere, seedThings, thingsOf } from './others.js'
import { type Ask, type Send, type TestServer, testServer } from './support.js'
import { uploaded } from './uploads.js'

/** Operations a unit's reporter may call on something with an id, with a body their contracts take. */
const open = OPERATIONS.filter(({ policy, params }) => {
  const admits =
    policy === 'authenticated' || (Array.isArray(policy) && policy.includes('unit.reporter'))
  return admits && params !== undefined
})

/** Units whose things a reporter of the first must not know of: beside, above and below it, and elsewhere. */
async function strangers({ office }: TestServer): Promise<Record<string, string>> {
  const [own = '', sibling = '', parent = '', child = '', grandchild = ''] = office.units
  const under = async (below: string, above: string) => {
    const moved = sqlb.updateTable('unit').set({ parent_id: above }).where('id', '=', below)
    await office.owner.run(moved)
  }
  await under(own, parent)
  await under(sibling, parent)
  await under(child, own)
  await under(grandchild, child)
  await seedThings(office, [1, 2])
  await seedThings(office, [3, 4])
  return { sibling, parent, child, grandchild, elsewhere: await seedElsewhere(office) }
}

/** What the people of a unit read of those below it where the office says so. */
const READ_BELOW: readonly string[] = [
  ...['getFinding', 'listFindingEvents', 'listFindingRounds'],
  ...['getFindingDeadline', 'getFindingTimeLedger', 'getLetter', 'getEvidenceMetadata'],
]

/** Every operation on an id × whose it is: 200 where it is shown, else foreign as if absent. Returns how many. */
async function everyCell(
  t: Test,
  server: TestServer,
  relations: Readonly<Record<string, string>>,
  isShown: (relation: string, operation: Operation) => boolean,
): Promise<number> {
  const reporter = server.as(server.office.member(0))
  let cells = 0
  for (const [relation, unit_id] of Object.entries(relations)) {
    const things = await thingsOf(server.office, unit_id)
    const ask = (operation: Operation, id: string): Ask => ({
      ...{ params: { id, unit_id }, if_match: '"1"', body: minimal(operation) },
    })
    const tried = new Set<string>()
    for (const operation of open) {
      const kind = operation.path.split('/')[2] ?? ''
      const id = things[kind]
      if (!id) continue
      const [foreign, absent] = [
        await reporter(operation, ask(operation, id)),
        await reporter(operation, ask(operation, NOBODY)),
      ]
      const shown = isShown(relation, operation)
      t.equal(foreign.status, shown ? 200 : 404, `${operation.id} of ${relation}`)
      if (!shown) t.equal(plain(foreign), plain(absent), `${operation.id} says no more`)
      tried.add(kind)
      cells += 1
    }
    t.same([...tried].toSorted(), KINDS, `everything of ${relation}`)
  }
  return cells
}

t.test('S11 what is another unit’s is as if it were not there', async (t) => {
  const server = await testServer(t, { units: 5 })
  const { office } = server
  const reporter = server.as(office.member(0))
  const cells = await everyCell(t, server, await strangers(server), () => false)
  figure(`${cells} cells: every operation on an id × whose it is, foreign as if absent`)
  t.equal((await reporter(findingOperations.listFindings)).body.items.length, 0)
  t.equal((await reporter(noticeOperations.listNotices)).body.items.length, 0)
  t.equal((await reporter(slipOperations.listSlips)).body.items.length, 0)
  t.equal((await reporter(requestOperations.listRequests)).body.items.length, 0)
  const child = await thingsOf(office, office.units[3] ?? '')
  const theirs = { params: { id: child['findings'] ?? '' } }
  const insider = server.as(office.member(3))
  t.equal((await insider(findingOperations.getFinding, theirs)).status, 200, 'it is there')
})

t.test('S11 where the office says so what is below is read, and nothing is done', async (t) => {
  const server = await testServer(t, { units: 5 })
  const relations = await strangers(server)
  const [own = ''] = server.office.units
  const letting = sqlb.updateTable('unit').set({ reads_below: true }).where('id', '=', own)
  await server.office.owner.run(letting)
  const below = ['child', 'grandchild']
  const cells = await everyCell(
    t,
    server,
    relations,
    (relation, { id }) => below.includes(relation) && READ_BELOW.includes(id),
  )
  figure(`${cells} cells again, the unit above reading what is below it`)
})

const KINDS = [
  'assets',
  'consultations',
  'evidence',
  'findings',
  'letters',
  'memberships',
  'notices',
  'operations',
  'people',
  'requests',
  'slips',
  'units',
]

/** An answer without what names the request. */
function plain({ problem: { traceId: _, ...problem } }: Awaited<ReturnType<Send>>): string {
  return JSON.stringify(problem)
}

t.test('S26 what looks like SQL is words like any other', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  await issuedFindings(server)
  const auditor = server.as(server.office.officer('auditor'))
  for (const words of ["' or 1=1 --", "'; drop table finding; --", '%', '_', '\\', '$1', '"']) {
    for (const name of ['text', 'indicator'] as const) {
      const { status, body } = await auditor(findingOperations.listFindings, {
        query: { [name]: words },
      })
      t.equal(status, 200, words)
      t.same(body.items, [], `${name} ${words}`)
    }
  }
  t.equal((await auditor(findingOperations.listFindings)).body.items.length, 2, 'all is there')
})

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
