import { z } from 'zod'
import * as enums from '../enums.js'
import { named } from '../named.js'
import { operation } from '../operation.js'

/** One indicator of the catalogue; `mark` says how well it is known. */
export const indicator = named(
  'Indicator',
  z.strictObject({
    id: z.string(),
    medium: z.union([enums.medium, z.literal('any')]),
    section: z.string(),
    name_zh: z.string(),
    threshold: z.string(),
    severity: enums.severity,
    bonus: z.boolean(),
    points: z.number().nullable(),
    window: z
      .strictObject({
        days: z.number().int(),
        unit: z.enum(['working', 'calendar']),
        basis: z.string(),
      })
      .nullable(),
    cycle: z.strictObject({ every: z.number().int(), unit: z.enum(['days', 'months']) }).nullable(),
    urgent: z.boolean(),
    /** What proves that such a problem is fixed, where the office's policy names nothing else. */
    recipe: z.array(enums.proof),
    mark: z.enum(['V', 'P', 'S', 'R']),
    sources: z.array(z.string()),
    note: z.string().nullable(),
  }),
)

export const indicatorList = named(
  'IndicatorList',
  z.strictObject({
    version: z.string(),
    recipes_version: z.string(),
    items: z.array(indicator),
  }),
)

export const indicatorOperations = {
  listIndicators: operation({
    id: 'listIndicators',
    method: 'GET',
    path: '/v1/indicators',
    tag: '检查指标',
    summary: '检查指标目录',
    policy: 'authenticated',
    status: 200,
    response: indicatorList,
  }),
} as const
