import { type Instant, plusMs, toEpoch } from '../../domain/instant.js'
import type { ActOf } from '../plan.js'
import { placed, type Stage } from '../stage.js'
import { names } from '../teller.js'

const MINUTE = 60_000

/** Units sign for their slices. */
export async function sign(stage: Stage, { units }: ActOf<'sign'>): Promise<void> {
  for (const unit of units) {
    await stage.unit(unit).signSlice(stage.notice_id, stage.units.get(unit) ?? '')
  }
  stage.tell.scene('签收')
  stage.tell.say(`${units.length}家单位签收：${names(units)}。`)
}

/** What was not signed for is deemed received, because delivery is proved. */
export async function deemed(stage: Stage): Promise<void> {
  const { cases } = await stage.record()
  const findings = cases.map(({ one }) => one.stored.finding)
  const counted = findings.filter((finding) => finding.receipt_deemed)
  const units = new Set(counted.map((finding) => finding.unit_id))
  stage.tell.scene('视同签收')
  stage.tell.say(
    `送达满${stage.rules.policy.deem_receipt_days}个工作日仍未签收、但邮件确已送达的${units.size}家单位（${counted.length}条），视同签收。`,
  )
}

/** Urgent findings: take down first, explain later. */
export async function takeDown(stage: Stage, { numbers }: ActOf<'take_down'>): Promise<void> {
  stage.tell.scene('紧急问题：先下架，后说明')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const unit = stage.unit(finding.unit)
    const evidence = [await unit.upload(`第${number}条下架.txt`, `演练：第${number}条已下架`)]
    const taken_down_at = plusMs(stage.now(), -15 * MINUTE)
    const { finding: after } = await unit.act(finding.id, 'report_takedown', {
      taken_down_at,
      evidence,
    })
    stage.tell.say(
      `${finding.unit}报告第${number}条已先行下架，距交办${minutesSince(after.served_at, taken_down_at)}分钟（限${stage.rules.policy.urgent.takedown_hours}小时）；书面说明的时限：${after.due?.date}。`,
    )
  }
}

/** From service until the content was down. */
function minutesSince(served_at: Instant | null, down: Instant): number {
  return served_at === null ? 0 : Math.round((toEpoch(down) - toEpoch(served_at)) / MINUTE)
}
