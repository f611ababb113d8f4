import { createDeps } from '../../src/commands/create-deps.js'
import { takeHits } from '../../src/commands/hits/take.js'
import { openPool } from '../../src/db/pool.js'

// Pages of an import until nothing is left, as a worker takes them, or until the process is made to die.
const [url = '', operation = ''] = process.argv.slice(2)
const pool = openPool({ url, role: 'zhenggai_worker', max: 2, applicationName: 'imports' })
const deps = createDeps(pool, () => undefined)
while ((await takeHits(deps, operation)) !== 'finished') continue
await pool.close()
