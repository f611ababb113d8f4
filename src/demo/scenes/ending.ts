import { RUNG_LABELS } from '../../domain/paper-labels.js'
import type { Placed, Stage } from '../stage.js'
import type { Tally, Waiting } from '../tally.js'
import { names } from '../teller.js'

/** One page for the leader: found, closed, overdue, veto, who never reported, and what waits for them. */
export function page(stage: Stage, tally: Tally, waiting: Waiting): void {
  const { tell } = stage
  const unitNames = new Map([...stage.units].map(([name, id]) => [id, name]))
  const unit = (id: string) => unitNames.get(id) ?? id
  const places = [...stage.findings.values()]
  tell.scene('一页纸')
  tell.say(
    `查出问题　　${tally.findings}条，交办${tally.dispatched}条，不派发${tally.findings - tally.dispatched}条`,
  )
  tell.say(`签收　　　　签收或以答复代签收${tally.acknowledged}条，视同签收${tally.deemed}条`)
  tell.say(`书面反馈　　${tally.responded}条，退回过${tally.returned}条`)
  tell.say(`已销号　　　${tally.closed}条`)
  const { extended, refused, upheld } = tally.requests
  tell.say(`申请审批　　同意延期${extended}条，不同意延期${refused}条，异议成立撤销${upheld}条`)
  const { passed, failed } = tally.lookbacks
  tell.say(`回头看　　　通过${passed}次，未通过${failed}次`)
  tell.say(`仍逾期　　　${tally.overdue}条`)
  tell.say(`单项否决　　${waiting.veto.found}条，未销号${waiting.veto.open}条`)
  tell.say(
    `逾期升级　　提醒${tally.rungs.reminder}条，催办${tally.rungs.urge}条，黄色督办${tally.rungs.yellow}条，红色督办${tally.rungs.red}条；起草单据${tally.slips_drafted}份`,
  )
  tell.say(`从未反馈　　${names(waiting.never_reported.map(unit), 10) || '无'}`)
  tell.say('等审签领导')
  for (const slip of waiting.slips)
    tell.detail(`${RUNG_LABELS[slip.rung]}待签发：${unit(slip.unit_id)}`)
  for (const finding of waiting.to_close) {
    tell.detail(`待销号：${described(places.find(({ id }) => id === finding.id))}`)
  }
  if (waiting.slips.length + waiting.to_close.length === 0) tell.detail('无')
}

function described(place: Placed | undefined): string {
  return place ? `${place.unit}第${place.number}条 ${place.problem}` : ''
}
