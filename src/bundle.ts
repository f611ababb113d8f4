import { resolve } from 'node:path'
import { writeBundle } from './engine/bundle.js'
import { runMain } from './local/main.js'

/** `node src/bundle.ts [file]`: builds the workflows' code for workers, by default dist/workflows.js. */
await runMain(async () => {
  const file = resolve(process.argv[2] ?? 'dist/workflows.js')
  await writeBundle(file)
  console.log(file)
})
