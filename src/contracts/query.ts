import { z } from 'zod'
import { line } from './fields.js'

export const MAX_LIMIT = 200

/** `true` or `false`, nothing else. */
export const flag = z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' })

/** An integer in plain digits. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))

/** Several values divided by commas, each once. */
export const listOf = <S extends z.ZodType<string, string>>(value: S) =>
  z
    .string()
    .max(2_000)
    .transform((given) => [...new Set(given.split(','))])
    .pipe(z.array(value).min(1).max(50))

/** The page a list is asked for. Cursors are opaque: take them from `next`. */
export const paging = {
  limit: integer(1, MAX_LIMIT).optional(),
  cursor: line(2_000).optional(),
}

/** One page of a list; `next` is the cursor of the following page, null on the last. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })
