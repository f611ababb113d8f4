import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { startScanning } from '../../src/activities/scan-evidence.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { pendingFiles } from '../../src/db/evidence.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { act, closeFinding } from './closing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'
import { asks, entered, text } from './uploads.js'

const server = await testServer(t, {
  ...{ units: 2, clock: instantOf(MONDAY) },
  ...{ settings: { scanning: true }, findingBytes: 90 },
})
const { office } = server
const [first = '', second = ''] = server.office.units
const { findings } = await issuedFindings(server, {
  findings: [line(first), line(second), line(first)],
})

t.test(
  'S35 what is uploaded stays closed until it was found clean, and holds nothing up',
  async (t) => {
    const [finding = '', , open = ''] = findings
    const [who, reviewer] = [office.member(0), office.officer('office.reviewer')]
    const bad = await entered(server, who, [text('EICAR')])
    t.equal(bad.scan_state, 'pending')
    const closed = await closeFinding(server, finding)
    t.equal(closed.status, 200, 'answered, accepted and closed meanwhile')
    const refused = await asks(server, reviewer, bad.id)
    t.equal(refused.json().code, 'BEING_SCANNED')
    t.equal(refused.headers['retry-after'], '5')

    const states = async () => {
      const rows = sqlb
        .selectFrom('evidence')
        .select(['id', 'scan_state'])
        .where('uploaded_by', '=', who.person_id)
      return (await office.owner.run(rows)).map(({ scan_state }) => scan_state)
    }
    const alarms: string[] = []
    const scan = (address: string) =>
      startScanning({
        ...{ pool: office.worker.pool, files: server.files, scanner: { address }, every: 20 },
        alarm: (message) => alarms.push(message),
      })
    const away = scan('127.0.0.1:1')
    await until(async () => alarms.length > 0)
    await away.stop()
    t.same(await states(), ['pending', 'pending'], 'nobody to ask: they stay closed')
    t.same([...new Set(alarms)], ['uploads are not scanned and stay closed'])

    const clamd = await standIn(t)
    const scanning = scan(`127.0.0.1:${(clamd.address() as AddressInfo).port}`)
    await until(async () => !(await states()).includes('pending'))
    await scanning.stop()
    t.same((await states()).toSorted(), ['clean', 'infected'])
    t.equal((await asks(server, reviewer, bad.id)).json().code, 'FILE_INFECTED')
    const { body } = await server.as(reviewer)(findingOperations.listFindingRounds, {
      params: { id: finding },
    })
    const [file] = body.items[0]?.evidence ?? []
    t.equal((await asks(server, reviewer, file?.id ?? '')).statusCode, 200)
    // Of its own unit, and the finding is open: nothing but the file stands against it.
    const answer = {
      ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
      report: { on: '2022-09-05', report_number: '1号' },
    }
    const named = await act(server.as(who), open, 'respond', { ...answer, evidence: [bad.sha256] })
    t.equal(named.code, 'EVIDENCE_REQUIRED')
    const good = await entered(server, who, [text('已更新')])
    const other = await act(server.as(who), open, 'respond', { ...answer, evidence: [good.sha256] })
    t.equal(other.status, 200)
  },
)

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await done()); i += 1) await sleep(20)
}

const PING = Buffer.from('zPING\0')

/** Speaks as clamd does, hangs up on POISON and finds EICAR: what a real scanner finds is tried with a real one, outside. */
async function standIn(t: Test): Promise<Server> {
  const server = createServer((socket) => {
    let said = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      said = Buffer.concat([said, chunk])
      if (said.equals(PING)) socket.end('PONG\0')
      if (said.includes('POISON')) socket.destroy()
      if (!said.subarray(-4).equals(Buffer.alloc(4))) return
      socket.end(said.includes('EICAR') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => new Promise<void>((closed) => server.close(() => closed())))
  return server
}

t.test(
  'S35 a file that cannot be scanned holds up nobody, nor one unit’s many another',
  async (t) => {
    const states = async () => {
      const rows = sqlb.selectFrom('evidence').select(['name', 'scan_state'])
      return new Map((await office.owner.run(rows)).map((row) => [row.name, row.scan_state]))
    }
    const enters = (unit: number, name: string, content: string) =>
      entered(server, office.member(unit), [text(content, name)])
    await enters(0, 'poison.txt', 'POISON')
    const lost = await enters(0, 'lost.txt', 'its bytes have gone')
    await rm(join(server.folder, lost.sha256.slice(0, 2)), { recursive: true })
    await enters(0, 'third.txt', 'third')
    const before = sqlb.updateTable('evidence').set({ scan_state: 'unscanned' })
    await office.owner.run(before.where('id', '=', (await enters(0, 'fourth.txt', 'fourth')).id))
    const first = await enters(1, 'first.txt', 'of another unit')
    const turns = await pendingFiles(office.worker.pool, [], 4)
    t.equal(turns.indexOf(first.sha256) < 2, true, 'each unit in turn')
    const clamd = await standIn(t)
    const failed: unknown[] = []
    const scanning = startScanning({
      ...{ pool: office.worker.pool, files: server.files, every: 20 },
      scanner: { address: `127.0.0.1:${(clamd.address() as AddressInfo).port}` },
      alarm: (message, { sha256 }: { sha256?: string }) => failed.push([message, sha256]),
    })
    const clean = ['first.txt', 'third.txt', 'fourth.txt']
    const done = async () => {
      const now = await states()
      return clean.every((name) => now.get(name) === 'clean')
    }
    await until(done)
    // Also what comes to be stored without a scanner while this one runs.
    const late = await enters(1, 'late.txt', 'late')
    await office.owner.run(before.where('id', '=', late.id))
    await until(async () => (await states()).get('late.txt') === 'clean')
    await scanning.stop()
    const now = await states()
    t.same(
      [...clean, 'late.txt', 'poison.txt', 'lost.txt'].map((name) => now.get(name)),
      ['clean', 'clean', 'clean', 'clean', 'pending', 'pending'],
    )
    const told = 'an upload cannot be scanned and stays closed'
    const poison = createHash('sha256').update('POISON').digest('hex')
    t.same(failed, [
      [told, poison],
      [told, lost.sha256],
    ])
  },
)

t.test('S30 the files named for one finding take no more than they may', async (t) => {
  const [, finding = ''] = findings
  const who = office.member(1)
  const sizes = [60, 40, 30]
  const files = await Promise.all(
    sizes.map((size) => entered(server, who, [text('x'.repeat(size))])),
  )
  const [most = '', more = '', some = ''] = files.map(({ sha256 }) => sha256)
  const signatory = server.as(office.member(1, 'unit.signatory'))
  const disputes = (evidence: readonly string[]) =>
    act(signatory, finding, 'dispute', { grounds: '当日已更新', evidence })
  t.equal((await disputes([most, more])).code, 'STORAGE_EXCEEDED')
  t.equal((await disputes([most, some, some])).status, 200, 'each content once')
  const answer = {
    result: 'fixed',
    cause: '无人维护',
    measures: '已更新',
    completed_on: '2022-09-05',
  }
  const report = { on: '2022-09-05', report_number: '1号' }
  const responds = (evidence: readonly string[]) =>
    act(server.as(who), finding, 'respond', { ...answer, report, evidence })
  t.equal((await responds([more])).code, 'STORAGE_EXCEEDED', 'what the dispute named counts')
  t.equal((await responds([most])).status, 200)
})
