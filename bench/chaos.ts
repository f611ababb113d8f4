import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ownChildren } from '../src/local/children.js'
import { runMain } from '../src/local/main.js'
import { removeCluster } from '../src/local/postgres-reach.js'
import { isAlive } from '../src/local/processes.js'
import { aborted, stopSignal } from '../src/local/stop-signal.js'
import { TroubleError } from '../src/local/trouble.js'
import { figuresOf, passes, tell } from './chaos/report.js'
import { playStorm } from './chaos/storm.js'
import { startStand } from './harness/stand.js'

/**
 * `npm run chaos -- --minutes 30 --json`: kills every process of the system again and again under load and compares
 * afterwards everything with everything. Progress goes to stderr; with `--json` the figures are the one line on
 * stdout. Exit code 1 unless nothing was lost, doubled, illegal or in disagreement and a fifth of the work got through.
 */
const say = (line: string) => console.error(line)

await runMain(async () => {
  const { minutes, findings, rate, json } = readArguments()
  // Whatever ends the run, from outside or by a failure, ends the load as well.
  const over = new AbortController()
  const asked = stopSignal()
  const stop = AbortSignal.any([asked, over.signal])
  const folder = freshFolder()
  const children = ownChildren(join(folder, 'children.json'))
  try {
    say('正在启动 Postgres、Temporal、两个接口进程和两个工作进程 …')
    const options = { folder, cache: join(folder, 'cache'), say, signal: stop }
    const played = startStand(children, options).then(async (stand) => {
      try {
        return await playStorm(stand, {
          seconds: minutes * 60,
          perSecond: rate,
          findings,
          freeze: minutes < 2 ? 5_000 : 30_000,
          pause: minutes < 2 ? 1_000 : 10_000,
          settle: 300_000,
          say,
          stop,
        })
      } finally {
        await stand.sink.close()
      }
    })
    played.catch(() => undefined)
    const result = await Promise.race([played, aborted(asked)])
    if (!result) return 130
    tell(result, say)
    if (json) console.log(JSON.stringify(figuresOf(result)))
    if (!passes(result)) say(`全部日志和流水在 ${folder}`)
    return passes(result) ? 0 : 1
  } finally {
    over.abort()
    await children.stopAll()
    await removeCluster(join(folder, 'postgres'))
    rmSync(join(folder, 'temporal'), { recursive: true, force: true })
  }
})

function readArguments() {
  try {
    const options = {
      minutes: { type: 'string', default: '2' },
      findings: { type: 'string', default: '300' },
      rate: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
    } as const
    const { values } = parseArgs({ options, strict: true })
    const [minutes, findings] = [Number(values.minutes), Number(values.findings)]
    const rate = Number(values.rate)
    if (!(minutes > 0) || !(findings >= 50) || !(rate > 0)) throw new RangeError('no such run')
    return { minutes, findings, rate, json: values.json }
  } catch {
    throw new TroubleError(
      '用法：npm run chaos -- --minutes 30 --findings 300 --rate 50 --json。(unknown option)',
    )
  }
}

/** A folder for this run; those of runs that are over are removed. Downloads and bundles are shared with all others. */
function freshFolder(): string {
  const all = resolve('.data')
  mkdirSync(join(all, 'cache'), { recursive: true })
  for (const name of readdirSync(all)) {
    const pid = /^chaos-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(all, name), { recursive: true, force: true })
  }
  const folder = join(all, `chaos-${process.pid}`)
  mkdirSync(folder)
  symlinkSync(join(all, 'cache'), join(folder, 'cache'), 'junction')
  return folder
}
