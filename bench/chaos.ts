import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ownChildren } from '../src/local/children.js'
import { runMain } from '../src/local/main.js'
import { removeCluster } from '../src/local/postgres-reach.js'
import { ledgerOf, runFolderWithCache } from '../src/local/run-folder.js'
import { aborted, stopSignal } from '../src/local/stop-signal.js'
import { type ChaosArguments, readArguments } from './chaos/arguments.js'
import { figuresOf, passes, tell } from './chaos/report.js'
import { SCENARIOS } from './chaos/scenarios/index.js'
import { playScenario } from './chaos/scenarios/play.js'
import { playStorm } from './chaos/storm.js'
import { type Stand, startStand } from './harness/stand.js'

/**
 * `npm run chaos -- --minutes 30 --json`: kills every process of the system again and again under load and compares
 * afterwards everything with everything; `--scenario NAME` plays one thing that happens instead. Progress goes to
 * stderr; with `--json` the figures are the one line on stdout. Exit code 1 unless nothing was lost, doubled,
 * illegal or in disagreement, no process died by itself and a fifth of the work got through.
 */
const say = (line: string) => console.error(line)

await runMain(async () => {
  const asked = readArguments()
  // Whatever ends the run, from outside or by a failure, ends the load as well.
  const over = new AbortController()
  const ended = stopSignal()
  const stop = AbortSignal.any([ended, over.signal])
  const folder = await runFolderWithCache(resolve('.data'), 'chaos-')
  const children = ownChildren(ledgerOf(folder))
  try {
    say('正在启动 Postgres、Temporal、两个接口进程和两个工作进程 …')
    const options = { folder, cache: join(folder, 'cache'), say, signal: stop }
    const played = startStand(children, options).then(async (stand) => {
      try {
        return await play(stand, asked, stop)
      } finally {
        await stand.sink.close()
      }
    })
    played.catch(() => undefined)
    const result = await Promise.race([played, aborted(ended)])
    if (!result) return 130
    if (asked.json) console.log(JSON.stringify(result.figures))
    if (!result.good) say(`全部日志和流水在 ${folder}`)
    return result.good ? 0 : 1
  } finally {
    over.abort()
    await children.stopAll()
    await removeCluster(join(folder, 'postgres'))
    rmSync(join(folder, 'temporal'), { recursive: true, force: true })
  }
})

/** Plays what was asked for, tells it to people, and answers with its figures. */
async function play(
  stand: Stand,
  { scenario, minutes, findings, rate, away }: ChaosArguments,
  stop: AbortSignal,
): Promise<{ figures: object; good: boolean }> {
  const chosen = scenario === null ? undefined : SCENARIOS[scenario]
  if (chosen) {
    const scale = {
      ...chosen.scale,
      findings: findings ?? chosen.scale.findings,
      away: away ?? chosen.scale.away,
    }
    const { figures, wrong } = await playScenario(stand, { ...chosen, scale }, { say, stop })
    for (const [name, value] of Object.entries(figures)) say(`  ${name}：${value}`)
    for (const line of wrong) say(`  ✗ ${line}`)
    return { figures: { scenario, ...figures, wrong: wrong.length }, good: wrong.length === 0 }
  }
  const short = minutes < 2
  const result = await playStorm(stand, {
    ...{ seconds: minutes * 60, perSecond: rate, findings: findings ?? 300, settle: 300_000 },
    calm: short ? 20 : 60,
    ...{ freeze: short ? 5_000 : 30_000, pause: short ? 1_000 : 10_000 },
    ...{ say, stop },
  })
  tell(result, say)
  return { figures: figuresOf(result), good: passes(result) }
}
