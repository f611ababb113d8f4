import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDoor } from '../../../bench/speed/drive/door.js'
import { draftNotices } from '../../../bench/speed/rivals/zhenggai.js'
import { createClient } from '../../../src/client/index.js'
import { evidenceOperations } from '../../../src/contracts/evidence.js'
import { accepts, poll } from '../../../src/local/ports.js'
import { docx, entry } from '../../files/zips.js'
import { debianProgram } from './programs.js'
import type { Scan, ScanPlace } from './scan.js'

/** No harm in it; the scanner is told that there is. */
const BAD = Buffer.from('整改扫描自检：这段文字被登记为有害文件。'.repeat(3))
const NAME = 'Zhenggai-Test'
const CLOSED = 'BEING_SCANNED'
const READY_MS = 60_000
const VERDICT_MS = 60_000

/** S35: a real clamd with a signature of ours: what is found stays closed, what is clean opens, and nobody waits for it. */
export const scanInfected: Scan = async (place) => {
  const program = await debianProgram('clamd', 'clamav-daemon', place)
  if ('reason' in program) return { held: null, said: program.reason }
  const wrong: string[] = []
  const expect = (what: string, is: boolean) => void (is || wrong.push(what))
  const unit = uploader(place)

  const before = {
    clean: await unit.uploads('干净.txt', Buffer.from('整改后的页面')),
    bad: await unit.uploads('有害.txt', BAD),
    packed: await unit.uploads(
      '有害.docx',
      docx(['整改说明'], [entry('word/media/note.txt', BAD)]),
    ),
  }
  for (const [name, { id }] of Object.entries(before))
    expect(`clamd 未启动时 ${name} 已可打开`, (await unit.opens(id)) === CLOSED)
  expect('clamd 未启动时不能提交反馈', await unit.answersWith(before.bad.sha256))

  const clamd = await startClamd(place, program.path)
  const begun = performance.now()
  const judged = async () =>
    (await unit.opens(before.clean.id)) === '200' &&
    (await unit.opens(before.bad.id)) !== CLOSED &&
    (await unit.opens(before.packed.id)) !== CLOSED
      ? true
      : undefined
  expect('一分钟内未全部判定', (await poll(judged, VERDICT_MS, 250)) === true)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  expect('干净的文件未放行', (await unit.opens(before.clean.id)) === '200')
  expect('有害的文件未拦下', (await unit.opens(before.bad.id)) === 'FILE_INFECTED')
  expect('压缩在文档里的有害文件未拦下', (await unit.opens(before.packed.id)) === 'FILE_INFECTED')

  await clamd.stop()
  const after = await unit.uploads('停后.txt', Buffer.from('clamd 停了以后'))
  await sleep(8_000)
  expect('clamd 停止后上传的文件已可打开', (await unit.opens(after.id)) === CLOSED)
  expect('clamd 停止后不能提交反馈', await unit.answersWith(after.sha256))
  expect('已放行的文件又不能打开', (await unit.opens(before.clean.id)) === '200')
  unit.close()
  const said = `真实的 clamd：启动后 ${seconds} 秒判定 3 个文件，有害的（含压缩在 docx 里的）拦下，干净的放行；停止后的留在隔离区，反馈照常提交`
  return wrong.length === 0 ? { held: true, said } : { held: false, said: wrong.join('；') }
}

/** What somebody of the first unit does. */
function uploader({ system, office }: ScanPlace) {
  const [unit] = office.units
  if (!unit) throw new Error('an office without units')
  const { token } = unit
  const client = createClient({ address: system.api, token })
  const door = openDoor(system.api, 1)
  return {
    async uploads(name: string, bytes: Buffer): Promise<{ id: string; sha256: string }> {
      const type = name.endsWith('.txt') ? 'text/plain' : DOCX
      const file = new File([Uint8Array.from(bytes)], name, { type })
      const asked = { body: { masked: 'true' } as const, file }
      return (await client(evidenceOperations.uploadEvidence, asked)).body
    },
    /** `200`, or the code of the refusal. */
    async opens(id: string): Promise<string> {
      const headers = { authorization: `Bearer ${token}` }
      const answer = await fetch(`${system.api}/v1/evidence/${id}`, { headers })
      const text = await answer.text()
      return answer.status === 200 ? '200' : (/"code":"(\w+)"/.exec(text)?.[1] ?? text)
    },
    /** Whether a finding is answered with this file: acknowledged, then answered. */
    async answersWith(evidence: string): Promise<boolean> {
      const [issue] = await draftNotices(door, { ...office, units: [{ ...unit, evidence }] }, 1, 1)
      const [life] = (await issue?.()) ?? []
      for (const step of life?.steps.slice(0, 2) ?? []) await step()
      return life !== undefined
    },
    close: () => void door.close(),
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function startClamd({ system, clamdPort }: ScanPlace, program: string) {
  const folder = join(system.folder, 'clamd')
  mkdirSync(folder)
  const md5 = createHash('md5').update(BAD).digest('hex')
  writeFileSync(join(folder, 'ours.hdb'), `${md5}:${BAD.length}:${NAME}\n`)
  const config = join(folder, 'clamd.conf')
  const lines = [
    ...[`TCPSocket ${clamdPort}`, 'TCPAddr 127.0.0.1', 'Foreground yes'],
    ...[`DatabaseDirectory ${folder}`, `TemporaryDirectory ${folder}`, 'StreamMaxLength 100M'],
  ]
  writeFileSync(config, `${lines.join('\n')}\n`)
  const child = system.children.start({
    ...{ name: 'clamd', command: program, args: ['-c', config], env: process.env },
    ...{ log: join(folder, 'clamd.log'), stopWith: 'SIGTERM', stopSeconds: 5, stopLast: false },
  })
  const ready = async () => (await accepts('127.0.0.1', clamdPort, 1_000)) || undefined
  if (await poll(ready, READY_MS, 250)) return child
  throw new Error(`clamd did not start: see ${child.log}`)
}
