import t from 'tap'
import { lateWork } from '../../src/commands/late-work.js'
import { statement } from '../../src/db/handle.js'
import { countLate } from '../../src/db/late-work.js'
import { fromEpoch, type Instant, instantOf } from '../../src/domain/instant.js'
import { WITHIN_MINUTES } from '../../src/domain/saying.js'
import { localDateOf } from '../../src/domain/zone.js'
import { issue, lineFor } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const WAKE_EARLIER = statement<never>(
  `update milestone set (at, wake_at) = (select late, late from (values (clock_timestamp() - make_interval(mins => $1))) as v (late))
   where id = (select id from milestone where outcome is null and subject_id = $2 limit 1)`,
)
const WRITE_EARLIER = statement<never>(
  `update message set created_at = clock_timestamp() - interval '14 days'`,
)
const WRITE = statement<never>('update message set kind = $1, created_at = $2')
const QUEUE_DIGEST = statement<never>(
  `insert into mail (id, office_id, kind, to_name, to_address, subject, text, rehearsal, created_at)
   values (gen_random_uuid(), $1, 'unit', '甲', 'a@example.cn', '每日提示', '', false, $2)`,
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

t.test(
  'what waits for an opening is late only after one, and a mail whoever it speaks to',
  async (t) => {
    const office = await testOffice(t)
    await issued(office)
    const [monday, tuesday] = [
      instantOf('2026-11-23T01:10:00.000Z'),
      instantOf('2026-11-24T01:00:00.000Z'),
    ]
    await office.owner.run(WRITE('response_waits', monday))
    const late = (before: Instant, openedBefore: Instant) =>
      countLate(office.owner, office.office_id, {
        wokenBefore: monday,
        soon: { kinds: WITHIN_MINUTES, before },
        openedBefore,
      })
    t.same(await late(tuesday, instantOf('2026-11-23T01:00:00.000Z')), {
      milestones: 0,
      messages: 0,
    })
    t.same(await late(tuesday, tuesday), { milestones: 0, messages: 1 })
    await office.owner.run(WRITE('slice', monday))
    t.same(
      await late(tuesday, monday),
      { milestones: 0, messages: 1 },
      'a slice waits for no opening',
    )
    await office.owner.run(QUEUE_DIGEST(office.office_id, monday))
    t.same(await late(tuesday, monday), { milestones: 0, messages: 2 }, 'a digest without messages')
  },
)

t.test('a rehearsal, whose clock stands, is late with nothing', async (t) => {
  const office = await testOffice(t, { clock: instantOf('2022-09-08T02:00:00.000Z') })
  const [unit = ''] = office.units
  await issue(office, [lineFor(unit)], {
    issued_on: localDateOf('Asia/Shanghai', instantOf('2022-09-08T02:00:00.000Z')),
  })
  await office.owner.run(WRITE_EARLIER())
  t.same(await lateWork(office.api), { milestones: 0, messages: 0 })
})
