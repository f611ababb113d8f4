import { addWorkingDays } from '../../domain/calendar.js'
import { GAP_LABELS } from '../../domain/checking/gaps.js'
import { localDateOf } from '../../domain/zone.js'
import type { BodyOf } from '../hands.js'
import type { ActOf } from '../plan.js'
import { type Placed, placed, type Stage } from '../stage.js'
import { dayWords, names } from '../teller.js'

/** Units answer in writing, finding by finding. */
export async function answer(stage: Stage, { numbers }: ActOf<'answer'>): Promise<void> {
  const late: number[] = []
  for (const number of numbers) {
    const finding = placed(stage, number)
    const unit = stage.unit(finding.unit)
    const evidence = [await unit.upload(`第${number}条佐证.txt`, `演练：第${number}条整改后页面`)]
    const { finding: after } = await unit.act(finding.id, 'respond', {
      ...fixed(stage, finding),
      evidence,
    })
    if ((after.round?.working_days_late ?? 0) > 0) late.push(number)
  }
  stage.tell.scene('单位报送整改情况')
  stage.tell.say(`${unitsOf(stage, numbers)}报送${numbers.length}条。`)
  if (late.length > 0)
    stage.tell.detail(`其中逾期报送${late.length}条：第${names(late.map(String), 12)}条。`)
}

/** An old item under a new date is passed off as an update. */
export async function cheat(stage: Stage, { numbers }: ActOf<'cheat'>): Promise<void> {
  stage.tell.scene('一条可疑的整改')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const unit = stage.unit(finding.unit)
    const evidence = [await unit.upload(`第${number}条更新.txt`, `演练：第${number}条更新截图`)]
    const measures = '已更新栏目内容，新增信息1条。'
    const body = { ...fixed(stage, finding), measures, evidence }
    const checked = await unit.check(finding.id, body)
    await unit.act(finding.id, 'respond', body)
    stage.tell.say(`${finding.unit}报送第${number}条“${finding.problem}”：${measures}`)
    const hints = names(checked.gaps.map(({ code }) => GAP_LABELS[code]))
    const verdict = checked.submittable ? '可以提交' : '不能提交'
    stage.tell.detail(
      `报送前自查：${verdict}；提示：${hints}。自查只看材料是否齐全，改没改好由复查认定。`,
    )
  }
}

/** An answer that came on paper is entered by the office; the day it arrived decides. */
export async function enterPaper(stage: Stage, { numbers }: ActOf<'enter_paper'>): Promise<void> {
  const { calendar } = stage.rules
  const received_on = addWorkingDays(calendar, localDateOf(calendar.zone, stage.now()), -1)
  const clerk = stage.office('second-handler')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const evidence = [await clerk.upload(`第${number}条来函扫描.txt`, `演练：第${number}条来函`)]
    const completed_on = received_on
    const body: BodyOf<'register_response'> = {
      ...fixed(stage, finding),
      completed_on,
      received_on,
      evidence,
    }
    await clerk.act(finding.id, 'register_response', body)
  }
  stage.tell.scene('纸质反馈由办公室代录')
  stage.tell.say(
    `${unitsOf(stage, numbers)}以公函反馈${numbers.length}条，经办人代录；以收到之日${dayWords(received_on)}为准，单位同时得到告知。`,
  )
}

function fixed(stage: Stage, { problem }: Placed) {
  return {
    result: 'fixed',
    cause: `日常检查不够，未及时发现“${problem}”。`,
    measures: '已按要求改正，并明确专人每周检查。',
    completed_on: localDateOf(stage.rules.calendar.zone, stage.now()),
  } as const
}

function unitsOf(stage: Stage, numbers: readonly number[]): string {
  return names([...new Set(numbers.map((number) => placed(stage, number).unit))])
}
