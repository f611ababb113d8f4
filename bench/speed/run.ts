import { parseArgs } from 'node:util'
import { runMain } from '../../src/local/main.js'
import { aborted, stopSignal } from '../../src/local/stop-signal.js'
import { TroubleError } from '../../src/local/trouble.js'
import type { Figures } from './aims.js'
import { machineFacts } from './machine.js'
import { lineOf, tableOf } from './report.js'
import { audit } from './rows/audit.js'
import { commands } from './rows/commands.js'
import { guards } from './rows/guards.js'
import { hits } from './rows/hits.js'
import { issueLarge } from './rows/issue.js'
import { latency } from './rows/latency.js'
import { lifecycles } from './rows/lifecycles.js'
import { lists } from './rows/lists.js'
import { minute } from './rows/minute.js'
import type { Bench } from './rows/row.js'
import { uploads } from './rows/uploads.js'
import { FULL, QUICK, type Sizes } from './sizes.js'
import { openBenchOffice } from './world/office.js'
import { startBenchSystem } from './world/system.js'

/**
 * `npm run bench`: how fast, over HTTP and durably, beside a control and peers on the same machine. `--json` ends with
 * the figures as one line, `--quick` runs every row once and small, `--only ROW` runs one row. Exit code 1 when an
 * answer is not the expected one, a life did not end closed, or a list reads a table from end to end; never for a figure.
 */
const say = (line: string) => console.log(line)

type Row = (bench: Bench) => Promise<{ figures: Partial<Figures>; notes: readonly string[] }>
/** In this order on one system; the largest tables come last. */
const ROWS: Readonly<Record<string, Row>> = {
  latency,
  commands,
  guards,
  lifecycles,
  uploads,
  hits,
  issue: issueLarge,
  minute,
  audit,
  lists,
}
/** Takes as long as all others together: measured where it is asked for, and small. */
const APART: readonly string[] = ['minute']

await runMain(async () => {
  const { json, quick, rows } = readArguments()
  const stop = stopSignal()
  const measuring = measure(rows, quick ? QUICK : FULL, stop)
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

async function measure(
  rows: readonly string[],
  sizes: Sizes,
  stop: AbortSignal,
): Promise<Partial<Figures>> {
  const system = await startBenchSystem(say, stop)
  try {
    for (const fact of await machineFacts(system.database)) say(fact)
    const office = await openBenchOffice(system, sizes.units)
    const reached: Partial<Figures>[] = []
    for (const name of rows) {
      const started = performance.now()
      const measured = await ROWS[name]?.({ system, office, sizes })
      const seconds = ((performance.now() - started) / 1_000).toFixed(0)
      say(`${name} (${seconds} s)`)
      for (const note of measured?.notes ?? []) say(`  ${note}`)
      reached.push(measured?.figures ?? {})
    }
    return Object.assign({}, ...reached) as Partial<Figures>
  } finally {
    await system.close()
  }
}

function readArguments(): { json: boolean; quick: boolean; rows: string[] } {
  const all = Object.keys(ROWS)
  try {
    const flag = { type: 'boolean', default: false } as const
    const options = { json: flag, quick: flag, only: { type: 'string' } } as const
    const { json, quick, only } = parseArgs({ options, strict: true }).values
    if (only !== undefined && !all.includes(only)) throw new RangeError(only)
    const usual = quick ? all : all.filter((row) => !APART.includes(row))
    return { json, quick, rows: only === undefined ? usual : [only] }
  } catch {
    throw new TroubleError(
      `用法：npm run bench，或 npm run bench -- --quick --json，或 --only ${all.join('|')}。(unknown option)`,
    )
  }
}
