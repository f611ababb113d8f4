import { boundBreaks } from './bound-breaks.js'
import type { Shape, Surface } from './surface.js'

/** Whether a schema says what is sent to us, where less may be asked for, or what we answer, where more may be said. */
type Way = 'asked' | 'told'

type Compare = (place: string, was: Shape, is: Shape, way: Way) => string[]

/** Compares what a schema asked for or gave with what it does now; schemas with names once each. */
export function shapeBreaks(before: Surface, now: Surface): Compare {
  const seen = new Set<string>()

  const compare: Compare = (place, was, is, way) => {
    if (was.$ref && is.$ref) {
      const pair = `${way} ${was.$ref} ${is.$ref}`
      if (seen.has(pair)) return []
      seen.add(pair)
    }
    const named = was.$ref ? `${way} ${nameIn(was.$ref)}` : place
    const old = kindsOf(before, was)
    const fresh = kindsOf(now, is)
    const lost = [...old].flatMap(([kind, one]) => {
      const other = fresh.get(kind)
      if (other) return alike(named, one, other, way)
      // Whoever can take nothing for an answer need not be given it; what takes anything takes this.
      const isFine = way === 'told' ? kind === 'null' : fresh.has('anything')
      return isFine ? [] : [`${named} is ${kind} no longer`]
    })
    const empty = way === 'told' && fresh.has('null') && !old.has('null') && old.size > 0
    return empty ? [...lost, `${named} may be null now`] : lost
  }

  function alike(place: string, was: Shape, is: Shape, way: Way): string[] {
    const old = valuesOf(was)
    const fresh = valuesOf(is)
    const values = old && fresh ? old.filter((value) => !fresh.includes(value)) : []
    const bound = way === 'asked' && !old && fresh ? [`${place} takes a few values only`] : []
    return [
      ...values.map((value) => `${place} ${value} is gone`),
      ...bound,
      ...(way === 'asked' && !old ? boundBreaks(place, was, is) : []),
      ...fields(place, was, is, way),
      ...(isShape(was.items) && isShape(is.items)
        ? compare(`${place}[]`, was.items, is.items, way)
        : []),
      ...(was.prefixItems ?? []).flatMap((one, index) =>
        compare(`${place}[${index}]`, one, is.prefixItems?.[index] ?? {}, way),
      ),
      ...others(place, was, is, way),
    ]
  }

  /** What stands under names that the schema does not know. */
  function others(place: string, was: Shape, is: Shape, way: Way): string[] {
    const [old = true, fresh = true] = [was.additionalProperties, is.additionalProperties]
    // Nobody relies on what may be there and is not described.
    if (old === false || (way === 'told' && old === true)) return []
    if (fresh === false) return [`${place}{} is gone`]
    if (!isShape(old) && !isShape(fresh)) return []
    return compare(`${place}{}`, isShape(old) ? old : {}, isShape(fresh) ? fresh : {}, way)
  }

  function fields(place: string, was: Shape, is: Shape, way: Way): string[] {
    const [needed, needs] = [was.required ?? [], is.required ?? []]
    const more = way === 'asked' ? needs.filter((name) => !needed.includes(name)) : []
    const kept = Object.entries(was.properties ?? {}).flatMap(([name, one]) => {
      const other = is.properties?.[name]
      if (!other) return [`${place}.${name} is gone`]
      const missing = way === 'told' && needed.includes(name) && !needs.includes(name)
      return [
        ...(missing ? [`${place}.${name} may be missing now`] : []),
        ...compare(`${place}.${name}`, one, other, way),
      ]
    })
    return [...more.map((name) => `${place}.${name} is required now`), ...kept]
  }

  return compare
}

/** What a value may be, by a name that tells the alternatives apart: its type, or what its tags say. */
function kindsOf(surface: Surface, shape: Shape): Map<string, Shape> {
  const kinds = new Map<string, Shape>()
  for (const one of alternatives(surface, shape)) {
    const kind = kindOf(surface, one)
    const same = kinds.get(kind)
    const values = [same, one].flatMap((each) => (each && valuesOf(each)) ?? [])
    if (same && values.length > 0) kinds.set(kind, { type: one.type, enum: values })
    else kinds.set(same ? `${kind} ${kinds.size}` : kind, one)
  }
  return kinds
}

function alternatives(surface: Surface, shape: Shape): Shape[] {
  const one = resolved(surface, shape)
  const many = one.anyOf ?? one.oneOf
  if (many) return many.flatMap((each) => alternatives(surface, each))
  if (Array.isArray(one.type)) return one.type.map((type) => ({ ...one, type }))
  if (!one.allOf) return [one]
  const parts = one.allOf.flatMap((each) => alternatives(surface, each))
  return [
    {
      type: 'object',
      properties: Object.fromEntries(
        parts.flatMap(({ properties = {} }) => Object.entries(properties)),
      ),
      required: parts.flatMap(({ required = [] }) => required),
    },
  ]
}

function kindOf(surface: Surface, { type = 'anything', properties = {} }: Shape): string {
  const tags = Object.entries(properties).flatMap(([name, property]) => {
    const { const: value } = resolved(surface, property)
    return value === undefined ? [] : [`${name}=${JSON.stringify(value)}`]
  })
  return [type, ...tags].flat().join(' ')
}

function resolved({ components }: Surface, shape: Shape): Shape {
  return shape.$ref ? (components.schemas[nameIn(shape.$ref)] ?? {}) : shape
}

function valuesOf(shape: Shape): string[] | null {
  const values = shape.enum ?? (shape.const === undefined ? null : [shape.const])
  return values && values.map(String)
}

function nameIn(reference: string): string {
  return reference.split('/').at(-1) ?? ''
}

function isShape(given: boolean | Shape | undefined): given is Shape {
  return typeof given === 'object'
}
