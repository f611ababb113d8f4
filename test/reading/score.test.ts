import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { scoreNotice, totalOf } from '../../src/domain/reading/score.js'
import { figure } from '../helpers/figure.js'
import { type Keyed, noticesIn } from './notices.js'

const scored = (notices: readonly Keyed[]) =>
  notices.map(({ name, text, key }) => ({ name, key, score: scoreNotice(key, readNotice(text)) }))

/** Batches 16 to 18, by which how sentences are built was looked at: measured apart, so that none hides a fall. */
const LATEST = /^[qrs]\d\d$/

interface Group {
  notices: () => Keyed[]
  recall: number
  precision: number
  deadlines: number
  invented_in_empty: number
}

/** What is reached; it may rise and never fall. */
const GROUPS: Readonly<Record<string, Group>> = {
  seen: {
    notices: () => noticesIn('seen').filter(({ name }) => !LATEST.test(name)),
    ...{ recall: 0.984, precision: 0.986, deadlines: 0.986, invented_in_empty: 0 },
  },
  'of batches 16 to 18': {
    notices: () => noticesIn('seen').filter(({ name }) => LATEST.test(name)),
    ...{ recall: 0.913, precision: 0.915, deadlines: 0.947, invented_in_empty: 0 },
  },
  unseen: {
    notices: () => noticesIn('unseen'),
    ...{ recall: 0.974, precision: 0.974, deadlines: 1, invented_in_empty: 0 },
  },
  blind: {
    notices: () => noticesIn('blind'),
    ...{ recall: 0.883, precision: 0.896, deadlines: 1, invented_in_empty: 0 },
  },
}

for (const [group, floor] of Object.entries(GROUPS)) {
  t.test(`notices ${group}: units, objects, problems and deadlines`, async (t) => {
    const notices = scored(floor.notices())
    const total = totalOf(notices.map(({ score }) => score))
    figure(
      `${notices.length} notices ${group}: ${total.right} of ${total.wanted} findings read, ${total.read - total.right} of ${total.read} invented, deadlines ${total.deadlines?.toFixed(3)}`,
    )
    t.ok((total.recall ?? 0) >= floor.recall, `recall ${total.recall}`)
    t.ok((total.precision ?? 0) >= floor.precision, `precision ${total.precision}`)
    t.ok((total.deadlines ?? 0) >= floor.deadlines, `deadlines ${total.deadlines}`)
    t.ok(total.invented_in_empty <= floor.invented_in_empty, `of none ${total.invented_in_empty}`)
    t.ok(
      notices.some(({ key }) => key.findings.length === 0),
      'there are notices without findings',
    )
  })
}

t.test('the score tells what is missed from what is invented', async (t) => {
  const key = {
    findings: [
      { unit: '市民政局', asset: '社会救助', problem: '超过6个月未更新' },
      { unit: '市水利局', asset: null, problem: '首页有错链2处' },
    ],
    deadlines: [],
  }
  const read = (unit: string | null, asset: string | null, problem: string) => ({
    unit,
    asset,
    problem,
  })
  const score = (...findings: ReturnType<typeof read>[]) => {
    const { wanted, right, read } = scoreNotice(key, {
      findings: findings as never,
      deadlines: [],
    }).findings
    return { wanted, right, read }
  }
  t.strictSame(score(), { wanted: 2, right: 0, read: 0 })
  t.strictSame(
    score(
      read('市民政局', '“社会救助”栏目', '“社会救助”栏目超过6个月未更新'),
      read('市水利局', '首页', '首页有错链2处'),
    ),
    { wanted: 2, right: 2, read: 2 },
  )
  t.strictSame(
    score(read('市民政局', '优抚安置', '超过6个月未更新')),
    { wanted: 2, right: 0, read: 1 },
    'another object',
  )
  t.strictSame(
    score(read('市民政局', '社会救助', '链接打不开')),
    { wanted: 2, right: 0, read: 1 },
    'another problem',
  )
  t.strictSame(
    score(read(null, '社会救助', '超过6个月未更新')),
    { wanted: 2, right: 0, read: 1 },
    'no unit',
  )
  const twice = read('市民政局', '社会救助', '超过6个月未更新')
  t.strictSame(score(twice, twice), { wanted: 2, right: 1, read: 2 }, 'each line of the key once')
})
