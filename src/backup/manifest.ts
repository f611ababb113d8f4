import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { TroubleError } from '../local/trouble.js'

const FILE = 'backup.json'

const manifest = z.object({
  format: z.literal(1),
  /** `cluster` is a copy of the embedded Postgres, `dump` was written by pg_dump. */
  database: z.enum(['cluster', 'dump']),
  /** Whether uploads are in it, or in a bucket that it has nothing of. */
  evidence: z.enum(['folder', 'bucket']).default('folder'),
  taken_at: z.iso.datetime(),
  files: z.number().int(),
  bytes: z.number().int(),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>

/** Makes sure that a backup may be written there: the folder is missing or empty. Throws TroubleError. */
export function requireEmpty(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  throw new TroubleError(`${folder} 不是空的：换一个不存在或空的目录。(folder not empty)`)
}

/** Written last and onto the disk: from now on the folder counts as a backup. */
export async function writeManifest(folder: string, written: Manifest): Promise<void> {
  const file = await open(join(folder, FILE), 'wx')
  try {
    await file.writeFile(`${JSON.stringify(written, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What is known of a backup. Throws TroubleError for a folder that holds none, or half of one. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, FILE)
  const parsed = existsSync(path) ? manifest.safeParse(parsedJson(path)) : null
  if (parsed?.success) return parsed.data
  throw new TroubleError(
    `${folder} 里没有完整的备份（缺少或读不懂 ${FILE}）：换一个备份目录。(no backup there)`,
  )
}

function parsedJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
