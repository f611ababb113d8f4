import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { openAddingDoor } from './door.js'
import { sqlmapProgram } from './programs.js'
import type { Scan, ScanPlace } from './scan.js'
import { type Target, targetsIn, textOf } from './targets.js'

/**
 * What sqlmap said of one request's places; `unclear` where it ended in another way than these two, `refused` where
 * the request as it is has no good answer, so that whatever stands behind it was never reached.
 */
type Verdict = 'injectable' | 'not' | 'unclear' | 'refused'

const CLEAN = /all tested parameters do not appear to be injectable/
const FOUND = /sqlmap identified the following injection point|Parameter: .+ \(.+\)\n\s+Type: /
const WITHIN_MS = 420_000
const AT_ONCE = 2
/** Boolean, error, union, stacked and time: all but inline queries, which Postgres has none of. */
const HOW = [
  ...['--batch', '--disable-coloring', '--flush-session', '--dbms=PostgreSQL', '--technique=BEUST'],
  ...['--level=2', '--risk=1', '--time-sec=2', '--skip-waf', '--timeout=20', '--retries=1'],
  // An answer of ours that refuses is no reason for it to stop.
  ...['--ignore-code=400,401,403,404,405,406,409,412,413,415,422,428,429,503'],
]

/** S26: sqlmap over the places of ten routes; and over a place that is injectable, or its silence would prove nothing. */
export const scanInjection: Scan = async (place) => {
  const found = await sqlmapProgram(place)
  if ('reason' in found) return { held: null, said: found.reason }
  const self = await selfCheck(place, found.path)
  if (self !== 'injectable')
    return { held: false, said: `sqlmap 连故意留的注入点也没有发现（${self}）` }
  const targets = await targetsIn(place)
  const verdicts = new Map<string, Verdict>()
  const answers = new Map<number, number>()
  const waiting = [...targets]
  const lane = async () => {
    for (let target = waiting.shift(); target && !place.stop.aborted; target = waiting.shift()) {
      const door = await openAddingDoor(place.system.api, target.token)
      try {
        const verdict = (await isAnswered(door.address, target))
          ? await sqlmap(place, found.path, door.address, target)
          : 'refused'
        verdicts.set(target.name, verdict)
        place.say(`  ${verdict === 'not' ? '✓' : '✗'} ${target.name}`)
      } finally {
        await door.close()
      }
      for (const [status, count] of door.answers)
        answers.set(status, (answers.get(status) ?? 0) + count)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const bad = targets.flatMap(({ name }) => {
    const verdict = verdicts.get(name) ?? 'unclear'
    return verdict === 'not' ? [] : [`${name}（${verdict}）`]
  })
  const count = (least: number, most: number) =>
    [...answers].reduce(
      (sum, [status, n]) => (status >= least && status <= most ? sum + n : sum),
      0,
    )
  const broken = count(500, 502) + count(504, 599)
  const requests = count(0, 599)
  const said = `sqlmap 扫描 ${targets.length} 处，共 ${requests} 次请求（2xx ${count(200, 299)}，4xx ${count(400, 499)}，503 ${count(503, 503)}，其他 5xx ${broken}）`
  const worked = count(200, 299) > targets.length
  return {
    held: bad.length === 0 && broken === 0 && worked,
    said: `${said}：${bad.length === 0 ? '无注入点' : `未通过 ${bad.join('、')}`}；自检的注入点已被发现`,
  }
}

/** Whether the request without anything tried in it is one that does what it asks for. */
async function isAnswered(
  address: string,
  { path, method, headers = {}, body }: Omit<Target, 'token'>,
): Promise<boolean> {
  const plain = Object.entries(headers).map(([name, value]) => [name, textOf(value, 'left out')])
  const answer = await fetch(`${address}${textOf(path, 'left out')}`, {
    method: method ?? 'GET',
    headers: Object.fromEntries(plain),
    ...(body === undefined ? {} : { body: textOf(body, 'left out') }),
  })
  await answer.arrayBuffer()
  return answer.ok
}

function sqlmap(
  { system }: ScanPlace,
  program: string,
  address: string,
  { name, path, method, headers = {}, body }: Omit<Target, 'token'>,
): Promise<Verdict> {
  const output = join(system.folder, 'sqlmap', name.replaceAll(/\W+/g, '-'))
  const lines = Object.entries(headers).map(([key, value]) => `${key}: ${value}`)
  const args = [
    ...[program, ...HOW, `--output-dir=${output}`, '-u', `${address}${textOf(path, 'kept')}`],
    ...(method ? [`--method=${method}`] : []),
    ...(body ? [`--data=${textOf(body, 'kept')}`] : []),
    ...(lines.length > 0 ? [`--headers=${lines.join('\\n')}`] : []),
  ]
  return new Promise((resolve) => {
    execFile('python3', args, { timeout: WITHIN_MS, maxBuffer: 2 ** 26 }, (_error, said) => {
      resolve(FOUND.test(said) ? 'injectable' : CLEAN.test(said) ? 'not' : 'unclear')
    })
  })
}

/** Whether it finds the place that is meant to be found: words of the address put into a statement as they came. */
async function selfCheck(place: ScanPlace, program: string): Promise<Verdict> {
  const pool = new pg.Pool({ connectionString: place.system.owner, max: 4 })
  const server = createServer((asked, told) => {
    const name = new URL(asked.url ?? '', 'http://x').searchParams.get('name') ?? ''
    pool.query(`select id, name from unit where name = '${name}'`).then(
      ({ rows }) => told.end(JSON.stringify(rows)),
      (error: unknown) => told.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  try {
    const known = { name: 'self-check', path: '/?name=x' }
    return await sqlmap(place, program, `http://127.0.0.1:${port}`, known)
  } finally {
    server.closeAllConnections()
    server.close()
    await pool.end()
  }
}
