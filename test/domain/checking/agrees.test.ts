import { deepStrictEqual as same } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { Draft } from '../../../src/domain/checking/check-answer.js'
import { run } from '../../../src/domain/machine/run.js'
import { RESULTS } from '../../../src/domain/vocabulary.js'
import { PHOTO, SCAN } from '../../helpers/domain/fields.js'
import { type LifeOptions, lifeIn } from '../../helpers/domain/life.js'
import { reporter, signatory } from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'
import { checked } from './drafts.js'

const STATES = ['notified', 'rectifying', 'responded', 'returned', 'ongoing', 'closed'] as const
const OPTIONS: readonly LifeOptions[] = [
  {},
  { policy: { stamped_report: 'with_answer' } },
  { policy: { respond_needs_signatory: true } },
  { line: { urgent: true, indicator_id: 'WV-1.1' } },
  { line: { handling: 'offline' } },
]
const LIVES = STATES.flatMap((state) => OPTIONS.map((options) => lifeIn(state, options)))

const maybe = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values)
const date = maybe(
  ...['2026-02-27', '2026-03-02', '2026-03-20', '2026-04-10', '2026-04-11'].map(day),
)
const texts = maybe('', ' ', '已更新')
const hashes = maybe<string[]>([], [PHOTO], [PHOTO, SCAN], [PHOTO, 'another’s'])
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const step = fc.record({ on: date.map((on) => on ?? day('2026-03-20')), text: texts })

const wild: fc.Arbitrary<Draft['answer']> = fc.record({
  result: maybe(...RESULTS),
  ...{ cause: texts, measures: texts, completed_on: date, evidence: hashes },
  fix_plan: optional(
    fc.record({ fixed_by: date, steps: optional(fc.array(step, { maxLength: 3 })) }),
  ),
  asked: optional(fc.record({ on: date, whom: texts, evidence: hashes })),
  taken_down_at: maybe(local('2026-03-02 09:00'), local('2027-01-01 09:00')),
  report: optional(
    fc.record({ on: date.map((on) => on ?? day('2026-03-02')), report_number: texts }),
  ),
  paper_number: maybe('密〔2026〕1号'),
})

/** What every finding of the tests takes, but an offline one. */
const WHOLE = {
  ...{ cause: '无人维护', measures: '已更新', completed_on: day('2026-03-02') },
  ...{ evidence: [PHOTO], taken_down_at: local('2026-03-02 09:00'), paper_number: '密1号' },
  report: { on: day('2026-03-02'), report_number: '1号' },
  result: 'fixed' as const,
}
const KEYS = Object.keys(WHOLE) as (keyof typeof WHOLE)[]

/** Anything at all, or what is nearly whole. */
const drafts = fc.oneof(
  wild,
  fc.tuple(wild, fc.subarray(KEYS, { maxLength: 2 })).map(([other, keys]) => ({
    ...WHOLE,
    ...Object.fromEntries(keys.map((key) => [key, other[key]])),
  })),
)

t.test('what is told beforehand is what the machine says, in its own order', async (t) => {
  let [taken, refused] = [0, 0]
  const agree = fc.property(
    fc.constantFrom(...LIVES),
    fc.constantFrom(reporter, signatory),
    drafts,
    (life, by, answer) => {
      const sent = { ...life.situation, actor: by, paper: null }
      const { verdict } = run(sent, { name: 'respond', ...answer }, null)
      const { submittable, gaps } = checked(life, answer, { by })
      same(submittable, verdict.kind === 'done', JSON.stringify(verdict))
      if (verdict.kind === 'refused') same(gaps[0]?.field, verdict.rejection.field)
      if (submittable) taken += 1
      else refused += 1
    },
  )
  fc.assert(agree, { numRuns: 5_000 })
  t.ok(taken > 200 && refused > 2_000, `${taken} taken, ${refused} refused`)
})

t.test('filling one gap after the other ends with an answer that is taken', async (t) => {
  for (const life of LIVES.filter(({ finding }) => finding.state === 'rectifying')) {
    let answer: Draft['answer'] = {}
    for (let left = 10; left > 0; left -= 1) {
      const [gap] = checked(life, answer, { by: signatory }).gaps
      if (gap?.weight !== 'refused') break
      const field = gap.field?.slice(1) ?? ''
      t.ok(field in WHOLE, `${gap.code} ${field}`)
      answer = { ...answer, [field]: WHOLE[field as keyof typeof WHOLE] }
    }
    const { verdict } = run(
      { ...life.situation, actor: signatory, paper: null },
      { name: 'respond', ...answer },
      null,
    )
    t.equal(verdict.kind, 'done', JSON.stringify(answer))
  }
})
