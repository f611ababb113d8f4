import { type AddressInfo, createServer } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startScanning } from '../../src/activities/scan-evidence.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import type { EvidenceStore } from '../../src/files/evidence-store.js'
import { filesIn, sha256 } from '../files/samples.js'
import { s3Server } from '../helpers/s3-server.js'
import { act } from './closing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { checkedProblem, newKey, testServer } from './support.js'
import { asks, entered, text, upload } from './uploads.js'

const s3 = await s3Server(t)
const server = await testServer(t, {
  ...{ units: 1, clock: instantOf(MONDAY), bucket: s3.bucket },
  settings: { maxUnitBytes: 1_000 },
})
const { office } = server
const who = office.member(0)
const { findings } = await issuedFindings(server, { findings: [line(office.units[0] ?? '')] })
const [finding = ''] = findings

t.test('S36 through the interface a bucket gives back what came, or nothing', async (t) => {
  const file = await entered(server, who, [text('整改后')])
  const key = `${file.sha256.slice(0, 2)}/${file.sha256.slice(2, 4)}/${file.sha256}`
  t.strictSame(await s3.keys(), [key])
  t.equal((await asks(server, who, file.sha256, 'HEAD')).statusCode, 200)
  const given = await asks(server, who, file.id)
  t.equal(given.statusCode, 200)
  t.equal(given.payload, '整改后')
  t.equal(Number(given.headers['content-length']), Buffer.byteLength('整改后'))

  await s3.ask('PUT', `/${key}`, '未整改')
  const refused = await asks(server, who, file.id)
  t.equal(checkedProblem(refused.headers, refused.json()).code, 'INTERNAL')
  t.notMatch(refused.payload, '未整改')
  await entered(server, who, [text('整改后')])
  t.equal((await asks(server, who, file.id)).payload, '整改后', 'uploaded again it is healed')
})

t.test('S30 what is refused at the end leaves nothing in the bucket', async (t) => {
  const before = await s3.keys()
  const key = newKey()
  const told = await upload(server, who, [text('一份')], key)
  t.equal(told.code, null)
  t.equal((await upload(server, who, [text('一份')], key)).text, told.text)
  t.equal((await upload(server, who, [text('另一份')], key)).code, 'KEY_REUSED')
  const both = await Promise.all([
    upload(server, who, [text('x'.repeat(700))]),
    upload(server, who, [text('y'.repeat(700))]),
  ])
  const codes = both.map(({ code }) => code ?? 'kept')
  t.same(new Set(codes), new Set(['kept', 'STORAGE_EXCEEDED']), 'one of them fits')
  t.equal((await s3.keys()).length, before.length + 2)
  t.strictSame(await filesIn(server.folder), [])
})

t.test(
  'S35 while the bucket is away answers go on, and nothing is claimed to be stored',
  async (t) => {
    const file = await entered(server, who, [text('截图')])
    await s3.stop()
    const began = performance.now()
    const sent = await upload(server, who, [text('新的')])
    t.match(sent, { status: 503, code: 'UNAVAILABLE', headers: { 'retry-after': '5' } })
    t.equal((await asks(server, who, file.id)).json().code, 'UNAVAILABLE')
    t.ok(performance.now() - began < 5_000, 'and told at once')
    const rows = sqlb
      .selectFrom('evidence')
      .select('id')
      .where('sha256', '=', sha256(Buffer.from('新的')))
    t.strictSame(await office.owner.run(rows), [])
    t.strictSame(await filesIn(server.folder), [])

    const answer = {
      ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
      ...{ evidence: [file.sha256], report: { on: '2022-09-05', report_number: '1号' } },
    }
    t.equal((await act(server.as(who), finding, 'respond', answer)).status, 200)
  },
)

t.test('S35 a bucket that was away puts no file off', async (t) => {
  const clamd = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (said) => socket.end(said.includes('PING') ? 'PONG\0' : 'stream: OK\0'))
  })
  await new Promise<void>((listening) => clamd.listen(0, '127.0.0.1', listening))
  t.teardown(() => clamd.close())
  let back = false
  const open: EvidenceStore['open'] = async (hash) =>
    back ? { size: 1, stream: Readable.from([Buffer.from('x')]) } : server.files.open(hash)
  const alarms: string[] = []
  const scanning = startScanning({
    ...{ pool: office.worker.pool, files: { open }, every: 20 },
    scanner: { address: `127.0.0.1:${(clamd.address() as AddressInfo).port}` },
    alarm: (message) => alarms.push(message),
  })
  t.teardown(() => scanning.stop())
  const judged = sqlb.selectFrom('evidence').select('id').where('scan_state', '=', 'clean')
  const all = await office.owner.run(sqlb.selectFrom('evidence').select('id'))
  for (let i = 0; i < 200 && alarms.length === 0; i += 1) await sleep(20)
  await sleep(100)
  t.strictSame(alarms, ['uploads are not scanned and stay closed'], 'said once, of no single file')
  t.strictSame(await office.owner.run(judged), [])
  back = true
  for (let i = 0; i < 200 && (await office.owner.run(judged)).length < all.length; i += 1)
    await sleep(20)
  t.equal((await office.owner.run(judged)).length, all.length, 'then all at once')
})
