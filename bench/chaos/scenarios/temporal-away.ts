import { setTimeout as sleep } from 'node:timers/promises'
import { judgeInTime } from '../audit/audit.js'
import { startAgain } from '../kills.js'
import { type Done, startLoad } from '../load.js'
import { peopledRehearsal } from '../scene.js'
import { settle } from '../settle.js'
import type { Scenario } from './scenario.js'

/** Seconds within which everything has to be told once Temporal is back. */
const CAUGHT_UP = 10
const SETTLE_MS = 120_000
const JUDGE_MS = 30_000

/** Temporal is away while people go on working: every command is answered as ever, and its return is hardly noticed. */
export const temporalAway: Scenario = async (scene, { away, findings, perSecond }, say) => {
  const { stand, database, temporal, caller } = scene
  const { office, targets } = await peopledRehearsal(scene, { units: 15, findings, minutes: 1 })
  await stand.temporal.kill()
  say(`Temporal 停了，压力照旧${away}秒`)
  const load = startLoad(caller, targets, { perSecond, name: 'storm' })
  await sleep(away * 1_000)
  await load.stop()
  await startAgain(stand.temporal)
  const { seconds, left } = await settle(database, SETTLE_MS)
  say(`Temporal 回来后${seconds.toFixed(1)}秒全部补告`)
  await scene.closeLedger()
  const { done } = load
  const verdict = await judgeInTime(
    { stand, database, temporal, offices: [office], done, advances: [], stopping: [] },
    JUDGE_MS,
  )
  const { lost, doubled, illegal, mismatches, workflows_checked } = verdict
  const failed = done.filter(hasFailed)
  return {
    figures: {
      commands: done.length,
      failed: failed.length,
      caught_up_seconds: Math.round(seconds * 10) / 10,
      workflows_checked,
    },
    wrong: [
      ...(done.length === 0 ? ['没有压力'] : []),
      ...failed.map(({ id, status, code }) => `${id}：${status} ${code ?? ''}`),
      ...(seconds > CAUGHT_UP ? [`补告用了${seconds.toFixed(1)}秒`] : []),
      ...left.map(({ what, count }) => `${what} ${count}`),
      ...[lost, doubled, illegal, mismatches].flat(),
    ],
  }
}

/** A command that was not answered at once by yes or no. */
function hasFailed({ attempts }: Done): boolean {
  return attempts.some(({ outcome }) => outcome === 'lost' || outcome >= 500)
}
