import { findIndicator } from '../catalogue.js'
import { deciderOf } from '../permissions.js'
import { reject } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** 交办: a draft line becomes a finding of its unit, with its notice. */
export const issue: CommandSpec<'issue'> = {
  from: ['draft'],
  needs: () => [],
  decide(situation, { line, severity_confirmed, supporting = [], ...dated }) {
    if (!line.unit_id) return reject('UNIT_REQUIRED', '/unit_id')
    if (!situation.unit_open) return reject('UNIT_CLOSED', '/unit_id')
    if (line.indicator_id !== 'none' && !findIndicator(line.indicator_id)) {
      return reject('UNKNOWN_INDICATOR', '/indicator_id')
    }
    if (!severity_confirmed) return reject('SEVERITY_UNCONFIRMED', '/severity_confirmed')
    if (dated.due.at <= situation.now) return reject('DUE_NOT_ALLOWED', '/deadline')
    const { person_id } = deciderOf('issue', situation)
    const entered = person_id !== null && person_id !== situation.actor.person_id
    const issued = { line, ...dated, ...(entered ? { issued_by: person_id } : {}) }
    const make = eventMaker('issue', situation)
    return [
      make('issued', issued),
      ...[...new Set(supporting)].map((unit_id) => make('support_asked', { unit_id })),
    ]
  },
}
