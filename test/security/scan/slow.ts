import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { openDoor } from '../../../bench/speed/drive/door.js'
import type { Latencies } from '../../../bench/speed/drive/histogram.js'
import { onSchedule } from '../../../bench/speed/drive/open-loop.js'
import { debianProgram } from './programs.js'
import type { Scan, ScanPlace } from './scan.js'
import { socketsIn } from './sockets.js'

const SOCKETS = 500
const MOST = 2
const PER_SECOND = 40
const SECONDS = 12
const TRIES = 2

/** One way of being slow: what slowhttptest is told, and how long it holds on (seconds). */
interface Way {
  readonly name: string
  readonly args: (place: ScanPlace) => readonly string[]
  readonly seconds: number
  /** Whether every socket has to be closed by us within that time. */
  readonly ends: boolean
}

/** A header's value that brings its own next lines: slowhttptest knows no header for tokens. */
const withToken = (value: string, token: string) => `${value}\r\nAuthorization: Bearer ${token}`

const WAYS: readonly Way[] = [
  {
    name: '慢请求头',
    seconds: 45,
    ends: true,
    args: ({ system }) => ['-H', '-i', '5', '-x', '24', '-u', `${system.api}/v1/findings`],
  },
  {
    name: '慢请求体',
    seconds: 135,
    ends: true,
    args: ({ system, office }) => [
      ...[
        '-B',
        '-t',
        'POST',
        '-i',
        '5',
        '-x',
        '10',
        '-s',
        '8192',
        '-u',
        `${system.api}/v1/previews`,
      ],
      ...['-f', withToken('application/json', office.handler.token)],
    ],
  },
  {
    name: '慢读取',
    seconds: 30,
    ends: false,
    args: ({ system, office }) => [
      ...['-X', '-w', '1', '-y', '64', '-n', '5', '-z', '8', '-k', '5'],
      ...['-u', `${system.api}/v1/indicators`],
      ...['-m', withToken('application/json', office.handler.token)],
    ],
  },
]

/** S21: 500 sockets that are slow in each way slowhttptest knows of; whoever is not waits less than twice as long. */
export const scanSlow: Scan = async (place) => {
  const program = await debianProgram('slowhttptest', 'slowhttptest', place)
  if ('reason' in program) return { held: null, said: program.reason }
  const said: string[] = []
  let held = true
  await healthy(place)
  for (const way of WAYS) {
    const came = await tried(place, program.path, way)
    held &&= came.held
    said.push(came.said)
    place.say(`  ${came.held ? '✓' : '✗'} ${came.said}`)
  }
  return { held, said: `slowhttptest ${SOCKETS} 个慢连接：${said.join('；')}` }
}

/** On a machine that has others to serve a ratio is tried anew before it counts. */
async function tried(place: ScanPlace, program: string, way: Way) {
  const ratios: number[] = []
  for (let left = TRIES; ; left -= 1) {
    const quiet = [await healthy(place)]
    const attack = slowly(place, program, way)
    // Until all are there.
    await sleep(5_000)
    const slow = await healthy(place)
    const { opened, leftOpen, last } = await attack
    quiet.push(await healthy(place))
    const usual = Math.max(...quiet.map((one) => one.at(99)))
    const ratio = slow.at(99) / usual
    ratios.push(ratio)
    const closed = !way.ends || leftOpen === 0
    const held = ratio < MOST && closed && opened >= SOCKETS * 0.9
    if (held || left === 1 || !closed) {
      const figures = `p99 ${usual.toFixed(1)} → ${slow.at(99).toFixed(1)} 毫秒（${ratios.map((one) => one.toFixed(2)).join('、')} 倍）`
      const ends = way.ends ? `，${way.seconds} 秒后仍开着 ${leftOpen}` : ''
      const why = opened === 0 ? `（${last}）` : ''
      return { held, said: `${way.name} ${opened} 个${why}，${figures}${ends}` }
    }
  }
}

/** What a caller waits for who is not slow: forty planned requests a second. */
async function healthy({ system, office }: ScanPlace): Promise<Latencies> {
  const door = openDoor(system.api, 1)
  const { token } = office.handler
  const ask = () => door.ask({ method: 'GET', path: '/v1/findings?limit=20', token })
  try {
    await ask()
    return await onSchedule(
      PER_SECOND,
      Array.from({ length: PER_SECOND * SECONDS }, () => ask),
    )
  } finally {
    await door.close()
  }
}

/** Runs it, and reads from the table it writes how many sockets it had, and how many were left at the end. */
async function slowly(place: ScanPlace, program: string, { args, seconds }: Way) {
  const table = join(place.system.folder, `slow-${crypto.randomUUID()}`)
  const own = ['-c', String(SOCKETS), '-r', '200', '-l', String(seconds), '-p', '3']
  const said = await new Promise<string>((resolve) => {
    const most = { timeout: (seconds + 60) * 1_000, maxBuffer: 2 ** 24 }
    const how = [...own, '-g', '-o', table, ...args(place)]
    execFile(program, how, most, (_error, stdout, stderr) => {
      resolve(stripVTControlCharacters(`${stdout}${stderr}`).trim())
    })
  })
  const sockets = socketsIn(await readFile(`${table}.csv`, 'utf8').catch(() => ''), said)
  return { ...sockets, last: said.split('\n').at(-1) ?? '' }
}
