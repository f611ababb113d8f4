import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { openApiDocument } from './contracts/document/document.js'
import { OPERATIONS } from './contracts/operations.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'

/** Writes what is generated from the contracts; with `--check` compares instead. */
const FOLDER = new URL('../openapi/', import.meta.url)

await runMain(async () => {
  const check = process.argv.includes('--check')
  const document = `${JSON.stringify(openApiDocument(OPERATIONS), null, 2)}\n`
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
})
