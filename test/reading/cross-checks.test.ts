import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const HEAD = '关于第三季度检查情况的通报\n一、总体情况\n'
const FAULTS = [
  '二、存在问题',
  '市教育局“招生考试”栏目超过6个月未更新。',
  '市水利局“防汛抗旱”栏目为空白栏目。',
]
const NEW_MEDIA = '市文旅局“文旅之窗（微信公众号）”超过14天未更新。'

const checks = (stated: string, faults: readonly string[] = FAULTS) => {
  const text = `${HEAD}${stated}\n${faults.join('\n')}\n`
  const points = Array.from(text)
  return readNotice(text).checks.map(({ kind, stated: said, counted, lines, words }) => {
    if (words) t.equal(points.slice(words.start, words.end).join(''), words.text)
    return [kind, said, counted, ...lines]
  })
}

t.test('pass rates are compared with who is named', async (t) => {
  t.strictSame(
    checks('共抽查政府网站20个，合格18个，合格率90%。'),
    [],
    'two of twenty failed, two are named',
  )
  t.strictSame(checks('共抽查政府网站20个，合格15个，合格率75%。'), [['failed_unnamed', 5, 2]])
  t.strictSame(checks('共抽查政府网站20个，合格率90%。'), [])
  t.strictSame(checks('抽查政府网站20个，发现不合格网站4个，合格率80%。'), [
    ['failed_unnamed', 4, 2],
  ])
  t.strictSame(checks('抽查政府网站20个，合格18个，合格率95%。'), [['rate_inconsistent', 95, 90]])
  t.strictSame(checks('抽查政府网站20个，合格率100%。'), [], 'who passed may have faults')
  t.strictSame(checks('政府网站合格率为90%。'), [], 'of how many nobody knows')
  t.strictSame(checks('20个政府网站中，合格18个，合格率较上季度提高5%。'), [])
})

t.test('sites and accounts are counted apart', async (t) => {
  const both = '共检查网站36家、新媒体97个，网站合格率94.4%，新媒体合格率96.9%。'
  t.strictSame(checks(both, [...FAULTS, NEW_MEDIA]), [['failed_unnamed', 3, 1]])
  const listed =
    '检查的53个政府网站中，合格51个，合格率96.2%；118个政务新媒体账号中，合格117个，合格率99.2%。'
  t.strictSame(checks(listed, [...FAULTS, NEW_MEDIA]), [])
})

t.test('a stated total is compared with the lines', async (t) => {
  t.strictSame(checks('检查共发现问题2个，涉及2个单位。'), [])
  t.strictSame(checks('检查共发现各类问题5个，涉及3个单位。'), [
    ['total_differs', 5, 2],
    ['units_differ', 3, 2],
  ])
  t.strictSame(checks('上季度共发现问题32个，已整改。'), [], 'that was another notice')
  t.strictSame(checks('去年涉及6个单位，本次检查涉及3个单位。'), [['units_differ', 3, 2]])
  t.strictSame(checks('本季度共发现问题5个，环比减少27个；上次共发现问题32个。'), [
    ['total_differs', 5, 2],
  ])
  t.strictSame(
    checks('全市共公开政府信息8971条，办理来信23件。'),
    [],
    'what was done is no problem',
  )
})

t.test('lines without an object, and what may be there twice', async (t) => {
  const [check] = readNotice(
    `${HEAD}${FAULTS.join('\n')}\n市商务局审核把关不严，错别字较多。\n`,
  ).checks
  t.match(check, { kind: 'no_object', lines: [3], words: null })
  const twice = ['市教育局“招生考试”栏目长期没有更新内容。']
  t.match(
    readNotice(`${HEAD}${[...FAULTS, ...twice].join('\n')}\n`).checks.find(
      ({ kind }) => kind === 'same_twice',
    ),
    { lines: [1, 3] },
  )
})
