import t from 'tap'
import type { DraftEdit, LineFields } from '../../../src/domain/notice/draft-edit.js'
import { planEdit } from '../../../src/domain/notice/plan-edit.js'
import { leader, reviewer } from '../../helpers/domain/people.js'
import { CONTEXT, drafted } from './draft-lines.js'

const VETO = drafted(1, { severity: 'veto' })
const MINOR = drafted(2)
const GRAVE = drafted(2, { severity: 'veto' })

/** What a handler, a reviewer and a leader are told: the code of the refusal, or that it is done. */
function told(edit: DraftEdit, lines: readonly (typeof VETO)[]) {
  return [CONTEXT.actor, reviewer, leader].map((actor) => {
    const plan = planEdit(edit, { lines, last: 9, newId: () => 'new' }, { ...CONTEXT, actor })
    return typeof plan === 'object' && 'code' in plan ? plan.code : 'done'
  })
}
const LEADERS = ['LEADER_REQUIRED', 'LEADER_REQUIRED', 'done']
const ANYBODYS = ['done', 'done', 'done']
const change = (fields: LineFields) => ({ kind: 'change', number: 1, fields }) as const
const merge = (fields?: LineFields) => ({ kind: 'merge', numbers: [1, 2], fields }) as const

t.test('a veto line is held back by a leader, and let go by anybody', async (t) => {
  const hold = { kind: 'withhold', numbers: [1, 2], reason: '暂缓' } as const
  t.strictSame(told(hold, [MINOR, VETO]), LEADERS)
  t.strictSame(told(hold, [MINOR]), ANYBODYS)
  const held = drafted(1, { severity: 'veto' }, { dispatch: 'none' })
  t.strictSame(told({ kind: 'dispatch', numbers: [1] }, [held]), ANYBODYS)
})

t.test('it is made less grave by a leader, whichever edit does it', async (t) => {
  t.strictSame(told(change({ severity: 'major' }), [VETO]), LEADERS)
  t.strictSame(told(change({ problem: '首页打不开' }), [VETO]), ANYBODYS)
  t.strictSame(told(change({ severity: 'veto' }), [MINOR]), ANYBODYS)
  t.strictSame(told(change({ severity: 'management' }), [MINOR]), ANYBODYS)
  const parts = [{ problem: '甲' }, { problem: '乙', severity: 'deduction' }] as const
  t.strictSame(told({ kind: 'split', number: 1, parts }, [VETO]), LEADERS)
  t.strictSame(told({ kind: 'split', number: 1, parts }, [MINOR]), ANYBODYS)
})

t.test('it is merged away by a leader, and keeps its severity otherwise', async (t) => {
  t.strictSame(told(merge(), [VETO, MINOR]), ANYBODYS)
  t.strictSame(told(merge({ severity: 'major' }), [VETO, MINOR]), LEADERS)
  t.strictSame(told(merge(), [drafted(1), GRAVE]), LEADERS, 'the one that is dropped')
  t.strictSame(told(merge(), [VETO, GRAVE]), LEADERS)
})
