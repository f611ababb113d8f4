import { setTimeout as sleep } from 'node:timers/promises'
import { judgeInTime } from '../audit/audit.js'
import { peopledOffice } from '../scene.js'
import { settle } from '../settle.js'
import type { Scenario } from './scenario.js'

const UNITS = 8
const MINUTE = 60_000
const SETTLE_MS = 600_000
const JUDGE_MS = 30_000

/**
 * The mail server is away while a real office opens: nothing is lost and nothing is said twice. Each unit had a slice
 * waiting for the opening, so each gets one mail when the server is back.
 */
export const mailAway: Scenario = async (scene, { away, findings }, say) => {
  const { stand, database, temporal } = scene
  await stand.sink.close()
  // The notice must be out before the office opens, so that the opening has something to say.
  const opens = Math.ceil((Date.now() + 30_000) / MINUTE) * MINUTE
  const size = { units: UNITS, findings, minutes: 240, urgent: false }
  const { office } = await peopledOffice(scene, opens - 1, size)
  say('邮件服务器不在，办公室即将开门')
  await sleep(Math.max(0, opens - Date.now()) + away * 1_000)
  const early = stand.sink.accepted.length
  await stand.sink.open()
  const { seconds, left } = await settle(database, SETTLE_MS)
  say(`邮件服务器回来后${seconds.toFixed(0)}秒全部寄出`)
  await scene.closeLedger()
  const { mismatches } = await judgeInTime(
    { stand, database, temporal, offices: [office], done: [], advances: [], stopping: [] },
    JUDGE_MS,
  )
  const units = stand.sink.accepted.filter(({ to }) => to.startsWith(`${office.prefix}unit-`))
  const doubled = units.length - new Set(units.map(({ to }) => to)).size
  return {
    figures: {
      units: UNITS,
      mails_to_units: units.length,
      doubled,
      sent_within_seconds: Math.round(seconds),
    },
    wrong: [
      ...(early > 0 ? [`${early}封邮件早于邮件服务器`] : []),
      ...(units.length === UNITS ? [] : [`${UNITS}家单位收到${units.length}封邮件`]),
      ...(doubled > 0 ? [`${doubled}封重复`] : []),
      ...left.map(({ what, count }) => `${what} ${count}`),
      ...mismatches,
    ],
  }
}
