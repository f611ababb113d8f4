import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import t, { type Test } from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import { certificateOperations as operations } from '../../src/contracts/certificates.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { readPdf } from '../documents/pdf.js'
import { act, closeFinding } from './closing.js'
import { issuedFindings, MONDAY } from './notice.js'
import { SIGNER, type TestServer, testServer } from './support.js'

const SCRIPT = resolve('src/proof/verify-certificate.mjs')

t.test('S52 certificates as PDF', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings, notice_id } = await issuedFindings(server)
  const [closed = '', other = ''] = findings
  const officer = office.officer('office.handler')
  const ofFinding = `/v1/findings/${closed}/certificate.pdf`
  const ofNotice = `/v1/notices/${notice_id}/certificate.pdf`
  const get = (url: string, who: Principal | null = officer) => sent(server, url, who)

  const early = await get(ofFinding)
  t.equal(early.statusCode, 409)
  t.match(early.json(), { code: 'NOT_SETTLED' })
  await closeFinding(server, closed)

  await t.test('a finding’s is a file that holds the certificate', async (t) => {
    const { statusCode, headers, rawPayload } = await get(ofFinding)
    t.equal(statusCode, 200)
    t.equal(headers['content-type'], 'application/pdf')
    const name = encodeURIComponent('办结证明 关于检查情况的通报 问题1.pdf')
    t.match(
      headers['content-disposition'],
      new RegExp(`^attachment; .*filename\\*=UTF-8''${name}$`),
    )
    t.equal(headers['content-security-policy'], "sandbox; default-src 'none'")
    const json = await as(officer)(operations.getFindingCertificate, { params: { id: closed } })
    const { text, files } = await readPdf(rawPayload)
    t.strictSame(files, [{ name: 'certificate.json', text: json.text }])
    const { body } = json
    for (const said of [
      body.office.name,
      body.finding.unit ?? '-',
      '“工作动态”栏目三个月没有更新',
      '原因无人维护整改措施已更新',
      '意见属实未凭复查的理由现场核实',
      `核实2022年9月5日09:00初核通过${body.verification?.person ?? '-'}（经办人）`,
      `办结2022年9月5日09:00复核销号${body.ending.person ?? '-'}（复核人）`,
      `第${body.chain.head.seq}条${body.chain.head.hash}`,
      `密钥编号${body.signature.key_id}`,
      '演练：仅供练习',
    ]) {
      t.ok(text.includes(said.replaceAll(/\s/g, '')), said)
    }
    t.ok((await get(ofFinding)).rawPayload.equals(rawPayload), 'the same at the same instant')
  })

  await t.test('it is checked offline as it is, and refused where a byte is not', async (t) => {
    const pdf = (await get(ofFinding)).rawPayload
    const genuine = run(t, pdf)
    t.match(genuine.stdout, /✓ 证明属实[\s\S]*责任单位：[\s\S]*问题内容：“工作动态”栏目/)
    t.equal(genuine.status, 0)
    const passed: number[] = []
    const { certificateIn } = await script()
    for (let at = 0; at < pdf.length; at += 97) {
      const changed = Buffer.from(pdf)
      changed[at] = (changed[at] ?? 0) ^ 1
      const { fault } = certificateIn(changed, SIGNER?.public_key ?? '')
      // What no longer begins as a PDF is taken for the JSON itself, which it is not.
      if (fault === undefined && at >= '%PDF-'.length) passed.push(at)
    }
    t.strictSame(passed, [], `${Math.ceil(pdf.length / 97)} bytes of ${pdf.length}`)
    const attached = pdf.indexOf('已更新')
    t.ok(attached > 0, 'the certificate stands in it as it is')
    const forged = Buffer.from(pdf)
    forged.write('未', attached)
    t.match(run(t, forged), { status: 1, stdout: /^✗ PDF 的签名不符：内容在签名之后被改动/ })
    const more = Buffer.concat([pdf, Buffer.from('1 0 obj\n<<>>\nendobj\n')])
    t.match(run(t, more), { status: 1, stdout: /^✗ 不是本系统出具的 PDF/ })
    t.match(run(t, Buffer.from(`?${pdf.toString('latin1')}`)), {
      status: 1,
      stdout: /^✗ 不是完整的 JSON/,
    })
    t.match(run(t, pdf, 'no key'), { status: 1, stdout: /^✗ PDF 的公钥文件中没有/ })
  })

  await t.test('S11 whoever may not read the one may not read the other', async (t) => {
    const paths = { id: closed }
    const people = [
      office.member(0),
      office.member(1),
      office.officer('inspector'),
      office.officer('auditor'),
      office.officer('admin'),
    ]
    const statuses = await Promise.all(
      people.map(async (who) => {
        const json = await as(who)(operations.getFindingCertificate, { params: paths })
        const pdf = await get(ofFinding, who)
        t.equal(pdf.statusCode, json.status)
        if (json.status === 200) {
          t.strictSame((await readPdf(pdf.rawPayload)).files[0]?.text, json.text)
        }
        return json.status
      }),
    )
    t.strictSame([statuses[0], statuses[1], statuses[4]], [200, 404, 403])
    t.equal((await get(ofFinding, null)).statusCode, 401)
    t.equal((await get(ofNotice, office.officer('admin'))).statusCode, 403)
    t.equal((await get(`${ofFinding}?format=json`)).statusCode, 400)
  })

  await t.test('a notice’s is given when all of it has ended', async (t) => {
    t.match((await get(ofNotice)).json(), { code: 'NOT_SETTLED' })
    const own = await get(ofNotice, office.member(0))
    const partial = (await readPdf(own.rawPayload)).text
    t.match(partial, '仅就持证单位可查阅的1个问题：均已办结，不及通报的其他问题')
    const withdrawal = { reason_code: 'false_alarm', grounds: '经核实不属实' }
    await act(as(office.officer('office.leader')), other, 'withdraw', withdrawal)
    const { headers, rawPayload } = await get(ofNotice)
    t.match(headers['content-disposition'], encodeURIComponent('办结证明 关于检查情况的通报.pdf'))
    const { text } = await readPdf(rawPayload)
    t.match(text, '通报的2个问题均已办结')
    t.match(text, '已撤销')
    t.match(run(t, rawPayload), { status: 0, stdout: /通报的 2 个问题均已办结/ })
    const withdrawn = await get(`/v1/findings/${other}/certificate.pdf`)
    const told = (await readPdf(withdrawn.rawPayload)).text
    t.match(told, '撤销原因误报依据经核实不属实')
    t.equal(run(t, withdrawn.rawPayload).status, 0)
  })

  await t.test('S54 erased words are not in it, and it says so', async (t) => {
    await office.owner.run(
      statement('update finding_event set texts = null, salt = null where finding_id = $1')(closed),
    )
    const { rawPayload } = await get(ofFinding)
    const { text } = await readPdf(rawPayload)
    t.notMatch(text, '无人维护')
    t.match(text, '文字（原文已清除）')
    t.equal(run(t, rawPayload).status, 0)
  })
})

t.test('without a signing key there is none', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY), signer: null })
  const { findings } = await issuedFindings(server)
  const url = `/v1/findings/${findings[0]}/certificate.pdf`
  const answer = await sent(server, url, server.office.officer('office.handler'))
  t.match(answer.json(), { code: 'UNAVAILABLE' })
})

/** Asked for as somebody; null has no token. */
async function sent({ app, token }: TestServer, url: string, who: Principal | null) {
  const headers = who === null ? {} : { authorization: `Bearer ${await token(who)}` }
  return app.inject({ method: 'GET', url, headers })
}

/** The script as a stranger runs it: with two files and nothing else. */
function run(t: Test, pdf: Buffer, key = SIGNER?.public_key ?? '') {
  const folder = t.testdir({ 'certificate.pdf': pdf, 'key.pem': key })
  const files = ['certificate.pdf', 'key.pem'].map((name) => join(folder, name))
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, ...files], {
    encoding: 'utf8',
    env: {},
  })
  return { status, stdout }
}

/** The script as a module. */
async function script() {
  return (await import(SCRIPT)) as {
    certificateIn: (bytes: Buffer, key: string) => { text?: string; fault?: string }
  }
}
