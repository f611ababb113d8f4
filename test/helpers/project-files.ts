import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const IGNORED = new Set([
  '.git',
  ...readFileSync('.gitignore', 'utf8').replaceAll('/', '').split('\n'),
])

/** Every file of the project that is or would be committed, by its path from the root. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (IGNORED.has(entry.name) || entry.name.endsWith('.log')) return []
    return entry.isDirectory() ? projectFiles(path) : [path]
  })
}

export function textOf(file: string): string {
  return readFileSync(file, 'utf8')
}

export function linesOf(file: string): number {
  return textOf(file).trimEnd().split('\n').length
}

const CODE = /\.(ts|mts|mjs|cjs)$/

/** What a person wrote in one of these folders: what a generator writes has no style. */
export function codeIn(...folders: readonly string[]): string[] {
  return projectFiles().filter(
    (file) =>
      CODE.test(file) &&
      !file.includes('.gen.') &&
      folders.some((folder) => file.startsWith(`${folder}/`)),
  )
}
