import { writeFile } from 'node:fs/promises'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { stage } from '../workflows/support.js'
import { SCENARIOS } from './scenarios.js'

/**
 * `node --import tsx test/replay/record.ts [scenario …]`, with the variables of `npm run test:servers`: lives the
 * scenarios and keeps their histories under today's date. Older ones stay: runs of their shape may be open.
 */
const ends: (() => unknown)[] = []
const set = await stage({ teardown: (end: () => unknown) => ends.push(end) })
const wanted = process.argv.slice(2)
const today = new Date().toISOString().slice(0, 10)
try {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const handle = await scenario(set)
    const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()))
    const file = new URL(`../histories/${name}.${today}.json`, import.meta.url)
    await writeFile(file, `${JSON.stringify(history, anonymous, 1)}\n`)
    console.log(file.pathname)
  }
} finally {
  for (const end of ends) await end()
}

/** Where and by whom a history was recorded plays no part in its replay. */
function anonymous(key: string, value: unknown): unknown {
  const place = ['stackTrace', 'identity', 'buildId'].includes(key)
  return place ? 'recorded' : value
}
