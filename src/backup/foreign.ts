import { execFile } from 'node:child_process'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { messageOf, TroubleError } from '../local/trouble.js'

const run = promisify(execFile)

/** The file of a backup that pg_dump wrote. */
export const DUMP = 'database.dump'

/** Has pg_dump write a Postgres that is not ours into a file. Throws TroubleError where there is none, or it fails. */
export async function dumpDatabase(
  url: string,
  target: string,
): Promise<{ files: number; bytes: number }> {
  await mkdir(target, { recursive: true, mode: 0o700 })
  const file = join(target, DUMP)
  await tool('pg_dump', ['--format=custom', `--file=${file}`, url])
  return { files: 1, bytes: (await stat(file)).size }
}

/** Has pg_restore read such a file into an empty database. Throws TroubleError where there is none, or it fails. */
export async function restoreDump(url: string, source: string): Promise<void> {
  const how = ['--exit-on-error', '--single-transaction', `--dbname=${url}`]
  await tool('pg_restore', [...how, join(source, DUMP)])
}

async function tool(name: string, args: readonly string[]): Promise<void> {
  try {
    await run(name, args)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    // The words of a failure may repeat the address with its password.
    const why = missing ? '路径上没有它' : (messageOf(error).split('\n').at(-2) ?? '')
    throw new TroubleError(
      `DATABASE_URL 指向的 Postgres 要用 ${name}，但${why.replaceAll(/\S+:\/\/\S+/g, '…')}：` +
        `安装 Postgres 的客户端工具（如 apt-get install postgresql-client）后重试。(${name})`,
    )
  }
}
