import { resolve } from 'node:path'
import t, { type Test } from 'tap'
import { certificateOperations } from '../../src/contracts/certificates.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { policyOperations } from '../../src/contracts/policies.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { MASKED_PERSON } from '../../src/domain/masked.js'
import { readPdf } from '../documents/pdf.js'
import { act, closeFinding } from '../http/closing.js'
import { issuedFindings, MONDAY } from '../http/notice.js'
import { SIGNER, testServer } from '../http/support.js'
import { uploaded } from '../http/uploads.js'
import { groundOf } from './ground.js'
import { readAll } from './reads.js'
import { tour } from './tour.js'

const NAMES = statement<{ name: string }>('select name from person where id = any ($1::uuid[])')
const MAILS = statement<{ row: string }>(
  `select to_jsonb(m)::text as row from mail m where unit_id is not null`,
)

/** An office after everything that happens, and what a unit's people are answered, by operation. */
async function scene(t: Test, reviewers_masked: boolean) {
  const server = await testServer(t, {
    ...{ units: 4, clock: instantOf(MONDAY), policy: { reviewers_masked } },
  })
  const { office, app } = server
  await tour(groundOf(server), (await uploaded(server, office.member(0))).body.sha256)
  const hidden = (['office.handler', 'office.reviewer'] as const).map(
    (role) => office.officer(role).person_id,
  )
  const names = (await office.owner.run(NAMES(hidden))).map(({ name }) => name)
  const answers: { url: string; payload: string }[] = []
  const carry = async (request: Parameters<ReturnType<typeof groundOf>['carry']>[0]) => {
    const answer = await app.inject(request)
    answers.push({ url: request.url, payload: answer.payload })
    return answer
  }
  const people = [0, 1].flatMap((unit) => [
    office.member(unit),
    office.member(unit, 'unit.signatory'),
  ])
  await readAll({ ...groundOf(server), carry }, people, office.units.slice(0, 2))
  const told = (words: readonly string[]) =>
    answers.filter(({ payload }) => words.some((word) => payload.includes(word)))
  return { server, office, hidden, names, answers, told }
}

t.test('where the policy says so no unit learns who of the office judged', async (t) => {
  const { office, hidden, names, answers, told } = await scene(t, true)
  t.ok(answers.length > 300, `${answers.length} answers`)
  t.strictSame(
    told([...hidden, ...names]).map(({ url }) => url),
    [],
  )
  t.ok(told([MASKED_PERSON]).length > 5, 'that somebody did is told')
  const mails = await office.owner.run(MAILS())
  t.strictSame(
    mails.filter(({ row }) => [...hidden, ...names].some((word) => row.includes(word))),
    [],
  )
})

t.test('else their ids are told, and their names are not', async (t) => {
  const { hidden, names, told } = await scene(t, false)
  for (const id of hidden) t.ok(told([id]).length > 5, 'who did is told')
  t.strictSame(told([MASKED_PERSON]), [])
  t.strictSame(told(names), [])
})

t.test(
  'the office reads on; a certificate of the unit proves itself by its signature',
  async (t) => {
    const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
    const { office, as } = server
    const { findings } = await issuedFindings(server)
    const [id = ''] = findings
    const params = { id }
    const reviewer = office.officer('office.reviewer').person_id
    const [hidden] = await office.owner.run(NAMES([reviewer]))
    const named = { text: `请与 ${reviewer} 联系`, audience: 'unit' }
    await act(as(office.officer('auditor')), id, 'comment', named)
    await closeFinding(server, id)
    const [unit, auditor] = [as(office.member(0)), as(office.officer('auditor'))]
    const certificate = async (who = unit) =>
      (await who(certificateOperations.getFindingCertificate, { params })).text
    t.match(await certificate(), reviewer)
    const admin = as(office.officer('admin'))
    const decide = async (reviewers_masked: boolean) => {
      const { etag } = await admin(policyOperations.listPolicies)
      const body = { policy: { reviewers_masked }, reason: '避免打招呼' }
      const changed = await admin(policyOperations.changePolicy, { if_match: etag, body })
      t.equal(changed.status, 201)
    }
    await decide(true)
    const fresh = await server.beside()
    const askedFor = async (name: string) => {
      const authorization = `Bearer ${await server.token(office.member(0))}`
      return fresh.inject({ url: `/v1/findings/${id}/${name}`, headers: { authorization } })
    }
    const asUnit = async () => (await askedFor('certificate')).payload
    const shown = await asUnit()
    t.notMatch(shown, reviewer)
    t.match(shown, `请与 ${MASKED_PERSON} 联系`)
    const key = SIGNER?.public_key ?? ''
    const { faultIn, summaryOf } = (await import(resolve('src/proof/verify-certificate.mjs'))) as {
      faultIn: (text: string, key: string) => string | null
      summaryOf: (text: string) => string[]
    }
    t.equal(faultIn(shown, key), null)
    t.match(summaryOf(shown).join('\n'), /不公开/)
    const pages = await readPdf((await askedFor('certificate.pdf')).rawPayload)
    t.match(pages.text, /责任单位/)
    const inside = [pages.text, ...pages.files.map(({ text }) => text)].join('\n')
    for (const word of [reviewer, hidden?.name ?? reviewer]) t.notMatch(inside, word)
    t.match(inside, MASKED_PERSON)
    const forged = shown.replace('"role":"office.reviewer"', '"role":"office.leader"')
    t.match(faultIn(forged, key) ?? '', /签名不符/)
    const full = await certificate(auditor)
    t.match(full, reviewer)
    t.equal(faultIn(full, key), null)
    // What the hook still holds for hidden is signed already.
    await decide(false)
    const open = await asUnit()
    t.match(open, reviewer)
    t.equal(faultIn(open, key), null)
    const events = await auditor(findingOperations.listFindingEvents, { params })
    t.match(events.text, reviewer)
  },
)
