import t from 'tap'
import type { Draft } from '../../../src/domain/checking/check-answer.js'
import { openReturn } from '../../../src/domain/checking/unanswered.js'
import { PHOTO, SCAN } from '../../helpers/domain/fields.js'
import { lifeIn } from '../../helpers/domain/life.js'
import { handler, reporter } from '../../helpers/domain/people.js'
import { checked, PICTURE, WHOLE } from './drafts.js'

const CAUSE = '栏目无人维护。'
const FIRST = { ...WHOLE, cause: CAUSE, measures: '已更新栏目3条。已指定专人每周检查。' }
const points = [
  { claim: '已更新栏目3条', comment: '仍为旧内容' },
  { claim: '每周检查', comment: '未写明何人' },
  { claim: '', comment: '原因过于简略' },
]
const returned = () =>
  lifeIn('notified').does(reporter, 'respond', FIRST).does(handler, 'return', { points })

/** The numbers of the points that an answer leaves unanswered. */
const left = (answer: Draft['answer'], life = returned()) =>
  checked(life, { ...FIRST, ...answer }, { files: [PICTURE, { ...PICTURE, sha256: SCAN }] })
    .gaps.filter(({ code }) => code === 'POINT_UNANSWERED')
    .map(({ words }) => Number(/第(\d)点/.exec(words)?.[1]))

t.test('a point is answered by what is changed, added or shown', async (t) => {
  t.strictSame(left({}), [1, 2, 3], 'the same again answers nothing')
  const spaced = ' 已更新栏目 3 条；已指定专人每周检查 '
  t.strictSame(left({ measures: spaced }), [1, 2, 3], 'nor do blanks and stops')
  const changed = '已更新栏目5条，均为本月内容。已指定专人每周检查。'
  t.strictSame(left({ measures: changed }), [2], 'a claim that stands stays unanswered')
  t.strictSame(left({ measures: '已更新栏目3条。' }), [1], 'what is left out stands no more')
  t.strictSame(left({ measures: `${FIRST.measures}检查人为张三。` }), [], 'more is said')
  t.strictSame(left({ evidence: [PHOTO, SCAN] }), [], 'more is shown')
  t.strictSame(left({ evidence: [PHOTO] }), [1, 2, 3])
})

t.test('only a return that waits asks for anything', async (t) => {
  t.equal(openReturn(lifeIn('rectifying').events), null)
  t.equal(openReturn(lifeIn('responded').events), null)
  const again = returned().does(reporter, 'respond', { measures: '已改' })
  t.equal(openReturn(again.events), null, 'answered again')
  const recalled = again.does(reporter, 'recall')
  t.strictSame(left({}, recalled), [1, 2, 3], 'what was recalled is as if it had not been said')
  const erased = recalled.events.map((event) =>
    event.type === 'responded' ? { ...event, texts: null } : event,
  )
  const gaps = checked(recalled, FIRST, { events: erased }).gaps
  t.notOk(
    gaps.some(({ code }) => code === 'POINT_UNANSWERED'),
    'of erased words nothing is said',
  )
})
