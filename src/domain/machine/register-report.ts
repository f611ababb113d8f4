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
  { on, report_number, evidence = [] }: Report,
  fields: ReportFields = OWN_FIELDS,
): EventOf<'report_registered'> | Rejection {
  const today = localDateOf(situation.rules.calendar.zone, situation.now)
  if (!on) return reject('FIELD_REQUIRED', fields.on)
  if (on > today) return reject('FUTURE_DATE', fields.on)
  if (!report_number?.trim() && evidence.length === 0) {
    return reject('FIELD_REQUIRED', fields.number)
  }
  const wrong = checkEvidence(situation, evidence, { required: false })
  if (wrong) return { ...wrong, field: fields.evidence }
  return make('report_registered', { on, report_number: report_number?.trim() || null, evidence })
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
