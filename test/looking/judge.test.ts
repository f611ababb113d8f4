import t from 'tap'
import type { Proof } from '../../src/domain/checking/proofs.js'
import { dateOf } from '../../src/domain/instant.js'
import { shownText } from '../../src/looking/decoded.js'
import { judge } from '../../src/looking/judge.js'

const TODAY = { asked: dateOf('2026-03-20'), today: dateOf('2026-03-25') }
const FILL = '网站说明'.repeat(20)

/** What a page says, as `result：words`. */
function says(
  proof: Proof,
  text: string,
  { status = 200, indicator_id = 'WD-04', problem = '' } = {},
) {
  const page = { kind: 'seen', url: 'http://a.gov.cn/', status, text } as const
  const object = { indicator_id, problem, place: null, url: null, proves: [proof] }
  const { result, seen } = judge([proof], page, { object }, TODAY)
  return `${result}：${/：(.*)。$/.exec(seen)?.[1]}`
}

t.test('a link answers, or it does not', async (t) => {
  t.equal(says('link_answers', ''), 'pass：能够打开')
  t.equal(says('link_answers', '', { status: 404 }), 'fail：打不开')
  t.equal(says('link_answers', '', { status: 410 }), 'fail：打不开')
  for (const status of [401, 403, 429, 500, 503]) {
    t.equal(says('link_answers', '', { status }), 'inconclusive：没有正常应答', `${status}`)
  }
})

t.test('a column is fresh by its newest day, which is no clock and not to come', async (t) => {
  t.equal(says('newer_date', '<li>2026-03-06</li>'), 'pass：最新日期为2026-03-06')
  t.equal(says('newer_date', '<li>2026-03-05</li>'), 'fail：最新日期为2026-03-05')
  t.equal(
    says('newer_date', '<li>2026-03-25</li>'),
    'pass：最新日期为2026-03-25',
    'since it was asked',
  )
  for (const said of ['2026年3月18日', '2026/3/18', '2026.03.18', '发布时间：2026-03-18 10:00']) {
    t.equal(says('newer_date', `2025-01-01 ${said}`), 'pass：最新日期为2026-03-18', said)
  }
  t.equal(says('newer_date', '今天是2026年3月20日 星期五 2026-01-02'), 'fail：最新日期为2026-01-02')
  t.equal(says('newer_date', '2026-03-26 2026-01-02'), 'fail：最新日期为2026-01-02')
  t.equal(says('newer_date', '2026-02-31'), 'inconclusive：没有看到日期')
  t.equal(says('newer_date', '<script>"2026-03-18"</script>'), 'inconclusive：没有看到日期')
  t.equal(says('newer_date', '2026-03-18', { indicator_id: 'none' }).split('：')[0], 'inconclusive')
  t.equal(says('newer_date', '', { status: 404 }).split('：')[0], 'fail')
})

t.test('words are gone where the notice says which they were', async (t) => {
  const right = { problem: '“登陆服务平台”应为“登录服务平台”' }
  const wrong = { problem: '将“登录”误为“登陆服务平台”' }
  for (const said of [right, wrong]) {
    t.equal(says('text_gone', `${FILL}登陆服务平台`, said), 'fail：原有文字仍在')
    t.equal(says('text_gone', `${FILL}登录服务平台`, said), 'pass：没有再看到原有文字')
    t.equal(says('text_gone', '<div id="app"></div>', said), 'inconclusive：页面几乎没有文字')
    t.equal(says('text_gone', '', { ...said, status: 404 }), 'pass：页面已撤下')
    t.equal(says('text_gone', '', { ...said, status: 500 }), 'inconclusive：没有正常应答')
  }
  t.equal(
    says('text_gone', `${FILL}<b>登陆</b>服务平台`, right).split('：')[0],
    'pass',
    'in one piece',
  )
  const unknown = { problem: '“公告”栏目有错别字' }
  t.equal(says('text_gone', FILL, unknown), 'inconclusive：通报没有写明错误文字')
})

t.test('all proofs pass, or the page does not', async (t) => {
  const page = { kind: 'seen', url: 'http://a.gov.cn/', status: 200, text: '2026-01-01' } as const
  const object = { indicator_id: 'WD-04', problem: '', place: null, url: null, proves: [] }
  const of = (...proofs: Proof[]) => judge(proofs, page, { object }, TODAY).result
  t.equal(of('link_answers'), 'pass')
  t.equal(of('link_answers', 'newer_date'), 'fail')
  t.equal(of('link_answers', 'text_gone'), 'inconclusive')
  t.equal(of('link_answers', 'picture'), 'inconclusive', 'what no page can show')
  t.equal(of(), 'inconclusive')
})

t.test('what a page shows is read in one pass, whatever it is made of', async (t) => {
  t.equal(
    shownText('<p>甲&nbsp;乙<style>丙</style>&ldquo;丁&rdquo;<!-- 戊 -->己</p>'),
    '甲 乙 “丁” 己',
  )
  t.equal(shownText('甲<b'), '甲')
  t.equal(shownText('甲<script>乙'), '甲')
  const begun = performance.now()
  for (const piece of ['<script', '<!--', '<', '&', '<a ', '今天2026-']) {
    shownText(piece.repeat(2_000_000 / piece.length))
  }
  t.ok(performance.now() - begun < 3_000, `${Math.round(performance.now() - begun)} ms for 12 MB`)
})
