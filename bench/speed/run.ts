import { parseArgs } from 'node:util'
import { runMain } from '../../src/local/main.js'
import { aborted, stopSignal } from '../../src/local/stop-signal.js'
import { TroubleError } from '../../src/local/trouble.js'
import type { Figures } from './aims.js'
import { machineFacts } from './machine.js'
import { lineOf, tableOf } from './report.js'
import { commands } from './rows/commands.js'
import { issueLarge } from './rows/issue.js'
import { latency } from './rows/latency.js'
import { lifecycles } from './rows/lifecycles.js'
import { lists } from './rows/lists.js'
import type { Bench } from './rows/row.js'
import { FULL, QUICK } from './sizes.js'
import { openBenchOffice } from './world/office.js'
import { startBenchSystem } from './world/system.js'

/**
 * `npm run bench`: how fast, over HTTP and durably, beside a control and peers on the same machine. `--json` ends with
 * the figures as one line; `--quick` runs every row once and small. Exit code 1 when an answer is not the expected
 * one, a life did not end closed, or a list reads a table from end to end; never for a figure.
 */
const say = (line: string) => console.log(line)

await runMain(async () => {
  const { json, quick } = readArguments()
  const stop = stopSignal()
  const measuring = measure(quick, stop)
  measuring.catch(() => undefined)
  const figures = await Promise.race([measuring, aborted(stop)])
  if (!figures) {
    await measuring.catch(() => undefined)
    return 130
  }
  say('')
  for (const line of tableOf(figures)) say(line)
  if (quick)
    say('\nsizes of --quick: these figures say that the bench runs, not how fast anything is')
  if (json) say(lineOf(figures))
  return 0
})

/** Every row in turn, on one system; the largest tables come last. */
async function measure(quick: boolean, stop: AbortSignal): Promise<Figures> {
  const system = await startBenchSystem(say, stop)
  try {
    for (const fact of await machineFacts(system.database)) say(fact)
    const sizes = quick ? QUICK : FULL
    const office = await openBenchOffice(system, sizes.units)
    const bench: Bench = { system, office, sizes }
    return {
      ...(await row('latency', latency, bench)),
      ...(await row('commands', commands, bench)),
      ...(await row('lifecycles', lifecycles, bench)),
      ...(await row('issue', issueLarge, bench)),
      ...(await row('lists', lists, bench)),
    }
  } finally {
    await system.close()
  }
}

async function row<F>(
  name: string,
  measureRow: (bench: Bench) => Promise<{ figures: F; notes: readonly string[] }>,
  bench: Bench,
): Promise<F> {
  const started = performance.now()
  const { figures, notes } = await measureRow(bench)
  const seconds = ((performance.now() - started) / 1_000).toFixed(0)
  say(`${name} (${seconds} s)`)
  for (const note of notes) say(`  ${note}`)
  return figures
}

function readArguments(): { json: boolean; quick: boolean } {
  try {
    const options = { json: { type: 'boolean' }, quick: { type: 'boolean' } } as const
    const { values } = parseArgs({ options, strict: true })
    return { json: values.json ?? false, quick: values.quick ?? false }
  } catch {
    throw new TroubleError(
      '用法：npm run bench，或 npm run bench -- --quick --json。(unknown option)',
    )
  }
}
