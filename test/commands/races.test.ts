import t from 'tap'
import { CommandError } from '../../src/commands/errors.js'
import { DatabaseError } from '../../src/db/errors.js'
import { listEvents } from '../../src/db/event.js'
import { statement } from '../../src/db/handle.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { answer, evidenceOf, issue, lineFor, newKey, send, type Told } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const LOCK = statement<never>('select from finding where id = $1 for update')
const START = instantOf('2022-09-08T02:00:00.000Z')

async function notified(office: TestOffice): Promise<string> {
  const line = lineFor(office.units[0] ?? '')
  const { findings } = await issue(office, [line], { issued_on: dateOf('2022-09-08') })
  return findings[0] ?? ''
}

t.test('S18 one key sent 200 times in parallel: one effect, one answer', async (t) => {
  const office = await testOffice(t, { clock: START })
  const id = await notified(office)
  const key = newKey()
  const told = await Promise.all(
    Array.from({ length: 200 }, () =>
      retried(() => send(office, office.member(0), id, { name: 'acknowledge' }, { key })),
    ),
  )
  t.equal(new Set(told.map((one) => JSON.stringify(one))).size, 1, 'identical answers')
  t.equal(told[0]?.state, 'rectifying')
  const types = (await listEvents(office.worker.pool, id)).map((event) => event.type)
  t.strictSame(types, ['issued', 'acknowledged'])
  await t.rejects(
    send(
      office,
      office.member(0),
      id,
      { name: 'acknowledge' },
      { key: { ...key, fingerprint: 'g' } },
    ),
    { code: 'KEY_REUSED' },
  )
})

t.test('S18 two people closing and returning at once: exactly one wins', async (t) => {
  const office = await testOffice(t, { clock: START, policy: { stamped_report: 'never' } })
  for (const round of [1, 2, 3, 4, 5]) {
    const id = await verified(office)
    const [closed, returned] = await Promise.all([
      send(
        office,
        office.officer('office.reviewer'),
        id,
        { name: 'close', conclusion: '同意' },
        seen(4),
      ),
      send(
        office,
        office.officer('office.handler'),
        id,
        {
          name: 'return',
          kind: 'substantive',
          reasons: ['not_fixed'],
          points: [{ claim: '已更新', comment: '页面仍为旧内容' }],
        },
        seen(4),
      ),
    ])
    const won = [closed, returned].filter((told) => told.status === 200)
    const lost = [closed, returned].filter((told) => told.status === 412)
    t.equal(won.length, 1, `round ${round}: one wins`)
    t.equal(lost.length, 1, `round ${round}: the other is told that it is stale`)
  }
})

t.test('a finding held by another for two seconds is LOCKED, and nothing changes', async (t) => {
  const office = await testOffice(t, { clock: START })
  const id = await notified(office)
  const holder = await office.owner.take()
  await holder.command('begin')
  await holder.send(LOCK(id))
  await t.rejects(send(office, office.member(0), id, { name: 'acknowledge' }), { code: 'LOCKED' })
  await holder.command('rollback')
  holder.release()
  const told = await send(office, office.member(0), id, { name: 'acknowledge' }, { if_match: 1 })
  t.equal(told.state, 'rectifying')
})

t.test('what was answered once is answered again while another holds the finding', async (t) => {
  const office = await testOffice(t, { clock: START })
  const id = await notified(office)
  const key = newKey()
  const told = await send(office, office.member(0), id, { name: 'acknowledge' }, { key })
  const holder = await office.owner.take()
  await holder.command('begin')
  await holder.send(LOCK(id))
  const again = await send(office, office.member(0), id, { name: 'acknowledge' }, { key })
  t.same(again, told)
  await holder.command('rollback')
  holder.release()
})

async function verified(office: TestOffice): Promise<string> {
  const id = await notified(office)
  const sha256 = await evidenceOf(office, 0)
  await send(office, office.member(0), id, { name: 'acknowledge' })
  await send(office, office.member(0), id, { name: 'respond', ...answer('2022-09-08', [sha256]) })
  const handler = office.officer('office.handler')
  const conclusion = { conclusion: '已核实', retest_reason: '人工核对' }
  const { revision } = await send(office, handler, id, { name: 'accept', ...conclusion })
  if (revision !== 4) throw new Error(`revision ${revision}`)
  return id
}

function seen(if_match: number) {
  return { if_match }
}

/** A caller that was told to come back comes back, as a client with the same key does. */
async function retried(call: () => Promise<Told>): Promise<Told> {
  for (;;) {
    try {
      return await call()
    } catch (error) {
      const busy = error instanceof CommandError && error.code === 'LOCKED'
      const full = error instanceof DatabaseError && error.code === 'UNAVAILABLE'
      if (!busy && !full) throw error
    }
  }
}
