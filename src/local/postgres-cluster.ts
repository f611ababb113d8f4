import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { giveTo, type RunAs } from './postgres-user.js'
import { messageOf, TroubleError } from './trouble.js'

const run = promisify(execFile)

/** Which Postgres makes and runs a cluster, as whom, and whether it waits for the disk. */
export type Engine = {
  readonly native: string
  readonly major: string
  readonly runAs: RunAs
  readonly durable: boolean
}

/** A cluster on disk: where its data is, and its superuser's password. */
export type Cluster = { readonly data: string; readonly password: string }

/**
 * The cluster below a folder, made on first use with a random password that only its owner may
 * read. A making that was interrupted leaves nothing that counts: the data appears by one rename.
 * Throws TroubleError when the data was written by another Postgres or its password is gone.
 */
export async function clusterIn(folder: string, engine: Engine): Promise<Cluster> {
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  if (!existsSync(data) || readdirSync(data).length === 0) await make(data, secret, engine)
  const written = read(join(data, 'PG_VERSION'))
  if (written !== engine.major) {
    throw new TroubleError(
      `数据目录 ${data} 不是 Postgres ${engine.major} 的（写着 ${written || '无'}）：用原来的版本导出后再导入，` +
        '或移走该目录重新开始。(data folder of another Postgres)',
    )
  }
  const password = read(secret)
  if (!password) {
    throw new TroubleError(
      `数据库口令文件 ${secret} 不见了：放回它，或移走 ${folder} 重新开始。(password file missing)`,
    )
  }
  return { data, password }
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}

async function make(
  data: string,
  secret: string,
  { native, runAs, durable }: Engine,
): Promise<void> {
  const half = `${data}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  writeFileSync(secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  giveTo(runAs, half)
  giveTo(runAs, secret)
  const who = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`]
  // The built-in locale sorts by code point and the same on every machine.
  const locale = [
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  try {
    const initdb = join(native, 'bin', 'initdb')
    const how = ['--no-instructions', ...(durable ? [] : ['--no-sync'])]
    await run(initdb, ['-D', half, ...who, ...locale, ...how], { ...runAs, cwd: '/' })
  } catch (error) {
    const reason = messageOf(error).trim().split('\n').at(-1)
    throw new TroubleError(
      `内置 Postgres 建不了数据目录（${reason}）：检查磁盘空间和权限后重试。(initdb failed)`,
    )
  }
  renameSync(half, data)
}
