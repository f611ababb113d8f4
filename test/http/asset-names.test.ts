import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { registerListOperations } from '../../src/contracts/register/list-operations.js'
import { listAssets, updateAssets } from '../../src/db/asset.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { testServer } from './support.js'

const { create, change, read } = assetOperations
const { exportAssets, importAssets } = registerListOperations
const TAKEN = { code: 'ALREADY_EXISTS', errors: [{ pointer: '/name', code: 'TAKEN' }] }
const HEAD = '系统编号,主管单位,类型,名称,平台'
const ROUNDS = 20

/** An office and its administrator, who enters accounts of the first unit and changes them by their ids. */
async function scene(t: Test) {
  const { office, as } = await testServer(t, { units: 2 })
  const admin = as(office.officer('admin'))
  const [one = '', two = ''] = office.units
  const enter = (name: string, more: object = {}) =>
    admin(create, {
      body: { unit_id: one, medium: 'new-media', name, platform: '微博', ...more },
    })
  const alter = async (id: string, body: object) => {
    const { etag } = await admin(read, { params: { id } })
    return admin(change, { params: { id }, if_match: etag, body })
  }
  const bring = (...lines: string[]) =>
    admin(importAssets, { body: { csv: [HEAD, ...lines].join('\n') } })
  const names = async () =>
    (await listAssets(office.owner, office.office_id)).map(({ name }) => name).toSorted()
  return { office, admin, one, two, enter, alter, bring, names }
}

t.test('what a unit has of a name nothing else of its kind and platform is given', async (t) => {
  const { enter, alter, two, names } = await scene(t)
  const first = await enter('甲')
  const second = await enter('乙')
  const { id } = second.body
  t.match((await enter('甲')).problem, TAKEN, 'entered')
  t.match((await alter(id, { name: '甲' })).problem, TAKEN, 'renamed')
  t.equal((await enter('甲', { platform: '抖音号' })).status, 201, 'on another platform')
  t.equal((await enter('甲', { medium: 'mailbox', platform: null })).status, 201)
  t.match((await enter('甲', { medium: 'mailbox', platform: null })).problem, TAKEN, 'on none')
  const theirs = await enter('甲', { unit_id: two })
  t.equal(theirs.status, 201, 'of another unit')
  t.match((await alter(first.body.id, { unit_id: two })).problem, TAKEN, 'handed over')
  t.equal((await alter(first.body.id, { url: 'https://w.example/', name: '甲' })).status, 200)
  t.equal((await alter(id, { name: '丙' })).status, 200)
  t.strictSame(await names(), ['丙', '甲', '甲', '甲', '甲'])
})

t.test('no list gives one a name that another has, but two may exchange theirs', async (t) => {
  const { enter, bring, names } = await scene(t)
  const [a, b] = [(await enter('甲')).body.id, (await enter('乙')).body.id]
  const line = (id: string, name: string) => `${id},测试单位1,政务新媒体,${name},微博`
  const refused = async (...lines: string[]) => {
    const { body } = await bring(...lines)
    return body.lines.flatMap(({ line, faults }) => faults.map(({ code }) => `${line} ${code}`))
  }
  t.strictSame(await refused(line(a, '乙')), ['2 TAKEN'], 'one that is not on the list')
  t.strictSame(await refused(line(a, '丙'), line(b, '丙')), ['3 TAKEN'], 'nor two the same')
  t.strictSame(await refused(line(a, '乙'), line(b, '乙')), ['3 TAKEN'], 'nor one that stays')
  t.strictSame(await names(), ['乙', '甲'])
  t.match((await bring(line(a, '乙'), line(b, '甲'))).body, { written: true, changed: 2 })
  t.match((await bring(line(a, '丁'), line('', '乙'))).body, { written: false })
  t.match((await bring(line(a, '乙'), line(b, '甲'))).body, { written: true, unchanged: 2 })
})

t.test('of two who give one name at once one is refused', async (t) => {
  const { office, enter, alter, names } = await scene(t)
  const [a, b] = [(await enter('甲')).body.id, (await enter('乙')).body.id]
  for (let round = 1; round <= ROUNDS; round += 1) {
    const name = `名${round}`
    const told = await Promise.all([alter(a, { name }), alter(b, { name }), enter(name)])
    const done = told.filter(({ status }) => status < 300)
    t.equal(done.length, 1, `round ${round}`)
    for (const { status, problem } of told) if (status >= 300) t.match(problem, TAKEN)
    t.equal((await names()).filter((one) => one === name).length, 1)
  }
  const before = await listAssets(office.owner, office.office_id)
  const own = before.find(({ id }) => id === a)
  if (!own) throw new Error('no asset')
  let told: ReturnType<typeof alter> | undefined
  await transaction(office.owner, async (tx) => {
    await updateAssets(tx, [{ ...own, name: '新名' }])
    told = alter(b, { name: '新名' })
    await sleep(300)
  })
  t.match((await told)?.problem, TAKEN, 'nor before the other is done')
})

t.test('those of one name from before stay, are told as they are and may be renamed', async (t) => {
  const { office, admin, enter, alter, names } = await scene(t)
  const guard = (how: 'disable' | 'enable') =>
    transaction(office.owner, async (tx) => {
      await tx.run(statement<never>('set local role none')())
      await tx.run(statement<never>(`alter table asset ${how} trigger guard_asset_name`)())
    })
  await enter('甲')
  await guard('disable')
  const { id } = (await enter('甲')).body
  await guard('enable')
  const { text } = await admin(exportAssets)
  t.match((await admin(importAssets, { body: { csv: text } })).body, { unchanged: 2 })
  t.equal((await alter(id, { url: 'https://w.example/' })).status, 200)
  t.equal((await alter(id, { name: '乙' })).status, 200)
  t.match((await alter(id, { name: '甲' })).problem, TAKEN, 'and not back again')
  t.strictSame(await names(), ['乙', '甲'])
})
