import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Moves a finished file into `folder`/`path` so that it is still there after a power cut; replaces
 * atomically.
 */
export async function moveInto(folder: string, path: string, from: string): Promise<void> {
  const target = join(folder, path)
  const parent = dirname(target)
  const created = await mkdir(parent, { recursive: true })
  await rename(from, target)
  await syncFolder(parent)
  if (created === undefined) return
  for (let dir = parent; dir !== folder && dir.startsWith(folder); dir = dirname(dir)) {
    await syncFolder(dirname(dir))
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
