import type { Answer } from '../commands.js'
import { lateBy } from '../due.js'
import { evolve } from '../evolve/evolve.js'
import type { Instant, LocalDate } from '../instant.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { PLAN_RESULTS, UNITS_TURN } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { receiptEvent } from './acknowledge.js'
import { askedFaults, checkAsked } from './asked.js'
import { checkEvidence } from './evidence.js'
import { checkFixPlan, fixPlanFaults, stepTexts } from './fix-plan.js'
import { reportEvent, reportFaults } from './register-report.js'
import { eventMaker, isRejection, type Ruling } from './spec.js'
import { rule as ruleTakedown, takedownPending } from './takedown.js'
import { recordedTexts, textFaults, textNeeds } from './texts.js'
import { countsWithout, keyOf, voidedBy } from './voiding.js'
import { objectionsAnswered } from './withdraw-request.js'

type AnswerCommand = Answer & {
  paper_number?: string | undefined
  as_it_is?: boolean | undefined
}

/** What both ways of answering share: who submits, as of when, and the day a paper arrived. */
interface Submission {
  name: 'respond' | 'register_response'
  effective_at: Instant
  /** The last instant it may speak of: a paper knows nothing of the days after it arrived. */
  written_by: Instant
  received_on: LocalDate | null
  recallable_by: string | null
}

/** Fields a person must fill in of an answer that claims a result; a plan has its dates in place of the day of completion. */
export function answerNeeds(situation: Situation): readonly string[] {
  const texts = textNeeds(situation.finding, 'cause', 'measures', 'evidence')
  const takedown = takedownPending(situation) ? ['taken_down_at'] : []
  const report = reportPending(situation) ? ['report'] : []
  return ['result', 'completed_on', ...texts, ...takedown, ...report]
}

/** Whether the stamped report has to come with the answer, as the office's policy may demand. */
function reportPending({ finding, rules }: Situation): boolean {
  return rules.policy.stamped_report === 'with_answer' && finding.reported === 'no'
}

/**
 * Seals a written answer: first the events that come with it (receipt, where none was signed, take-down, stamped
 * report), each with its own effect on the due, then the round as it stands after them.
 */
export function sealAnswer(
  situation: Situation,
  command: AnswerCommand,
  submission: Submission,
): Ruling {
  const { result, completed_on = null, cause, measures } = command
  if (!result) return reject('FIELD_REQUIRED', '/result')
  const then = { ...situation, now: submission.written_by }
  const wrong = ownFaults(then, command)
    .flatMap(([first]) => first ?? [])
    .find((fault) => !mayLack(situation, command, fault))
  if (wrong) return wrong
  const proposed = command.fix_plan && checkFixPlan(then, command.fix_plan, '/fix_plan')
  const fixes = proposed && 'fixed_by' in proposed ? proposed : null
  const evidence = knownOf(situation, command)
  const proved = checkAsked(then, { ...command, evidence })
  const asked = proved && 'on' in proved ? proved : null
  const first = accompanying(situation, command, submission)
  if (isRejection(first)) return first
  const finding = first.reduce(evolve, situation.finding)
  const { due, plan, rung_base, turn_since } = finding
  const state = UNITS_TURN.find((turn) => turn === finding.state)
  if (!state || !due) return reject('NOT_IN_THIS_STATE')
  const claimed_due = finding.late_from ?? due
  const voided = voidedBy(situation, submission)
  const counts = countsWithout(voided, finding, situation.milestones)
  const { received_on, recallable_by, effective_at } = submission
  const round = {
    number: finding.rounds + 1,
    result,
    submitted_by: submitters(situation),
    recallable_by,
    effective_at,
    claimed_due,
    working_days_late: lateBy(situation.rules, claimed_due, effective_at),
    before: { state, plan, due, rung_base, turn_since, ...counts },
  }
  const fix_plan = fixes ? { fix_plan: { fixed_by: fixes.fixed_by, steps: fixes.steps } } : {}
  const data = {
    round,
    completed_on,
    evidence,
    received_on,
    voided: voided.map(keyOf),
    ...fix_plan,
    ...(asked ? { asked } : {}),
  }
  const steps = fixes && command.fix_plan && stepTexts(command.fix_plan)
  const texts = recordedTexts(command, {
    ...{ cause, measures, ...steps },
    'asked/whom': asked ? command.asked?.whom : undefined,
  })
  const make = eventMaker(submission.name, situation, effective_at)
  return [...first, make('responded', data, texts)]
}

/** What may be missing of an answer that is returned at once: nothing where it is to prove a take-down too. */
function mayLack(
  situation: Situation,
  { as_it_is = false, result }: AnswerCommand,
  { code, field }: Rejection,
): boolean {
  if (!as_it_is || takedownPending(situation)) return false
  // A plan that is of no use is none that lacks.
  if (field === '/fix_plan' && result !== 'planned') return false
  if (field === '/asked') return false
  return code === 'FIELD_REQUIRED' || code === 'EVIDENCE_REQUIRED'
}

/**
 * Everything for which an answer of the unit's own is refused by what it says, each with its field, in the order in which it
 * would be told. Who may answer, and when, is not asked here.
 */
export function answerFaults(situation: Situation, command: AnswerCommand): Rejection[] {
  const { report } = command
  const make = eventMaker('respond', situation)
  const down = takedownOf(make, situation, command)
  return [
    command.result ? null : reject('FIELD_REQUIRED', '/result'),
    ...ownFaults(situation, command).flat(),
    down && 'code' in down ? down : null,
    ...(report ? reportFaults(situation, report, REPORT_FIELDS) : []),
    reportPending(situation) && !report ? reject('REPORT_REQUIRED', '/report') : null,
  ].filter((fault) => fault !== null)
}

/** What is wrong with an answer's own fields, part by part; of a result that is not said nothing follows. */
function ownFaults(situation: Situation, command: AnswerCommand): Rejection[][] {
  const { finding, now, rules } = situation
  const { result, completed_on, cause, measures, evidence = [] } = command
  const today = localDateOf(rules.calendar.zone, now)
  // Under a plan nothing need be completed yet.
  const undated = !completed_on && result !== 'planned'
  const unknown = checkEvidence(situation, evidence)
  // Of what may be named: a proof nobody can open is none, also where the rest is taken as it is.
  const proof = { ...command, evidence: knownOf(situation, command) }
  return [
    completed_on && completed_on > today ? [reject('FUTURE_DATE', '/completed_on')] : [],
    result ? planFaults(situation, command) : [],
    undated ? [reject('FIELD_REQUIRED', '/completed_on')] : [],
    textFaults(finding, command, { cause, measures }),
    unknown ? [unknown] : [],
    result ? askedFaults(situation, proof) : [],
  ]
}

/** Those of the files it names that may be named. */
function knownOf({ known }: Situation, { evidence = [] }: AnswerCommand): string[] {
  return evidence.filter((hash) => known.has(hash))
}

/** The fix plan an answer proposes: needed where everything is still to be done, and of no use where nothing is. */
function planFaults(situation: Situation, { result, fix_plan }: AnswerCommand): Rejection[] {
  const wanted = PLAN_RESULTS.some((one) => one === result)
  if (fix_plan && wanted) return fixPlanFaults(situation, fix_plan, '/fix_plan')
  return fix_plan || result === 'planned' ? [reject('FIELD_REQUIRED', '/fix_plan')] : []
}

/** The event of the take-down that an answer reports, or why not; null where nothing waits to be taken down. */
function takedownOf(
  make: ReturnType<typeof eventMaker>,
  situation: Situation,
  { taken_down_at, evidence = [] }: AnswerCommand,
) {
  return takedownPending(situation) ? ruleTakedown(make, situation, taken_down_at, evidence) : null
}

/** What an answer brings with it: receipt of an unsigned finding, the end of what objects to it, a pending take-down, the stamped report. */
function accompanying(
  situation: Situation,
  command: AnswerCommand,
  { name, effective_at, written_by, received_on }: Submission,
): Ruling {
  const { finding } = situation
  const make = eventMaker(name, situation, effective_at)
  const then = { ...situation, now: written_by }
  const known = { only_day: received_on !== null }
  const received =
    finding.state === 'notified' ? receiptEvent(make, then, effective_at, known) : null
  const answered = objectionsAnswered(make, then, effective_at)
  const down = takedownOf(make, then, command)
  if (down && 'code' in down) return down
  const { report } = command
  const stamped = report ? reportEvent(make, then, report, REPORT_FIELDS) : null
  if (stamped && 'code' in stamped) return stamped
  if (reportPending(situation) && !stamped) return reject('REPORT_REQUIRED', '/report')
  return [received, ...answered, down, stamped].filter((event) => event !== null)
}

const REPORT_FIELDS = {
  on: '/report/on',
  number: '/report/report_number',
  evidence: '/report/evidence',
} as const

/** Who sent it, and the signatory whose signature it carries. */
function submitters({ actor, paper }: Situation): string[] {
  const signed = paper?.signer_roles.includes('unit.signatory') ? [paper.signer_id] : []
  return [...(actor.person_id === null ? [] : [actor.person_id]), ...signed]
}
