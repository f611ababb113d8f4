import t from 'tap'
import { mayConnect, rangesOf } from '../../src/looking/addresses.js'

const REFUSED = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '169.254.0.1', '100.64.0.1', '100.100.100.200'],
  ...['224.0.0.1', '255.255.255.255', '240.0.0.1', '192.0.0.1', '198.18.0.1', '168.63.129.16'],
  ...['192.0.2.1', '198.51.100.1', '203.0.113.1'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:a00:1', 'fe80::1', 'fe80::1%eth0'],
  ...[
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '2002:7f00:1::',
  ],
  ...['2001::1', '2001:db8::1', '::7f00:1', '100::1', '4000::1', 'fec0::1'],
  ...['', 'localhost', '127.0.0.1:80', '1.2.3.4.5'],
]
const PUBLIC = [
  '8.8.8.8',
  '223.5.5.5',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.255.255',
  '2400:3200::1',
]

t.test('S38 only what is anybody’s may be connected to', async (t) => {
  for (const address of REFUSED) t.equal(mayConnect(address, []), false, address)
  for (const address of PUBLIC) t.equal(mayConnect(address, []), true, address)
  t.equal(mayConnect('::ffff:8.8.8.8', []), true, 'as the address that it stands for')
})

t.test('a range is allowed by name, and no other with it', async (t) => {
  const allowed = rangesOf(['127.0.0.1/32', 'fd00::/8'])
  t.equal(mayConnect('127.0.0.1', allowed), true)
  t.equal(mayConnect('::ffff:127.0.0.1', allowed), true)
  t.equal(mayConnect('fd00::1', allowed), true)
  t.equal(mayConnect('127.0.0.2', allowed), false)
  t.equal(mayConnect('10.0.0.1', allowed), false)
  t.throws(() => rangesOf(['127.0.0.1']), /CIDR/)
})
