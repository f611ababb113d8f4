import t, { type Test } from 'tap'
import { registerListOperations } from '../../src/contracts/register/list-operations.js'
import { listAssets } from '../../src/db/asset.js'
import { MOST_ALIASES } from '../../src/domain/matching/plain-name.js'
import { testServer } from './support.js'

const { exportAssets, importAssets } = registerListOperations
const HEAD = '主管单位,类型,名称,平台,网址'

async function scene(t: Test) {
  const { office, as } = await testServer(t, { units: 2 })
  const admin = as(office.officer('admin'))
  const bring = (csv: string, key?: string) =>
    admin(importAssets, { body: { csv }, ...(key === undefined ? {} : { key }) })
  const known = () => listAssets(office.owner, office.office_id)
  const only = async () => {
    const [asset, ...others] = await known()
    if (!asset || others.length > 0) throw new Error('not one asset')
    return asset
  }
  return { office, as, admin, bring, known, only }
}

t.test('a list enters what is not there, and the second time changes nothing', async (t) => {
  const { office, bring, known } = await scene(t)
  const lines = [
    '测试单位1,政务新媒体,甲发布,微信公众号,https://mp.example/1',
    '测试单位2,网站栏目,通知公告,,',
  ]
  const csv = [HEAD, ...lines].join('\n')
  const first = await bring(csv, 'one')
  t.match(first.body, { written: true, added: 2, changed: 0, unchanged: 0 })
  const there = await known()
  t.strictSame(
    first.body.lines.map(({ line, result, asset_id }) => [line, result, asset_id]),
    [
      [2, 'added', there.find(({ name }) => name === '甲发布')?.id],
      [3, 'added', there.find(({ name }) => name === '通知公告')?.id],
    ],
  )
  t.match(there, [{ status: 'open' }, { status: 'open' }])
  t.strictSame((await bring(csv, 'one')).body, first.body, 'the same answer under its key')
  const second = await bring(csv)
  t.match(second.body, { added: 0, changed: 0, unchanged: 2 })
  t.strictSame(await known(), there)
  t.equal(there.find(({ name }) => name === '甲发布')?.unit_id, office.units[0])
})

t.test('columns a list does not have change nothing; an empty cell clears', async (t) => {
  const { bring, only } = await scene(t)
  await bring(
    `${HEAD},运维单位,状态\n测试单位1,政务新媒体,甲,微博,https://w.example/,测试单位2,已关停`,
  )
  const before = await only()
  t.match(before, { platform: '微博', status: 'closed', url: 'https://w.example/' })
  const bare = await bring('单位,类型,名称\n测试单位1,政务新媒体,甲')
  t.match(bare.body, { unchanged: 1 })
  t.strictSame(await only(), before)
  const cleared = await bring('单位,类型,名称,网址,状态\n测试单位1,政务新媒体,甲,,')
  t.match(cleared.body, { changed: 1 })
  t.strictSame(await only(), { ...before, url: null }, 'but for its status, which is always one')
})

t.test('a renamed or closed asset is the one it was', async (t) => {
  const { admin, bring, only, office } = await scene(t)
  await bring(`${HEAD}\n测试单位1,政务新媒体,甲发布,微信公众号,https://mp.example/1`)
  const { id } = await only()
  const renamed = await bring(
    `${HEAD}\n测试单位1,政务新媒体,甲在线,微信公众号,https://mp.example/1`,
  )
  t.match(renamed.body, { added: 0, changed: 1, lines: [{ asset_id: id }] })
  await bring(`系统编号,${HEAD}\n${id},测试单位2,政务新媒体,甲在线,微信公众号,https://mp.example/1`)
  t.match(await only(), { id, name: '甲在线', unit_id: office.units[1] }, 'handed over')
  const { text } = await admin(exportAssets)
  t.ok(text.includes('"甲在线"') && text.includes('"正常"'))
  const closing = text.replace('"甲在线"', '"甲（已注销）"').replace('"正常"', '"已关停"')
  t.match((await bring(closing)).body, { changed: 1, lines: [{ asset_id: id }] })
  const closed = await only()
  t.match(closed, { id, name: '甲（已注销）', status: 'closed' })
  t.strictSame(closed.aliases, ['甲发布', '甲在线'], 'what it was called is not forgotten')
  t.match((await bring(closing)).body, { changed: 0, unchanged: 1 })
})

t.test('an address takes nothing from another unit, and nothing that is closed', async (t) => {
  const { office, bring, known } = await scene(t)
  const head = `${HEAD},状态`
  const at = (unit: number, name: string, status = '') =>
    `测试单位${unit},政府网站,${name},,https://www.example/,${status}`
  await bring([head, at(1, '甲')].join('\n'))
  const before = await known()
  const taking = await bring([head, at(2, '乙')].join('\n'))
  const faults = [{ column: '网址', code: 'AMBIGUOUS' }]
  t.match(taking.body, { written: false, lines: [{ line: 2, faults }] })
  t.strictSame(await known(), before)
  const shared = await bring([head, at(1, '甲'), at(2, '乙')].join('\n'))
  t.match(shared.body, { added: 1, unchanged: 1 }, 'one that both have, where the list says so')
  const both = [at(1, '甲', '已关停'), at(2, '乙', '已关停')]
  await bring([head, ...both].join('\n'))
  const others = [at(1, '丙'), at(2, '丙')]
  t.match((await bring([head, ...others].join('\n'))).body, { added: 2, changed: 0 })
  const now = (await known()).map(({ name, status, unit_id }) => {
    return `${name} ${status} ${office.units.indexOf(unit_id) + 1}`
  })
  t.strictSame(now.toSorted(), ['丙 open 1', '丙 open 2', '乙 closed 2', '甲 closed 1'])
})

t.test('columns of one site are told apart by name, whatever their address', async (t) => {
  const { bring, known } = await scene(t)
  for (const name of ['甲', '乙', '丙']) {
    const { body } = await bring(`${HEAD}\n测试单位1,网站栏目,${name},,https://www.example/`)
    t.match(body, { added: 1, changed: 0 })
  }
  t.equal((await known()).length, 3)
})

t.test('one bad line keeps the whole list out, and says where and why', async (t) => {
  const { office, bring, known } = await scene(t)
  const twins = ['微博', '抖音号'].map((platform) => `测试单位1,政务新媒体,双,${platform},`)
  await bring([HEAD, ...twins].join('\n'))
  const before = await known()
  const told = async (csv: string) => {
    const { body } = await bring(csv)
    t.match(body, { written: false, added: 0, changed: 0, unchanged: 0 })
    t.ok(body.lines.every(({ result, asset_id }) => result === 'refused' && asset_id === null))
    return body.lines.flatMap(({ line, faults }) =>
      faults.map(({ column, code }) => `${line} ${column} ${code}`),
    )
  }
  const good = '测试单位1,网站栏目,好,,'
  t.strictSame(await told([HEAD, good, '没有的,网站栏目,x,,', good].join('\n')), [
    '3 主管单位 UNKNOWN_ID',
    '4 名称 TAKEN',
  ])
  t.strictSame(await told(`${HEAD}\n${good}\n,看板,y,,javascript:1`), [
    '3 主管单位 REQUIRED',
    '3 类型 NOT_IN_LIST',
    '3 网址 MALFORMED',
  ])
  const nobody = '0190b3d0-0000-7000-8000-000000000000'
  t.strictSame(await told(`系统编号,单位,类型,名称\n${nobody},测试单位1,网站栏目,z`), [
    '2 系统编号 UNKNOWN_ID',
  ])
  t.strictSame(await told('单位,类型,名称\n测试单位1,政务新媒体,双'), ['2 名称 AMBIGUOUS'])
  t.strictSame(await known(), before)
  t.equal(office.units.length, 2)
})

t.test('two lines of one name are never two assets, whatever else they say', async (t) => {
  const { admin, bring, known } = await scene(t)
  const line = (name: string, rest: string) => `测试单位1,政务新媒体,${name},微博,${rest}`
  const [one, two] = ['https://w.example/1,正常', 'https://w.example/2,已关停']
  const head = `${HEAD},状态`
  const twice = {
    written: false,
    lines: [{ line: 3, faults: [{ column: '名称', code: 'TAKEN' }] }],
  }
  t.match((await bring([head, line('甲', one), line('甲', two)].join('\n'))).body, twice)
  t.strictSame(await known(), [])
  await bring([head, line('乙', one)].join('\n'))
  const { text } = await admin(exportAssets)
  const became = text.replace('"乙"', '"甲"').trimEnd().split('\r\n')
  const added = `,测试单位1,政务新媒体,甲,,微博,https://w.example/2,,`
  for (const lines of [
    [...became, added],
    [became[0] ?? '', added, became[1] ?? ''],
  ]) {
    t.match((await bring(lines.join('\r\n'))).body, twice, 'nor one renamed and one that is new')
  }
  t.match(await known(), [{ name: '乙' }])
})

t.test('no list gives an asset more names than the next list may say', async (t) => {
  const { admin, bring, only } = await scene(t)
  const named = (name: string, aliases: string[]) =>
    bring(
      `单位,类型,名称,网址,别名\n测试单位1,政府网站,${name},https://w.example/,${aliases.join('、')}`,
    )
  const names = Array.from({ length: MOST_ALIASES }, (_, n) => `旧${n}`)
  await named('甲', names)
  const before = await only()
  t.strictSame(before.aliases, names)
  const faults = [{ column: '别名', code: 'TOO_LONG' }]
  const refused = { written: false, lines: [{ line: 2, faults }] }
  t.match((await named('甲', ['又一个'])).body, refused)
  t.match((await named('乙', [])).body, refused, 'its former name is one more')
  t.strictSame(await only(), before)
  t.match((await bring((await admin(exportAssets)).text)).body, { written: true, unchanged: 1 })
})

t.test('what is no list is refused as a whole', async (t) => {
  const { as, office, bring } = await scene(t)
  const cases: Record<string, string> = {
    '单位,颜色\n': 'UNKNOWN_FIELD',
    '单位,单位\n': 'TAKEN',
    '单位,类型\n': 'REQUIRED',
    '单位,类型,名称\n"甲': 'MALFORMED',
    [`单位,类型,名称\n${'甲,网站栏目,乙\n'.repeat(5_001)}`]: 'TOO_LONG',
  }
  for (const [csv, code] of Object.entries(cases)) {
    const { problem } = await bring(csv)
    t.match(problem, { code: 'VALIDATION_FAILED', errors: [{ pointer: '/csv', code }] })
  }
  for (const role of ['office.leader', 'auditor', 'security'] as const) {
    const refused = await as(office.officer(role))(importAssets, { body: { csv: HEAD } })
    t.equal(refused.code, 'ROLE_NOT_ALLOWED')
  }
})

t.test('lists sent at once enter nothing twice', async (t) => {
  const { bring, known } = await scene(t)
  for (let round = 1; round <= 5; round += 1) {
    const lines = Array.from({ length: 40 }, (_, n) => `测试单位1,网站栏目,栏${round}-${n},,`)
    const csv = [HEAD, ...lines].join('\n')
    const told = await Promise.all([bring(csv), bring(csv), bring(csv), bring(csv)])
    t.strictSame(
      told.map(({ body }) => body.added).toSorted((a, b) => a - b),
      [0, 0, 0, 40],
    )
    t.equal((await known()).length, round * 40)
  }
})
