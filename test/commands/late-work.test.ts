import t from 'tap'
import { lateWork } from '../../src/commands/late-work.js'
import { statement } from '../../src/db/handle.js'
import { fromEpoch, instantOf } from '../../src/domain/instant.js'
import { localDateOf } from '../../src/domain/zone.js'
import { issue, lineFor } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const WAKE_EARLIER = statement<never>(
  `update milestone set wake_at = clock_timestamp() - make_interval(mins => $1)
   where id = (select id from milestone where outcome is null and subject_id = $2 limit 1)`,
)
const WRITE_EARLIER = statement<never>(
  `update message set created_at = clock_timestamp() - interval '14 days'`,
)
const today = () => localDateOf('Asia/Shanghai', fromEpoch(Date.now()))

async function issued(office: TestOffice): Promise<string> {
  const [unit = ''] = office.units
  const { findings } = await issue(office, [lineFor(unit)], { issued_on: today() })
  return findings[0] ?? ''
}

t.test('milestones late by more than five minutes are counted, whoever is dead', async (t) => {
  const office = await testOffice(t)
  const id = await issued(office)
  t.same(await lateWork(office.api), { milestones: 0, messages: 0 })
  await office.owner.run(WAKE_EARLIER(4, id))
  t.same(await lateWork(office.api), { milestones: 0, messages: 0 }, 'within patience')
  await office.owner.run(WAKE_EARLIER(6, id))
  t.same(await lateWork(office.api), { milestones: 1, messages: 0 })
})

t.test('messages unsent for more than half a working day are counted', async (t) => {
  const office = await testOffice(t)
  await issued(office)
  await office.owner.run(WRITE_EARLIER())
  t.same(await lateWork(office.api), { milestones: 0, messages: 1 })
})

t.test('a rehearsal, whose clock stands, is late with nothing', async (t) => {
  const office = await testOffice(t, { clock: instantOf('2022-09-08T02:00:00.000Z') })
  const [unit = ''] = office.units
  await issue(office, [lineFor(unit)], {
    issued_on: localDateOf('Asia/Shanghai', instantOf('2022-09-08T02:00:00.000Z')),
  })
  await office.owner.run(WRITE_EARLIER())
  t.same(await lateWork(office.api), { milestones: 0, messages: 0 })
})
