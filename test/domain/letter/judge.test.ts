import t from 'tap'
import type { LetterHead, LetterItem } from '../../../src/domain/letter/item.js'
import { judgeItem } from '../../../src/domain/letter/judge.js'
import { run } from '../../../src/domain/machine/run.js'
import type { Actor, SignedPaper, Situation } from '../../../src/domain/situation.js'
import { ASKED, OTHER, PHOTO, SCAN } from '../../helpers/domain/fields.js'
import { issuedLife, lifeIn } from '../../helpers/domain/life.js'
import { handler, reporter, signatory, signedBy } from '../../helpers/domain/people.js'
import { day } from '../../helpers/domain/world.js'

const SENT: LetterHead = {
  number: '函〔2026〕8号',
  signed_on: day('2026-03-02'),
  received_on: null,
  scan: [],
}
const PAPER: LetterHead = { ...SENT, received_on: day('2026-03-02'), scan: [SCAN] }

const answered: Omit<LetterItem, 'revision'> = {
  ...{ finding_id: 'finding', result: 'fixed', cause: '无人维护', measures: '已更新' },
  ...{ completed_on: day('2026-03-02'), evidence: [PHOTO] },
}

/** What becomes of an item of a letter that somebody registers on a finding that its unit has. */
function judged(
  actor: Actor,
  head: LetterHead,
  item: Partial<LetterItem> = {},
  {
    paper = null,
    life = lifeIn('rectifying'),
  }: { paper?: SignedPaper | null; life?: { situation: Situation } } = {},
) {
  const before = { ...life.situation, actor, paper }
  const { revision } = before.finding
  const one = judgeItem(before, head, { ...answered, revision, ...item }, 'request')
  const { outcome, rejection, next } = one
  const back = next && run({ ...one.run.situation, actor, paper }, next, null)
  const after = back ?? one.run
  const { code = null, field = null } = rejection ?? {}
  const events = [...one.run.events, ...(back?.events ?? [])]
  const { situation } = after
  return {
    outcome,
    code,
    field,
    situation,
    finding: situation.finding,
    events,
    types: events.map(({ type }) => type),
  }
}

t.test('a unit’s own letter answers each finding, with itself as the stamped report', async (t) => {
  const { outcome, types, finding, situation } = judged(reporter, SENT)
  t.strictSame([outcome, types], ['responded', ['report_registered', 'responded']])
  t.strictSame([finding.state, finding.reported], ['responded', 'yes'])
  const again = judged(reporter, SENT, {}, { life: { situation: situation } })
  t.strictSame([again.outcome, again.code], ['refused', 'NOT_IN_THIS_STATE'])
})

t.test(
  'what it disputes or says is another’s is asked, by a signatory or on their paper',
  async (t) => {
    const disputed = { result: 'disputed', grounds: '当日已更新', evidence: [PHOTO] } as const
    t.strictSame(judged(signatory, SENT, disputed).outcome, 'disputed')
    t.strictSame(judged(reporter, SENT, disputed).code, 'ROLE_NOT_ALLOWED')
    t.strictSame(
      judged(reporter, SENT, disputed, { paper: signedBy(signatory) }).outcome,
      'disputed',
    )
    const entered = judged(handler, PAPER, disputed, { paper: signedBy(signatory) })
    t.strictSame(
      [entered.outcome, entered.finding.dispute?.asked_by],
      ['disputed', ['handler', 'signatory']],
    )
    t.strictSame(judged(handler, PAPER, disputed).code, 'ROLE_NOT_ALLOWED')
    const theirs = { result: 'not_ours', grounds: '由其主管', unit_id: OTHER } as const
    t.strictSame(judged(signatory, SENT, theirs).outcome, 'transfer_requested')
    t.strictSame(judged(signatory, SENT, { ...theirs, unit_id: undefined }).field, '/unit_id')
  },
)

t.test(
  'what the office enters and finds incomplete is registered and sent back to be completed',
  async (t) => {
    for (const [item, reason, comment] of [
      [{ measures: ' ' }, 'report_incomplete', '请补充：整改措施。'],
      [{ completed_on: undefined }, 'report_incomplete', '请补充：完成日期。'],
      [{ evidence: [] }, 'evidence_missing', '请补充：佐证材料。'],
      [{ evidence: ['unknown'] }, 'evidence_missing', '请补充：佐证材料。'],
      [{ result: 'planned', completed_on: undefined }, 'report_incomplete', '请补充：整改方案。'],
      [
        { result: 'beyond_unit', asked: { ...ASKED, on: undefined } },
        'evidence_missing',
        '请补充：已向有关单位提出请求的证明。',
      ],
      [
        { result: 'beyond_unit', asked: { ...ASKED, evidence: [...ASKED.evidence, 'unknown'] } },
        'evidence_missing',
        '请补充：已向有关单位提出请求的证明。',
      ],
    ] as const) {
      const { outcome, types, finding, events } = judged(handler, PAPER, item)
      t.strictSame([outcome, types], ['returned', ['report_registered', 'responded', 'returned']])
      t.strictSame([finding.state, finding.returns, finding.formal_returns], ['returned', 0, 1])
      t.equal(finding.due?.date, '2026-03-16', 'a due that has not come stays')
      const back = events.at(-1)
      t.match(back, { data: { kind: 'formal', reasons: [reason] } })
      t.strictSame(back?.texts, {
        'points/0/claim': '来文未写明或未附',
        'points/0/comment': comment,
      })
    }
  },
)

t.test('a proof of having asked is of files that may be named', async (t) => {
  const asked = { ...ASKED, evidence: ['unknown'] }
  const item = { result: 'beyond_unit', evidence: ['unknown'], asked } as const
  const { events } = judged(handler, PAPER, item)
  const sealed = events.find(({ type }) => type === 'responded')
  t.match(sealed, { data: { evidence: [], asked: null } })
  const reasons = events.at(-1)
  t.match(reasons, { data: { reasons: ['evidence_missing'] } })
})

t.test('what cannot be completed is refused, and nothing is answered for it', async (t) => {
  const late = judged(handler, { ...PAPER, received_on: day('2026-03-03') })
  t.strictSame([late.outcome, late.code, late.types], ['refused', 'FUTURE_DATE', []])
  const open = judged(reporter, SENT, { measures: '' })
  t.strictSame(
    [open.outcome, open.code, open.field, open.types],
    ['refused', 'FIELD_REQUIRED', '/measures', []],
  )
  const urgent = issuedLife({ line: { urgent: true } })
  const hung = judged(handler, PAPER, { measures: '' }, { life: urgent })
  t.strictSame([hung.outcome, hung.field, hung.types], ['refused', '/measures', []])
  const down = { taken_down_at: urgent.now, evidence: ['unknown'] }
  const unproved = judged(handler, PAPER, down, { life: urgent })
  t.strictSame([unproved.code, unproved.types], ['EVIDENCE_REQUIRED', []], 'nor is its proof')
  const plan = { fix_plan: { fixed_by: day('2026-03-10'), steps: [] } }
  const surplus = judged(handler, PAPER, plan)
  t.strictSame([surplus.outcome, surplus.field, surplus.types], ['refused', '/fix_plan', []])
})

t.test('an item written on what has changed since says so', async (t) => {
  const { outcome, code, types } = judged(reporter, SENT, { revision: 0 })
  t.strictSame([outcome, code, types], ['stale', null, []])
})

t.test(
  'to one that is answered already it is the stamped report, and nothing to one reported',
  async (t) => {
    const life = lifeIn('responded')
    const sealed = judged(reporter, SENT, {}, { life })
    t.strictSame([sealed.outcome, sealed.types], ['reported', ['report_registered']])
    const again = judged(reporter, SENT, {}, { life: sealed })
    t.strictSame([again.outcome, again.code], ['refused', 'NOT_IN_THIS_STATE'])
  },
)

t.test('of a finding handled offline the letter’s number stands for its scan', async (t) => {
  const life = lifeIn('rectifying', { line: { handling: 'offline' } })
  const words = { cause: undefined, measures: undefined, evidence: [], paper_number: '密1号' }
  const { outcome, events } = judged(handler, PAPER, words, { life })
  t.equal(outcome, 'responded')
  t.strictSame(events.find(({ type }) => type === 'report_registered')?.data, {
    ...{ on: PAPER.signed_on, report_number: PAPER.number, evidence: [] },
  })
})
