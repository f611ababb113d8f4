import t from 'tap'
import { lockFindings, updateFindings } from '../../src/db/finding.js'
import { statement } from '../../src/db/handle.js'
import { setPrincipal } from '../../src/db/principal.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { issue, lineFor } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
const READ = statement<{ rows: number }>(
  `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as rows
   from pg_stat_xact_user_tables where relname = 'finding'`,
)

/** How many rows of findings it takes to write one of them back. */
function readToWrite({ api, officer }: TestOffice, id: string): Promise<number> {
  return transaction(api.pool, async (tx) => {
    await setPrincipal(tx, officer('office.handler'))
    const locked = await lockFindings(tx, [id])
    const [before] = await tx.run(READ())
    await updateFindings(tx, locked)
    const [after] = await tx.run(READ())
    return (after?.rows ?? 0) - (before?.rows ?? 0)
  })
}

t.test('a plan made while a table was small still finds its row by its id', async (t) => {
  const office = await testOffice(t, { clock: START, connections: 1 })
  const [unit = ''] = office.units
  const [first = ''] = (await issue(office, [lineFor(unit)], HEAD)).findings
  t.ok((await readToWrite(office, first)) < 5)
  const many = Array.from({ length: 300 }, () => lineFor(unit))
  const { findings } = await issue(office, many, HEAD)
  const read = await readToWrite(office, findings[7] ?? '')
  t.ok(read > 0 && read < 5, `${read} rows read`)
})
