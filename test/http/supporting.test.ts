import t from 'tap'
import { v7 } from 'uuid'
import type { Principal } from '../../src/commands/principal.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { insertMemberships } from '../../src/db/membership.js'
import { insertPeople } from '../../src/db/person.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import type { TestOffice } from '../helpers/office.js'
import { sectionOf } from '../model/register.js'
import { drafted, issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'
import { uploaded } from './uploads.js'

const { respond, name_supporting, contribute, comment, delegate, acknowledge } = commandOperations

/** A finding of the first unit that the second helps with, of three, by the notice. */
async function joint(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 3, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [lead = '', helper = '', other = ''] = office.units
  const findings = [line(lead, { supporting_unit_ids: [helper] }), line(lead)]
  const { findings: ids, notice_id } = await issuedFindings(server, { findings })
  const params = { id: ids[0] ?? '' }
  const by = (unit: number) => as(office.member(unit))
  const sees = async (unit: number) =>
    (
      await by(unit)(findingOperations.listFindings, { query: { supporting: true } })
    ).body.items.map(({ id }) => id)
  const read = (unit: number) => by(unit)(findingOperations.getFinding, { params })
  const contributes = async (body: object) =>
    by(1)(contribute, { params, body, if_match: (await read(1)).etag ?? '"0"' })
  return {
    server,
    office,
    as,
    by,
    contributes,
    lead,
    helper,
    other,
    ids,
    notice_id,
    params,
    sees,
    read,
  }
}

/** A reporter of a unit. */
async function newcomer({ office_id, owner }: TestOffice, unit_id: string): Promise<Principal> {
  const id = v7()
  const login = { issuer: 'test', subject: id, status: 'active' } as const
  await insertPeople(owner, [{ id, office_id, name: '某人', ...login, email: null, phone: null }])
  const role = 'unit.reporter' as const
  const since = { from_on: dateOf('2000-01-01'), until_on: null }
  await insertMemberships(owner, [{ id: v7(), office_id, person_id: id, unit_id, role, ...since }])
  return {
    ...{ person_id: id, office_id, scope: 'unit', units: [unit_id], rehearsal: true },
    memberships: [{ role, unit_id }],
  }
}

t.test(
  'a unit that helps reads along, comments and contributes, and does nothing else',
  async (t) => {
    const { by, contributes, helper, ids, notice_id, params, sees, read, as, office } =
      await joint(t)
    t.strictSame(await sees(1), [params.id])
    t.strictSame(await sees(2), [])
    const found = await by(1)(findingOperations.listFindings, {
      query: { supporting: true, text: '工作动态' },
    })
    t.equal(found.body.items.length, 1, 'found by its words too')
    const seen = await read(1)
    t.equal(seen.status, 200, seen.text)
    t.strictSame(seen.body.finding.supports, [
      // Two working days before the 16th.
      { unit_id: helper, asked_at: MONDAY, ended: false, done_at: null, due_date: '2022-09-14' },
    ])
    t.strictSame(
      seen.body.allowed_actions.filter(({ allowed }) => allowed).map(({ command }) => command),
      ['contribute', 'comment'],
    )
    t.equal((await read(2)).status, 404)
    const second = { params: { id: ids[1] ?? '' } }
    t.equal((await by(1)(findingOperations.getFinding, second)).status, 404, 'of that one alone')
    t.strictSame((await by(1)(findingOperations.listFindings, {})).body.items, [], 'owes nothing')
    const notice = await by(1)(noticeOperations.getNotice, { params: { id: notice_id } })
    t.equal(notice.status, 200, notice.text)
    for (const [operation, body] of [
      [acknowledge, {}],
      [comment, { text: '内部', audience: 'office' }],
    ] as const) {
      const refused = await by(1)(operation, { params, body, if_match: seen.etag })
      t.strictSame([refused.status, refused.code], [403, 'ROLE_NOT_ALLOWED'])
    }
    const asks = { text: '数据口径以哪月为准？', audience: 'unit' }
    const asked = await by(1)(comment, { params, body: asks, if_match: seen.etag })
    t.equal(asked.status, 200, asked.text)
    const { items } = (await by(0)(findingOperations.listFindingEvents, { params })).body
    t.match(items.at(-1), { type: 'commented', texts: { text: asks.text } }, 'its lead reads it')
    const said = await contributes({ text: '数据已报', done: true })
    t.equal(said.status, 200, said.text)
    t.match(said.body.finding.supports[0]?.done_at, MONDAY)
    const office_sees = await as(office.officer('office.handler'))(findingOperations.listFindings, {
      query: { supporting: true, unit: helper },
    })
    t.strictSame(
      office_sees.body.items.map(({ id }) => id),
      [params.id],
    )
  },
)

t.test('what it hands over is the answering unit’s to name', async (t) => {
  const { server, office, by, contributes, params, read } = await joint(t)
  const { body: own } = await uploaded(server, office.member(1))
  const body = { text: '截图附后', evidence: ['f'.repeat(64)] }
  t.equal((await contributes(body)).code, 'EVIDENCE_REQUIRED')
  const given = { ...body, evidence: [own.sha256, own.sha256] }
  for (const _ of [1, 2]) t.equal((await contributes(given)).status, 200)
  const { body: events } = await by(0)(findingOperations.listFindingEvents, { params })
  const files = events.items.flatMap((event) => event.evidence)
  const mine = files.find(({ sha256 }) => sha256 === own.sha256)
  t.equal(mine?.name, own.name)
  const file = await by(0)(evidenceOperations.getEvidenceMetadata, {
    params: { id: mine?.id ?? '' },
  })
  t.equal(file.status, 200)
  const answer = {
    ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
    ...{ evidence: [own.sha256], report: { on: '2022-09-05', report_number: '1号' } },
  }
  const { etag } = await read(0)
  const responded = await by(0)(respond, { params, body: answer, if_match: etag })
  t.equal(responded.status, 200, responded.text)
  const rounds = await by(1)(findingOperations.listFindingRounds, { params })
  t.equal(rounds.body.items.length, 1, 'and the helping unit reads the answer')
})

t.test('released, or after a reassignment to another, it reads no further', async (t) => {
  const { as, office, contributes, params, read, other, helper } = await joint(t)
  const reviewer = as(office.officer('office.reviewer'))
  const tag = async () => (await reviewer(findingOperations.getFinding, { params })).etag
  const name = async (unit_ids: readonly string[]) =>
    reviewer(name_supporting, { params, body: { unit_ids }, if_match: await tag() })
  t.equal((await name([other])).status, 200)
  t.equal((await read(1)).status, 404)
  t.equal((await read(2)).status, 200)
  t.strictSame(
    [(await name([other])).code, (await name([helper, 'x'.repeat(3)])).code],
    ['NOTHING_TO_CHANGE', 'VALIDATION_FAILED'],
  )
  t.equal((await contributes({ text: '晚了' })).status, 404)
})

t.test('a unit below reads what was passed on to it, and hands in what it has', async (t) => {
  const { server, as, office, params, by, read } = await joint(t)
  const section = await sectionOf(office, office.units[0] ?? '')
  const reporter = await newcomer(office, section)
  const reads = () => as(reporter)(findingOperations.getFinding, { params })
  t.equal((await reads()).status, 404)
  const { etag } = await by(0)(findingOperations.getFinding, { params })
  const passed = await by(0)(delegate, { params, body: { unit_id: section }, if_match: etag })
  t.equal(passed.status, 200, passed.text)
  const seen = await reads()
  t.equal(seen.status, 200)
  t.strictSame(
    seen.body.allowed_actions.filter(({ allowed }) => allowed).map(({ command }) => command),
    ['contribute', 'comment'],
    'it answers nothing',
  )
  // A draft of the answer and its proof, which the unit that answers names as its own.
  const { body: file } = await uploaded(server, reporter)
  const draft = { text: '拟报：已更新栏目', evidence: [file.sha256], done: true }
  const given = await as(reporter)(contribute, { params, body: draft, if_match: seen.etag })
  t.equal(given.status, 200, given.text)
  t.equal(given.body.finding.delegated_to?.done_at, MONDAY)
  const body = {
    ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
    ...{ evidence: [file.sha256], report: { on: '2022-09-05', report_number: '1号' } },
  }
  const named = await by(0)(respond, { params, body, if_match: (await read(0)).etag })
  t.equal(named.status, 200, named.text)
  const recall = { params, body: { reason: '再补充' }, if_match: named.etag }
  const recalled = await by(0)(commandOperations.recall, recall)
  const back = { person_id: office.member(0, 'unit.signatory').person_id }
  t.equal((await by(0)(delegate, { params, body: back, if_match: recalled.etag })).status, 200)
  t.equal((await reads()).status, 404)
  t.equal((await as(reporter)(contribute, { params, body: draft, if_match: '"9"' })).status, 404)
})

t.test('a draft that names its own unit, or none that exists, is not issued', async (t) => {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const [lead = '', other = ''] = server.office.units
  const findings = [
    line(lead, { supporting_unit_ids: [lead] }),
    line(lead, { supporting_unit_ids: [other] }),
  ]
  const { leader, params, body } = await drafted(server, { findings })
  t.strictSame(
    body.findings.map((one) => one.supporting_unit_ids),
    [[lead], [other]],
  )
  const trial = await leader(noticeOperations.issueNotice, { params, query: { dry_run: true } })
  t.match(trial.body.problems, [
    { line: 1, code: 'UNIT_REQUIRED', pointer: '/findings/0/supporting_unit_ids' },
  ])
  t.equal(trial.body.problems.length, 1)
  const unknown = await leader(noticeOperations.draftNotice, {
    body: { title: '通报', findings: [line(lead, { supporting_unit_ids: [params.id] })] },
  })
  t.equal(unknown.code, 'UNKNOWN_REFERENCE')
  t.match(unknown.text, '/findings/0/supporting_unit_ids/0')
})
