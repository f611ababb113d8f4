import t from 'tap'
import { canBeExpanded, expansionOf, MOST_LINES } from '../../../src/domain/notice/expansion.js'

t.test('what is nobody’s or not dispatched can be expanded while it has no history', async (t) => {
  t.ok(canBeExpanded({ unit_id: null, seq: 0 }, 'unit'))
  t.ok(canBeExpanded({ unit_id: null, seq: 0 }, 'none'))
  t.ok(canBeExpanded({ unit_id: 'u', seq: 0 }, 'none'))
  t.notOk(canBeExpanded({ unit_id: 'u', seq: 0 }, 'unit'))
  t.notOk(canBeExpanded({ unit_id: null, seq: 2 }, 'none'), 'it was corrected or withdrawn')
})

t.test(
  'the first keeps the number, the others follow the last, as far as there is room',
  async (t) => {
    t.strictSame(expansionOf(2, 7, ['a', 'b', 'c']), [
      { number: 2, unit_id: 'a' },
      { number: 8, unit_id: 'b' },
      { number: 9, unit_id: 'c' },
    ])
    t.strictSame(expansionOf(7, 7, ['a']), [{ number: 7, unit_id: 'a' }])
    t.equal(expansionOf(1, MOST_LINES - 1, ['a', 'b'])?.at(-1)?.number, MOST_LINES)
    t.equal(expansionOf(1, MOST_LINES, ['a', 'b']), null)
  },
)
