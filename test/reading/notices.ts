import { readdirSync, readFileSync } from 'node:fs'
import type { KeyDeadline, KeyFinding } from '../../src/domain/reading/score.js'

/** A notice with its answer key. */
export interface Keyed {
  name: string
  text: string
  key: { findings: readonly KeyFinding[]; deadlines: readonly KeyDeadline[] }
}

export const FOLDERS = ['seen', 'unseen', 'blind'] as const

/**
 * The invented notices of a folder: `seen` ones were looked at while the readers grew, `unseen` ones only scored, and
 * `blind` ones scored once, by writers who had not seen the reader, with nothing changed since.
 */
export function noticesIn(folder: (typeof FOLDERS)[number]): Keyed[] {
  const place = new URL(`notices/${folder}/`, import.meta.url)
  const read = (file: string) => readFileSync(new URL(file, place), 'utf8')
  const names = readdirSync(place).flatMap((file) =>
    file.endsWith('.txt') ? [file.slice(0, -4)] : [],
  )
  return names.map((name) => ({
    name,
    text: read(`${name}.txt`),
    key: JSON.parse(read(`${name}.json`)) as Keyed['key'],
  }))
}
