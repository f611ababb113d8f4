import { z } from 'zod'

/** Messages that become components of the published document; our own registry, so that nothing strays in. */
export const SCHEMAS = z.registry<{ id: string }>()

/** Gives a message its name in the document; returns the schema it was given. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  SCHEMAS.add(schema, { id })
  return schema
}
