import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Handle, statement } from '../../../src/db/handle.js'
import { judgeInTime } from '../audit/audit.js'
import { startAgain } from '../kills.js'
import { peopledRehearsal } from '../scene.js'
import { settle } from '../settle.js'
import type { Scenario } from './scenario.js'

/** Seconds within which every open finding waits again, however many there are. */
const WITHIN = 300
const LOOK = 500
const JUDGE_MS = 60_000

const NEWEST = statement<{ version: number }>(
  'select coalesce(max(wanted), 0)::float8 as version from workflow_sync',
)
const BEHIND = statement<{ count: number }>(
  `select count(*)::integer as count from workflow_sync s join finding f on f.id = s.subject_id
   where f.state not in ('draft', 'closed', 'withdrawn') and s.told <= $1`,
)

/** Temporal's database is deleted: the workers notice by themselves, and every open finding waits again. */
export const storeLost: Scenario = async (scene, { findings }, say) => {
  const { stand, database, temporal } = scene
  const { office } = await peopledRehearsal(scene, { units: 50, findings, minutes: 1 })
  say(`${findings}条问题已印发，等全部告知工作流`)
  const told = await settle(database, WITHIN * 1_000)
  const [newest] = await database.run(NEWEST())
  await stand.temporal.kill()
  rmSync(join(stand.folder, 'temporal'), { recursive: true, force: true })
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1_000
  await startAgain(stand.temporal)
  say('Temporal 的数据库已删除并重启')
  while ((await behind(database, newest?.version ?? 0)) > 0 && seconds() < WITHIN) await sleep(LOOK)
  const waiting_again = seconds()
  say(`${waiting_again.toFixed(0)}秒后全部重新等待`)
  const { left } = await settle(database, WITHIN * 1_000)
  await scene.closeLedger()
  const { mismatches, illegal, workflows_checked } = await judgeInTime(
    { stand, database, temporal, offices: [office], done: [], advances: [], stopping: [] },
    JUDGE_MS,
  )
  return {
    figures: {
      findings,
      first_told_seconds: Math.round(told.seconds),
      waiting_again_seconds: Math.round(waiting_again),
      workflows_checked,
    },
    wrong: [
      ...(waiting_again > WITHIN ? [`${WITHIN}秒内没有全部重新等待`] : []),
      ...(workflows_checked < findings ? [`只核对了${workflows_checked}个工作流`] : []),
      ...left.map(({ what, count }) => `${what} ${count}`),
      ...illegal,
      ...mismatches,
    ],
  }
}

/** Open findings whose workflow has not been told anything newer than this version. */
async function behind(h: Handle, version: number): Promise<number> {
  return (await h.run(BEHIND(version)))[0]?.count ?? 0
}
