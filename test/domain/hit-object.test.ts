import t from 'tap'
import { type ObjectAsset, objectFinder } from '../../src/domain/hit-object.js'

const asset = (id: string, unit_id: string, more: Partial<ObjectAsset>): ObjectAsset => ({
  ...{ id, unit_id, name: id, aliases: [], url: null, medium: 'website' },
  ...more,
})

const find = objectFinder([
  asset('site', 'one', { url: 'https://www.one.test/' }),
  asset('column', 'one', { url: 'https://one.test/news/index.html', medium: 'channel' }),
  asset('shared-a', 'two', { url: 'https://shared.test/a' }),
  asset('shared-b', 'three', { url: 'https://shared.test/b/' }),
  asset('twin', 'two', { url: 'https://twin.test' }),
  asset('twin-again', 'two', { url: 'https://twin.test/' }),
  asset('list', 'three', { url: 'https://query.test/list.aspx' }),
  asset('list-3', 'three', { url: 'https://query.test/list.aspx?id=3&lang=zh', medium: 'channel' }),
  asset('front', 'two', { url: 'https://front.test/index.php?m=1', medium: 'channel' }),
  asset('front-news', 'two', { url: 'https://front.test/news/', medium: 'channel' }),
  asset('deep', 'two', { url: 'https://deep.test/x/' }),
  asset('账号甲', 'one', { medium: 'new-media' }),
  asset('账号乙', 'one', { medium: 'new-media' }),
  asset('账号乙-2', 'two', { name: '账号 乙', medium: 'new-media' }),
  asset('账号丁', 'two', { aliases: ['账号戊', '账号甲'], medium: 'new-media' }),
  asset('broken', 'two', { url: 'no address' }),
])
const page = (url: string) => find({ url, account: null })
const account = (name: string) => find({ url: null, account: name })
const nobody = { unit_id: null, asset_id: null, medium: null }
const known = (asset_id: string, unit_id: string, medium: ObjectAsset['medium'] = 'website') => ({
  ...{ unit_id, asset_id, medium },
})

t.test('a page is of the asset whose address holds it most closely', async (t) => {
  t.strictSame(page('https://one.test/a.html'), known('site', 'one'))
  t.strictSame(page('http://WWW.ONE.TEST/'), known('site', 'one'), 'however it is written')
  t.strictSame(page('https://one.test/news/1.html'), known('column', 'one', 'channel'))
  t.strictSame(page('https://one.test/news'), known('column', 'one', 'channel'))
  t.strictSame(page('https://one.test/newspaper/'), known('site', 'one'), 'a folder, no beginning')
  t.strictSame(page('https://shared.test/b/1'), known('shared-b', 'three'))
})

t.test('one script shows many pages, which its query tells apart', async (t) => {
  const listed = known('list-3', 'three', 'channel')
  t.strictSame(page('https://query.test/list.aspx?id=3&lang=zh'), listed)
  t.strictSame(page('https://query.test/list.aspx?lang=zh&id=3#top'), listed, 'in any order')
  t.strictSame(page('https://query.test/list.aspx?id=9&lang=zh'), known('list', 'three'))
  t.strictSame(page('https://query.test/list.aspx'), known('list', 'three'))
  t.strictSame(page('https://front.test/index.php?m=1'), known('front', 'two', 'channel'))
  const ofUnit = { ...nobody, unit_id: 'two' }
  t.strictSame(page('https://front.test/index.php?m=9'), ofUnit, 'no home page')
  t.strictSame(page('https://front.test/'), ofUnit, 'nor is the asset the whole site')
  t.strictSame(page('https://front.test/about'), ofUnit)
  t.strictSame(page('https://front.test/news/index.php?m=9'), known('front-news', 'two', 'channel'))
})

t.test('where several could be meant none is, and a unit only where it is one’s', async (t) => {
  t.strictSame(page('https://shared.test/c'), nobody)
  t.strictSame(page('https://twin.test/1'), { ...nobody, unit_id: 'two' })
  t.strictSame(page('https://deep.test/y'), { ...nobody, unit_id: 'two' })
  t.strictSame(page('https://one.test:8443/'), nobody, 'another port is another host')
  t.strictSame(page('https://else.test/'), nobody)
  t.strictSame(find({ url: 'no address', account: null }), nobody)
})

t.test('an account is known by its name, and a page counts before it', async (t) => {
  t.strictSame(account('账号甲'), known('账号甲', 'one', 'new-media'))
  t.strictSame(account('“账号 甲”'), known('账号甲', 'one', 'new-media'))
  t.strictSame(account('账号乙'), nobody, 'two have it')
  t.strictSame(account('账号丙'), nobody)
  t.strictSame(account('账号戊'), known('账号丁', 'two', 'new-media'), 'as it was called before')
  const both = { url: 'https://shared.test/a/1', account: '账号甲' }
  t.strictSame(find(both), known('shared-a', 'two'))
  t.strictSame(find({ ...both, url: 'https://shared.test/c' }), known('账号甲', 'one', 'new-media'))
})
