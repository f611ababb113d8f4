import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Named } from '../../src/files/sweep-stored.js'

/** A PDF as far as its two ends go, with filler between. */
export function pdf(filler = 'x'): Buffer {
  return Buffer.from(`%PDF-1.7\n${filler}\nstartxref\n9\n%%EOF\n`)
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes as a stream of small chunks. */
export function streamOf(bytes: Buffer, step = 1000): Readable {
  const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
    bytes.subarray(i * step, (i + 1) * step),
  )
  return Readable.from(chunks, { objectMode: false })
}

/** Every file below a folder, folders left out. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

/** Records that name all content, or none; what was asked of them is noted. */
export function records(naming: boolean, asked: string[] = []): Named {
  return {
    async known(hashes) {
      asked.push(...hashes)
      return new Set(naming ? hashes : [])
    },
    unlessNamed: (_, remove) => remove(),
  }
}
