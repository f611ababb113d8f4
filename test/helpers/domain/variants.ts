import type { Asked, CommandFields } from '../../../src/domain/commands.js'
import { plusDays, plusMs } from '../../../src/domain/instant.js'
import type { Situation } from '../../../src/domain/situation.js'
import {
  type CommandName,
  RESULTS,
  RETEST_RESULTS,
  RETURN_KINDS,
  VERDICTS,
} from '../../../src/domain/vocabulary.js'
import { localDateOf } from '../../../src/domain/zone.js'
import { fixPlan, OTHER, PHOTO, SCAN, SITE, UNIT } from './fields.js'
import { DAY } from './world.js'

type Vary<N extends CommandName> = (
  situation: Situation,
  nth: (size: number) => number,
) => Partial<CommandFields[N]>

const pick = <T>(list: readonly T[], nth: (size: number) => number): T => {
  const item = list[nth(list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const today = ({ now, rules }: Situation) => localDateOf(rules.calendar.zone, now)

/** One of the requests that wait. */
const asked = (
  { extension, dispute, transfer }: Situation['finding'],
  nth: (size: number) => number,
) => {
  const ids = [extension?.id, dispute?.id, transfer?.id].filter((id) => id !== undefined)
  return ids.length > 0 ? pick(ids, nth) : 'no request'
}

/** Mostly final results, since the others go a long way. */
const ANSWERS = ['fixed', 'fixed', 'fixed', 'fixed', ...RESULTS] as const

/** Whom the unit of a finding asked; of an offline one only when. */
function askedOf(situation: Situation): Asked {
  // Long before: also before a paper arrived that is entered now.
  const on = plusDays(today(situation), -40)
  const offline = situation.finding.handling === 'offline'
  return offline ? { on } : { on, whom: '市供电公司', evidence: [PHOTO] }
}

/** A result, with a fix plan where one is needed; an offline finding's has no words. */
function answered(situation: Situation, nth: (size: number) => number) {
  const result = pick(ANSWERS, nth)
  if (result === 'beyond_unit') return { result, asked: askedOf(situation) }
  if (result !== 'planned') return { result }
  const { fixed_by, steps } = fixPlan(situation)
  const offline = situation.finding.handling === 'offline'
  return {
    result,
    fix_plan: { fixed_by, steps: offline ? steps.map(({ on }) => ({ on })) : steps },
  }
}

/** Other fields than the sample's, so that random histories take every turn the rules have. */
export const VARIANTS: { readonly [N in CommandName]?: Vary<N> } = {
  delegate: ({ finding, ...situation }, nth) => {
    const inner_due = plusDays(today({ finding, ...situation }), nth(10))
    const past = finding.due !== null && inner_due > finding.due.date
    return past ? {} : { inner_due }
  },
  contribute: (_situation, nth) => ({ done: nth(2) === 0 }),
  respond: (situation, nth) => ({
    ...answered(situation, nth),
    ...(nth(3) === 0 ? { report: { on: today(situation), report_number: '函' } } : {}),
  }),
  register_response: (situation, nth) => ({
    ...answered(situation, nth),
    received_on: plusDays(today(situation), -nth(30)),
  }),
  return: (_situation, nth) => ({ kind: pick(RETURN_KINDS, nth) }),
  accept: (_situation, nth) => (nth(4) === 0 ? { retest_reason: '' } : {}),
  reassign: (_situation, nth) => ({ unit_id: pick([OTHER, OTHER, UNIT], nth) }),
  request_extension: ({ finding }, nth) =>
    nth(3) === 0 && finding.due ? { new_date: plusDays(finding.due.date, nth(60)) } : {},
  give_view: (_situation, nth) => ({ agrees: nth(2) === 0 }),
  withdraw_request: ({ finding }, nth) => ({ request_id: asked(finding, nth) }),
  propose_decision: ({ finding }, nth) => ({
    ...{ request_id: asked(finding, nth), verdict: pick(VERDICTS, nth) },
  }),
  decide_request: ({ finding }, nth) => ({
    ...{ request_id: asked(finding, nth), verdict: pick(VERDICTS, nth) },
  }),
  record_retest: ({ now }, nth) => ({
    result: pick(RETEST_RESULTS, nth),
    observed_at: plusMs(now, -nth(3) * DAY),
  }),
  record_contact: ({ now }, nth) => ({ at: plusMs(now, -nth(3) * DAY) }),
  comment: (_situation, nth) => ({ audience: pick(['unit', 'office'] as const, nth) }),
  register_report: (_situation, nth) => (nth(2) === 0 ? { evidence: [SCAN] } : {}),
  correct: (_situation, nth) => ({
    fields: pick(
      [
        { problem: '栏目超过14天未更新' },
        { asset_id: SITE },
        { severity: 'major' as const },
        { handling: 'sensitive' as const },
      ],
      nth,
    ),
  }),
}
