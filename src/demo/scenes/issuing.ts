import { wordsOf } from '../../contracts/errors.js'
import { localDateOf } from '../../domain/zone.js'
import { confirmedOf, draftOf } from '../../example/draft.js'
import { isDispatched } from '../../example/ledger.js'
import { type Draft, type Notice, problemCode } from '../hands.js'
import type { Stage } from '../stage.js'
import { dayWords, names } from '../teller.js'

/** The notice becomes findings beside their sentences; a trial; a handler may not issue; the leader does. */
export async function issue(stage: Stage): Promise<void> {
  const { tell, office, ledger } = stage
  tell.scene('通报变台账：逐条交办')
  const written = draftOf(
    ledger,
    { unit: (name) => stage.units.get(name) ?? null, asset: stage.asset },
    {
      signer_id: stage.leader_id,
      issued_on: localDateOf(stage.rules.calendar.zone, stage.now()),
      source_text: stage.source_text,
    },
  )
  const draft = await office('handler').draftNotice(written)
  stage.notice_id = draft.id
  tell.say(`经办人录入《${draft.title}》，共${draft.findings.length}条问题，逐条对照原文：`)
  for (const line of samples(draft.findings)) {
    tell.detail(`第${line.number}条［${line.category}］${subjectOf(stage, line)}：${line.problem}`)
    if (line.sentence) tell.detail(`　　原文：${line.sentence}`)
  }
  const confirmed = await confirm(stage, written)
  for (const line of confirmed.findings) place(stage, line)
  await tryOut(stage)
  const refused = await problemCode(office('handler').issue(draft.id))
  const before = await stage.mailFolder()
  tell.say(`经办人不能印发（${wordsOf(refused).title}）；此时发出的邮件：${before.length}封。`)
  const report = await office('leader').issue(draft.id)
  tell.say(`审签领导签发：${report.dispatched}条交办到${report.slices.length}家单位。`)
}

/** After the messages were gathered: one mail per unit. */
export async function served(stage: Stage): Promise<void> {
  const { mails } = await stage.record()
  const perUnit = new Map<string, number>()
  for (const { unit_id } of mails) {
    if (unit_id) perUnit.set(unit_id, (perUnit.get(unit_id) ?? 0) + 1)
  }
  const once = [...perUnit.values()].filter((count) => count === 1).length
  const files = await stage.mailFolder()
  const marked = files.filter((file) => file.marked)
  stage.tell.scene('分送：一家一封')
  stage.tell.say(
    `${perUnit.size}家单位收到通报中属于自己的部分，其中${once}家恰好一封；邮件${files.length}封，标明演练的${marked.length}封。`,
  )
}

/** What could bring a whole site down is for the leader to judge: nobody issues it unconfirmed. */
async function confirm(stage: Stage, written: Draft): Promise<Notice> {
  const leader = stage.office('leader')
  const unsure = written.findings.filter((line) => !line.severity_confirmed)
  if (unsure.length === 0) return leader.notice(stage.notice_id)
  const trial = await leader.tryIssue(stage.notice_id)
  stage.tell.say(`单项否决候选${trial.problems.length}条未经确认，不能印发；审签领导逐条确认。`)
  return leader.changeNotice(stage.notice_id, confirmedOf(written))
}

async function tryOut(stage: Stage): Promise<void> {
  const { tell } = stage
  const trial = await stage.office('leader').tryIssue(stage.notice_id)
  const dues = [
    ...new Set(trial.slices.flatMap((slice) => slice.findings.map(({ due }) => due.date))),
  ]
  tell.say(
    `试算（不印发）：将交办${trial.dispatched}条、${trial.slices.length}家单位；不派发${trial.not_dispatched}条。`,
  )
  tell.detail(`时限：${names(dues.toSorted().map(dayWords))}`)
  const collective = stage.ledger.findings.filter((line) => !isDispatched(line))
  for (const line of collective) {
    tell.detail(`不派发：第${line.n}条［共性问题］${line.unit}：${line.problemText}`)
  }
  for (const doubt of trial.doubts) tell.detail(`请留意：第${doubt.line ?? '—'}条 ${doubt.message}`)
}

function place(stage: Stage, line: { finding_id: string; number: number; problem: string }): void {
  const { finding_id: id, number, problem } = line
  stage.findings.set(number, {
    id,
    number,
    problem,
    unit: unitOf(stage, number),
  })
}

function unitOf({ ledger }: Stage, number: number): string {
  return ledger.findings[number - 1]?.unit ?? ''
}

/** Whose problem it is, and of what where the problem itself does not name it. */
function subjectOf(stage: Stage, { number, problem }: { number: number; problem: string }): string {
  const { unit = '', assets = [] } = stage.ledger.findings[number - 1] ?? {}
  const unnamed = assets.filter((asset) => !problem.includes(asset))
  return [unit, ...unnamed.map((asset) => `“${asset}”`)].join('')
}

/** The first line of every category. */
function samples<L extends { category: string }>(lines: readonly L[]): L[] {
  return lines.filter(
    (line, index) => lines.findIndex((other) => other.category === line.category) === index,
  )
}
