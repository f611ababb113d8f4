import { type ProblemCode, wordsOf } from '../../contracts/errors.js'
import { needsLeader } from '../../domain/permissions.js'
import type { EventType } from '../../domain/vocabulary.js'
import { localDateOf } from '../../domain/zone.js'
import type { FindingAnswer } from '../hands.js'
import type { ActOf } from '../plan.js'
import { type Placed, placed, type Stage } from '../stage.js'
import { names } from '../teller.js'

/** The inspection tool looks again, then a handler who has not answered accepts. */
export async function accept(stage: Stage, { numbers }: ActOf<'accept'>): Promise<void> {
  const handler = stage.office('handler')
  for (const number of numbers) {
    const { id } = placed(stage, number)
    await retestAs(stage, id, 'pass', '页面已改正，内容真实。')
    await handler.act(id, 'begin_review', {})
    await handler.act(id, 'accept', { conclusion: '事实清楚，问题已解决，同意报复核。' })
  }
  stage.tell.scene('复查和初核')
  stage.tell.say(`监测单位复查${numbers.length}条均通过，经办人初核通过：第${listed(numbers)}条。`)
}

/** The re-test sees through a false update; it is returned with reasons. */
export async function returnFalse(stage: Stage, { numbers }: ActOf<'return'>): Promise<void> {
  const seen = '新增的1条与去年旧稿内容相同，仅改动了发布日期。'
  stage.tell.scene('旧稿新日期，被查出')
  for (const number of numbers) {
    const finding = placed(stage, number)
    await retestAs(stage, finding.id, 'fail', seen)
    const { finding: after } = await stage.office('handler').act(finding.id, 'return', {
      kind: 'substantive',
      reasons: ['false_report'],
      points: [{ claim: '已更新栏目内容，新增信息1条。', comment: `复查：${seen}` }],
    })
    stage.tell.say(`${finding.unit}第${number}条：复查未通过——${seen}`)
    stage.tell.say(
      `经办人退回整改（虚假整改），须在${after.due?.date}前重新报送；时限不因退回而推迟。`,
    )
  }
}

/** The stamped report is registered, and another person than accepted closes: for grave findings the leader. */
export async function close(stage: Stage, { numbers }: ActOf<'close'>): Promise<void> {
  const { zone } = stage.rules.calendar
  const on = localDateOf(zone, stage.now())
  const byLeader: number[] = []
  const refused = new Set<ProblemCode>()
  for (const number of numbers) {
    const finding = placed(stage, number)
    const before = await stage.office('handler').finding(finding.id)
    const own = before.allowed_actions.find(({ command }) => command === 'close')
    if (own?.code) refused.add(own.code)
    await stage
      .office('handler')
      .act(finding.id, 'register_report', { on, ...letterOf(stage, finding) })
    const grave = needsLeader('close', before.finding)
    if (grave) byLeader.push(number)
    await stage
      .office(grave ? 'leader' : 'reviewer')
      .act(finding.id, 'close', { conclusion: '经复核，整改属实，同意销号。' })
  }
  stage.tell.scene('登记盖章反馈，换人销号')
  stage.tell.say(
    `经办人登记盖章反馈后，复核销号${numbers.length}条：第${listed(numbers)}条；其中由初核以外的人销号的${await byAnother(stage, numbers)}条。`,
  )
  if (byLeader.length > 0) {
    stage.tell.detail(
      `其中单项否决和严重问题${byLeader.length}条由审签领导销号：第${listed(byLeader)}条。`,
    )
  }
  const reasons = [...refused].map((code) => wordsOf(code).title)
  stage.tell.detail(`经办人自己不能销号：${reasons.join('、')}。`)
}

/** How many of these were closed by somebody else than accepted them, by what is recorded. */
async function byAnother(stage: Stage, numbers: readonly number[]): Promise<number> {
  const { cases } = await stage.record()
  const ids = new Set(numbers.map((number) => placed(stage, number).id))
  const closed = cases.map(({ one }) => one).filter(({ stored }) => ids.has(stored.finding.id))
  return closed.filter(({ events }) => {
    const by = (type: EventType) => events.findLast((event) => event.type === type)?.actor.person_id
    return by('closed') !== undefined && by('closed') !== by('accepted')
  }).length
}

/** A re-test by the inspection tool: a fact, never a decision. */
export async function retestAs(
  stage: Stage,
  finding_id: string,
  result: 'pass' | 'fail',
  seen: string,
): Promise<FindingAnswer> {
  const body = { result, observed_at: stage.now(), seen }
  return stage.office('inspector').act(finding_id, 'record_retest', body)
}

function letterOf(stage: Stage, { unit }: Placed): { report_number: string } {
  const year = stage.now().slice(0, 4)
  return { report_number: `演练〔${year}〕${[...stage.units.keys()].indexOf(unit) + 1}号` }
}

function listed(numbers: readonly number[]): string {
  return names(numbers.toSorted((a, b) => a - b).map(String), 12)
}
