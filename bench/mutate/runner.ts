import { readFileSync } from 'node:fs'
import type { Answer, Ask } from './messages.js'
import { Modules } from './modules.js'
import { mutated } from './mutants.js'
import { runTest } from './suite.js'

/** A process that runs tests over changed files; a change that never comes to an end is ended with the process. */
const modules = new Modules()
let trouble = false
for (const name of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(name, () => {
    trouble = true
  })

process.on('message', (ask: Ask) => {
  void run(ask).then((answer) => process.send?.(answer))
})

async function run({ test, mutant }: Ask): Promise<Answer> {
  trouble = false
  modules.change(
    mutant && { path: mutant.file, text: mutated(readFileSync(mutant.file, 'utf8'), mutant) },
  )
  const { passed, ms, loaded } = await runTest(modules, test)
  return { answer: 'ran', passed: passed && !trouble, ms, loaded: [...loaded] }
}
