import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { scoreFindings } from '../../src/domain/reading/score.js'

const SEED = new URL('../../../shared/seed/', import.meta.url)

interface Gold {
  findings: {
    n: number
    unit: string
    asset: string | null
    problemText: string
    sentenceStart: number
    sentenceEnd: number
    accountPlatform: string | null
    medium: string
    category: string
    deadline: string
    scope: string
    indicatorId: string
  }[]
  stats: { value: unknown; unit: string | null; derived: boolean }[]
  requirements: { no: string; title: string; responsible: string; deadline: string | null }[]
}

t.test('the notice of the seed becomes its ledger', async (t) => {
  if (!existsSync(SEED)) {
    t.comment('NOT COMPARED: ../shared/seed is not beside this project')
    return
  }
  const text = readFileSync(new URL('notice.txt', SEED), 'utf8')
  const gold = JSON.parse(readFileSync(new URL('ledger.json', SEED), 'utf8')) as Gold
  const read = readNotice(text)

  const key = gold.findings.map(({ unit, asset, problemText }) => ({
    unit,
    asset,
    problem: problemText,
  }))
  const { right, missed, invented } = scoreFindings(key, read.findings)
  t.strictSame({ right, missed, invented }, { right: 39, missed: [], invented: [] })
  t.equal(
    new Set(read.findings.flatMap(({ unit, scope }) => (scope === 'unit' ? [unit] : []))).size,
    19,
  )
  t.strictSame(
    read.findings.map(({ unit, start, end, platform, category, deadline }) => ({
      unit,
      start,
      end,
      platform,
      category,
      deadline,
    })),
    gold.findings.map(
      ({
        unit,
        sentenceStart: start,
        sentenceEnd: end,
        accountPlatform: platform,
        category,
        deadline,
      }) => ({
        ...{ unit, start, end, platform, category, deadline },
      }),
    ),
    'units, sentences, platforms, categories and dates in the order of the text',
  )
  const scopes = read.findings.flatMap(({ n, scope }) => (scope === 'unit' ? [] : [[n, scope]]))
  t.strictSame(scopes, [[33, 'all-units']], 'what is said of all is one line')
  const same = (field: 'medium' | 'indicatorId') =>
    gold.findings.filter(
      (one, index) =>
        one[field] ===
        (field === 'medium' ? read.findings[index]?.medium : read.findings[index]?.indicator),
    ).length
  t.ok(same('medium') >= 37, `${same('medium')} media`)
  t.ok(same('indicatorId') >= 36, `${same('indicatorId')} indicators`)

  t.match(read.deadlines, [
    {
      kind: 'feedback',
      date: '2022-09-30',
      inclusive: true,
      year_inferred: false,
      text: '2022年9月30日前',
    },
  ])
  t.equal(read.deadlines.length, 1, 'self-inspection has no date')
  t.match(read, {
    period: '2022-Q3',
    basis: ['川府公开办函〔2021〕51号'],
    self_inspection_required: true,
  })
  t.strictSame(
    [read.title, read.number, read.issued_on],
    [null, null, null],
    'it has no head and no date',
  )

  const figures = gold.stats.filter(({ value, unit }) => typeof value === 'number' && unit !== null)
  const lacking = figures.filter(
    ({ value, unit }) => !read.statistics.some((one) => one.value === value && one.unit === unit),
  )
  t.strictSame(lacking, [], `${figures.length} figures`)
  t.strictSame(
    read.requirements.map(({ no, deadline }) => [no, deadline]),
    gold.requirements.map(({ no, deadline }) => [no, deadline]),
  )
  t.strictSame(
    read.requirements.map(({ responsible }) => responsible),
    gold.requirements.map(({ responsible }) => responsible),
  )
  t.equal(read.unresolved.length, 3, 'three lists end with 等')
})
