import { canonicalText } from './chain.js'

/** The names of fields whose values are not the same, compared by content. */
export function differingFields(a: object, b: object): string[] {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return names.filter((name) => canonicalText(left.get(name)) !== canonicalText(right.get(name)))
}
