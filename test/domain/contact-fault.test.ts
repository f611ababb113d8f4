import t from 'tap'
import { earsOfFault, faultOf } from '../../src/domain/contact-fault.js'

t.test('an address is blamed only where its server said so', async (t) => {
  const [again, given_up] = [true, false]
  t.equal(faultOf('accepted', null, given_up), null)
  t.equal(faultOf('refused', '550', given_up), 'refused')
  t.equal(faultOf('refused', 'BAD_ADDRESS', given_up), 'refused')
  t.equal(faultOf('deferred', '452', again), null, 'it is tried again')
  t.equal(faultOf('deferred', '452', given_up), 'gave_up')
  for (const ours of ['ETIMEDOUT', 'EAUTH', '4', '4520', '535', null]) {
    t.equal(faultOf('deferred', ours, given_up), null, `${ours} is about our own side`)
  }
})

t.test(
  'the unit and the office hear of it; of the office’s own people the leader too',
  async (t) => {
    t.strictSame(earsOfFault({ unit_id: 'u' }), ['unit', 'handler'])
    t.strictSame(earsOfFault({ unit_id: null }), ['handler', 'leader'])
  },
)
