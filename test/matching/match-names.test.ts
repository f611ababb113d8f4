import t from 'tap'
import { nameMatcher } from '../../src/domain/matching/match-names.js'

const register = [
  { id: '1', name: '市商务局', aliases: ['市商务和招商局'] },
  { id: '2', name: '市人力资源和社会保障局', aliases: [] },
  { id: '3', name: '市发展和改革委员会', aliases: ['市发改委', '发改'] },
  { id: '4', name: '城东街道办事处', aliases: ['发改'] },
  { id: '5', name: '临江县人民政府', aliases: [] },
  { id: '6', name: '市粮食和物资储备局', aliases: ['市粮食局'] },
  { id: '7', name: '江城区商务局', aliases: [] },
]
const match = nameMatcher(register)
const first = (name: string) => match(name).proposals[0]

t.test('a name or an alias that is one unit’s alone is taken', async (t) => {
  t.strictSame(match('市商务局'), { found: 'name', id: '1', proposals: [] })
  t.strictSame(match('市商务和招商局'), { found: 'alias', id: '1', proposals: [] })
  t.strictSame(match(' 市 商务局 '), { found: 'name', id: '1', proposals: [] }, 'spaces')
  t.strictSame(match('临江县政府'), { found: 'name', id: '5', proposals: [] }, 'short forms')
  t.strictSame(match('城东街道办'), { found: 'name', id: '4', proposals: [] })
})

t.test('a name that is one’s own goes before the alias of another', async (t) => {
  const both = nameMatcher([
    { id: 'a', name: '市档案局', aliases: [] },
    { id: 'b', name: '市档案馆', aliases: ['市档案局'] },
  ])
  t.strictSame(both('市档案局'), { found: 'name', id: 'a', proposals: [] })
})

t.test('an alias of two is proposed for both and taken for neither', async (t) => {
  const { id, proposals } = match('发改')
  t.equal(id, null)
  t.strictSame(
    proposals.slice(0, 2).map(({ id, score, because }) => [id, score, because]),
    [
      ['4', 1, 'same'],
      ['3', 1, 'same'],
    ],
  )
})

t.test('what is only alike is proposed, with the reason', async (t) => {
  t.match(first('人社局'), { id: '2', because: 'abbreviated' })
  t.match(first('市人社局'), { id: '2', because: 'abbreviated' })
  t.match(first('粮食局'), { id: '6', because: 'place_left_out', score: 0.9 })
  t.match(first('市发展改革委员会'), { id: '3', because: 'abbreviated' })
  t.match(first('市人力资源与社会保障局'), { id: '2', because: 'alike' })
  t.strictSame(
    match('商务局').proposals.map(({ id, because }) => [id, because]),
    [
      ['1', 'place_left_out'],
      ['7', 'place_left_out'],
    ],
    'two places: a person decides',
  )
})

t.test('a former name is proposed and never taken', async (t) => {
  t.strictSame(match('原市粮食局'), {
    found: 'none',
    id: null,
    proposals: [{ id: '6', name: '市粮食和物资储备局', because: 'same', score: 1 }],
  })
})

t.test(
  'a former name that was learnt stands for whom it was learnt of, the present one does not',
  async (t) => {
    const learnt = nameMatcher([
      { id: 'a', name: '市发展和改革委员会', aliases: ['原市粮食局'] },
      { id: 'b', name: '市档案馆', aliases: [] },
    ])
    t.strictSame(learnt('原市粮食局'), { found: 'alias', id: 'a', proposals: [] })
    t.match(learnt('市粮食局'), { found: 'none', proposals: [{ id: 'a', because: 'same' }] })
  },
)

t.test('nothing is proposed for what is nobody’s name', async (t) => {
  for (const name of ['部分单位', '气象台', '局', '', '某县第三中学']) {
    t.strictSame(match(name), { found: 'none', id: null, proposals: [] }, name)
  }
})

t.test(
  'a thousand strange names against five thousand units take less than three seconds',
  async (t) => {
    const many = nameMatcher(
      Array.from({ length: 5_000 }, (_, n) => ({
        id: `${n}`,
        name: `第${n}区人力资源和社会保障服务中心`,
        aliases: [`第${n}区人社中心`],
      })),
    )
    const began = performance.now()
    for (let n = 0; n < 1_000; n += 1) many(`${n}街道文化旅游服务站`)
    const took = performance.now() - began
    t.comment(`${Math.round(took)} ms`)
    t.ok(took < 3_000)
  },
)
