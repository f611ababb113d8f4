import t, { type Test } from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { erasingOperations } from '../../src/contracts/register/erasing.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { until } from '../activities/support.js'
import { act } from './closing.js'
import { dump, enterLeaver, LEFT } from './erasing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

const LOCK = statement<never>('select from finding where id = $1 for update')
const WAITING = statement<{ count: number }>(
  `select count(distinct l.pid)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid
   where not l.granted and a.datname = current_database()`,
)
const BODY = { reason: '本人离任，申请删除', basis: '2022年9月2日个人信息删除申请' }
const COMMENT = { text: `请与${LEFT.name}核对`, audience: 'unit' }

/** Somebody who has left and is named in the first of two findings, and an erasure that waits for that one. */
async function scene(t: Test) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const problem = `${LEFT.name}负责的栏目没有更新`
  const lines = [line(one, { problem }), line(two)]
  const { findings } = await issuedFindings(server, { findings: lines })
  const [first = '', second = ''] = findings
  const { id } = await enterLeaver(office, '2022-09-02')
  const leader = as(office.officer('office.leader'))
  const holder = await office.owner.take()
  await holder.command('begin')
  await holder.send(LOCK(first))
  const waiting = async () => (await office.owner.run(WAITING()))[0]?.count ?? 0
  return {
    ...{ first, second, waiting },
    handler: as(office.officer('office.handler')),
    erase: () => leader(erasingOperations.erasePerson, { params: { id }, body: BODY }),
    waits: (count: number) => until(async () => ((await waiting()) === count ? true : null)),
    letGo: async () => {
      await holder.command('rollback')
      holder.release()
    },
    named: async () => (await dump(office.url.replace(/\?.*/, ''))).includes(LEFT.name),
  }
}

t.test(
  'S54 a name written meanwhile in a finding nobody has locked stops the erasure',
  async (t) => {
    const { second, handler, erase, waits, waiting, letGo, named } = await scene(t)
    const erasing = erase()
    await waits(1)
    t.equal((await act(handler, second, 'comment', COMMENT)).status, 200)
    t.equal(await waiting(), 1, 'it waits still')
    await letGo()
    t.equal((await erasing).code, 'LOCKED')
    t.ok(await named(), 'nothing was erased')

    const again = await erase()
    t.equal(again.status, 200, again.text)
    t.strictSame(
      again.body.findings.map(({ finding_id }) => finding_id),
      [second],
    )
    t.notOk(await named())
  },
)

t.test('S54 one written meanwhile in a finding that is waited for is erased too', async (t) => {
  const { first, handler, erase, waits, letGo, named } = await scene(t)
  const writing = act(handler, first, 'comment', COMMENT)
  await waits(1)
  const erasing = erase()
  await waits(2)
  await letGo()
  t.equal((await writing).status, 200)
  const erased = await erasing
  t.equal(erased.status, 200, erased.text)
  const { body } = await handler(findingOperations.listFindingEvents, { params: { id: first } })
  const [comment] = body.items.filter(({ type }) => type === 'commented')
  t.equal(comment?.erased, true)
  t.ok(erased.body.findings[0]?.events.some((seq) => seq === comment?.seq))
  t.notOk(await named())
})
