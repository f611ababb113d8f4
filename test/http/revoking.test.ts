import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { signedPaperOperations } from '../../src/contracts/signed-papers.js'
import { instantOf } from '../../src/domain/instant.js'
import { closeFinding } from './closing.js'
import { drafted, line, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

const REASON = { reason: '检查口径有误，重新印发' }
const NUMBER = '测函〔2022〕1号'

/** A notice to two units with one collective line that stays with the office; the first unit's finding is closed. */
async function issued(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const people = {
    reporter: as(office.member(0)),
    neighbour: as(office.member(1)),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
  }
  const findings = [line(one), line(two), line(null, { dispatch: 'none' })]
  const { leader, params, etag, body } = await drafted(server, { number: NUMBER, findings })
  await leader(noticeOperations.issueNotice, { params, if_match: etag })
  const [closed = '', open = '', kept = ''] = body.findings.map((one) => one.finding_id)
  await closeFinding(server, closed)
  const tag = async () => (await leader(noticeOperations.getNotice, { params })).etag
  return { server, ...people, leader, params, tag, closed, open, kept, one, two }
}

t.test('revoking withdraws what is open, marks what is closed, and keeps the number', async (t) => {
  const { server, leader, neighbour, params, tag, closed, open, kept, one } = await issued(t)
  const revoke = { params, body: REASON, if_match: await tag(), key: newKey() }
  const told = await leader(noticeOperations.revokeNotice, revoke)
  t.strictSame(told.body, { notice_id: params.id, withdrawn: [open, kept], marked: [closed] })
  const shown = await neighbour(noticeOperations.getNotice, { params })
  t.match(shown.body, {
    ...{ status: 'revoked', number: NUMBER, revoked_at: MONDAY },
    revoked_because: REASON.reason,
    revoked_by: server.office.officer('office.leader').person_id,
  })
  t.equal(told.etag, await tag())
  const of = async (id: string) =>
    (await leader(findingOperations.getFinding, { params: { id } })).body.finding
  t.match(await of(open), { state: 'withdrawn', revoked: false })
  t.match(await of(kept), { state: 'withdrawn' })
  t.match(await of(closed), { state: 'closed', revoked: true, lookbacks: null })
  const events = await neighbour(findingOperations.listFindingEvents, { params: { id: open } })
  t.match(events.body.items.at(-1), {
    ...{ type: 'withdrawn', data: { reason_code: 'notice_revoked', from: 'notified' } },
    texts: { grounds: REASON.reason },
  })

  const twice = await leader(noticeOperations.revokeNotice, revoke)
  t.equal(twice.text, told.text, 'sent twice it is done once')
  const again = await leader(noticeOperations.revokeNotice, {
    ...{ params, body: REASON, if_match: told.etag },
  })
  t.equal(again.code, 'NOT_IN_THIS_STATE')
  const taken = await drafted(server, { number: NUMBER, findings: [line(one)] })
  const reissued = { params: taken.params, if_match: taken.etag }
  t.equal((await leader(noticeOperations.issueNotice, reissued)).code, 'ALREADY_EXISTS')
})

t.test('a leader decides, on what they have seen, and says why', async (t) => {
  const { server, leader, reviewer, reporter, params, tag } = await issued(t)
  const revoke = { params, body: REASON, if_match: await tag() }
  t.equal((await reviewer(noticeOperations.revokeNotice, revoke)).code, 'ROLE_NOT_ALLOWED')
  t.equal((await reporter(noticeOperations.revokeNotice, revoke)).code, 'ROLE_NOT_ALLOWED')
  const seen = await leader(noticeOperations.revokeNotice, { ...revoke, if_match: '"1"' })
  t.equal(seen.code, 'STALE')
  const silent = await leader(noticeOperations.revokeNotice, { ...revoke, body: { reason: ' ' } })
  t.equal(silent.code, 'VALIDATION_FAILED')
  const bare = await leader(noticeOperations.revokeNotice, { ...revoke, body: {} })
  t.equal(bare.code, 'FIELD_REQUIRED')
  const draft = await drafted(server, { number: null })
  const early = { params: draft.params, if_match: draft.etag, body: REASON }
  t.equal((await leader(noticeOperations.revokeNotice, early)).code, 'NOT_IN_THIS_STATE')
})

t.test(
  'a notice is supplemented by another, never edited, and not once it is revoked',
  async (t) => {
    const { server, leader, params, tag, one } = await issued(t)
    const supplement = (number: string) =>
      drafted(server, { number, supplements: params.id, findings: [line(one)] })
    const [first, second] = [
      await supplement('测函〔2022〕2号'),
      await supplement('测函〔2022〕3号'),
    ]
    t.equal(first.body.supplements, params.id)
    const issue = (draft: Awaited<ReturnType<typeof drafted>>) =>
      leader(noticeOperations.issueNotice, { params: draft.params, if_match: draft.etag })
    const before = await tag()
    t.equal((await issue(first)).status, 200)
    t.not(await tag(), before)
    const shown = await leader(noticeOperations.getNotice, { params })
    t.equal(shown.body.status, 'supplemented')
    const query = { status: 'supplemented' }
    const listed = await leader(noticeOperations.listNotices, { query })
    t.strictSame(
      listed.body.items.map(({ id }) => id),
      [params.id],
    )
    const draft = await drafted(server, {
      number: '测函〔2022〕4号',
      supplements: second.params.id,
    })
    t.match((await issue(draft)).problem.errors, [
      { pointer: '/supplements', code: 'NOT_IN_THIS_STATE', line: null },
    ])
    const revoke = { params, body: REASON, if_match: await tag() }
    t.equal(
      (await leader(noticeOperations.revokeNotice, revoke)).status,
      200,
      'supplemented or not',
    )
    t.match((await issue(second)).problem.errors, [{ pointer: '/supplements' }])
  },
)

t.test('a notice whose only supplement is revoked stands as it was issued', async (t) => {
  const { server, leader, params, one } = await issued(t)
  const of = async (id: string) => leader(noticeOperations.getNotice, { params: { id } })
  const supplement = async (number: string) => {
    const more = { number, supplements: params.id, findings: [line(one)] }
    const draft = await drafted(server, more)
    await leader(noticeOperations.issueNotice, { params: draft.params, if_match: draft.etag })
    return draft.params.id
  }
  const [first, second] = [await supplement('测函〔2022〕2号'), await supplement('测函〔2022〕3号')]
  const revoke = async (id: string) =>
    leader(noticeOperations.revokeNotice, {
      ...{ params: { id }, body: REASON, if_match: (await of(id)).etag },
    })
  t.equal((await revoke(first)).status, 200)
  t.equal((await of(params.id)).body.status, 'supplemented', 'by the other')
  t.equal((await revoke(second)).status, 200)
  t.equal((await of(params.id)).body.status, 'issued')
})

t.test(
  'revoked on paper it is the signer’s decision; a paper that decides nothing is none',
  async (t) => {
    const { server, handler, leader, params, tag } = await issued(t)
    const { office } = server
    const signed = async (signer_id: string, more: object = {}) =>
      (
        await handler(signedPaperOperations.enterSignedPaper, {
          body: { signer_id, signed_on: '2022-09-05', paper_number: '1号', ...more },
        })
      ).body.id
    const unit = { unit_id: office.units[0] }
    const foreign = await signed(office.member(0, 'unit.signatory').person_id, unit)
    const by = async (send: typeof leader, signed_paper_id: string) =>
      send(noticeOperations.revokeNotice, {
        ...{ params, if_match: await tag(), body: { ...REASON, signed_paper_id } },
      })
    t.equal((await by(handler, foreign)).code, 'ROLE_NOT_ALLOWED')
    const leaders = office.officer('office.leader').person_id
    t.equal((await by(handler, await signed(leaders))).status, 200)
    const shown = await leader(noticeOperations.getNotice, { params })
    t.equal(shown.body.revoked_by, leaders)
  },
)
