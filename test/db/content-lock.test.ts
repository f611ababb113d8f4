import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { v7 } from 'uuid'
import { lockContent, unlessNamed } from '../../src/db/content-lock.js'
import { insertEvidence } from '../../src/db/evidence.js'
import { transaction } from '../../src/db/transaction.js'
import { instantOf } from '../../src/domain/instant.js'
import { testOffice } from '../helpers/office.js'

const HASH = 'c'.repeat(64)

const office = await testOffice(t)
const { pool } = office.worker

function evidence() {
  return {
    id: v7(),
    office_id: office.office_id,
    unit_id: office.units[0] ?? null,
    sha256: HASH,
    size: 5,
    type: 'text/plain',
    name: 'a.txt',
    captured_on: null,
    uploaded_by: office.member(0).person_id,
    service_account_id: null,
    uploaded_at: instantOf('2022-09-08T02:00:00.000Z'),
    masked: true,
    metadata: null,
    scan_state: 'unscanned',
  } as const
}

/** What a sweep would remove: notes when it is asked, and is slow about it where it is told so. */
function content(wait: Promise<unknown> = Promise.resolve(), removed: string[] = []) {
  const remove = async () => {
    await wait
    removed.push('removed')
    return true
  }
  return { removed, remove }
}

t.test('what is being entered is not removed, though no record shows it yet', async (t) => {
  const { removed, remove } = content()
  await transaction(office.owner, async (tx) => {
    await lockContent(tx, HASH)
    t.equal(await unlessNamed(pool, HASH, remove), false)
    t.equal(await unlessNamed(pool, 'd'.repeat(64), async () => true), true, 'other content is')
  })
  t.strictSame(removed, [])
  t.equal(await unlessNamed(pool, HASH, remove), true, 'nothing came of it')
  t.strictSame(removed, ['removed'])
})

t.test('whoever keeps it meanwhile waits until it is gone, and then keeps it', async (t) => {
  const order: string[] = []
  const gate = new EventEmitter()
  const { remove } = content(once(gate, 'open'), order)
  const sweeping = unlessNamed(pool, HASH, remove)
  await sleep(50)
  const keeping = transaction(office.owner, async (tx) => {
    await lockContent(tx, HASH)
    order.push('kept')
    await insertEvidence(tx, evidence())
  })
  await sleep(100)
  t.strictSame(order, [])
  gate.emit('open')
  await Promise.all([sweeping, keeping])
  t.strictSame(order, ['removed', 'kept'])
  const later = content()
  t.equal(await unlessNamed(pool, HASH, later.remove), false, 'a record names it')
  t.strictSame(later.removed, [])
})

t.test('two who keep the same content do not wait for each other', async (t) => {
  await transaction(office.owner, async (one) => {
    await lockContent(one, HASH)
    await transaction(office.owner, (another) => lockContent(another, HASH))
  })
  t.pass()
})
