import t from 'tap'
import type { Proof } from '../../src/domain/checking/proofs.js'
import { targetOf } from '../../src/looking/target.js'

const SITE = 'https://www.example.gov.cn/'
const of = (more: object) => {
  const proves: Proof[] = ['newer_date', 'picture']
  const object = {
    indicator_id: 'WD-04',
    problem: '未更新',
    place: null,
    url: SITE,
    proves,
    ...more,
  }
  return targetOf({ object })
}
const page = (more: object) => of(more)?.page.href

t.test(
  'a task is about a page of the registered site that the notice names, or none',
  async (t) => {
    t.equal(page({ place: '动态 https://www.example.gov.cn/dt/，' }), `${SITE}dt/`)
    t.equal(
      page({ problem: '“动态”（https://www.example.gov.cn/dt/a.html）未更新' }),
      `${SITE}dt/a.html`,
    )
    t.strictSame(of({ place: `${SITE}dt/` })?.proofs, ['newer_date'], 'only what a page can show')
    for (const place of [
      ...[
        'http://www.example.gov.cn:8080/dt/',
        'https://example.gov.cn/dt/',
        'https://evil.example/',
      ],
      ...['https://www.example.gov.cn@evil.example/', 'https://a:b@www.example.gov.cn/', '动态'],
    ]) {
      t.equal(of({ place }), null, place)
    }
    t.equal(of({ place: `${SITE}dt/`, url: null }), null, 'nor without a site in the register')
    t.equal(of({ place: `${SITE}dt/`, url: 'ftp://www.example.gov.cn/' }), null)
    t.equal(of({ place: `${SITE}dt/`, proves: ['picture'] }), null)
  },
)

t.test('of a fault of the whole site its first page is looked at', async (t) => {
  t.equal(page({ indicator_id: 'WV-2', proves: ['link_answers'] }), SITE)
  t.equal(of({ indicator_id: 'WD-20', proves: ['link_answers'] }), null)
})

t.test('a task that cannot be judged whatever the page shows is left to other tools', async (t) => {
  const place = `${SITE}dt/`
  const noCycle = ['WV-4.2', 'WV-4.3', 'WD-07', 'WD-08', 'WD-10', 'WD-17', 'ND-01', 'ND-06']
  for (const indicator_id of [...noCycle, 'WD-99', null]) {
    t.equal(of({ place, indicator_id }), null, `${indicator_id} has no cycle`)
    t.ok(of({ place, indicator_id, proves: ['link_answers'] }), `${indicator_id} may be reached`)
  }
  const corrected = { place, indicator_id: 'WD-03', proves: ['text_gone', 'picture'] }
  t.equal(
    of({ ...corrected, problem: '“公告”栏目有错别字' }),
    null,
    'which words it was is not said',
  )
  for (const problem of ['“登陆平台”应为“登录平台”', '将“登录”误为“登陆平台”']) {
    t.strictSame(of({ ...corrected, problem })?.proofs, ['text_gone'], problem)
  }
  const both = { place, proves: ['newer_date', 'text_gone'] }
  t.equal(of({ ...both, problem: '有错别字' }), null, 'nor one of which half can be judged')
  t.ok(of({ ...both, problem: '“登陆平台”应为“登录平台”' }))
})
