import t from 'tap'
import { type Earlier, repeatDays, repeatedSince, repeatsAmong } from '../../src/domain/repeats.js'
import { local, rulesWith } from '../helpers/domain/world.js'

const SINCE = local('2025-03-02 00:00')
const earlier = (id: string, more: Partial<Earlier> = {}): Earlier => ({
  ...{ id, unit_id: 'u', asset_id: 'site', indicator_id: 'WD-04', state: 'closed' },
  ...{ closed_at: local('2025-06-01 10:00'), seen_again: false },
  ...more,
})
const LINE = { unit_id: 'u', asset_id: 'site', indicator_id: 'WD-04', follows: null }
const of = (all: readonly Earlier[], line: object = {}) =>
  repeatsAmong(all, SINCE)({ ...LINE, ...line })

t.test(
  'the same problem is the same asset and indicator; the same kind is another asset',
  async (t) => {
    const all = [earlier('new'), earlier('other', { asset_id: 'app' }), earlier('old')]
    t.strictSame(of(all), { problem: ['new', 'old'], kind: ['other'] })
    t.strictSame(of(all, { asset_id: 'third' }), { problem: [], kind: ['new', 'other', 'old'] })
    t.equal(of(all, { indicator_id: 'WD-05' }), null)
    t.equal(of(all, { unit_id: 'v' }), null)
    t.equal(of([]), null)
  },
)

t.test(
  'without an asset two problems are of one kind, and no two are alike by fitting nothing',
  async (t) => {
    const bare = [earlier('bare', { asset_id: null })]
    t.strictSame(of(bare, { asset_id: null }), { problem: [], kind: ['bare'] })
    t.equal(of([earlier('none', { indicator_id: 'none' })], { indicator_id: 'none' }), null)
  },
)

t.test('it counts while it is open, and so long after it was closed', async (t) => {
  const closed = (wall: string) => of([earlier('e', { closed_at: local(wall) })])?.problem.length
  t.equal(closed('2025-03-01 23:59'), undefined)
  t.equal(closed('2025-03-02 00:00'), 1)
  for (const state of ['notified', 'ongoing', 'verified'] as const)
    t.ok(of([earlier('open', { state, closed_at: null })]), state)
  for (const state of ['draft', 'withdrawn'] as const)
    t.equal(of([earlier('gone', { state, closed_at: null })]), null, state)
  const rules = rulesWith()
  t.equal(repeatedSince(rules, local('2026-03-02 10:00')), SINCE, 'twelve months')
  const short = rulesWith({ repeat_months: 1 })
  t.equal(repeatedSince(short, local('2026-03-31 10:00')), local('2026-02-28 00:00'))
})

t.test('the one it follows comes first, whatever it was and whenever it was closed', async (t) => {
  const old = earlier('old', { closed_at: local('2020-01-01 10:00'), indicator_id: 'none' })
  t.strictSame(of([old], { follows: 'old' }), { problem: ['old'], kind: [] })
  const all = [earlier('new'), earlier('followed', { asset_id: 'app' })]
  t.strictSame(of(all, { follows: 'followed' }), { problem: ['followed', 'new'], kind: [] })
})

t.test('twenty of each sort are named, the newest', async (t) => {
  const ids = Array.from({ length: 25 }, (_, index) => `e${index}`)
  const all = ids.flatMap((id) => [earlier(id), earlier(`k${id}`, { asset_id: null })])
  t.strictSame(of(all), {
    problem: ids.slice(0, 20),
    kind: ids.slice(0, 20).map((id) => `k${id}`),
  })
})

t.test('the policy may shorten the window of either sort; the shorter counts', async (t) => {
  const days = (
    problem: number | null,
    kind: number | null,
    repeats = { problem: ['a'], kind: ['b'] },
  ) => repeatDays({ repeat_windows: { problem, kind } }, repeats)
  t.equal(days(null, null), null)
  t.equal(days(3, 5), 3)
  t.equal(days(5, 3), 3)
  t.equal(days(null, 5), 5)
  t.equal(days(3, 5, { problem: [], kind: ['b'] }), 5)
  t.equal(days(3, null, { problem: [], kind: ['b'] }), null)
  t.equal(repeatDays({ repeat_windows: { problem: 3, kind: 5 } }, null), null)
})
