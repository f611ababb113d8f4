import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import t from 'tap'
import { chainHash } from '../../src/commands/chain-hash.js'
import { certificateOperations as operations } from '../../src/contracts/certificates.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { statement } from '../../src/db/handle.js'
import { canonicalText, linkEvent, type RecordedEvent } from '../../src/domain/chain.js'
import { instantOf } from '../../src/domain/instant.js'
import { newSigningKey, signerOf } from '../../src/proof/key.js'
import { asOwner } from '../db/support.js'
import { act, closeFinding } from './closing.js'
import { issuedFindings, MONDAY } from './notice.js'
import { SIGNER, testServer } from './support.js'

const SCRIPT = resolve('src/proof/verify-certificate.mjs')
const KEY = SIGNER?.public_key ?? ''

t.test('certificates of a finding and of its notice', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings, notice_id } = await issuedFindings(server)
  const [closed = '', other = ''] = findings
  const handler = as(office.officer('office.handler'))
  const reporter = as(office.member(0))
  const ofFinding = (send = handler, id = closed) =>
    send(operations.getFindingCertificate, { params: { id } })
  const ofNotice = (send = handler) =>
    send(operations.getNoticeCertificate, { params: { id: notice_id } })
  const { faultIn } = await script()
  /** The script as a stranger runs it: with two files and nothing else. */
  const run = (text: string, key = KEY) => {
    const folder = t.testdir({ 'certificate.json': text, 'key.pem': key })
    const files = ['certificate.json', 'key.pem'].map((name) => join(folder, name))
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, ...files], {
      encoding: 'utf8',
      env: {},
    })
    return { status, stdout }
  }

  t.equal((await ofFinding()).code, 'NOT_SETTLED', 'an open finding has none')
  const end = await closeFinding(server, closed)
  t.equal(end.body.finding.state, 'closed')
  // What its unit may read hangs on what it may not.
  await act(handler, closed, 'comment', { text: '请保持更新', audience: 'unit' })
  const { text, body } = await ofFinding()

  await t.test('S52 a closed finding’s is checked offline, by the script alone', async (t) => {
    const { status, stdout } = run(text)
    t.match(stdout, /✓ 证明属实[\s\S]*演练[\s\S]*已销号/)
    t.equal(status, 0)
    t.match(body, {
      ...{ kind: 'finding', rehearsal: true, finding: { id: closed, state: 'closed' } },
      ending: { type: 'closed', role: 'office.reviewer' },
    })
    t.equal(body.ending.person_id, office.officer('office.reviewer').person_id)
    const grounds = body.events.filter(({ seq }) => body.grounds.includes(seq))
    const types = grounds.map(({ canonical }) => (JSON.parse(canonical) as { type: string }).type)
    t.strictSame(types, ['report_registered', 'responded', 'accepted'])
    t.equal(body.evidence.length, 1)
    t.equal(run(JSON.stringify(body, null, 2)).status, 0, 'however it is laid out')
  })

  await t.test('S52 one changed byte, or another key, and it is refused', async (t) => {
    t.equal(faultIn(text, KEY), null)
    const bytes = Buffer.from(text)
    const passed: number[] = []
    for (let at = 0; at < bytes.length; at += 17) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      if (faultIn(changed.toString('utf8'), KEY) === null) passed.push(at)
    }
    t.strictSame(passed, [], `${Math.ceil(bytes.length / 17)} bytes of ${bytes.length}`)
    const at = text.indexOf('已更新')
    const refused = run(`${text.slice(0, at)}未${text.slice(at + 1)}`)
    t.match(refused, { status: 1, stdout: /签名不符/ })
    const stranger = signerOf(newSigningKey())?.public_key ?? ''
    t.match(run(text, stranger), { status: 1, stdout: /另一把密钥/ })
  })

  await t.test('S52 whoever signed it, what contradicts its own events is refused', async (t) => {
    const { signature: _signature, ...signed } = body
    const sent = (other: object) => {
      const lie = { ...signed, ...other }
      const signature = SIGNER?.sign(canonicalText(lie))
      return faultIn(JSON.stringify({ ...lie, signature }), KEY)
    }
    t.equal(sent({}), null)
    t.match(sent({ finding: { ...signed.finding, state: 'withdrawn' } }), '状态')
    t.match(sent({ grounds: [999] }), '第999条')
    t.match(sent({ grounds: [signed.ending.seq + 1] }), '依据')
    const { verification } = signed
    const by = { ...verification, person_id: signed.ending.person_id }
    t.match(sent({ verification: by }), '核实')
    t.match(sent({ verification: signed.ending }), '核实', 'nor is the ending a ground of itself')
    const after = (type: 'reopened' | 'revoked') => {
      const { seq, hash } = signed.chain.head
      const said = { ...(JSON.parse(signed.events.at(-1)?.canonical ?? '') as RecordedEvent) }
      const event = { ...said, type, seq: seq + 1, texts: null } as RecordedEvent
      const origin = { office_id: signed.office.id, notice_id, finding_id: closed }
      const link = linkEvent(chainHash('sha256'), origin, event, 'n', hash)
      const more = { seq: seq + 1, hash: link.hash, canonical: link.canonical }
      return {
        chain: { ...signed.chain, head: { seq: seq + 1, hash: link.hash } },
        events: [...signed.events, { ...more, texts: null, salt: null }],
      }
    }
    t.match(sent(after('reopened')), '重新列入台账')
    t.match(sent(after('revoked')), '已撤销')
    t.equal(sent({ ...after('revoked'), revoked: true }), null)
  })

  await t.test('keys that are none, are missing or were others before', async (t) => {
    t.match(run(text, 'no key'), { status: 1, stdout: /^✗ 公钥文件中没有/ })
    const alone = spawnSync(process.execPath, [SCRIPT, SCRIPT, 'nowhere.pem'], { encoding: 'utf8' })
    t.match(alone, { status: 1, stdout: /^✗ 读不到 nowhere.pem/, stderr: '' })
    const former = signerOf(newSigningKey())?.public_key ?? ''
    t.equal(run(text, `${former}${KEY}`).status, 0)
    const title = '通报\u001b[2J\u202e甲'
    const turned = JSON.stringify({ ...body, notice: { ...body.notice, title } })
    t.match((await script()).summaryOf(turned)[0], '《通报[2J甲》')
  })

  await t.test(
    'S11 its unit’s shows what the unit may read, and nothing of the rest',
    async (t) => {
      const theirs = await ofFinding(reporter)
      t.equal(run(theirs.text).status, 0)
      const types = ({ events }: typeof body) =>
        events.map(({ canonical }) => (JSON.parse(canonical) as { type: string }).type)
      t.ok(types(body).includes('lookbacks_planned'), 'the office knows when it looks again')
      t.notOk(types(theirs.body).includes('lookbacks_planned'))
      // What it may read hangs on the hash of what is planned: by that alone its days cannot be guessed.
      const hidden = body.events.filter(({ canonical }) => canonical.includes('lookbacks_planned'))
      const { text: history } = await reporter(findingOperations.listFindingEvents, {
        params: { id: closed },
      })
      t.ok(hidden.length === 1 && history.includes(hidden[0]?.hash ?? '-'))
      for (const { canonical } of hidden) {
        const { nonce } = JSON.parse(canonical) as { nonce: string }
        t.match(nonce, /^[0-9a-f]{32}$/)
        for (const known of [theirs.text, history]) t.notMatch(known, nonce)
      }
      t.equal((await ofFinding(as(office.member(1)))).status, 404)
    },
  )

  await t.test('S52 a notice’s is given when all of it has ended', async (t) => {
    t.equal((await ofNotice()).code, 'NOT_SETTLED')
    const own = await ofNotice(reporter)
    t.equal(own.body.findings.length, 1, 'of the reader’s own findings when those have')
    t.strictSame(own.body.scope, { whole: false, unit_ids: [office.units[0]] })
    const partial = run(own.text)
    t.match(partial, { status: 0, stdout: /仅就持证单位可查阅的 1 个问题/ })
    t.match(partial.stdout, office.units[0])
    const withdrawal = { reason_code: 'false_alarm', grounds: '经核实不属实' }
    const leader = as(office.officer('office.leader'))
    t.equal((await act(leader, other, 'withdraw', withdrawal)).body.finding.state, 'withdrawn')
    const whole = await ofNotice()
    t.strictSame(
      whole.body.findings.map(({ state }) => state),
      ['closed', 'withdrawn'],
    )
    t.strictSame(whole.body.findings[0]?.head, body.chain.head)
    t.strictSame(whole.body.scope, { whole: true, unit_ids: null })
    t.equal(whole.body.findings[0]?.closed_at, body.ending.effective_at)
    t.match(run(whole.text), { status: 0, stdout: /通报的 2 个问题均已办结/ })
    t.equal(faultIn(whole.text.replace('withdrawn', 'closed'), KEY)?.slice(0, 4), '签名不符')
  })

  await t.test('S52 a row that its whole record contradicts is not certified', async (t) => {
    const says = (what: string) =>
      asOwner(ownerUrl(office.url), `update finding set ${what} where id = '${closed}'`)
    for (const [lie, truth] of [
      ['revoked = true', 'revoked = false'],
      ["closed_at = closed_at - interval '1 day'", "closed_at = closed_at + interval '1 day'"],
    ] as const) {
      await says(lie)
      const told = [(await ofFinding()).code, (await ofNotice()).code]
      t.strictSame(told, ['INTERNAL', 'INTERNAL'], lie)
      await says(truth)
    }
    t.equal((await ofNotice()).status, 200)
  })

  await t.test('S54 erased words leave it checkable, and are not in it', async (t) => {
    await office.owner.run(
      statement('update finding_event set texts = null, salt = null where finding_id = $1')(closed),
    )
    const erased = await ofFinding()
    t.notMatch(erased.text, /无人维护/)
    t.equal(run(erased.text).status, 0)
  })

  await t.test('S52 of a record that was touched there is none', async (t) => {
    const forged = `update finding_event set data = data || '{"a": 1}'
      where finding_id = '${closed}' and seq = 1`
    const guard = (how: string) => `alter table finding_event ${how} trigger user`
    await asOwner(ownerUrl(office.url), [guard('disable'), forged, guard('enable')].join(';'))
    t.equal((await ofFinding()).code, 'INTERNAL')
  })
})

t.test('without a signing key there are no certificates', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY), signer: null })
  const { findings } = await issuedFindings(server)
  const handler = server.as(server.office.officer('office.handler'))
  const asked = { params: { id: findings[0] ?? '' } }
  t.equal((await handler(operations.getFindingCertificate, asked)).code, 'UNAVAILABLE')
})

t.test('S52 a chain by SM3 goes on by SM3, whatever new ones are hashed by', async (t) => {
  t.equal(chainHash('sm3')('abc'), `sm3:${SM3_ABC}`)
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { api, officer } = server.office
  api.hash = chainHash('sm3')
  const { findings } = await issuedFindings(server)
  api.hash = chainHash('sha256')
  const [closed = ''] = findings
  await closeFinding(server, closed)
  const { text, body } = await server.as(officer('office.handler'))(
    operations.getFindingCertificate,
    { params: { id: closed } },
  )
  t.match(body.chain, { algorithm: 'sm3', head: { hash: /^sm3:[0-9a-f]{64}$/ } })
  t.equal((await script()).faultIn(text, KEY), null)
  const shorn = text.replaceAll('sm3:', '')
  t.match((await script()).faultIn(shorn, KEY), '签名不符')
})

/** The example of GB/T 32905. */
const SM3_ABC = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'

/** The script as a module. */
async function script() {
  return (await import(SCRIPT)) as {
    faultIn: (text: string, key: string) => string | null
    summaryOf: (text: string) => string[]
  }
}

/** The way in of the database's owner. */
function ownerUrl(worker: string): string {
  const url = new URL(worker)
  url.search = ''
  return url.href
}
