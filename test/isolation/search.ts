import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { type Handle, statement } from '../../src/db/handle.js'
import type { Temporal } from '../../src/engine/connection.js'
import { WORD } from './words.js'

/** The words that stand in some bytes, each once. */
export function wordsIn(bytes: Buffer | string): string[] {
  // One byte a letter: every word is ASCII, whatever stands around it.
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  return [...new Set(text.match(WORD))]
}

/** The words in a file, or in all files of a folder. */
export async function wordsInFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => wordsIn(await readFile(path))))
  return [...new Set(found.flat())]
}

/** Temporal's database with its journal. */
export async function databaseFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => name.includes('.db')).map((name) => join(folder, name))
}

/** The words in every history the server keeps and in what its list shows of each, in texts and in bytes. */
export async function wordsInHistories(temporal: Temporal) {
  return temporal.call(async ({ workflow }) => {
    const found = new Set<string>()
    let kept = 0
    for await (const { workflowId, runId, raw } of workflow.list()) {
      kept += 1
      const history = await workflow.getHandle(workflowId, runId).fetchHistory()
      for (const word of wordsWithin([history, raw])) found.add(word)
    }
    return { kept, found: [...found] }
  })
}

/** The words in whatever a message is made of. */
function wordsWithin(value: unknown): string[] {
  if (typeof value === 'string') return wordsIn(value)
  if (value instanceof Uint8Array) return wordsIn(Buffer.from(value))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [...wordsIn(name), ...wordsWithin(part)])
}

/** A mail as it left, with whose it is: a unit's, or the office's own people's. */
export interface Left {
  unit: string | null
  words: string[]
}

const WHOSE = statement<{ id: string; unit: string | null }>('select id, unit_id as unit from mail')

/** Every mail that left, its head and all its parts decoded. */
export async function mailsLeft(owner: Handle, folder: string): Promise<Left[]> {
  const whose = new Map((await owner.run(WHOSE())).map(({ id, unit }) => [id, unit]))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'))
  return Promise.all(
    names.map(async (name) => {
      const unit = whose.get(name.replace('.eml', ''))
      if (unit === undefined) throw new Error(`${name} is nobody's`)
      const raw = await readFile(join(folder, name))
      const { subject = '', text = '', html, to } = await simpleParser(raw)
      const parts = [raw.toString('latin1'), subject, text, html || '', JSON.stringify(to)]
      return { unit, words: wordsIn(parts.join('\n')) }
    }),
  )
}
