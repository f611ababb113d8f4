import t from 'tap'
import { matchingOperations } from '../../src/contracts/notices/matching.js'
import { aliasOperations } from '../../src/contracts/register/aliases.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { newKey, type Send, testServer } from './support.js'

async function register(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 1 })
  const admin = server.as(server.office.officer('admin'))
  const entered = async (name: string, aliases: string[] = []) =>
    (await admin(unitOperations.create, { body: { name, aliases } })).body.id
  const trade = await entered('市商务局')
  const people = await entered('市人力资源和社会保障局', ['市人社局'])
  const site = await admin(assetOperations.create, {
    body: { unit_id: trade, medium: 'website', name: '招商网', url: 'https://www.zs.example.cn/' },
  })
  const handler = server.as(server.office.officer('office.handler'))
  return { server, admin, handler, trade, people, site: site.body.id }
}

const asked = (send: Send, units: string[], assets: object[] = []) =>
  send(matchingOperations.matchNames, { body: { units, assets } })

t.test('the names of a notice are found in the register, or proposed', async (t) => {
  const { handler, trade, people, site } = await register(t)
  const { status, body } = await asked(
    handler,
    ['市商务局', '市人社局', '商务局', '部分单位'],
    [
      { name: '招商网', unit: '市商务局', platform: null },
      { name: 'http://zs.example.cn/a/1.html', unit: null, platform: null },
      { name: '招商网', unit: '市人社局', platform: null },
    ],
  )
  t.equal(status, 200)
  const near = { id: trade, name: '市商务局', score: 0.9, because: 'place_left_out' }
  t.strictSame(body, {
    units: [
      { name: '市商务局', found: 'name', id: trade, proposals: [] },
      { name: '市人社局', found: 'alias', id: people, proposals: [] },
      { name: '商务局', found: 'none', id: null, proposals: [near] },
      { name: '部分单位', found: 'none', id: null, proposals: [] },
    ],
    assets: [
      { name: '招商网', found: 'name', id: site, proposals: [] },
      { name: 'http://zs.example.cn/a/1.html', found: 'url', id: site, proposals: [] },
      { name: '招商网', found: 'none', id: null, proposals: [] },
    ],
  })
})

t.test('a unit that is closed is nobody a notice can mean', async (t) => {
  const { admin, handler, trade } = await register(t)
  const params = { id: trade }
  const { etag } = await admin(unitOperations.read, { params })
  await admin(unitOperations.change, { params, body: { status: 'closed' }, if_match: etag })
  t.match((await asked(handler, ['市商务局'])).body.units, [{ found: 'none', id: null }])
})

t.test('what a person decided is learnt as an alias, once', async (t) => {
  const { handler, trade, people, server } = await register(t)
  const learn = (id: string, alias: string, key = newKey(), send: Send = handler) =>
    send(aliasOperations.learnAlias, { params: { id }, body: { alias }, key })
  const learnt = await learn(trade, '商务局')
  t.equal(learnt.status, 200, learnt.text)
  t.strictSame(learnt.body.aliases, ['商务局'])
  t.strictSame((await learn(trade, '商务局')).body.aliases, ['商务局'], 'twice is once')
  t.match((await asked(handler, ['商务局'])).body.units, [{ found: 'alias', id: trade }])
  for (const taken of ['商务局', '市商务局']) {
    const refused = await learn(people, taken)
    t.equal(refused.code, 'ALREADY_EXISTS', taken)
  }
  const both = await Promise.all([learn(trade, '人社'), learn(people, '人社')])
  t.strictSame(new Set(both.map(({ status }) => status)), new Set([200, 409]), 'of two at once one')
  const member = server.as(server.office.member(0))
  t.equal((await learn(trade, '别名', newKey(), member)).status, 403)
  t.equal((await asked(member, ['市商务局'])).status, 403)
  for (let n = 0; n < 50; n += 1) await learn(trade, `别名${n}`)
  const full = await learn(trade, '又一个')
  t.equal(full.code, 'VALIDATION_FAILED', 'as many as a unit may have')
})
