import t from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import { listEvents } from '../../src/db/event.js'
import { statement } from '../../src/db/handle.js'
import { liveMilestones } from '../../src/db/milestone.js'
import { sliceList } from '../../src/db/slice-list.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { issue, jump, lineFor, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')

t.test('earlier proof of delivery moves the row of the receipt that waits', async (t) => {
  const office = await testOffice(t, { clock: START })
  const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
  const { notice_id, findings } = await issue(office, [lineFor(office.units[0] ?? '')], dates)
  const [id = ''] = findings
  const call = async (at: string) => {
    const contact = { name: 'record_contact', whom: '张三', words: '已收到' } as const
    await send(office, office.officer('office.handler'), id, { ...contact, at: instantOf(at) })
    const rows = await liveMilestones(office.worker.pool, [id])
    return rows.find(({ kind }) => kind === 'deem_received')
  }
  await jump(office, instantOf('2022-09-16T02:00:00.000Z'))
  await catchUp(office.worker, office.office_id, findings)
  const later = await call('2022-09-16T01:00:00.000Z')
  t.equal(later?.at, '2022-09-20T16:00:00.000Z')
  const earlier = await call('2022-09-15T01:00:00.000Z')
  t.match(earlier, { id: later?.id, at: '2022-09-19T16:00:00.000Z' })
  t.match(earlier, { wake_at: earlier?.at, reason: { proved_on: '2022-09-15' } })

  const slices = () => sliceList(office.worker.pool, notice_id, { limit: 9, after: null })
  t.match(await slices(), [{ receipt_deemed: false }])
  await jump(office, instantOf('2022-09-20T02:00:00.000Z'))
  await catchUp(office.worker, office.office_id, findings)
  t.match(await slices(), [{ receipt_deemed: true, received_at: '2022-09-19T16:00:00.000Z' }])

  // However the clock stands, nothing happens before what happened last.
  const ahead = statement<never>('update finding set last_event_at = $2 where id = $1')
  const LAST = instantOf('2022-09-21T02:00:00.000Z')
  await office.owner.run(ahead(id, LAST))
  await send(office, office.member(0), id, { name: 'report_progress', note: '正在整理' })
  t.equal((await listEvents(office.owner, id)).at(-1)?.at, LAST)
})
