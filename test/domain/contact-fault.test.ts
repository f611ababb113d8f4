import t from 'tap'
import {
  blamesAddress,
  CONTACT_FAULT_LABELS,
  CONTACT_FAULTS,
  earsOfFault,
  faultOf,
} from '../../src/domain/contact-fault.js'

t.test('an address is blamed only where its server said so of it', async (t) => {
  const [again, given_up] = [true, false]
  t.equal(faultOf({ outcome: 'accepted' }, given_up), null)
  t.equal(faultOf({ outcome: 'refused', about: 'address' }, given_up), 'refused')
  t.equal(faultOf({ outcome: 'refused', about: 'mail' }, given_up), null, 'our words, or our name')
  t.equal(faultOf({ outcome: 'deferred', about: 'address' }, again), null, 'it is tried again')
  t.equal(faultOf({ outcome: 'deferred', about: 'address' }, given_up), 'gave_up')
  for (const about of ['mail', 'server'] as const)
    t.equal(faultOf({ outcome: 'deferred', about }, given_up), null, about)
})

t.test('words blame an address where they speak of it or its mailbox', async (t) => {
  for (const words of [
    '5.1.1 unknown',
    '550 5.2.1 disabled',
    '4.2.2 mailbox full',
    '550 no such user',
  ])
    t.ok(blamesAddress(words), words)
  for (const words of [
    '5.7.1 blocked',
    '5.1.8 sender rejected',
    '550 5.1.7 x',
    '5.3.4 too big',
    '4.4.1 x',
  ])
    t.notOk(blamesAddress(words), words)
  t.ok(blamesAddress('550 host [5.7.1.9] says no'), 'an address of the network is no status')
})

t.test(
  'the unit and the office hear of it; of the office’s own people the leader too',
  async (t) => {
    t.strictSame(earsOfFault({ unit_id: 'u' }), ['unit', 'handler'])
    t.strictSame(earsOfFault({ unit_id: null }), ['handler', 'leader'])
  },
)

t.test('there are three ways to find out, each with a word', async (t) => {
  t.strictSame(CONTACT_FAULTS, ['refused', 'bounced', 'gave_up'])
  t.strictSame(Object.keys(CONTACT_FAULT_LABELS), [...CONTACT_FAULTS])
})
