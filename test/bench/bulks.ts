import { bulkNext, type OfSomebody } from '../../src/commands/bulk/next.js'
import { createDeps } from '../../src/commands/create-deps.js'
import { openPool } from '../../src/db/pool.js'

// A command on one finding after the other, as a worker does them, until none is left or the process is made to die.
const [url = '', whose = '{}'] = process.argv.slice(2)
const pool = openPool({ url, role: 'zhenggai_worker', max: 2, applicationName: 'bulks' })
const deps = createDeps(pool, () => undefined)
while ((await bulkNext(deps, JSON.parse(whose) as OfSomebody)) === 'more') continue
await pool.close()
