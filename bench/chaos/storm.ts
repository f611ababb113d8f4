import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readLedger } from '../harness/ledger.js'
import type { Stand } from '../harness/stand.js'
import { startAdvancing } from './advancing.js'
import { judgeInTime, type Verdict } from './audit/audit.js'
import { countActs } from './audit/facts.js'
import { bringUp, diedByThemselves, type Kind } from './kills.js'
import { type Load, startLoad } from './load.js'
import { round, type Stopping } from './rounds.js'
import { openScene, peopledOffice, peopledRehearsal, type Scene } from './scene.js'
import { settle } from './settle.js'

/** How long what is recorded may still disagree after everything has come to rest. */
const JUDGE_MS = 30_000

export interface StormPlan {
  /** For how long processes are killed at least; whole rounds are played. */
  seconds: number
  /** For how many seconds the same load is then run undisturbed, to compare with. */
  calm: number
  perSecond: number
  findings: number
  /** Milliseconds: a freeze, the longest pause between two blows, the longest wait for rest at the end. */
  freeze: number
  pause: number
  settle: number
  say: (line: string) => void
  /** Breaks the run off. */
  stop: AbortSignal
}

/** Everything counted in a run. */
export interface StormResult {
  verdict: Verdict
  happened: Partial<Record<Kind, number>>
  /** Processes that ended by SIGKILL, and backends. */
  kills: number
  storm: Stretch
  calm: Stretch
  /** Acts of the clock recorded while processes were killed. */
  acts_in_storm: number
  settled_in: number
  /** What no blow of ours explains: processes that died by themselves, rounds that could not be played to the end. */
  troubles: readonly string[]
  left: readonly { what: string; count: number }[]
}

/** A stretch of load: how long it was and what was acknowledged in it. */
export interface Stretch {
  seconds: number
  sent: number
  acknowledged: number
}

/** Load while everything dies, the same load while nothing does, then rest, then judgement. */
export async function playStorm(stand: Stand, plan: StormPlan): Promise<StormResult> {
  const { say } = plan
  const scene = await openScene(stand, plan.stop)
  const { database, temporal, caller } = scene
  try {
    const { offices, targets } = await prepare(scene, plan)
    const [rehearsal] = offices
    const advancing = startAdvancing(caller, rehearsal)
    const before = await countActs(database)
    say(`开始：每秒${plan.perSecond}条命令，${targets.length}条问题，边压边杀`)
    const rough = startLoad(caller, targets, { perSecond: plan.perSecond, name: 'storm' })
    const { happened, stopping, broken, seconds } = await rage(stand, plan, rough)
    const storm = stretch(rough, seconds)
    const acts_in_storm = (await countActs(database)) - before
    await rough.stop()
    say(`不再杀进程：同样的压力再跑${plan.calm}秒作对照`)
    const gentle = startLoad(caller, targets, { perSecond: plan.perSecond, name: 'calm' })
    await sleep(plan.calm * 1_000, undefined, { signal: plan.stop })
    const calm = stretch(gentle, plan.calm)
    caller.endBy(Date.now() + plan.settle)
    await gentle.stop()
    await advancing.stop()
    const { seconds: settled_in, left } = await settle(database, plan.settle)
    say(`${settled_in.toFixed(1)}秒后全部静止，开始对账`)
    const path = await scene.closeLedger()
    const done = [...rough.done, ...gentle.done]
    checkFile(path, done.length)
    const advances = advancing.started
    const evidence = { stand, database, temporal, offices, done, advances, stopping }
    const verdict = await judgeInTime(evidence, JUDGE_MS)
    const kills = countKills(stand)
    const troubles = [...diedByThemselves(stand), ...broken]
    return { verdict, happened, kills, storm, calm, acts_in_storm, settled_in, troubles, left }
  } finally {
    await scene.close()
  }
}

async function prepare(scene: Scene, plan: StormPlan) {
  const real = Math.floor(plan.findings / 5)
  const minutes = Math.ceil((plan.seconds * 2) / 60)
  const [play, office] = await Promise.all([
    peopledRehearsal(scene, { units: 15, findings: plan.findings - real, minutes }),
    peopledOffice(scene, Date.now() + 20_000, { units: 6, findings: real, minutes }),
  ])
  return {
    offices: [play.office, office.office] as const,
    targets: [...play.targets, ...office.targets],
  }
}

/** Rounds of kills until the time is over. A round that breaks is told of, and the next is played: the audit must come. */
async function rage(stand: Stand, plan: StormPlan, load: Load) {
  const happened: Partial<Record<Kind, number>> = {}
  const stopping: Stopping[] = []
  const broken: string[] = []
  const count = (kind: Kind) => {
    happened[kind] = (happened[kind] ?? 0) + 1
  }
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1_000
  do {
    try {
      await round(stand, plan, count, stopping)
    } catch (error) {
      const why = String(error)
      broken.push(why)
      plan.say(`这一轮中断：${why}`)
      await bringUp(stand)
    }
    plan.say(`${seconds().toFixed(0)}秒：已答复${acknowledged(load)}条，已杀${countKills(stand)}次`)
  } while (seconds() < plan.seconds && !plan.stop.aborted)
  return { happened, stopping, broken, seconds: seconds() }
}

function stretch(load: Load, seconds: number): Stretch {
  return { seconds, sent: load.done.length, acknowledged: acknowledged(load) }
}

function acknowledged({ done }: Load): number {
  return done.filter(({ status }) => status !== 'unknown' && status < 300).length
}

function countKills({ diary }: Stand): number {
  return diary.entries.filter(
    ({ name, what, signal }) =>
      (what === 'ended' && signal === 'SIGKILL') ||
      (what === 'SIGKILL' && name === 'postgres-backend'),
  ).length
}

/** The judgement rests on what is in memory; the file on the disk must hold the same commands. */
function checkFile(path: string, commands: number): void {
  const lines = readLedger(readFileSync(path, 'utf8')).filter(
    ({ sent, answered }) => answered !== null && !sent.id.startsWith('advance-'),
  )
  if (lines.length !== commands) throw new Error(`the ledger holds ${lines.length} of ${commands}`)
}
