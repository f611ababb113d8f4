import { reject } from '../situation.js'
import { askers, isTooLateToObject, receivedWith } from './asking.js'
import { checkEvidence } from './evidence.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { takedownPending } from './takedown.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** Transfers a unit may ask for of each tenure and cycle (lifecycle.md, invariant 6). */
const TRANSFERS = 1

/**
 * 申请调整责任单位: as early as a dispute, naming the unit that should have the finding, whose view is asked. Whom the
 * office has designated cannot ask again.
 */
export const requestTransfer: CommandSpec<'request_transfer'> = {
  from: ['notified', 'rectifying'],
  guard(situation) {
    const { finding } = situation
    if (finding.transfer) return reject('REQUEST_PENDING')
    if (finding.tenure > 1 || finding.transfers >= TRANSFERS) return reject('LIMIT_REACHED')
    return isTooLateToObject(situation) ? reject('TOO_LATE_TO_ASK') : null
  },
  needs: ({ finding }) => ['unit_id', ...textNeeds(finding, 'grounds')],
  decide(situation, command) {
    const { finding, known } = situation
    const { request_id, unit_id, grounds, evidence = [] } = command
    if (!unit_id) return reject('FIELD_REQUIRED', '/unit_id')
    if (unit_id === finding.unit_id) return reject('NOTHING_TO_CHANGE', '/unit_id')
    if (!known.has(unit_id)) return reject('UNIT_REQUIRED', '/unit_id')
    const wrong =
      checkTexts(finding, command, { grounds }) ??
      checkEvidence(situation, evidence, { required: false })
    if (wrong) return wrong
    const asked_by = askers('request_transfer', situation)
    const pauses = !takedownPending(situation)
    const data = { id: request_id, unit_id, pauses, evidence, asked_by }
    const make = eventMaker('request_transfer', situation)
    return [
      ...receivedWith(make, situation),
      make('transfer_requested', data, recordedTexts(command, { grounds })),
    ]
  },
}
