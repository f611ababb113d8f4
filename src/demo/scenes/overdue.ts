import { skippedDays } from '../../domain/calendar.js'
import { closingOf } from '../../domain/hours.js'
import { isOverdue } from '../../domain/overdue.js'
import { needsLeader } from '../../domain/permissions.js'
import { localDateOf } from '../../domain/zone.js'
import type { ActOf } from '../plan.js'
import { placed, type Stage } from '../stage.js'
import { dayWords, names } from '../teller.js'
import { retestAs } from './judging.js'

/** On the day of the due: who was reminded, and how often. */
export async function dueDay(stage: Stage): Promise<void> {
  const { cases } = await stage.record()
  const events = cases.flatMap(({ one }) => one.events)
  const reminded = events.filter((event) => event.type === 'reminded')
  const waiting = new Set(reminded.map((event) => event.finding_id))
  const offsets = stage.rules.policy.reminder_offsets.map((days) =>
    days === 0 ? '到期当日' : `提前${-days}个工作日`,
  )
  stage.tell.scene('到期当日')
  stage.tell.say(
    `到今天为止，系统对${waiting.size}条发出临期提醒${reminded.length}次（${offsets.join('、')}）。`,
  )
}

/** Days off lie between the due and the first reminder after it: nobody is urged on any of them. */
export async function holiday(stage: Stage): Promise<void> {
  const { tell, rules } = stage
  const { cases, mails, now } = await stage.record()
  const open = cases.map(({ one }) => one.stored.finding).filter((one) => isOverdue(one, now))
  const due = open
    .map((finding) => finding.due?.date ?? '')
    .toSorted()
    .at(-1)
  const today = localDateOf(rules.calendar.zone, now)
  tell.scene('节后第一个工作日')
  if (!due) return tell.say('没有逾期的问题。')
  const last = open.find((finding) => finding.due?.date === due)?.due
  if (!last) return
  const silent = closingOf(rules.calendar, rules.hours, last.date)
  const between = mails.filter(
    ({ created_at }) =>
      created_at >= silent && localDateOf(rules.calendar.zone, created_at) < today,
  )
  tell.say(
    `${dayWords(last.date)}24:00到期，${open.length}条逾期。其间发出的邮件：${between.length}封。`,
  )
  const skipped = skippedDays(rules.calendar, last.date, today)
  for (const day of skipped) tell.detail(`${dayWords(day.date)} 不催：${day.why}`)
  const reminders = cases.flatMap(({ one }) =>
    one.events.filter((event) => event.type === 'climbed' && event.data.rung === 1),
  )
  tell.say(`今天是到期后第1个工作日，对${reminders.length}条发出逾期提醒。`)
  await explain(stage)
}

/** What the interface answers to why a due is what it is, and what comes next if nothing happens. */
async function explain(stage: Stage): Promise<void> {
  const { cast, tell, rules } = stage
  const number = [...stage.findings.values()].find(({ unit }) => unit === cast.laggard)?.number
  if (number === undefined) return
  const { explanation, coming } = await stage.office('handler').deadline(placed(stage, number).id)
  if (explanation)
    tell.say(
      `第${number}条的时限：${explanation.rule_label}（${explanation.words ?? '按规定计算'}）。`,
    )
  for (const next of coming) {
    const { working_days } = next.reason
    const day = dayWords(localDateOf(rules.calendar.zone, next.at))
    tell.detail(`仍不反馈的，${day}${next.label}（到期后第${String(working_days)}个工作日）`)
  }
}

/** The handler calls those who owe an answer; every call stays in the history. */
export async function call(stage: Stage, { numbers }: ActOf<'call'>): Promise<void> {
  const units = new Set<string>()
  for (const number of numbers) {
    const finding = placed(stage, number)
    units.add(finding.unit)
    const words = '已电话催促，对方答应尽快反馈。'
    await stage
      .office('handler')
      .act(finding.id, 'record_contact', { whom: `${finding.unit}联络员`, words })
  }
  stage.tell.scene('电话催促')
  stage.tell.say(`经办人致电${names([...units])}，共记录${numbers.length}次沟通。`)
}

/** The inspection tool finds a problem fixed that nobody has reported. */
export async function retest(stage: Stage, { numbers }: ActOf<'retest'>): Promise<void> {
  stage.tell.scene('改了，但没有反馈')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const { finding: after } = await retestAs(stage, finding.id, 'pass', '问题已不存在。')
    stage.tell.say(
      `监测单位复查：${finding.unit}第${number}条已改正，但单位没有反馈（复查${after.fixed === 'yes' ? '已改' : '未改'}、反馈${after.rounds}次）。`,
    )
  }
}

/** Overdue and yet fixed: closed as fixed, with the missing report on record. */
export async function closeUnreported(
  stage: Stage,
  { numbers }: ActOf<'close_unreported'>,
): Promise<void> {
  stage.tell.scene('已整改、未按要求反馈')
  for (const number of numbers) {
    const finding = placed(stage, number)
    const { finding: now } = await stage.office('handler').finding(finding.id)
    const conclusion = '复查已改，单位逾期未反馈，予以销号并记录在案。'
    await stage
      .office(needsLeader('close_unreported', now) ? 'leader' : 'reviewer')
      .act(finding.id, 'close_unreported', { conclusion })
    stage.tell.say(`${finding.unit}第${number}条销号，结论“已整改、未按要求反馈”，年终分开统计。`)
  }
}
