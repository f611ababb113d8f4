import type { Shape } from './surface.js'

/** Which way a bound narrows what may be sent: down to less, or up to more. */
const BOUNDS = {
  maximum: 'down',
  exclusiveMaximum: 'down',
  maxLength: 'down',
  maxItems: 'down',
  maxProperties: 'down',
  minimum: 'up',
  exclusiveMinimum: 'up',
  minLength: 'up',
  minItems: 'up',
  minProperties: 'up',
} as const
const NAMES = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]

/** What may be sent no longer, though it is of the same type: too much, too little, or not of the form. */
export function boundBreaks(place: string, was: Shape, is: Shape): string[] {
  const narrower = NAMES.flatMap((name) => {
    const [old, fresh] = [was[name], is[name]]
    if (fresh === undefined || !narrows(BOUNDS[name], old, fresh)) return []
    return [`${place} has ${name} ${fresh} now`]
  })
  // Which of two forms takes more nobody can tell.
  const forms = (['pattern', 'format'] as const).flatMap((name) => {
    const fresh = is[name]
    return fresh === undefined || fresh === was[name] ? [] : [`${place} has ${name} ${fresh} now`]
  })
  return [...narrower, ...forms]
}

function narrows(way: 'down' | 'up', old: number | undefined, fresh: number): boolean {
  if (old === undefined) return true
  return way === 'down' ? fresh < old : fresh > old
}
