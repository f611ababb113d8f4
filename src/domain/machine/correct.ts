import { findIndicator } from '../catalogue.js'
import type { CorrectedFields } from '../commands.js'
import { requireLeader } from '../permissions.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

const TEXTS = ['category', 'problem', 'place'] as const
const LEADERS = ['severity', 'indicator_id', 'handling'] as const

/** 更正: words, asset, and by the leader severity, indicator and handling; never the unit or the due. */
export const correct: CommandSpec<'correct'> = {
  from: ['draft', ...OPEN_STATES],
  needs: (finding) => ['fields', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding } = situation
    const { reason, fields = {} } = command
    const { category, problem, place, ...codes } = fields
    const given = TEXTS.filter((field) => fields[field]?.trim())
    const wrong =
      checkTexts(finding, command, { reason }, { category, problem, place }) ??
      checkCodes(situation, codes)
    if (wrong) return wrong
    const changed = Object.fromEntries(
      Object.entries(codes).filter(([field, value]) => {
        return value !== undefined && value !== finding[field as keyof typeof codes]
      }),
    )
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

function checkCodes(
  situation: Situation,
  codes: Omit<CorrectedFields, (typeof TEXTS)[number]>,
): Rejection | null {
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
