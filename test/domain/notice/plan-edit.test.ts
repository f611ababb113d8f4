import t from 'tap'
import { correctedLine } from '../../../src/domain/corrected-line.js'
import { evolve } from '../../../src/domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../../../src/domain/finding.js'
import type { DraftEdit, DraftedLine } from '../../../src/domain/notice/draft-edit.js'
import { MOST_LINES } from '../../../src/domain/notice/expansion.js'
import { type EditPlan, planEdit } from '../../../src/domain/notice/plan-edit.js'
import { leader, reporter } from '../../helpers/domain/people.js'
import { day } from '../../helpers/domain/world.js'
import { CONTEXT, drafted } from './draft-lines.js'

type Lines = readonly DraftedLine[]

const ask = (edit: DraftEdit, lines: Lines, more: { last?: number; by?: typeof leader } = {}) => {
  let made = 0
  const newId = () => {
    made += 1
    return `new ${made}`
  }
  const draft = { lines, last: more.last ?? 9, newId }
  return planEdit(edit, draft, { ...CONTEXT, actor: more.by ?? CONTEXT.actor })
}

/** The lines as they are afterwards, in order of their numbers, each with what happened to it. */
function after(plan: ReturnType<typeof ask>, lines: Lines) {
  if (typeof plan === 'string' || 'code' in plan) throw new Error(JSON.stringify(plan))
  return [...lines, ...plan.added]
    .map((one) => {
      const edited = plan.edited.find(({ before }) => before.finding.id === one.finding.id)
      const events = edited?.events ?? []
      const finding = edited?.after.finding ?? one.finding
      return { finding, line: { ...one.line, ...correctedLine(finding, events) }, events }
    })
    .toSorted((a, b) => a.finding.number - b.finding.number)
}

const refusal = (plan: ReturnType<typeof ask>) =>
  typeof plan === 'string' || 'edited' in plan ? plan : `${plan.code} ${plan.field ?? ''}`.trim()

const saidIn = (plan: EditPlan) => plan.edited.flatMap(({ events }) => events)

t.test('a change records what was, what is, by whom and why', async (t) => {
  const line = drafted(1)
  const fields = {
    problem: ' 首页打不开 ',
    severity: 'major',
    own_due: { date: day('2026-03-09'), time: null },
  } as const
  const plan = ask({ kind: 'change', number: 1, fields, reason: '原文表述不清' }, [line])
  const [one] = after(plan, [line])
  t.match(one?.line, { problem: '首页打不开', own_due_date: '2026-03-09', category: '更新不及时' })
  t.match(one?.finding, { severity: 'major', revision: 1, seq: 2, state: 'draft' })
  t.match(one?.events, [
    { type: 'drafted', texts: { category: '更新不及时', problem: '问题1', place: '首页' } },
    {
      type: 'redrafted',
      actor: { person_id: 'handler', role: 'office.handler' },
      data: { how: 'change', codes: { severity: 'major' }, texts: ['problem'] },
      texts: { reason: '原文表述不清', problem: '首页打不开' },
    },
  ])
  t.equal(
    refusal(ask({ kind: 'change', number: 1, fields: { problem: '问题1' } }, [line])),
    'NOTHING_TO_CHANGE',
  )
  t.equal(
    refusal(ask({ kind: 'change', number: 1, fields: { indicator_id: 'XX-1' } }, [line])),
    'UNKNOWN_INDICATOR /edit/fields/indicator_id',
  )
})

t.test('a line that is urgent by its indicator alone follows it', async (t) => {
  const line = drafted(1)
  const urgent = after(
    ask({ kind: 'change', number: 1, fields: { indicator_id: 'WV-1.1' } }, [line]),
    [line],
  )
  t.match(urgent[0]?.finding, { indicator_id: 'WV-1.1', urgent: true })
  const said = { indicator_id: 'WV-1.1', urgent: false }
  t.equal(
    after(ask({ kind: 'change', number: 1, fields: said }, [line]), [line])[0]?.finding.urgent,
    false,
  )
})

t.test('another unit takes the line without what was the first one’s', async (t) => {
  const line = drafted(1, { asset_id: 'a' }, { follows_id: 'old', supporting_unit_ids: ['v', 'w'] })
  const [one] = after(ask({ kind: 'reassign', number: 1, unit_id: 'v' }, [line]), [line])
  t.match(one?.finding, { unit_id: 'v', asset_id: null })
  t.match(one?.line, { follows_id: null, problem: '问题1' })
  t.strictSame(one?.line.supporting_unit_ids, ['w'], 'no unit helps itself')
  t.equal(refusal(ask({ kind: 'reassign', number: 1, unit_id: 'u' }, [line])), 'NOTHING_TO_CHANGE')
})

t.test('a line becomes several, each naming the one it came of', async (t) => {
  const line = drafted(3, { asset_id: 'a', severity: 'major' })
  const parts = [
    { problem: '甲栏目未更新' },
    { problem: '乙栏目有错链', unit_id: 'v' },
    { place: null },
  ]
  const plan = ask({ kind: 'split', number: 3, parts, reason: '两件事' }, [line])
  const lines = after(plan, [line])
  t.match(
    lines.map(({ finding, line: { problem, place } }) => [
      finding.number,
      finding.unit_id,
      finding.asset_id,
      problem,
      place,
    ]),
    [
      [3, 'u', 'a', '甲栏目未更新', '首页'],
      [10, 'v', null, '乙栏目有错链', '首页'],
      [11, 'u', 'a', '问题3', null],
    ],
  )
  t.match(lines[0]?.events.at(-1), { data: { how: 'split', into: ['new 1', 'new 2'] } })
  t.match(lines[1]?.events, [
    { type: 'drafted', texts: { problem: '乙栏目有错链' } },
    { type: 'redrafted', data: { how: 'split', from: ['f3'] }, texts: { reason: '两件事' } },
  ])
  for (const { finding } of lines) t.match(finding, { seq: 2, severity: 'major', state: 'draft' })
  const same = [{ problem: '甲' }, { problem: '甲' }]
  t.equal(
    refusal(ask({ kind: 'split', number: 3, parts: same }, [line])),
    'NOTHING_TO_CHANGE /edit/parts',
  )
  t.equal(ask({ kind: 'split', number: 3, parts }, [line], { last: MOST_LINES - 1 }), 'too_many')
})

t.test(
  'lines of one unit become one that says it all; the others stay in the record',
  async (t) => {
    const [soon, late] = [day('2026-03-09'), day('2026-03-10')]
    const lines = [
      drafted(5, { severity: 'major' }, { problem: '错链2处。', own_due_date: soon }),
      drafted(
        2,
        { asset_id: 'a' },
        { problem: '错链1处', supporting_unit_ids: ['h'], place: '内页', own_due_date: late },
      ),
    ]
    const plan = ask({ kind: 'merge', numbers: [5, 2], reason: '同一页面' }, lines)
    const [kept, gone] = after(plan, lines)
    t.match(kept?.finding, { number: 2, state: 'draft', severity: 'major', asset_id: null })
    t.match(kept?.line, { problem: '错链1处；错链2处', own_due_date: soon, place: null })
    t.equal(kept?.line.severity_confirmed, false, 'they differed')
    t.match(kept?.events.at(-1), {
      data: { how: 'merge', from: ['f5'] },
      texts: { reason: '同一页面' },
    })
    t.match(gone?.finding, { number: 5, state: 'withdrawn' })
    t.match(gone?.events, [
      { type: 'drafted', texts: { problem: '错链2处。' } },
      { type: 'redrafted', data: { how: 'merge', into: ['f2'] } },
      {
        type: 'withdrawn',
        data: { reason_code: 'duplicate', from: 'draft' },
        texts: { grounds: '同一页面' },
      },
    ])
    const said = after(
      ask({ kind: 'merge', numbers: [5, 2], fields: { problem: '错链3处' } }, lines),
      lines,
    )
    t.equal(said[0]?.line.problem, '错链3处', 'what a person says comes first')
    const foreign = [drafted(1), drafted(2, { unit_id: 'v' })]
    t.equal(
      refusal(ask({ kind: 'merge', numbers: [1, 2] }, foreign)),
      'FIELD_REQUIRED /edit/numbers',
    )
  },
)

t.test('a line is held back with a reason, and let go again', async (t) => {
  const line = drafted(1)
  const held = after(ask({ kind: 'withhold', numbers: [1], reason: '正在整改' }, [line]), [line])
  t.match(held[0]?.line, { dispatch: 'none', problem: '问题1' })
  t.match(held[0]?.events.at(-1), { data: { how: 'withhold' }, texts: { reason: '正在整改' } })
  t.equal(refusal(ask({ kind: 'withhold', numbers: [1] }, [line])), 'FIELD_REQUIRED /edit/reason')
  t.equal(
    refusal(ask({ kind: 'dispatch', numbers: [1] }, [line])),
    'NOTHING_TO_CHANGE /edit/numbers',
  )
  t.match(after(ask({ kind: 'dispatch', numbers: [1] }, held), held)[0]?.line, { dispatch: 'unit' })
})

t.test('a line is dropped with a reason; a veto is a leader’s to drop', async (t) => {
  const drop = { kind: 'drop', numbers: [1], reason_code: 'false_alarm', reason: '误读' } as const
  const line = drafted(1)
  const [one] = after(ask(drop, [line]), [line])
  t.equal(one?.finding.state, 'withdrawn')
  t.match(one?.events, [{ type: 'drafted' }, { type: 'withdrawn', texts: { grounds: '误读' } }])
  t.equal(refusal(ask({ ...drop, reason: ' ' }, [line])), 'FIELD_REQUIRED /edit/reason')
  const grave = [drafted(1, { severity: 'veto' })]
  t.equal(refusal(ask(drop, grave)), 'LEADER_REQUIRED')
  t.equal(after(ask(drop, grave, { by: leader }), grave)[0]?.finding.state, 'withdrawn')
  const before = one ? [one] : []
  t.equal(
    refusal(ask({ kind: 'withhold', numbers: [1], reason: '再次' }, before)),
    'NOT_IN_THIS_STATE',
  )
  t.equal(refusal(ask(drop, [line], { by: reporter })), 'ROLE_NOT_ALLOWED')
})

t.test(
  'of a line handled on paper no word enters, and the paper stands for the reason',
  async (t) => {
    const line = drafted(
      1,
      { handling: 'offline' },
      { category: '', problem: '', place: null, sentence: null },
    )
    const hold = { kind: 'withhold', numbers: [1] } as const
    t.equal(refusal(ask({ ...hold, reason: '另行处理' }, [line])), 'OFFLINE_ONLY /edit/reason')
    t.equal(refusal(ask(hold, [line])), 'FIELD_REQUIRED /edit/paper_number')
    const [one] = after(ask({ ...hold, paper_number: '密1号' }, [line]), [line])
    t.equal(one?.line.dispatch, 'none')
    t.strictSame(
      one?.events.map(({ texts }) => texts),
      [null, { paper_number: '密1号' }],
    )
    const words = { kind: 'change', number: 1, fields: { problem: '某事' } } as const
    t.equal(refusal(ask(words, [line])), 'OFFLINE_ONLY /edit/fields/problem')
  },
)

t.test('folding what happened gives the finding', async (t) => {
  const lines = [drafted(1, { asset_id: 'a' }), drafted(2)]
  const edits: DraftEdit[] = [
    { kind: 'split', number: 1, parts: [{ unit_id: 'v' }, { problem: '另一件' }] },
    { kind: 'merge', numbers: [1, 2] },
    { kind: 'withhold', numbers: [1, 2], reason: '暂缓' },
  ]
  for (const edit of edits) {
    const plan = ask(edit, edit.kind === 'split' ? lines.slice(0, 1) : lines)
    if (typeof plan === 'string' || 'code' in plan) throw new Error(edit.kind)
    for (const { before, after: end, events } of plan.edited)
      t.strictSame(
        events.reduce<Finding>(evolve, blankFinding(before.finding)),
        end.finding,
        edit.kind,
      )
    t.ok(saidIn(plan).length > 0)
  }
})
