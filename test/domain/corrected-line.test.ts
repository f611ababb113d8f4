import t from 'tap'
import { correctedLine } from '../../src/domain/corrected-line.js'
import { lifeIn } from '../helpers/domain/life.js'
import { handler, leader, reporter } from '../helpers/domain/people.js'

const lineOf = ({ finding, news }: ReturnType<typeof lifeIn>) => correctedLine(finding, news)

t.test('corrected words, and those alone', async (t) => {
  const life = lifeIn('rectifying')
  const fields = { problem: '栏目超过15天未更新', category: '更新不及时' }
  t.strictSame(lineOf(life.does(handler, 'correct', { fields })), fields)
  t.strictSame(lineOf(life.does(handler, 'correct', { fields: { place: '工作动态' } })), {
    place: '工作动态',
  })
})

t.test('nothing where no word was corrected', async (t) => {
  const life = lifeIn('rectifying')
  t.equal(lineOf(life.does(leader, 'correct', { fields: { severity: 'major' } })), null)
  t.equal(lineOf(life.does(reporter, 'respond')), null)
  t.equal(correctedLine(life.finding, []), null)
  t.equal(correctedLine({ handling: 'offline' }, []), null)
  const [erased] = lifeIn('rectifying').does(handler, 'correct', { fields: { place: '首页' } }).news
  if (!erased) throw new Error('nothing happened')
  t.equal(correctedLine(life.finding, [{ ...erased, texts: null }]), null, 'its words are gone')
})

t.test('what is handled offline from now on keeps no word at all', async (t) => {
  const offline = lifeIn('rectifying').does(leader, 'correct', {
    fields: { handling: 'offline' },
    reason: undefined,
    paper_number: '密通1号',
  })
  t.strictSame(lineOf(offline), {
    ...{ category: '', problem: '', place: null },
    ...{ sentence: null, sentence_start: null, sentence_end: null },
  })
})
