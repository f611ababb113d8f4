import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The text of a file that is made when it is first asked for and never changed, readable by its owner alone. Two
 * processes that ask at once get the same text: the file appears complete or not at all.
 */
export async function keptText(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readFile(path, 'utf8').catch(ifMissing)
  if (known !== null) return known
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, await make(), { mode: 0o600, flag: 'wx' })
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(path, 'utf8')
}

/** A random secret of 256 bits, made once and kept in a file. */
export function keptSecret(path: string): Promise<string> {
  return keptText(path, async () => randomBytes(32).toString('base64url'))
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
