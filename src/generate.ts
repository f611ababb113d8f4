import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { breaksOf } from './contracts/document/breaks.js'
import { openApiDocument } from './contracts/document/document.js'
import { surface } from './contracts/document/surface.js'
import { OPERATIONS } from './contracts/operations.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'

/**
 * Writes what is generated from the contracts; with `--check` compares instead, also with what the last release
 * promised, which `--release` writes down anew.
 */
const FOLDER = new URL('../openapi/', import.meta.url)
const RELEASED = new URL('released.json', FOLDER)

await runMain(async () => {
  const check = process.argv.includes('--check')
  const described = openApiDocument(OPERATIONS)
  const promised = surface.parse(described)
  const document = `${JSON.stringify(described, null, 2)}\n`
  const types = astToString(await openapiTypescript(document, { silent: true }))
  const files = [
    ['openapi.json', document],
    [
      'types.gen.ts',
      `// Generated from openapi.json by npm run generate; not edited by hand.\n${types}`,
    ],
  ] as const
  await mkdir(FOLDER, { recursive: true })
  for (const [name, text] of files) {
    const url = new URL(name, FOLDER)
    if (!check) {
      await writeFile(url, text)
      continue
    }
    const kept = await readFile(url, 'utf8').catch(() => null)
    if (kept !== text) {
      throw new TroubleError(`openapi/${name} 与接口定义不一致，请运行 npm run generate。(stale)`)
    }
  }
  if (process.argv.includes('--release')) {
    await writeFile(RELEASED, `${JSON.stringify(promised)}\n`)
    return
  }
  if (!check) return
  const released = surface.parse(JSON.parse(await readFile(RELEASED, 'utf8')))
  const breaks = breaksOf(released, promised)
  if (breaks.length === 0) return
  throw new TroubleError(
    `接口与上一发布版不兼容，要么改回，要么把主版本号加一：\n${breaks.join('\n')} (breaking)`,
  )
})
