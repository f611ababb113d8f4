import { addWorkingDays } from '../../domain/calendar.js'
import type { Verdict } from '../../domain/vocabulary.js'
import type { ActOf } from '../plan.js'
import { placed, type Stage } from '../stage.js'
import { dayWords } from '../teller.js'

/** A unit says that a finding is none: from then on its clock stands still. */
export async function dispute(stage: Stage, { numbers }: ActOf<'dispute'>): Promise<void> {
  stage.tell.scene('单位提出异议')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const { finding: after } = await stage
      .unit(finding.unit, 'unit.signatory')
      .act(finding.id, 'dispute', { grounds: '检查当日该内容已经改正，附截图说明。' })
    stage.tell.say(`${finding.unit}对第${number}条“${finding.problem}”提出异议。`)
    if (after.dispute?.pauses) stage.tell.detail('异议处理期间时限暂停，不催办。')
  }
}

/** The handler proposes, another decides: what was no fault is withdrawn. */
export async function uphold(stage: Stage, { numbers }: ActOf<'uphold'>): Promise<void> {
  stage.tell.scene('异议成立')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const handler = stage.office('handler')
    const { dispute } = (await handler.finding(finding.id)).finding
    if (!dispute) continue
    const body = { verdict: 'granted', reason: '经核对检查记录，检查当日内容已改正。' } as const
    await handler.judge(dispute.id, 'propose_decision', body)
    const { finding: after } = await stage
      .office('reviewer')
      .judge(dispute.id, 'decide_request', body)
    const ended = after.state === 'withdrawn' ? '予以撤销，不计入该单位问题数' : '未予撤销'
    stage.tell.say(`经办人拟办、复核人审批：第${number}条异议成立，${ended}。`)
  }
}

/** Units ask for more time, at the latest on the working day before the due. */
export async function askTime(stage: Stage, { numbers }: ActOf<'ask_time'>): Promise<void> {
  const { calendar } = stage.rules
  stage.tell.scene('单位申请延期')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const signatory = stage.unit(finding.unit, 'unit.signatory')
    const { due } = (await signatory.finding(finding.id)).finding
    if (!due) continue
    const new_date = addWorkingDays(calendar, due.date, 5)
    const progress = '正在协调承建单位，尚需时日。'
    const body = { new_date, reason_code: 'system_upgrade', progress } as const
    await signatory.act(finding.id, 'request_extension', body)
    stage.tell.say(`${finding.unit}申请将第${number}条延期至${dayWords(new_date)}。`)
  }
}

const REASONS: Readonly<Record<Verdict, string>> = {
  granted: '确需承建单位配合，同意。',
  refused: '属日常维护事项，应按期办结。',
}

/** The reviewer decides: granted, exactly the date that was asked for; refused, the time there was. */
export async function decideTime(
  stage: Stage,
  { numbers }: { numbers: readonly number[] },
  verdict: Verdict,
): Promise<void> {
  stage.tell.scene(verdict === 'granted' ? '同意延期' : '不同意延期')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const reviewer = stage.office('reviewer')
    const { extension } = (await reviewer.finding(finding.id)).finding
    if (!extension) continue
    const body = { verdict, reason: REASONS[verdict] }
    const { finding: after } = await reviewer.judge(extension.id, 'decide_request', body)
    const due = after.due ? dayWords(after.due.date) : ''
    stage.tell.say(
      `复核人${verdict === 'granted' ? '同意' : '不同意'}${finding.unit}第${number}条延期，时限为${due}。`,
    )
  }
}
