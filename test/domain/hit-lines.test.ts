import t from 'tap'
import {
  groupHits,
  type HIT_GROUPINGS,
  hitPrint,
  lineOfHits,
  objectPrint,
  type TriagedHit,
} from '../../src/domain/hit-lines.js'
import type { HitObject } from '../../src/domain/hit-object.js'

const NOBODY: HitObject = { unit_id: null, asset_id: null, medium: null }
const SITE: HitObject = { unit_id: 'unit', asset_id: 'site', medium: 'channel' }

const hit = (id: string, more: Partial<TriagedHit> = {}): TriagedHit => ({
  ...{ id, url: `https://a.test/${id}`, account: null, screenshot: null },
  ...{ indicator_id: 'WD-20', observation: `第${id}处链接打不开`, object: SITE },
  ...more,
})
const groups = (hits: readonly TriagedHit[], by: (typeof HIT_GROUPINGS)[number]) =>
  [...groupHits(hits, by).values()].map((group) => group.map(({ id }) => id))

t.test('what is similar becomes one line, as far as it is asked to', async (t) => {
  const hits = [
    hit('1'),
    hit('2', { indicator_id: 'WD-04' }),
    hit('3'),
    hit('4', { url: 'https://a.test/1' }),
    hit('5', { object: { ...SITE, asset_id: 'other' } }),
  ]
  t.strictSame(groups(hits, 'object'), [['1', '3', '4'], ['2'], ['5']])
  t.strictSame(groups(hits, 'page'), [['1', '4'], ['2'], ['3'], ['5']])
  t.strictSame(groups(hits, 'hit'), [['1'], ['2'], ['3'], ['4'], ['5']])
})

t.test('without an indicator the words tell, without an asset the place', async (t) => {
  const odd = { object: NOBODY, indicator_id: 'none', observation: '错字“登陆”' }
  const hits = [
    hit('1', odd),
    hit('2', { ...odd, observation: '错字 “登陆”' }),
    hit('3', { ...odd, indicator_id: null }),
    hit('4', { ...odd, observation: '错字“帐号”' }),
    hit('5', { ...odd, url: 'https://b.test/5' }),
    hit('6', { ...odd, url: null, account: '政务号' }),
  ]
  t.strictSame(groups(hits, 'object'), [['1', '2', '3'], ['4'], ['5'], ['6']])
})

t.test(
  'a line of a person’s own hands has the print of such hits, if it names a problem',
  async (t) => {
    t.equal(objectPrint('site', 'WD-20'), hitPrint(hit('1'), 'object'))
    t.equal(objectPrint('site', 'none'), null)
  },
)

t.test('one hit is told in its own words', async (t) => {
  t.strictSame(lineOfHits([hit('1')]), {
    ...{ unit_id: 'unit', asset_id: 'site', indicator_id: 'WD-20', medium: 'channel' },
    ...{ severity: 'deduction', severity_confirmed: true, category: '可用性(链接)' },
    ...{ problem: '第1处链接打不开', place: 'https://a.test/1' },
  })
})

t.test('several are told each with its place', async (t) => {
  const line = lineOfHits([hit('1'), hit('2', { url: null, account: '政务号' })])
  t.equal(line.problem, '1. 第1处链接打不开（https://a.test/1）\n2. 第2处链接打不开（政务号）')
  t.equal(line.place, 'https://a.test/1等2处')
  const samePlace = lineOfHits([hit('1'), hit('2', { url: 'https://a.test/1' })])
  t.equal(samePlace.place, 'https://a.test/1')
  t.equal(samePlace.problem, '1. 第1处链接打不开\n2. 第2处链接打不开', 'said once')
})

t.test('what no indicator says, and what is grave, a person has to confirm', async (t) => {
  const of = (indicator_id: string | null) => lineOfHits([hit('1', { indicator_id })])
  for (const id of [null, 'none']) {
    t.match(of(id), { severity: 'deduction', severity_confirmed: false, indicator_id: id })
    t.equal(of(id).category, '监测发现的问题')
  }
  t.match(of('WV-1.1'), { severity: 'veto', severity_confirmed: false })
  t.equal(of('WB-1').severity_confirmed, false, 'a bonus is no fault')
  const media = (more: Partial<TriagedHit>) => lineOfHits([hit('1', { object: NOBODY, ...more })])
  t.equal(media({}).medium, 'unknown')
  t.equal(media({ url: null, account: '政务号' }).medium, 'new-media')
})

t.test('words never grow beyond what a line may have, and say of how many they are', async (t) => {
  const sizes = ({ problem, place }: { problem: string; place: string }) => [
    Array.from(problem).length <= 4_000,
    Array.from(place).length <= 500,
  ]
  const long = '𠮷'.repeat(4_000)
  const [one, two] = [hit('1', { observation: long }), hit('2', { observation: long })]
  t.equal(lineOfHits([one]).problem, long)
  const both = lineOfHits([one, two])
  t.strictSame(sizes(both), [true, true])
  t.match(both.problem, /^1\. 𠮷+\n……共2处$/u)
  const many = Array.from({ length: 1_000 }, (_, index) => hit(String(index)))
  const [first, ...rest] = many
  if (!first) return
  const all = lineOfHits([first, ...rest])
  t.strictSame(sizes(all), [true, true])
  t.match(all.problem, /^1\. [^]+……共1000处$/)
  t.ok(all.problem.length > 3_900, 'as many as there is room for')
  const far = lineOfHits([hit('1', { url: `https://a.test/${'x'.repeat(1_900)}` }), hit('2')])
  t.strictSame(sizes(far), [true, true])
  t.match(far.place, /等2处$/)
})
