import type { EventOf } from '../events.js'
import type { LocalDate } from '../instant.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { localDateOf } from '../zone.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'

interface Report {
  on?: LocalDate | undefined
  report_number?: string | undefined
  evidence?: readonly string[] | undefined
}

/** Where a report's fields stand in the command that brings it, for pointing at them. */
interface ReportFields {
  on: string
  number: string
  evidence: string
}

const OWN_FIELDS: ReportFields = { on: '/on', number: '/report_number', evidence: '/evidence' }

/** The event of a stamped report that arrived, by scan or by the number of its paper; or why not. */
export function reportEvent(
  make: ReturnType<typeof eventMaker>,
  situation: Situation,
  report: Report,
  fields: ReportFields = OWN_FIELDS,
): EventOf<'report_registered'> | Rejection {
  const { on, report_number, evidence = [] } = report
  const [fault] = reportFaults(situation, report, fields)
  if (fault) return fault
  if (!on) return reject('FIELD_REQUIRED', fields.on)
  return make('report_registered', { on, report_number: report_number?.trim() || null, evidence })
}

/** Everything for which a stamped report is not registered, in the order of its fields. */
export function reportFaults(
  situation: Situation,
  { on, report_number, evidence = [] }: Report,
  fields: ReportFields,
): Rejection[] {
  const today = localDateOf(situation.rules.calendar.zone, situation.now)
  const unnamed = !report_number?.trim() && evidence.length === 0
  const wrong = checkEvidence(situation, evidence, { required: false })
  return [
    on ? null : reject('FIELD_REQUIRED', fields.on),
    on && on > today ? reject('FUTURE_DATE', fields.on) : null,
    unnamed ? reject('FIELD_REQUIRED', fields.number) : null,
    wrong && { ...wrong, field: fields.evidence },
  ].filter((fault) => fault !== null)
}

/** 登记盖章反馈: the unit's stamped report has arrived. */
export const registerReport: CommandSpec<'register_report'> = {
  from: OPEN_STATES,
  guard: ({ finding }) => (finding.reported === 'yes' ? reject('NOTHING_TO_CHANGE') : null),
  needs: () => ['on', 'report_number'],
  decide(situation, { on, report_number, evidence }) {
    const make = eventMaker('register_report', situation)
    const ruling = reportEvent(make, situation, { on, report_number, evidence })
    return 'code' in ruling ? ruling : [ruling]
  },
}
