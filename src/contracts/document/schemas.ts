import { z } from 'zod'
import { SCHEMAS } from '../named.js'

export type JsonSchema = Readonly<Record<string, unknown>>

const reference = (id: string) => `#/components/schemas/${id}`

/** Words of JSON Schema that a named `format` already says; the regular expressions help nobody who reads. */
function plain({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (typeof jsonSchema.format === 'string') delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

/** Every named message as a component, referring to the others by name. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(SCHEMAS, { uri: reference, io: 'input', override: plain })
  const sorted = Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([id, schema]) => [id, bare(schema)]))
}

/** A message where it is used: by its name. RangeError for one that has none. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const id = SCHEMAS.get(schema)?.id
  if (!id) throw new RangeError('a message of the interface has no name')
  return { $ref: reference(id) }
}

/** A parameter's schema, written out: as what is meant, not as the text it travels in. */
export function parameterSchema(schema: z.ZodType): JsonSchema {
  return bare(z.toJSONSchema(schema, { io: 'output', override: plain }))
}

function bare(schema: object): JsonSchema {
  const { $schema: _, $id: __, id: ___, ...rest } = schema as Record<string, unknown>
  return rest
}
