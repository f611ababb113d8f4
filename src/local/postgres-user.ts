import { execFileSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { messageOf, TroubleError } from './trouble.js'

/** Who the Postgres processes run as; empty for "as we ourselves". */
export type RunAs = { readonly uid?: number; readonly gid?: number }

const NAME = 'postgres'

/**
 * Postgres refuses to run as root. When we are root this finds the system user `postgres` or makes
 * it; otherwise nothing is to be done. Throws TroubleError when it can be neither found nor made.
 */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  return lookUp() ?? create()
}

/** Gives a folder to that user. */
export function giveTo(runAs: RunAs, folder: string): void {
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(folder, runAs.uid, runAs.gid)
}

function lookUp(): RunAs | null {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return null
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }))
}

function create(): RunAs {
  try {
    execFileSync('groupadd', ['-f', '--system', NAME], { stdio: 'pipe' })
    execFileSync('useradd', ['--system', '--no-create-home', '-g', NAME, NAME], { stdio: 'pipe' })
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch (error) {
    throw new TroubleError(
      `Postgres 不能以 root 运行，系统用户 ${NAME} 也建不了（${messageOf(error).trim()}）：` +
        `请用普通用户运行，或先建好用户 ${NAME}。(cannot run Postgres as root)`,
    )
  }
}
