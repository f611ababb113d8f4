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
