import { shapeBreaks } from './shape-breaks.js'
import type { Parameter, Surface } from './surface.js'

type Described = Surface['paths'][string][string]

/**
 * What a client of `before` would stumble over in `now`, each in a few words: what is gone, and what is asked for that
 * was not. None where the major version says that it may.
 */
export function breaksOf(before: Surface, now: Surface): string[] {
  if (majorOf(now) > majorOf(before)) return []
  const shapes = shapeBreaks(before, now)
  const found = Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, was]) => {
      const place = `${method.toUpperCase()} ${path}`
      const is = now.paths[path]?.[method]
      if (!is) return [`${place} is gone`]
      return [
        ...(is.operationId === was.operationId ? [] : [`${place} is no longer ${was.operationId}`]),
        ...parameterBreaks(place, parametersOf(before, was), parametersOf(now, is)),
        ...bodyBreaks(place, was, is),
        ...answerBreaks(place, was, is),
      ]
    }),
  )
  return [...new Set(found)]

  function parameterBreaks(place: string, was: Parameters, is: Parameters): string[] {
    const added = [...is].flatMap(([name, { required }]) =>
      required && !was.get(name)?.required ? [`${place} ${name} is required now`] : [],
    )
    const kept = [...was].flatMap(([name, one]) => {
      const other = is.get(name)
      if (!other) return [`${place} ${name} is gone`]
      return shapes(`${place} ${name}`, one.schema, other.schema, 'asked')
    })
    return [...added, ...kept]
  }

  function bodyBreaks(place: string, was: Described, is: Described): string[] {
    if (!was.requestBody) return is.requestBody ? [`${place} asks for a body now`] : []
    return contentBreaks(`${place} body`, was.requestBody.content, is.requestBody?.content, 'asked')
  }

  function answerBreaks(place: string, was: Described, is: Described): string[] {
    return Object.entries(was.responses).flatMap(([status, { content }]) => {
      if (!status.startsWith('2')) return []
      const answer = is.responses[status]
      if (!answer) return [`${place} ${status} is gone`]
      return contentBreaks(`${place} ${status}`, content, answer.content, 'told')
    })
  }

  function contentBreaks(
    place: string,
    was: Content,
    is: Content | undefined,
    way: 'asked' | 'told',
  ): string[] {
    return Object.entries(was).flatMap(([type, { schema }]) => {
      const other = is?.[type]
      if (!other) return [`${place} ${type} is gone`]
      return shapes(place, schema, other.schema, way)
    })
  }
}

type Content = Described['responses'][string]['content']
type Parameters = ReadonlyMap<string, Parameter>

function parametersOf({ components }: Surface, { parameters }: Described): Parameters {
  return new Map(
    parameters.flatMap((one) => {
      const named = '$ref' in one ? components.parameters[lastOf(one.$ref)] : one
      return named ? [[`${named.in} ${named.name}`, named] as const] : []
    }),
  )
}

function lastOf(reference: string): string {
  return reference.split('/').at(-1) ?? ''
}

function majorOf({ info }: Surface): number {
  return Number(info.version.split('.')[0])
}
