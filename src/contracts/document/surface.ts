import { z } from 'zod'

/** What a schema of the document asks for or gives, without its words. */
export interface Shape {
  $ref?: string | undefined
  type?: string | string[] | undefined
  const?: unknown
  enum?: unknown[] | undefined
  properties?: Record<string, Shape> | undefined
  required?: string[] | undefined
  additionalProperties?: boolean | Shape | undefined
  items?: boolean | Shape | undefined
  prefixItems?: Shape[] | undefined
  anyOf?: Shape[] | undefined
  oneOf?: Shape[] | undefined
  allOf?: Shape[] | undefined
  maximum?: number | undefined
  exclusiveMaximum?: number | undefined
  maxLength?: number | undefined
  maxItems?: number | undefined
  maxProperties?: number | undefined
  minimum?: number | undefined
  exclusiveMinimum?: number | undefined
  minLength?: number | undefined
  minItems?: number | undefined
  minProperties?: number | undefined
  pattern?: string | undefined
  format?: string | undefined
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), shape).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), shape]).optional(),
    items: z.union([z.boolean(), shape]).optional(),
    prefixItems: z.array(shape).optional(),
    anyOf: z.array(shape).optional(),
    oneOf: z.array(shape).optional(),
    allOf: z.array(shape).optional(),
    maximum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
    maxLength: z.number().optional(),
    maxItems: z.number().optional(),
    maxProperties: z.number().optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    minLength: z.number().optional(),
    minItems: z.number().optional(),
    minProperties: z.number().optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
  }),
)
const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: shape,
})
const content = z.record(z.string(), z.object({ schema: shape.default({}) })).default({})

/** All that a client relies on: operations, what they take and what they give. */
export const surface = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(z.union([z.object({ $ref: z.string() }), parameter])).default([]),
        requestBody: z.object({ content }).optional(),
        responses: z.record(z.string(), z.object({ content })),
      }),
    ),
  ),
  components: z.object({
    schemas: z.record(z.string(), shape),
    parameters: z.record(z.string(), parameter),
  }),
})

export type Surface = z.infer<typeof surface>
export type Parameter = z.infer<typeof parameter>
