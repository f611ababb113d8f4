import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Sources while developing, compiled files in production: whatever this file itself is. */
const EXTENSION = extname(fileURLToPath(import.meta.url))
const SOURCES = ['workflows', join('src', 'domain')]

/**
 * The workflows' code for a worker: kept in the folder under a name made of its sources and of the SDK's version,
 * built (some seconds) where it is not there yet. What is there was built from these very sources.
 */
export async function workflowBundle(folder: string): Promise<WorkflowBundleOption> {
  const codePath = join(folder, `workflows-${await fingerprint()}.js`)
  if (!existsSync(codePath)) await writeBundle(codePath)
  return { codePath }
}

/** Builds the workflows' code into a file, which appears whole or not at all. */
export async function writeBundle(codePath: string): Promise<void> {
  const { code } = await buildBundle()
  await mkdir(dirname(codePath), { recursive: true })
  const unfinished = `${codePath}.${process.pid}.tmp`
  await writeFile(unfinished, code)
  await rename(unfinished, codePath)
}

/** The workflows' code, built now. */
export async function buildBundle(): Promise<{ code: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows', `index${EXTENSION}`),
    logger: new DefaultLogger('WARN'),
  })
  return { code }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(sdkVersion())
  for (const folder of SOURCES) {
    for (const file of await filesIn(join(ROOT, folder))) {
      hash.update(`\n${file}\n`).update(await readFile(join(ROOT, folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith(EXTENSION)).toSorted()
}

function sdkVersion(): string {
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
    version: string
  }
  return version
}
