import { z } from 'zod'
import * as enums from '../enums.js'
import { id, instant, line } from '../fields.js'
import { flag, listOf, paging } from '../query.js'

/** Conditions that are asked in one way, be it in an address or in a body. */
export const CONDITIONS = {
  notice: id.optional(),
  indicator: line(40).optional(),
  asset: id.optional(),
  due_before: instant.optional(),
  awaiting: z.enum(['unit', 'office']).optional(),
  fixed: enums.fixed.optional(),
  reported: enums.reported.optional(),
  /** Findings that repeat the same problem of their unit, or one of the same kind. */
  repeat: z.enum(['problem', 'kind']).optional(),
  /** Closed findings that wait for the re-test of a look-back (not for units to ask), or were seen again. */
  lookback: z.enum(['waiting', 'failed']).optional(),
  text: line(100).optional(),
}

/** All conditions given hold; several values of one are alternatives. */
export const findingQuery = z.strictObject({
  ...paging,
  unit: listOf(id).optional(),
  /** Findings on which a unit works with or for another (协办, or passed on to it), instead of those it has to answer. */
  supporting: flag.optional(),
  state: listOf(enums.state).optional(),
  severity: listOf(enums.severity).optional(),
  overdue: flag.optional(),
  ...CONDITIONS,
})

export const eventQuery = z.strictObject(paging)
