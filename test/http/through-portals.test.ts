import t from 'tap'
import { checkRounds } from '../../src/audit/check-events.js'
import { catchUp } from '../../src/commands/catch-up.js'
import { consultationOperations } from '../../src/contracts/consultations.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { letterOperations } from '../../src/contracts/letters.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { requestCommandOperations, requestOperations } from '../../src/contracts/requests.js'
import { serviceAccountOperations } from '../../src/contracts/service-accounts.js'
import { slipOperations } from '../../src/contracts/slips.js'
import { listEvents } from '../../src/db/event.js'
import { statement } from '../../src/db/handle.js'
import { listRounds } from '../../src/db/round.js'
import { instantOf } from '../../src/domain/instant.js'
import { recordOf } from '../audit/life.js'
import { jump } from '../helpers/case.js'
import { consulted } from './consulted.js'
import { bearing, FULL, scene, uploadThrough } from './machines.js'
import { minimal, NOBODY } from './minimal.js'
import { commandOperations, issuedFindings, line } from './notice.js'
import type { Send } from './support.js'
import { entered, text } from './uploads.js'

const EVIDENCE = statement<{ id: string }>('select id from evidence')
const ANSWER = {
  ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
  report: { on: '2022-09-05', report_number: '1号' },
}

t.test('S06 what a portal does for somebody is recorded as both', async (t) => {
  const { server, office, as, portal, through, unit_id } = await scene(t)
  const account = portal.body.service_account.id
  const { person_id } = office.member(0)
  const [itself, portals] = [as(office.member(0)), through(person_id)]
  const handler = as(office.officer('office.handler'))
  const findings = Array.from({ length: 4 }, () => line(unit_id))
  const { notice_id, findings: ids } = await issuedFindings(server, { findings })
  const [first = '', second = '', third = '', fourth = ''] = ids
  const tagOf = async (id: string) =>
    (await itself(findingOperations.getFinding, { params: { id } })).etag

  await t.test('files', async (t) => {
    const own = await entered(server, office.member(0), [text('本人上传')])
    t.equal(own.service_account_id, null)
    t.equal(
      await uploadThrough(server, portal.body.key, person_id, [text('经门户')], 'k'),
      undefined,
    )
  })

  await t.test('answers, in the row, in the event, and compared by the audit', async (t) => {
    const file = await entered(server, office.member(0), [text('佐证')])
    const params = { id: first }
    const body = { ...ANSWER, evidence: [file.sha256] }
    const sent = await portals(commandOperations.respond, {
      params,
      body,
      if_match: await tagOf(first),
    })
    t.equal(sent.status, 200, sent.text)
    const withdrawn = { params, body: { reason: '再核' }, if_match: await tagOf(first) }
    t.equal((await itself(commandOperations.recall, withdrawn)).status, 200)
    const again = { params, body, if_match: await tagOf(first) }
    t.equal((await itself(commandOperations.respond, again)).status, 200)
    const rounds = await handler(findingOperations.listFindingRounds, { params })
    t.strictSame(
      rounds.body.items.map((one) => [one.submitted_by, one.service_account_id]),
      [
        [person_id, account],
        [person_id, null],
      ],
    )
    const { one, around } = recordOf('closed')
    const events = await listEvents(office.owner, first)
    const sealed = await listRounds(office.owner, [first])
    t.strictSame(checkRounds({ ...one, events, rounds: sealed }, around), [])
    const forged = sealed.map((round) => ({ ...round, service_account_id: null }))
    t.strictSame(checkRounds({ ...one, events, rounds: forged }, around), [
      '第1轮反馈的 service_account_id 与记录不一致',
    ])
  })

  await t.test('letters', async (t) => {
    const head = { notice_id, unit_id, number: '函1号', signed_on: '2022-09-05' }
    const register = async (send: Send, finding_id: string) => {
      const { body } = await itself(findingOperations.getFinding, { params: { id: finding_id } })
      const items = [{ finding_id, revision: body.finding.revision, ...ANSWER, report: undefined }]
      return (await send(letterOperations.registerLetter, { body: { ...head, items } })).body.letter
    }
    const through = await register(portals, second)
    t.match(through, { registered_by: person_id, service_account_id: account })
    t.match(await register(itself, second), { registered_by: person_id, service_account_id: null })
    const read = await handler(letterOperations.getLetter, { params: { id: through.id } })
    t.equal(read.body.letter.service_account_id, account)
  })

  await t.test('requests', async (t) => {
    const params = { id: third }
    const body = { grounds: '当日已更新', evidence: [(await file()).sha256] }
    const signatory = office.member(0, 'unit.signatory').person_id
    const ask = { params, body, if_match: await tagOf(third) }
    const asked = await through(signatory)(commandOperations.dispute, ask)
    t.equal(asked.status, 200, asked.text)
    const { body: listed } = await handler(requestOperations.listRequests)
    t.match(listed.items, [{ asked_by: [signatory], service_account_id: account }])
  })

  await t.test('slips, and what went before them', async (t) => {
    const slice = async () =>
      (await itself(noticeOperations.listSlices, { params: { id: notice_id } })).body.items[0]
    const sign = { params: { id: notice_id, unit_id }, if_match: (await slice())?.etag ?? '' }
    const signed = await portals(noticeOperations.acknowledgeSlice, sign)
    t.match(signed.body, { received_by: person_id, service_account_id: account })
    t.match(await slice(), { received_by: person_id, service_account_id: account })
    await jump(office, instantOf('2022-09-22T02:00:00.000Z'))
    await catchUp(office.worker, office.office_id, [fourth])
    const reviewer = as(office.officer('office.reviewer'))
    const [draft] = (await reviewer(slipOperations.listSlips)).body.items
    const params = { id: draft?.id ?? '' }
    const issue = { params, if_match: `"${draft?.revision}"`, body: { number: '催1号' } }
    const issued = await reviewer(slipOperations.issueSlip, issue)
    t.match(issued.body, { acknowledged_by: null, service_account_id: null })
    const acknowledge = { params, if_match: issued.etag }
    const told = await portals(slipOperations.acknowledgeSlip, acknowledge)
    t.match(told.body, { acknowledged_by: person_id, service_account_id: account })
    const { body: listed } = await reviewer(slipOperations.listSlips)
    t.match(listed.items, [{ acknowledged_by: person_id, service_account_id: account }])
  })

  await t.test('S14 and nobody says it themselves', async (t) => {
    const service_account_id = account
    const body = { ...ANSWER, evidence: [], service_account_id }
    const ask = { params: { id: fourth }, if_match: '"1"', body }
    const said = await itself(commandOperations.respond, ask)
    t.match(said.problem.errors, [{ pointer: '/service_account_id', code: 'UNKNOWN_FIELD' }])
    const letter = { ...minimal(letterOperations.registerLetter), service_account_id }
    const posted = await itself(letterOperations.registerLetter, { body: letter })
    t.match(posted.problem.errors, [{ pointer: '/service_account_id', code: 'UNKNOWN_FIELD' }])
    const part = { name: 'service_account_id', content: NOBODY }
    const parts = [part, text('冒名')]
    const sent = await uploadThrough(server, portal.body.key, person_id, parts, 'another')
    t.equal(sent, 'VALIDATION_FAILED')
  })

  async function file() {
    return entered(server, office.member(0), [text('证明')])
  }
})

t.test('S06 what a portal says of a draft, and of a transfer it is asked about', async (t) => {
  const { server, office, as, handler, shownTo } = await consulted(t)
  const body = { kind: 'portal', name: '门户', unit_id: office.units[1], ...FULL }
  const security = as(office.officer('security'))
  const made = await security(serviceAccountOperations.createServiceAccount, { body })
  const account = made.body.service_account.id
  const { person_id } = office.member(1)
  const portal = bearing(server, made.body.key, person_id)
  const [asked] = await shownTo(1)
  const said = { params: { id: asked?.finding_id ?? '' }, body: { answer: 'confirmed' } }
  const told = await portal(consultationOperations.answerConsultation, said)
  t.match(told.body, { answered_by: person_id, service_account_id: account }, told.text)
  t.match(await shownTo(1), [{ answered_by: person_id, service_account_id: account }])
  t.match(await shownTo(0), [{ service_account_id: null }, { service_account_id: null }])

  const { findings } = await issuedFindings(server, { findings: [line(office.units[0] ?? '')] })
  const params = { id: findings[0] ?? '' }
  const evidence = [(await entered(server, office.member(0), [text('证明')])).sha256]
  const signatory = as(office.member(0, 'unit.signatory'))
  const moved = await signatory(commandOperations.request_transfer, {
    ...{ params, if_match: '"1"' },
    body: { unit_id: office.units[1], grounds: '由其主管', evidence },
  })
  const request = { id: moved.body.finding.transfer?.id ?? '' }
  const view = { params: request, body: { agrees: true, reason: '属实' }, if_match: moved.etag }
  t.equal((await portal(requestCommandOperations.give_view, view)).status, 200)
  for (const send of [handler, portal]) {
    const read = await send(requestOperations.getRequest, { params: request })
    t.match(read.body, {
      service_account_id: null,
      view: { by: person_id, service_account_id: account },
    })
  }
})

t.test('S06 what is known of a file says through which portal it came', async (t) => {
  const { server, office, portal, through } = await scene(t)
  const { person_id } = office.member(0)
  await uploadThrough(server, portal.body.key, person_id, [text('经门户')], 'k')
  const [id] = await office.owner.run(EVIDENCE())
  const read = await through(person_id)(evidenceOperations.getEvidenceMetadata, {
    params: { id: id?.id ?? '' },
  })
  const account = portal.body.service_account.id
  t.match(read.body, { uploaded_by: person_id, service_account_id: account })
})
