import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from './fs-error.js'

const UNFINISHED = /^[0-9a-f-]{36}\.part$/

/**
 * Removes unfinished uploads nothing was written to since `before` (epoch milliseconds); returns
 * how many. A file that goes away meanwhile is somebody else's finished or aborted upload.
 */
export async function sweepUnfinished(folder: string, before: number): Promise<number> {
  const names = await listed(folder)
  let removed = 0
  for (const name of names.filter((entry) => UNFINISHED.test(entry))) {
    const path = join(folder, name)
    if ((await modified(path)) >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

async function modified(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Number.POSITIVE_INFINITY
    throw error
  }
}
