import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { poll } from './ports.js'
import { isStill } from './processes.js'
import { TroubleError } from './trouble.js'

/** A data folder this process has for itself. */
export type OwnedFolder = {
  /** Says that we are on our way out, so that the next start waits instead of refusing. */
  readonly leaving: () => void
  readonly release: () => void
}

const FILE = 'owner.pid'
const LEAVING = 'leaving'
const LEAVE_MS = 12_000

type Claim = { readonly pid: number; readonly state: string; readonly mark: string }

/**
 * Makes this process the only one that uses a data folder. `mark` is a piece of its own command line, by
 * which whoever comes later knows that the id has not passed to a stranger. Throws TroubleError when
 * another living process has it and does not leave.
 */
export async function ownFolder(folder: string, mark: string): Promise<OwnedFolder> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, FILE)
  const write = (state: string, flag: 'w' | 'wx') =>
    writeFileSync(file, `${process.pid} ${state} ${mark}\n`, { flag })
  const free = async () => (livingOwner(file) === null ? true : undefined)
  await poll(free, read(file).state === LEAVING ? LEAVE_MS : 0, 200)
  const owner = livingOwner(file)
  if (owner !== null) throw inUse(folder, owner)
  rmSync(file, { force: true })
  try {
    write('using', 'wx')
  } catch {
    throw inUse(folder, livingOwner(file) ?? 0)
  }
  return {
    leaving: () => write(LEAVING, 'w'),
    release: () => rmSync(file, { force: true }),
  }
}

function livingOwner(file: string): number | null {
  const { pid, mark } = read(file)
  return pid > 0 && pid !== process.pid && mark !== '' && isStill(pid, mark) ? pid : null
}

function read(file: string): Claim {
  const [pid, state = '', ...mark] = textOf(file).trim().split(' ')
  return { pid: Number(pid), state, mark: mark.join(' ') }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function inUse(folder: string, owner: number): TroubleError {
  return new TroubleError(
    `数据目录 ${folder} 正被进程 ${owner} 使用：先停掉它（kill ${owner}），或用 DATA_DIR 指定另一个目录。` +
      '(data folder in use)',
  )
}
