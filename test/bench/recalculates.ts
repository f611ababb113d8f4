import { recalculateNext } from '../../src/commands/calendars/recalculate.js'
import { createDeps } from '../../src/commands/create-deps.js'
import { openPool } from '../../src/db/pool.js'

// Pages of an applied calendar until nothing is left, as a worker does them, or until the process is made to die.
const [url = '', operation = ''] = process.argv.slice(2)
const pool = openPool({ url, role: 'zhenggai_worker', max: 2, applicationName: 'recalculates' })
const deps = createDeps(pool, () => undefined)
while (await recalculateNext(deps, operation)) continue
await pool.close()
