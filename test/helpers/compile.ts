import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { projectFiles } from './project-files.js'

const CODE = /^(src|workflows|migrations|bench|test)\/.*\.ts$/

/** These look for others beside themselves, which are to be compiled as they are. */
const STAYS = new Set([
  'src/db/migrations.ts',
  'src/engine/bundle.ts',
  'src/local/node-process.ts',
  'src/notices/reader.ts',
])

/**
 * Compiles the whole project into a folder, once for a run. A process of it then loads without a hook, which on Node 20
 * is asked in another thread for every module: a test of the interface has loaded after 1.7 s of the processor instead
 * of 5. To itself a file is where its source is, so that it finds what lies there.
 */
export async function compileProject(folder: string): Promise<void> {
  const files = projectFiles().filter((file) => CODE.test(file))
  await Promise.all(files.map((file) => compile(file, folder)))
}

async function compile(file: string, folder: string): Promise<void> {
  const url = JSON.stringify(pathToFileURL(resolve(file)).href)
  const { code } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    target: 'node20',
    sourcefile: resolve(file),
    sourcemap: 'inline',
    sourcesContent: false,
    define: STAYS.has(file) ? {} : { 'import.meta.url': url },
  })
  const compiled = compiledIn(folder, file)
  mkdirSync(dirname(compiled), { recursive: true })
  writeFileSync(compiled, code)
}

/** Where a file of the project, a folder or a pattern of them lies compiled. */
export function compiledIn(folder: string, file: string): string {
  return join(folder, file.replace(/\.ts$/, '.js'))
}

/** The source of what lies compiled in a folder. */
export function sourceOf(compiled: string, folder: string): string {
  return compiled.replace(`${folder}/`, '').replace(/\.js$/, '.ts')
}
