import type { Texts } from '../events.js'
import type { Finding } from '../finding.js'
import { type Rejection, reject } from '../situation.js'

type WithTexts = { paper_number?: string | undefined }

/** The texts given, by field, with blanks left out; null when there are none. */
export function textsOf(fields: Readonly<Record<string, string | undefined>>): Texts | null {
  const given = Object.entries(fields).flatMap(([field, text]) =>
    text?.trim() ? [[field, text.trim()] as const] : [],
  )
  return given.length > 0 ? Object.fromEntries(given) : null
}

/**
 * Everything that is wrong with a command's texts, in the order of its fields. An offline finding refuses every text
 * (OFFLINE_ONLY) and wants the number of the paper that holds them; any other finding wants each required text
 * (FIELD_REQUIRED, pointing at the field).
 */
export function textFaults(
  finding: Finding,
  command: WithTexts,
  required: Readonly<Record<string, string | undefined>>,
  optional: Readonly<Record<string, string | undefined>> = {},
): Rejection[] {
  if (finding.handling === 'offline') {
    const said = Object.keys(textsOf({ ...required, ...optional }) ?? {})
    const refused = said.map((field) => reject('OFFLINE_ONLY', `/${field}`))
    const wanted = Object.keys(required).length > 0 && !command.paper_number
    return wanted ? [...refused, reject('FIELD_REQUIRED', '/paper_number')] : refused
  }
  const missing = Object.keys(required).filter((field) => !required[field]?.trim())
  return missing.map((field) => reject('FIELD_REQUIRED', `/${field}`))
}

/** The first thing that is wrong with a command's texts, as `textFaults` finds it. */
export function checkTexts(...texts: Parameters<typeof textFaults>): Rejection | null {
  return textFaults(...texts)[0] ?? null
}

/** Field names a person must fill in, where texts give way to a paper number for an offline finding. */
export function textNeeds(finding: Finding, ...fields: readonly string[]): readonly string[] {
  return finding.handling === 'offline' ? ['paper_number'] : fields
}

/** Texts for the record; an offline finding's paper number is kept beside them. */
export function recordedTexts(
  command: WithTexts,
  fields: Readonly<Record<string, string | undefined>>,
): Texts | null {
  return textsOf({ ...fields, paper_number: command.paper_number })
}
