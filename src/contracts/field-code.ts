import type { FieldCode } from './field-errors.js'
import { FIELD_ISSUES } from './fields.js'

/** What a schema says of one value, as far as it decides which code it gets. */
export interface Issue {
  code: string
  message: string
  /** What was too small or too big. */
  origin?: unknown
}

/** The code of what is wrong with one field; `missing` when nothing was given for it. */
export function fieldCodeOf({ code, message, origin }: Issue, missing: boolean): FieldCode {
  if (missing) return 'REQUIRED'
  const own = FIELD_ISSUES.find((issue) => issue === message)
  if (own) return own
  const counted = origin === 'string' || origin === 'array'
  switch (code) {
    case 'invalid_type':
      return 'WRONG_TYPE'
    case 'invalid_value':
    case 'invalid_union':
      return 'NOT_IN_LIST'
    case 'too_small':
      return counted ? 'TOO_SHORT' : 'OUT_OF_RANGE'
    case 'too_big':
      return counted ? 'TOO_LONG' : 'OUT_OF_RANGE'
    default:
      return 'MALFORMED'
  }
}
