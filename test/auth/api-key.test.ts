import { createHash } from 'node:crypto'
import t from 'tap'
import { hashOfKey, isApiKey, newApiKey } from '../../src/auth/api-key.js'

t.test(
  'S06 a key has 256 random bits behind its name, a checksum, and is kept as a hash',
  async (t) => {
    const made = Array.from({ length: 1_000 }, newApiKey)
    for (const { key, hash, hint } of made.slice(0, 20)) {
      t.match(key, /^zgk_[0-9a-f]{80}$/)
      t.equal(hash, createHash('sha256').update(key).digest('hex'))
      t.equal(hashOfKey(key), hash)
      t.ok(key.startsWith(hint) && hint.length === 12, 'the hint is the name, not the secret')
      t.ok(isApiKey(key))
    }
    const secrets = made.map(({ key }) => key.slice(12, 76))
    t.equal(new Set(secrets).size, secrets.length)
    // Of 256,000 bits about half are set; ten standard deviations are 2,530.
    const bytes = secrets.flatMap((secret) => Array.from(Buffer.from(secret, 'hex')))
    const set = bytes.reduce((sum, byte) => sum + ones(byte), 0)
    t.ok(Math.abs(set - 128_000) < 2_530, `${set} of 256,000 bits are set`)
  },
)

t.test('S06 a slip is none before anything is asked', async (t) => {
  const { key } = newApiKey()
  const digit = key[40] === '0' ? '1' : '0'
  const slips = {
    'one digit wrong': key.slice(0, 40) + digit + key.slice(41),
    'cut off': key.slice(0, -1),
    'too long': `${key}0`,
    'in capitals': key.toUpperCase(),
    'the hint alone': key.slice(0, 12),
    empty: '',
  }
  for (const [name, slip] of Object.entries(slips)) t.equal(hashOfKey(slip), null, name)
  t.notOk(isApiKey('eyJhbGciOiJFZDI1NTE5In0.e30.x'), 'a token is no key')
})

/** How many bits of a byte are set. */
function ones(byte: number): number {
  return Array.from({ length: 8 }, (_, at) => (byte >> at) & 1).reduce((sum, bit) => sum + bit, 0)
}
