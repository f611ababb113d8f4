/** What stands in place of the id of somebody of the office who is not to be known: nobody's. */
export const MASKED_PERSON = '00000000-0000-0000-0000-000000000000'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Those who are hidden from somebody, who knows who they are themselves. */
export function hiddenFrom(person_id: string, hidden: ReadonlySet<string>): ReadonlySet<string> {
  if (!hidden.has(person_id)) return hidden
  return new Set([...hidden].filter((id) => id !== person_id))
}

/** A text in which every id of those who are hidden is nobody's. */
export function masked(text: string, hidden: ReadonlySet<string>): string {
  if (hidden.size === 0) return text
  return text.replaceAll(UUID, (id) => (hidden.has(id) ? MASKED_PERSON : id))
}
