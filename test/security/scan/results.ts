import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { projectFiles, textOf } from '../../helpers/project-files.js'

const FILE = resolve('.data/security/scans.json')

const result = z.strictObject({
  held: z.boolean().nullable(),
  said: z.string(),
  /** When, and of which code: a result says nothing of any other. */
  at: z.iso.datetime(),
  code: z.string(),
})
const results = z.record(z.string(), result)

export type ScanResults = z.infer<typeof results>

/** A hash over everything a scan can have met: the product, what it was installed from, and the scans themselves. */
export function codeScanned(): string {
  const hash = createHash('sha256')
  const files = projectFiles().filter((file) =>
    /^(src\/(?!.*\.md$)|workflows\/.*\.ts$|migrations\/|test\/security\/scan\/|package-lock\.json$)/.test(
      file,
    ),
  )
  for (const file of files.toSorted()) hash.update(`${file}\0${textOf(file)}\0`)
  return hash.digest('hex')
}

/** What the scans on this machine came to when they last ran, by item; nothing where they never did. */
export function readResults(): ScanResults {
  return existsSync(FILE) ? results.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : {}
}

/** Keeps the results of a run; items it did not scan keep theirs. */
export function keepResults(of: ScanResults): void {
  mkdirSync(dirname(FILE), { recursive: true })
  writeFileSync(FILE, `${JSON.stringify({ ...readResults(), ...of }, null, 2)}\n`)
}
