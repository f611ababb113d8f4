import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runMain } from '../src/local/main.js'
import { aborted, stopSignal } from '../src/local/stop-signal.js'
import { type Judged, judgeAll, measure } from './mutate/judge.js'
import { mutantsOf } from './mutate/mutants.js'
import { reasonFor } from './mutate/survivors.js'

/**
 * `npm run mutate`: changes every expression of the domain (its machine, its clock, its table of who may do what) one
 * at a time and asks the domain's tests whether they notice; `-- --only permissions` takes the files whose path holds
 * that. Generated tables and words for people are left alone. Exit code 1 when fewer than nine in ten are noticed.
 */
const SOURCE = resolve('src/domain')
const TESTS = resolve('test/domain')
const WANTED = 0.9

await runMain(async () => {
  const stop = stopSignal()
  // A runner may hang in a change that never ends; it goes with the run, whoever stops it.
  return Promise.race([mutate(stop), aborted(stop).then(() => 130)])
})

async function mutate(stop: AbortSignal): Promise<number> {
  const options = { only: { type: 'string', default: '' } } as const
  const { only } = parseArgs({ options, strict: true }).values
  const sources = filesIn(SOURCE).filter((file) => !file.endsWith('.gen.ts'))
  const chosen = sources.filter((file) => relative(SOURCE, file).includes(only))
  const tests = await measure(
    filesIn(TESTS).filter((file) => file.endsWith('.test.ts')),
    stop,
  )
  const mutants = chosen.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')))
  console.log(`${mutants.length} mutants of ${chosen.length} files, ${tests.length} test files`)
  let count = 0
  const judged = await judgeAll(mutants, tests, {
    stop,
    processes: availableParallelism(),
    tell: ({ mutant, fate }) => {
      count += 1
      if (count % 200 === 0) console.log(`… ${count} judged`)
      if (fate === 'survived' && !reasonFor(mutant)) console.log(lineOf(mutant))
    },
  })
  return report(judged)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .toSorted()
}

function report(judged: readonly Judged[]): number {
  const count = (fate: Judged['fate']) => judged.filter((one) => one.fate === fate).length
  const noticed = count('killed') + count('endless')
  const share = noticed / Math.max(judged.length, 1)
  for (const { mutant, fate } of judged) {
    const why = reasonFor(mutant)
    if (fate === 'survived' && why) console.log(`${lineOf(mutant)}\n    may live: ${why}`)
  }
  console.log(
    `${noticed} of ${judged.length} noticed (${(share * 100).toFixed(1)} %), ${count('endless')} of them endless, ${count('survived')} survived`,
  )
  return share >= WANTED ? 0 : 1
}

function lineOf({ file, line, kind, was }: Judged['mutant']): string {
  return `${relative(process.cwd(), file)}:${line}  ${kind}: ${was}`
}
