import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether something below the copied folder is left out, by its path within it. */
export type LeaveOut = (path: string) => boolean

/**
 * Copies a folder whose files may change or vanish meanwhile; what is gone when its turn comes is not missed.
 * Returns how many files were copied and how many bytes. Every file is on the disk when it resolves.
 */
export async function copyFolder(
  from: string,
  to: string,
  leaveOut: LeaveOut = () => false,
  below = '',
): Promise<{ files: number; bytes: number }> {
  await mkdir(join(to, below), { recursive: true, mode: 0o700 })
  const total = { files: 0, bytes: 0 }
  const entries = await readdir(join(from, below), { withFileTypes: true }).catch(ifMissing)
  for (const entry of entries ?? []) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (leaveOut(path)) continue
    if (entry.isDirectory()) {
      const inner = await copyFolder(from, to, leaveOut, path)
      total.files += inner.files
      total.bytes += inner.bytes
    } else if (entry.isFile()) {
      const bytes = await copyOne(join(from, path), join(to, path))
      if (bytes === null) continue
      total.files += 1
      total.bytes += bytes
    }
  }
  return total
}

/** Copies one file onto the disk; null when it is not there any more. */
export async function copyOne(from: string, to: string): Promise<number | null> {
  const copied = await copyFile(from, to, constants.COPYFILE_FICLONE).then(() => true, ifMissing)
  if (!copied) return null
  const file = await open(to, 'r+')
  try {
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
