import t, { type Test } from 'tap'
import { erasingOperations } from '../../src/contracts/register/erasing.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { dump, enterLeaver, LEFT, mailed } from './erasing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

const TO_HEAD = statement<never>('update mail set to_name = $2, to_address = $3 where id = $1')
const MAIL = statement<{ status: string }>('select status from mail where id = $1')

/** Somebody who has left and is named in a finding; the first unit's office has a head. */
async function scene(t: Test, office_head: { name: string; address: string }) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [unit = ''] = office.units
  const admin = as(office.officer('admin'))
  const params = { id: unit }
  const { etag } = await admin(unitOperations.read, { params })
  const entered = await admin(unitOperations.change, {
    params,
    if_match: etag,
    body: { office_head },
  })
  t.strictSame(entered.body.office_head, office_head)
  await issuedFindings(server, { findings: [line(unit, { problem: `${LEFT.name}没有更新` })] })
  const { id } = await enterLeaver(office, '2022-09-02')
  const body = { reason: '本人离任，申请删除', basis: '2022年9月2日个人信息删除申请' }
  const leader = as(office.officer('office.leader'))
  const mail = await mailed(office, '已逾期', {})
  await office.owner.run(TO_HEAD(mail, office_head.name, office_head.address))
  return {
    erase: () => leader(erasingOperations.erasePerson, { params: { id }, body }),
    head: async () => (await admin(unitOperations.read, { params })).body.office_head,
    mail: async () => (await office.owner.run(MAIL(mail)))[0]?.status,
    held: () => dump(office.url.replace(/\?.*/, '')),
  }
}

t.test('S54 whoever is erased heads no unit’s office any more, nor is written to', async (t) => {
  const { erase, head, mail, held } = await scene(t, { name: LEFT.name, address: LEFT.email })
  t.match(await held(), LEFT.email)
  const erased = await erase()
  t.equal(erased.body.by_name, true, erased.text)
  t.equal(await head(), null)
  t.equal(await mail(), 'failed', 'what waited to be sent')
  const after = await held()
  for (const word of Object.values(LEFT)) t.notMatch(after, word, `${word} is nowhere`)
})

t.test('S54 what is also another head’s is not looked for', async (t) => {
  const other = { name: `${LEFT.name}兰`, address: LEFT.email.toUpperCase() }
  const { erase, head, mail, held } = await scene(t, other)
  const erased = await erase()
  t.equal(erased.body.by_name, false, erased.text)
  t.strictSame(await head(), other)
  t.equal(await mail(), 'queued')
  t.match(await held(), `${LEFT.name}没有更新`, 'texts are for people to judge')
})

t.test('S54 nor is a name that another head shares', async (t) => {
  const other = { name: LEFT.name, address: 'other@one.example' }
  const { erase, head, mail } = await scene(t, other)
  t.equal((await erase()).body.by_name, false)
  t.strictSame(await head(), other)
  t.equal(await mail(), 'queued')
})
