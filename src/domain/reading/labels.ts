import { saysFault } from './faults.js'
import { pairsOf } from './pairs.js'
import type { Around, SentenceFinding } from './sentence-finding.js'
import { parsed } from './tokens.js'

/** What stands before the colon of a line: of what, and maybe whose, all behind it is. */
export interface Label {
  readonly units: readonly string[]
  readonly object: NonNullable<Around['object']>
  /** How many signs it takes. */
  readonly length: number
}

const BEFORE_COLON = /^[^:。;,()]{2,60}(?:\([^()]*\))?:/
/** 某局网站(主办单位:某局):… tells a site and whose it is apart. */
const SITE =
  /^([\u4e00-\u9fff]{2,20}(?:网站|网))\((?:主办|责任|主管|管理|运维)(?:单位|部门)[:为]?([^():]{2,24})\):/

/** “某某”栏目:…, 某局“某某”小程序:…, 某某网站(主办单位:某局):…; null where a line begins otherwise. */
export function labelOf(line: string, known: readonly string[]): Label | null {
  const [site, name = '', unit = ''] = SITE.exec(line) ?? []
  if (site) return { units: [unit], object: { name, platform: null }, length: site.length }
  const [label] = BEFORE_COLON.exec(line) ?? []
  if (!label) return null
  const { tokens, masked } = parsed(label.slice(0, -1), known)
  const [pair, ...more] = pairsOf(tokens, label, {})
  const object = pair?.objects[0]
  const around = masked.replace(/□+/g, '')
  if (!object || !label.includes('“') || more.length > 0 || saysFault(around)) return null
  return { units: pair.unit ? [pair.unit] : [], object, length: label.length }
}

/** What is said behind a label is of it: other units and things there are what it speaks of, and not whose it is. */
export function ofLabel(
  found: readonly SentenceFinding[],
  { object }: Label,
  subject: readonly string[],
): readonly SentenceFinding[] {
  return found.flatMap((one) => {
    const own = one.unit !== null && subject.includes(one.unit)
    const units = own || subject.length === 0 ? [one.unit] : subject
    const { name, platform } = object
    const needs = subject.length > 0 ? one.needs.filter((need) => need !== 'unit') : one.needs
    return units.map((unit) => ({
      ...one,
      ...{ unit, objects: [name], platform, needs },
      scope: unit === null ? ('unnamed' as const) : ('unit' as const),
    }))
  })
}

/** Whether a sentence behind a label speaks of somebody with a thing of their own: the label is over. */
export function endsLabel(sentence: string, known: readonly string[]): boolean {
  const { tokens } = parsed(sentence, known)
  return tokens.some(
    ({ kind, end }, at) =>
      kind === 'unit' && tokens[at + 1]?.kind === 'object' && tokens[at + 1]?.start === end,
  )
}
