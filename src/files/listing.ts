import { readdir, stat } from 'node:fs/promises'
import { hasCode } from './fs-error.js'

/** The entries of a folder with such names; none where there is no folder yet. */
export async function listed(folder: string, names: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => names.test(name))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** When a file was last written, in epoch milliseconds; never old where it has gone meanwhile. */
export async function modified(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Number.POSITIVE_INFINITY
    throw error
  }
}
