import { z } from 'zod'
import type { Operation } from '../../src/contracts/operation.js'

/** One place of a request where something is written; a star stands for every number in it. */
export interface Input {
  operation: Operation
  part: 'params' | 'query' | 'body'
  path: string
  schema: z.ZodType
}

/** How a word has to look to be taken at some place. */
const FORMS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `${word}@example.com`,
  (word) => `https://example.com/${word}`,
  (word) => `0800 7331 ${word.replaceAll(/\D/g, '')}`,
]

/** The word in the form in which the place takes words; null where it takes none. */
export function wordIn(schema: z.ZodType, word: string): string | null {
  const form = FORMS.find((one) => schema.safeParse(one(word)).success)
  return form ? form(word) : null
}

/** Every input of an operation, read from its contract. */
export function inputsOf(operation: Operation): Input[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = operation[part]
    const leaves = schema ? leavesOf(schema, '') : []
    return leaves.map(([path, leaf]) => ({ operation, part, path, schema: leaf }))
  })
}

function leavesOf(schema: z.ZodType, path: string): [string, z.ZodType][] {
  const bare = bareOf(schema)
  if (bare instanceof z.ZodObject) {
    const fields = Object.entries(shapeOf(bare))
    return fields.flatMap(([name, field]) => leavesOf(field, `${path}/${name}`))
  }
  if (bare instanceof z.ZodArray) return leavesOf(elementOf(bare), `${path}/*`)
  if (bare instanceof z.ZodUnion) {
    const all = optionsOf(bare).flatMap((option) => leavesOf(option, path))
    const known = new Map<string, z.ZodType>()
    for (const [at, leaf] of all) {
      const before = known.get(at)
      // Where one of several forms takes words, the place does.
      if (!before || wordIn(before, 'word0') === null) known.set(at, leaf)
    }
    return [...known]
  }
  return [[path, bare]]
}

/**
 * What is given, with a word of its own at every place that takes one: texts that were given give way, those left
 * out are added. What the place is not to lose is kept where `word` says null.
 */
export function filled(
  schema: z.ZodType,
  given: unknown,
  word: (path: string, around: unknown) => string | null,
  path = '',
  around: unknown = given,
): unknown {
  const bare = bareOf(schema)
  if (bare instanceof z.ZodObject) {
    if (given === undefined || given === null) return given
    const old: Record<string, unknown> = { ...given }
    const inner = path === '' || /\/\d+$/.test(path) ? given : around
    for (const [name, field] of Object.entries(shapeOf(bare))) {
      const made = filled(field, old[name], word, `${path}/${name}`, inner)
      if (made !== undefined) old[name] = made
    }
    return old
  }
  if (bare instanceof z.ZodArray) {
    const element = elementOf(bare)
    if (Array.isArray(given)) {
      return given.map((one, index) => filled(element, one, word, `${path}/${index}`, around))
    }
    const first = filled(element, undefined, word, `${path}/0`, around)
    return first === undefined ? given : [first]
  }
  if (bare instanceof z.ZodUnion) {
    const option = optionsOf(bare).find((one) => one.safeParse(given).success)
    return option ? filled(option, given, word, path, around) : given
  }
  if (wordIn(bare, 'word0') === null) return given
  const said = word(path, around)
  return said === null ? given : (wordIn(bare, said) ?? given)
}

/** A path with a star for every number. */
export function starred(path: string): string {
  return path.replaceAll(/\/\d+(?=\/|$)/g, '/*')
}

function bareOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return bareOf(schema.unwrap() as z.ZodType)
  }
  return schema
}

// What the library says of its own parts is looser than what every part is.
const shapeOf = (schema: z.ZodObject) => schema.shape as Record<string, z.ZodType>
const elementOf = (schema: z.ZodArray) => schema.element as z.ZodType
const optionsOf = (schema: z.ZodUnion) => schema.options as unknown as readonly z.ZodType[]
