import { findIndicator, isUrgentIndicator } from '../catalogue.js'
import type { CorrectedFields } from '../commands.js'
import type { CorrectedCodes } from '../events.js'
import type { Finding } from '../finding.js'
import { requireLeader } from '../permissions.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

const TEXTS = ['category', 'problem', 'place'] as const
const LEADERS = ['severity', 'indicator_id', 'handling'] as const

type Codes = Omit<CorrectedFields, (typeof TEXTS)[number]>

/**
 * 更正: words, asset, and by the leader severity, indicator and handling; never the unit or the due. What may be said
 * is judged by the handling that results: whoever turns a finding offline leaves no word behind.
 */
export const correct: CommandSpec<'correct'> = {
  from: ['draft', ...OPEN_STATES],
  needs: ({ finding }) => ['fields', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding } = situation
    const { reason, fields = {} } = command
    const { category, problem, place, ...codes } = fields
    const handled = { ...finding, handling: codes.handling ?? finding.handling }
    const words = {
      'fields/category': category,
      'fields/problem': problem,
      'fields/place': place,
    }
    const wrong = checkTexts(handled, command, { reason }, words) ?? checkCodes(situation, codes)
    if (wrong) return wrong
    const given = TEXTS.filter((field) => fields[field]?.trim())
    const changed = changedCodes(finding, codes)
    if (given.length === 0 && Object.keys(changed).length === 0) {
      return reject('NOTHING_TO_CHANGE', '/fields')
    }
    return [
      eventMaker('correct', situation)(
        'corrected',
        { fields: changed, texts: given },
        recordedTexts(command, { reason, category, problem, place }),
      ),
    ]
  },
}

/** The codes that are to be others than they are. */
function changedCodes(finding: Finding, codes: Codes): CorrectedCodes {
  const { asset_id, severity, indicator_id, handling } = codes
  return {
    ...(differs(asset_id, finding.asset_id) && { asset_id }),
    ...(differs(severity, finding.severity) && { severity }),
    ...(differs(handling, finding.handling) && { handling }),
    ...(differs(indicator_id, finding.indicator_id) && {
      indicator_id,
      ...urgencyOf(finding, indicator_id),
    }),
  }
}

function differs<T>(given: T | undefined, current: T): boolean {
  return given !== undefined && given !== current
}

/** A draft that is urgent by the catalogue alone follows its indicator; once issued, urgency stays as it was served. */
function urgencyOf(finding: Finding, indicator_id: string | undefined): CorrectedCodes {
  const byCatalogue = isUrgentIndicator(finding.indicator_id ?? 'none') === finding.urgent
  if (finding.state !== 'draft' || !byCatalogue || indicator_id === undefined) return {}
  return { urgent: isUrgentIndicator(indicator_id) }
}

function checkCodes(situation: Situation, codes: Codes): Rejection | null {
  const leaders = LEADERS.find((field) => codes[field] !== undefined)
  const leader = leaders ? requireLeader('correct', situation) : null
  if (leader) return { ...leader, field: `/fields/${leaders}` }
  const { indicator_id, asset_id } = codes
  if (indicator_id !== undefined && indicator_id !== 'none' && !findIndicator(indicator_id)) {
    return reject('UNKNOWN_INDICATOR', '/fields/indicator_id')
  }
  const foreign = typeof asset_id === 'string' && !situation.known.has(asset_id)
  return foreign ? reject('FIELD_REQUIRED', '/fields/asset_id') : null
}
