import t from 'tap'
import { assetMatcher } from '../../src/domain/matching/match-assets.js'

const account = { unit_id: 'u', url: null, aliases: [] }
const match = assetMatcher([
  { ...account, id: 'wb', name: '临江发布', platform: '微博' },
  { ...account, id: 'wx', name: '临江发布', platform: '微信' },
  { ...account, id: 'col', name: '政策解读', platform: null },
  { ...account, id: 'other', unit_id: 'v', name: '政策解读', platform: null },
  { ...account, id: 'site', name: '临江网', platform: null, url: 'https://www.lj.example.cn' },
  { ...account, id: 'was', name: '新号', aliases: ['旧号'], platform: '微博' },
  { ...account, id: 'a', name: '甲站', platform: null, url: 'https://both.example.cn/a' },
  { ...account, id: 'b', name: '乙站', platform: null, url: 'https://both.example.cn/b' },
])
const named = { unit_id: 'u', platform: null }
const found = (name: string, more: object = {}) => {
  const { found, id } = match({ name, ...named, ...more })
  return [found, id]
}

t.test('by name, by its unit and its platform', async (t) => {
  t.strictSame(found('临江发布', { platform: '微博' }), ['name', 'wb'])
  t.strictSame(found('临江发布', { platform: '微信' }), ['name', 'wx'])
  t.strictSame(found('临江发布'), ['none', null], 'two platforms: a person decides')
  t.strictSame(found('政策解读'), ['name', 'col'])
  t.strictSame(found('政策解读', { unit_id: 'v' }), ['name', 'other'])
  t.strictSame(found('政策解读', { unit_id: null }), ['none', null], 'two units')
})

t.test('by what it was called before it was renamed', async (t) => {
  t.strictSame(found('旧号', { platform: '微博' }), ['alias', 'was'])
})

t.test('by the host of an address, where only one has it', async (t) => {
  t.strictSame(found('http://lj.example.cn/art/1.html'), ['url', 'site'])
  t.strictSame(found('WWW.LJ.EXAMPLE.CN'), ['url', 'site'])
  t.strictSame(found('https://both.example.cn/a'), ['none', null])
  t.strictSame(found('https://lj.example.cn.evil.example'), ['none', null])
  t.strictSame(found('https://www.lj.example.cn@evil.example/'), ['none', null])
  t.strictSame(found('https://lj.example.cn/', { unit_id: 'v' }), ['none', null], 'of another unit')
})

t.test('platforms nobody knows cost no more than one', async (t) => {
  const many = assetMatcher(
    Array.from({ length: 2_000 }, (_, n) => ({
      ...{ id: `${n}`, unit_id: `${n % 50}`, name: `第${n}号政务公开栏目` },
      ...{ platform: null, url: null, aliases: [] },
    })),
  )
  const began = performance.now()
  for (let n = 0; n < 1_000; n += 1) many({ name: '政务', unit_id: null, platform: `平台${n}` })
  const took = performance.now() - began
  t.comment(`${Math.round(took)} ms`)
  t.ok(took < 3_000)
})
