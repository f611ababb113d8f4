import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copyOne } from './copy.js'

const SEGMENT = /^[0-9A-F]{24}$/

/**
 * Copies the log from the segment in which a backup began to the one in which it ended, and what lies between; with
 * it the copied cluster becomes consistent by itself when it starts. Throws when a segment is missing.
 */
export async function copyWal(
  from: string,
  to: string,
  first: string,
  last: string,
): Promise<{ files: number; bytes: number }> {
  await mkdir(join(to, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 })
  const names = (await readdir(join(from, 'pg_wal'))).filter(
    (name) => SEGMENT.test(name) && name >= first && name <= last,
  )
  if (!names.includes(first) || !names.includes(last)) {
    throw new Error(`the log from ${first} to ${last} is not there any more`)
  }
  let bytes = 0
  for (const name of names) {
    bytes += (await copyOne(join(from, 'pg_wal', name), join(to, 'pg_wal', name))) ?? 0
  }
  return { files: names.length, bytes }
}
