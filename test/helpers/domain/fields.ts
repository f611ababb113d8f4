import { addWorkingDays } from '../../../src/domain/calendar.js'
import type { Command, CommandFields, FixStep } from '../../../src/domain/commands.js'
import { dueAtIssue, type IssueInput } from '../../../src/domain/due.js'
import { serviceDate } from '../../../src/domain/hours.js'
import { dateOf, type LocalDate, plusMs } from '../../../src/domain/instant.js'
import { wordsOf } from '../../../src/domain/machine/erase-words.js'
import { heldIn, type Situation } from '../../../src/domain/situation.js'
import { supportingUnits } from '../../../src/domain/support.js'
import type { CommandName } from '../../../src/domain/vocabulary.js'
import { endOfDay, localDateOf } from '../../../src/domain/zone.js'

export const PHOTO = 'sha256 of a photo'
export const SCAN = 'sha256 of a scan'
export const SECTION = 'section of the unit'
export const COLLEAGUE = 'person of the unit'
export const SITE = 'asset of the unit'
export const UNIT = 'the unit of the finding'
export const OTHER = 'another unit'
export const HELPER = 'a unit that helps'

/** Everything a test's command may refer to. */
export const KNOWN: ReadonlySet<string> = new Set([
  // In a test every event counts as one with words.
  ...Array.from({ length: 100 }, (_, index) => wordsOf('finding', index + 1)),
  PHOTO,
  SCAN,
  SECTION,
  heldIn(COLLEAGUE, UNIT),
  SITE,
  UNIT,
  OTHER,
  HELPER,
])

/** Proof of having asked, for what lies beyond the unit. */
export const ASKED = { on: dateOf('2026-02-27'), whom: '市供电公司', evidence: [PHOTO] } as const

type Sample = { [N in CommandName]: (situation: Situation) => CommandFields[N] }

const today = ({ now, rules }: Situation) => localDateOf(rules.calendar.zone, now)

const reportPending = ({ finding, rules }: Situation) =>
  rules.policy.stamped_report === 'with_answer' && finding.reported === 'no'

const answer = (situation: Situation) => ({
  result: 'fixed' as const,
  cause: '栏目长期无人维护',
  measures: '已更新并指定专人',
  completed_on: today(situation),
  evidence: [PHOTO],
  ...(situation.finding.urgent ? { taken_down_at: situation.now } : {}),
  ...(reportPending(situation) ? { report: { on: today(situation), report_number: '函' } } : {}),
})

/** Fixed by a day four weeks on, with a step halfway. */
export function fixPlan({ now, rules: { calendar } }: Situation) {
  const from = localDateOf(calendar.zone, now)
  const [on, fixed_by] = [10, 20].map((days) => addWorkingDays(calendar, from, days))
  if (!on || !fixed_by) throw new Error('no days')
  return { fixed_by, steps: [{ on, text: '完成改造' }] }
}

/** Fields with which every command is complete; a test changes the one it is about. */
const SAMPLES: Sample = {
  issue: (situation) => issueFields(situation),
  acknowledge: () => ({}),
  delegate: () => ({ unit_id: SECTION }),
  name_supporting: ({ finding }) => ({
    unit_ids: supportingUnits(finding).includes(HELPER) ? [] : [HELPER],
  }),
  contribute: () => ({ text: '已提供数据', done: true }),
  report_takedown: ({ now }) => ({ taken_down_at: now, evidence: [PHOTO] }),
  report_progress: () => ({ note: '正在整理', done: 1, total: 3 }),
  respond: answer,
  register_response: (situation) => ({ ...answer(situation), received_on: today(situation) }),
  recall: () => ({ reason: '附件有误' }),
  begin_review: () => ({}),
  accept: () => ({ conclusion: '已核实', retest_reason: '现场查看' }),
  accept_plan: (situation) => ({ ...fixPlan(situation), conclusion: '同意' }),
  return: () => ({
    kind: 'substantive' as const,
    reasons: ['not_fixed' as const],
    points: [{ claim: '已更新', comment: '仍为旧内容' }],
  }),
  close: () => ({ conclusion: '同意销号' }),
  close_unreported: () => ({ conclusion: '复查已整改' }),
  reopen: () => ({ reason: '问题复现', evidence: [SCAN] }),
  withdraw: () => ({ reason_code: 'false_alarm' as const, grounds: '误报' }),
  follow: () => ({ finding_id: 'follower' }),
  recalculate: () => ({ reason: '放假安排公布' }),
  revoke: () => ({ grounds: '通报口径有误' }),
  correct: () => ({ fields: { problem: '栏目超过14天未更新' }, reason: '笔误' }),
  reassign: ({ finding }) => ({
    ...{ unit_id: finding.unit_id === OTHER ? UNIT : OTHER, reason: '栏目由其主管' },
  }),
  reschedule: (situation) => ({ due_date: rescheduledTo(situation), reason: '系统改造' }),
  request_extension: (situation) => ({
    ...{ request_id: `request ${situation.finding.seq}`, reason_code: 'system_upgrade' as const },
    ...{ new_date: extendedTo(situation), progress: '正在改造' },
  }),
  dispute: ({ finding }) => ({ request_id: `request ${finding.seq}`, grounds: '栏目当日已更新' }),
  request_transfer: ({ finding }) => ({
    ...{ request_id: `request ${finding.seq}`, grounds: '栏目由其主管' },
    unit_id: finding.unit_id === OTHER ? UNIT : OTHER,
  }),
  give_view: ({ finding }) => ({
    ...{ request_id: finding.transfer?.id ?? 'no request', agrees: true, reason: '由本单位主管' },
  }),
  withdraw_request: ({ finding }) => ({ request_id: waiting(finding), reason: '已能按时完成' }),
  propose_decision: ({ finding }) => ({
    ...{ request_id: waiting(finding), verdict: 'granted' as const, reason: '情况属实' },
  }),
  decide_request: ({ finding }) => ({
    ...{ request_id: waiting(finding), verdict: 'granted' as const, reason: '同意' },
  }),
  record_retest: ({ now }) => ({ result: 'pass' as const, observed_at: now, seen: '页面正常' }),
  register_report: (situation) => ({ on: today(situation), report_number: '函〔2026〕1号' }),
  exempt_report: () => ({ reason: '单位撤销' }),
  record_contact: ({ now }) => ({ whom: '张三', at: now, words: '已告知' }),
  record_instruction: (situation) => ({
    ...{ leader: '王某', on: today(situation), text: '抓紧整改' },
  }),
  comment: () => ({ text: '请尽快', audience: 'unit' as const }),
  erase_words: ({ finding }) => ({
    ...{ events: [Math.max(finding.seq, 1)], about: 'letter_writer' as const },
    ...{ reason: '来信人要求', basis: '申请书' },
  }),
  catch_up: () => ({}),
}

/** A week of working days after the due that runs. */
function extendedTo({ finding, now, rules: { calendar } }: Situation): LocalDate {
  return addWorkingDays(calendar, finding.due?.date ?? localDateOf(calendar.zone, now), 5)
}

/** The request that waits, an extension first. */
const waiting = ({ extension, dispute, transfer }: Situation['finding']) =>
  (extension ?? dispute ?? transfer)?.id ?? 'no request'

/** Three weeks on, or a day later where that is the due already. */
function rescheduledTo({ finding, now, rules: { calendar } }: Situation): LocalDate {
  const date = addWorkingDays(calendar, localDateOf(calendar.zone, now), 15)
  return date === finding.due?.date ? addWorkingDays(calendar, date, 1) : date
}

/** The fields of an issue now, with the due that the dates given lead to. */
export function issueFields(
  { finding, now, rules }: Situation,
  dates: Partial<Pick<IssueInput, 'own' | 'deadline'>> = {},
): CommandFields['issue'] {
  const { calendar, hours } = rules
  const { indicator_id, severity, handling, urgent, asset_id } = finding
  const service_date = serviceDate(calendar, hours, now)
  const line = {
    unit_id: finding.unit_id ?? UNIT,
    asset_id,
    indicator_id: indicator_id ?? 'none',
    severity,
    handling,
    urgent,
  }
  const input = {
    own: null,
    deadline: null,
    issued_on: service_date,
    served_at: now,
    service_date,
    repeats: null,
  }
  const { due, from_receipt } = dueAtIssue(rules, { ...input, ...dates, ...line })
  return {
    line,
    served_at: now,
    service_date,
    due,
    due_from_receipt: from_receipt,
    policy_version: finding.policy_version,
    severity_confirmed: true,
  }
}

/** Fields an offline finding takes: codes, dates and a paper's number, no word and no file. */
function offlineFields(fields: object): object {
  const { on, report_number, report, result, completed_on, received_on, taken_down_at, ...rest } =
    fields as Record<string, unknown>
  const { kind, reasons, reason_code, unit_id, unit_ids, done, total, due_date } = rest
  const { request_id, new_date, verdict, agrees, fixed_by, steps, events, about } = rest
  const dated = (steps as FixStep[] | undefined)?.map(({ on }) => ({ on }))
  const erased = { events, about }
  const asked = { request_id, new_date, verdict, agrees, fixed_by, steps: dated, ...erased }
  const codes = { kind, reasons, reason_code, unit_id, unit_ids, done, total, due_date, ...asked }
  const dates = { on, report_number, report, result, completed_on, received_on, taken_down_at }
  const corrected = rest['fields'] && { asset_id: SITE }
  const given = Object.entries({ ...codes, ...dates, fields: corrected }).filter(
    ([, value]) => value !== undefined,
  )
  return { ...Object.fromEntries(given), paper_number: '密〔2026〕1号' }
}

/** The moment to write the sample of: the end of the day on which a paper came, where that is over. */
function written(situation: Situation, fields: object): Situation {
  const { received_on } = fields as { received_on?: LocalDate }
  const { now, rules } = situation
  const gone = received_on && endOfDay(rules.calendar.zone, received_on)
  return gone && gone <= now ? { ...situation, now: plusMs(gone, -1) } : situation
}

/** The complete command for a situation, with some fields set otherwise; `undefined` leaves a field out. */
export function commandFor<N extends CommandName>(
  name: N,
  situation: Situation,
  fields: Partial<CommandFields[N]> & { paper_number?: string } = {},
): Command {
  const sample = SAMPLES[name](written(situation, fields))
  const with_notice = ['issue', 'follow', 'revoke', 'recalculate'].includes(name)
  const offline = situation.finding.handling === 'offline' && !with_notice
  return {
    name,
    ...(offline ? offlineFields(sample) : sample),
    ...fields,
  } as Command
}
