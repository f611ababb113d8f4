import t from 'tap'
import { isBusy, newestVersion } from '../../src/db/rehearsal.js'
import { transaction } from '../../src/db/transaction.js'
import { claimToTell, markTold, wantSubjects } from '../../src/db/workflow-sync.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { issue, lineFor } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

t.test('a rehearsal waits for what is to be told, not for what people go on doing', async (t) => {
  const office = await testOffice(t, { units: 1, clock: instantOf('2022-09-08T02:00:00.000Z') })
  const { office_id } = office
  const { pool } = office.worker
  t.equal(await newestVersion(pool, office_id), 0)
  const head = { issued_on: dateOf('2022-09-08') }
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], head)
  const upTo = await newestVersion(pool, office_id)
  t.ok(upTo > 0)
  t.ok(await isBusy(pool, office_id, upTo), 'not told yet')
  const claimed = await claimToTell(pool, 10, 1_000)
  await markTold(
    pool,
    claimed.map(({ subject_id, view }) => ({ subject_id, version: view.version })),
  )
  t.notOk(await isBusy(pool, office_id, upTo))
  const again = { subject_id: findings[0] ?? '', office_id, kind: 'finding' as const }
  await transaction(pool, (tx) => wantSubjects(tx, [again]))
  t.notOk(await isBusy(pool, office_id, upTo), 'a command that came later')
  t.ok(await isBusy(pool, office_id, await newestVersion(pool, office_id)))
})
