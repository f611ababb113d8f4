import { addWorkingDays } from '../../domain/calendar.js'
import { localDateOf } from '../../domain/zone.js'
import type { ActOf } from '../plan.js'
import { placed, type Stage } from '../stage.js'
import { dayWords } from '../teller.js'

/** What cannot be fixed in time is promised, with a plan of dated steps. */
export async function promise(stage: Stage, { numbers }: ActOf<'promise'>): Promise<void> {
  stage.tell.scene('单位报送整改方案')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const unit = stage.unit(finding.unit)
    const evidence = [await unit.upload(`第${number}条方案.txt`, `演练：第${number}条整改方案`)]
    const fix_plan = planFrom(stage)
    await unit.act(finding.id, 'respond', {
      result: 'planned',
      cause: '栏目依托的旧平台停止维护，须迁移后才能彻底整改。',
      measures: '先行补充内容，平台迁移完成后彻底整改。',
      fix_plan,
      evidence,
    })
    const last = dayWords(fix_plan.fixed_by)
    stage.tell.say(`${finding.unit}报送第${number}条整改方案，承诺${last}前完成。`)
    for (const { on, text } of fix_plan.steps) stage.tell.detail(`${dayWords(on)}前：${text}`)
  }
}

/** The reviewer accepts the plan: it goes on, with the plan's last day as its due. */
export async function acceptPlan(stage: Stage, { numbers }: ActOf<'plan'>): Promise<void> {
  stage.tell.scene('同意限期整改')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const { finding: after } = await stage
      .office('reviewer')
      .act(finding.id, 'accept_plan', { ...planFrom(stage), conclusion: '方案可行，按期推进。' })
    const due = after.due ? dayWords(after.due.date) : ''
    stage.tell.say(`复核人同意第${number}条限期整改，转入持续整改，时限为${due}。`)
  }
}

function planFrom({ rules: { calendar }, now }: Stage) {
  const from = localDateOf(calendar.zone, now())
  const on = (days: number) => addWorkingDays(calendar, from, days)
  return {
    fixed_by: on(10),
    steps: [
      { on: on(4), text: '完成平台迁移测试' },
      { on: on(10), text: '完成迁移并核对全部内容' },
    ],
  }
}
