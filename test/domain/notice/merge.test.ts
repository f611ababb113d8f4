import t from 'tap'
import { correctedLine } from '../../../src/domain/corrected-line.js'
import { timeOf } from '../../../src/domain/instant.js'
import type { DraftedLine, LineFields } from '../../../src/domain/notice/draft-edit.js'
import { planEdit } from '../../../src/domain/notice/plan-edit.js'
import { day } from '../../helpers/domain/world.js'
import { CONTEXT, drafted } from './draft-lines.js'

/** The line that two become, or the code and the field of the refusal. */
function merge(lines: readonly DraftedLine[], fields?: LineFields) {
  const edit = { kind: 'merge', numbers: [1, 2], fields } as const
  const plan = planEdit(edit, { lines, last: 2, newId: () => 'new' }, CONTEXT)
  if (typeof plan === 'string') return plan
  if ('code' in plan) return `${plan.code} ${plan.field ?? ''}`
  const [first] = plan.edited
  if (!first) throw new Error('nothing was edited')
  return { ...lines[0]?.line, ...correctedLine(first.after.finding, first.events) }
}

t.test('a line that is withheld and one that is issued stay two', async (t) => {
  const lines = [drafted(1), drafted(2, {}, { dispatch: 'none' })]
  t.equal(merge(lines), 'FIELD_REQUIRED /edit/numbers')
  t.equal(merge(lines.toReversed()), 'FIELD_REQUIRED /edit/numbers')
  const both = [drafted(1, {}, { dispatch: 'none' }), drafted(2, {}, { dispatch: 'none' })]
  t.match(merge(both), { dispatch: 'none', problem: '问题1；问题2' })
})

t.test('what one of them takes up again the merged line does, and never of two', async (t) => {
  const again = (number: number, follows_id: string | null) => drafted(number, {}, { follows_id })
  t.match(merge([again(1, null), again(2, 'old')]), { follows_id: 'old' })
  t.match(merge([again(1, 'old'), again(2, null)]), { follows_id: 'old' })
  t.match(merge([again(1, 'old'), again(2, 'old')]), { follows_id: 'old' })
  t.equal(merge([again(1, 'old'), again(2, 'older')]), 'FIELD_REQUIRED /edit/numbers')
})

t.test('no line gets a later due by it than it had, unless a person says so', async (t) => {
  const due = (number: number, date: string | null, time: string | null = null) =>
    drafted(
      number,
      {},
      { own_due_date: date ? day(date) : null, own_due_time: time ? timeOf(time) : null },
    )
  t.match(merge([due(1, '2026-03-10'), due(2, '2026-03-09')]), { own_due_date: '2026-03-09' })
  t.match(merge([due(1, '2026-03-09'), due(2, '2026-03-09', '12:00')]), { own_due_time: '12:00' })
  const mixed = [due(1, '2026-03-09'), due(2, null)]
  t.equal(merge(mixed), 'FIELD_REQUIRED /edit/fields/own_due')
  t.equal(merge(mixed.toReversed()), 'FIELD_REQUIRED /edit/fields/own_due')
  const own_due = { date: day('2026-03-08'), time: null }
  t.match(merge(mixed, { own_due }), { own_due_date: '2026-03-08' })
  t.match(merge(mixed, { own_due: null }), { own_due_date: null }, 'the notice’s, for all')
  t.match(merge([due(1, null), due(2, null)]), { own_due_date: null })
})

t.test('what is more than a line holds a person says shorter', async (t) => {
  // A sign beyond the basic plane is one character, as whoever sends a line counts it.
  const long = (number: number, size: number) =>
    drafted(number, {}, { problem: '𠮷'.repeat(size) + number })
  t.match(merge([long(1, 2_000), long(2, 1_997)]), { problem: /^𠮷+1；𠮷+2$/u })
  const tooLong = [long(1, 2_000), long(2, 1_998)]
  t.equal(merge(tooLong), 'FIELD_REQUIRED /edit/fields/problem')
  t.match(merge(tooLong, { problem: '两处' }), { problem: '两处' })
  const helped = (number: number, from: number, to: number) =>
    drafted(number, {}, { supporting_unit_ids: unitsFrom(from, to) })
  const kept = merge([helped(1, 1, 12), helped(2, 9, 20)])
  t.match(kept, { supporting_unit_ids: unitsFrom(1, 20) })
  const tooMany = [helped(1, 1, 12), helped(2, 9, 21)]
  t.equal(merge(tooMany), 'FIELD_REQUIRED /edit/fields/supporting_unit_ids')
  t.match(merge(tooMany, { supporting_unit_ids: ['h1'] }), { supporting_unit_ids: ['h1'] })
})

function unitsFrom(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => `h${from + index}`)
}
