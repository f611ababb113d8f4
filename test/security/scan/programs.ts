import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installFromPip } from '../../../src/local/pip.js'
import { step } from '../../../src/local/progress.js'
import { messageOf } from '../../../src/local/trouble.js'
import type { ScanPlace } from './scan.js'

const run = promisify(execFile)
const WITHIN_MS = 300_000
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin']
const SQLMAP = { name: 'sqlmap==1.10.10', title: 'sqlmap（约 7 MB，只需一次）' }

/** A program that was found or installed, or why there is none. */
export type Found = { readonly path: string } | { readonly reason: string }

/** A program of Debian's: the one present, else installed by apt, which only root may. */
export async function debianProgram(
  name: string,
  packageName: string,
  { say }: Pick<ScanPlace, 'say'>,
): Promise<Found> {
  const path = () => FOLDERS.map((folder) => join(folder, name)).find((file) => existsSync(file))
  const present = path()
  if (present) return { path: present }
  if (process.getuid?.() !== 0)
    return { reason: `没有 ${name}，安装要用 root：apt-get install ${packageName}` }
  const how = ['install', '-y', '-qq', '--no-install-recommends', packageName]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args: readonly string[]) => run('apt-get', args, { env, timeout: WITHIN_MS })
  try {
    const install = () => apt(how).catch(() => apt(['update', '-qq']).then(() => apt(how)))
    await step(`用 apt 安装 ${packageName}`, install, say)
  } catch (error) {
    return { reason: `apt 装不上 ${packageName}：${messageOf(error).trim().split('\n').at(-1)}` }
  }
  const installed = path()
  return installed ? { path: installed } : { reason: `装了 ${packageName}，却没有 ${name}` }
}

/** sqlmap's program, in the project's cache, for Python to run. */
export async function sqlmapProgram({ cache, say, stop }: ScanPlace): Promise<Found> {
  const folder = join(cache, 'sqlmap')
  const path = join(folder, 'sqlmap', 'sqlmap.py')
  if (existsSync(path)) return { path }
  const pip = await installFromPip(folder, {
    ...{ pinned: SQLMAP.name, what: `用 pip 下载 ${SQLMAP.title}` },
    ...{ env: process.env, say, signal: stop },
  })
  return pip.done && existsSync(path) ? { path } : { reason: `pip 装不上 sqlmap（${pip.reason}）` }
}
