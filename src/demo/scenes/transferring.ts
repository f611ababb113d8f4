import type { ActOf } from '../plan.js'
import { type Placed, placed, type Stage } from '../stage.js'

/** A unit says that a finding is another's: the clock stands still, and the other one is asked. */
export async function askTransfer(stage: Stage, { numbers }: ActOf<'ask_transfer'>): Promise<void> {
  stage.tell.scene('单位申请调整责任单位')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const target = targetOf(stage, finding)
    const unit_id = stage.units.get(target) ?? ''
    const grounds = `该栏目由${target}主管，我单位仅提供技术支持。`
    await stage
      .unit(finding.unit, 'unit.signatory')
      .act(finding.id, 'request_transfer', { unit_id, grounds })
    stage.tell.say(`${finding.unit}申请将第${number}条（${finding.problem}）调整至${target}。`)
    stage.tell.detail(`时限暂停；同时征求${target}意见。`)
  }
}

/** The unit that is proposed says what it thinks, without seeing more than what it is asked. */
export async function giveView(stage: Stage, { numbers }: ActOf<'view'>): Promise<void> {
  stage.tell.scene('拟承接单位反馈意见')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const target = targetOf(stage, finding)
    const { transfer } = (await stage.office('handler').finding(finding.id)).finding
    if (!transfer) continue
    await stage.unit(target).giveView(transfer.id, { agrees: true, reason: '确由我单位主管。' })
    stage.tell.say(`${target}同意承接第${number}条。`)
  }
}

/** The handler proposes, another decides: the finding is served anew on the unit that takes it. */
export async function transfer(stage: Stage, { numbers }: ActOf<'transfer'>): Promise<void> {
  stage.tell.scene('调整责任单位')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const target = targetOf(stage, finding)
    const handler = stage.office('handler')
    const asked = (await handler.finding(finding.id)).finding.transfer
    if (!asked) continue
    const body = { verdict: 'granted', reason: '经核实，该栏目由承接单位主管。' } as const
    await handler.judge(asked.id, 'propose_decision', body)
    await stage.office('reviewer').judge(asked.id, 'decide_request', body)
    stage.findings.set(number, { ...finding, unit: target })
    await stage.unit(target).act(finding.id, 'acknowledge', {})
    stage.tell.say(
      `第${number}条由${finding.unit}调整至${target}，重新计算时限；${target}当即签收。`,
    )
  }
}

/** The first unit that signs at once, and another than the finding's. */
function targetOf({ cast, units }: Stage, { unit }: Placed): string {
  const others = [...cast.signs.first, ...units.keys()].filter((name) => name !== unit)
  return others[0] ?? unit
}
