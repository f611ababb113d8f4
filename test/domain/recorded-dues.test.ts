import t from 'tap'
import { plusDays, plusMs } from '../../src/domain/instant.js'
import { recordedDues, sameDues } from '../../src/domain/recorded-dues.js'
import { lifeIn } from '../helpers/domain/life.js'
import { leader } from '../helpers/domain/people.js'

t.test('the record of a finding leads to its dues; any of them moved is seen', async (t) => {
  const { finding, events } = lifeIn('rectifying').does(leader, 'reschedule')
  const { due, original_due } = finding
  if (!due || !original_due) throw new Error('no due')
  t.not(due.at, original_due.at)
  const recorded = recordedDues(finding, events)
  t.strictSame(recorded, { due, original_due })
  t.ok(sameDues(recorded, finding))
  t.ok(sameDues({ due: null, original_due: null }, { due: null, original_due: null }))
  for (const one of [due, original_due])
    for (const moved of [
      null,
      { ...one, at: plusMs(one.at, 1) },
      { ...one, date: plusDays(one.date, 1) },
    ]) {
      const name = one === due ? 'due' : 'original_due'
      t.notOk(sameDues(recorded, { ...recorded, [name]: moved }), `${name} ${moved?.at}`)
    }
})
