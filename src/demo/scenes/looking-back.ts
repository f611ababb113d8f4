import type { ActOf } from '../plan.js'
import { placed, type Stage } from '../stage.js'
import { dayWords, names } from '../teller.js'
import { retestAs } from './judging.js'

/** Re-tests whatever waits to be looked at again: what fell back fails, all else passes. Silent where nothing waits. */
export async function lookBack(stage: Stage, { failing }: ActOf<'look_back'>): Promise<void> {
  const { tell } = stage
  const waiting = await stage.office('inspector').lookbacks()
  if (waiting.length === 0) return
  const ids = new Set(waiting.map(({ id }) => id))
  const places = [...stage.findings.values()].filter(({ id }) => ids.has(id))
  const fallen = places.filter(({ number }) => failing.includes(number))
  const kept = places.filter((place) => !fallen.includes(place))
  tell.scene('回头看')
  const listed = names(
    places.map(({ number }) => String(number)),
    12,
  )
  tell.say(`销号后到了回头看时间的${places.length}条：第${listed}条。事先不通知单位。`)
  for (const { id, number, problem } of fallen) {
    await retestAs(stage, id, 'fail', '销号后又停止更新。')
    tell.say(`回头看：第${number}条（${problem}）销号后再次停更，监测单位复查未通过。`)
  }
  for (const { id } of kept) await retestAs(stage, id, 'pass', '页面保持正常，未见反弹。')
  if (kept.length > 0) tell.say(`${fallen.length > 0 ? '其余' : ''}${kept.length}条回头看通过。`)
}

/** What fell back is listed anew: the look-back that failed is evidence enough. */
export async function reopen(stage: Stage, { numbers }: ActOf<'reopen'>): Promise<void> {
  stage.tell.scene('重新列入台账')
  for (const number of numbers) {
    const { finding: after } = await stage
      .office('reviewer')
      .act(placed(stage, number).id, 'reopen', { reason: '回头看发现问题反弹。' })
    const due = after.due ? dayWords(after.due.date) : ''
    stage.tell.say(`复核人将第${number}条重新列入台账，时限为${due}。`)
  }
}
