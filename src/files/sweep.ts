import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { listed, modified } from './listing.js'

const UNFINISHED = /^[0-9a-f-]{36}\.part$/

/**
 * Removes unfinished uploads nothing was written to since `before` (epoch milliseconds); returns
 * how many. A file that goes away meanwhile is somebody else's finished or aborted upload.
 */
export async function sweepUnfinished(folder: string, before: number): Promise<number> {
  let removed = 0
  for (const name of await listed(folder, UNFINISHED)) {
    const path = join(folder, name)
    if ((await modified(path)) >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
