import { resolve } from 'node:path'
import { writeBundle } from './engine/bundle.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'

/** `bundle.ts FILE`: builds the workflows' code. A worker keeps its own; the test run shares one among all tests. */
await runMain(async () => {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new TroubleError('用法：bundle.ts 文件。(usage)')
  await writeBundle(resolve(file))
})
