import t from 'tap'
import { earsOfFault, faultOf } from '../../src/domain/contact-fault.js'

t.test('an address is blamed only where its server said so of it', async (t) => {
  const [again, given_up] = [true, false]
  t.equal(faultOf({ outcome: 'accepted' }, given_up), null)
  t.equal(faultOf({ outcome: 'refused', about: 'address' }, given_up), 'refused')
  t.equal(faultOf({ outcome: 'refused', about: 'mail' }, given_up), null, 'our words, or our name')
  t.equal(faultOf({ outcome: 'deferred', code: '452' }, again), null, 'it is tried again')
  t.equal(faultOf({ outcome: 'deferred', code: '452' }, given_up), 'gave_up')
  for (const code of ['ETIMEDOUT', 'EAUTH', '4', '4520', '535']) {
    t.equal(faultOf({ outcome: 'deferred', code }, given_up), null, `${code} is about our own side`)
  }
})

t.test(
  'the unit and the office hear of it; of the office’s own people the leader too',
  async (t) => {
    t.strictSame(earsOfFault({ unit_id: 'u' }), ['unit', 'handler'])
    t.strictSame(earsOfFault({ unit_id: null }), ['handler', 'leader'])
  },
)
