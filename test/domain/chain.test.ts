import { deepStrictEqual as same } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import t from 'tap'
import { canonicalOf, canonicalText, digests, genesis, linkEvent } from '../../src/domain/chain.js'
import { type LinkedEvent, verifyChain } from '../../src/domain/chain-check.js'
import { instantOf } from '../../src/domain/instant.js'
import { lifeIn } from '../helpers/domain/life.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const ORIGIN = { office_id: 'office', notice_id: 'notice', finding_id: 'finding' }

/** The stored events of a finding from its issue to its closing. */
function stored(): LinkedEvent[] {
  let previous = genesis(sha256, ORIGIN)
  return lifeIn('closed').events.map((event, index) => {
    const at = instantOf('2026-03-02T02:00:00.000Z')
    const recorded = { ...event, seq: index + 1, at, unit_id: 'unit', audience: 'unit' as const }
    const salt = `salt ${index}`
    const link = linkEvent(sha256, ORIGIN, recorded, salt, previous)
    previous = link.hash
    return { ...recorded, ...link, salt: event.texts ? salt : null }
  })
}

/** What `__proto__` names is a field like any other. */
const HIDDEN = JSON.parse('{"__proto__": "从未说过"}') as Record<string, string>

const headOf = (events: readonly LinkedEvent[]) => {
  const last = events.at(-1)
  return { seq: last?.seq ?? 0, hash: last?.hash ?? null }
}
const check = (events: readonly LinkedEvent[], head = headOf(stored())) =>
  verifyChain(sha256, ORIGIN, events, head)

t.test('an untouched chain is whole, also after a way through JSON', async (t) => {
  t.ok(stored().length >= 5)
  t.equal(check(stored()), null)
  t.equal(check(JSON.parse(JSON.stringify(stored())) as LinkedEvent[]), null)
  t.equal(verifyChain(sha256, ORIGIN, [], null), null)
})

t.test('every event altered in any column is found', async (t) => {
  for (const [index, event] of stored().entries()) {
    const forged = [
      { ...event, effective_at: instantOf('2026-03-01T00:00:00.000Z') },
      { ...event, at: instantOf('2026-03-01T00:00:00.000Z') },
      { ...event, actor: { ...event.actor, person_id: 'somebody else' } },
      { ...event, actor: { ...event.actor, service_account_id: 'a portal' } },
      { ...event, unit_id: 'another unit' },
      { ...event, audience: 'office' as const },
      { ...event, canonical: event.canonical.replace('finding', 'funding') },
      { ...event, hash: sha256('other') },
      { ...event, data: { ...event.data, forged: true } } as unknown as LinkedEvent,
      ...(event.texts ? [{ ...event, texts: { ...event.texts, cause: '改写' } }] : []),
      ...(event.texts ? [{ ...event, salt: 'other' }] : []),
      ...(event.texts ? [{ ...event, texts: { ...event.texts, ...HIDDEN } }] : []),
    ]
    for (const one of forged) {
      t.strictSame(check(stored().with(index, one)), { seq: index + 1, fault: 'altered' })
    }
  }
})

t.test(
  'an event forged with its own new hash breaks at the next one, or at the head',
  async (t) => {
    const events = stored()
    for (const [index, event] of events.entries()) {
      const forged = { ...event, unit_id: 'another unit' }
      const link = linkEvent(sha256, ORIGIN, forged, event.salt ?? '', event.previous_hash)
      const chain = events.with(index, { ...forged, ...link })
      const wanted =
        index < events.length - 1
          ? { seq: index + 2, fault: 'unlinked' }
          : { seq: index + 1, fault: 'altered' }
      t.strictSame(check(chain), wanted)
    }
  },
)

t.test('swapped, deleted, repeated and cut off events are found', async (t) => {
  const events = stored()
  const [first, second, ...rest] = events
  if (!first || !second) throw new Error('a life has events')
  t.strictSame(check([second, first, ...rest]), { seq: 1, fault: 'missing' })
  t.strictSame(check([first, ...rest]), { seq: 2, fault: 'missing' })
  t.strictSame(check([first, first, second, ...rest]), { seq: 2, fault: 'missing' })
  t.strictSame(check(events.slice(0, -1)), { seq: events.length, fault: 'missing' })
  const renumbered = [{ ...second, seq: 1 }, { ...first, seq: 2 }, ...rest]
  t.strictSame(check(renumbered), { seq: 1, fault: 'unlinked' })
})

/** The same events as they were linked before links had nonces. */
function asBefore(events: readonly LinkedEvent[]): LinkedEvent[] {
  let previous = genesis(sha256, ORIGIN)
  return events.map((event) => {
    const texts = event.texts && digests(sha256, event.texts, event.salt ?? '')
    const link = { texts, previous_hash: previous, form: { version: 1 } as const }
    const canonical = canonicalOf(ORIGIN, event, link)
    const linked = { ...event, canonical, previous_hash: previous, hash: sha256(canonical) }
    previous = linked.hash
    return linked
  })
}

t.test('links of the first version stay whole, and those of the second follow them', async (t) => {
  const before = asBefore(stored())
  t.equal(check(before, headOf(before)), null)
  const [last] = stored().slice(-1)
  const mixed = before.slice(0, -1)
  if (!last) throw new Error('a life has events')
  const link = linkEvent(sha256, ORIGIN, last, last.salt ?? 'n', headOf(mixed).hash ?? '')
  const whole = [...mixed, { ...last, ...link }]
  t.equal(check(whole, headOf(whole)), null)
  const altered = before.map((event) => ({ ...event, unit_id: 'another unit' }))
  t.strictSame(check(altered, headOf(before)), { seq: 1, fault: 'altered' })
})

t.test(
  'S11 by what a link hangs on, an event that may not be read cannot be guessed',
  async (t) => {
    const [event] = stored().filter(({ texts }) => texts === null)
    if (!event) throw new Error('a life has one without words')
    const [one, other] = ['n', 'm'].map((nonce) =>
      linkEvent(sha256, ORIGIN, event, nonce, event.previous_hash),
    )
    t.not(one?.hash, other?.hash, 'all that is known of it leaves its nonce open')
    t.notMatch(JSON.stringify({ ...event, canonical: null }), /nonce|"salt":"/, 'kept nowhere else')
  },
)

t.test('a chain belongs to one finding of one notice of one office', async (t) => {
  for (const field of ['office_id', 'notice_id', 'finding_id'] as const) {
    const other = { ...ORIGIN, [field]: 'other' }
    const found = verifyChain(sha256, other, stored(), null)
    t.strictSame(found, { seq: 1, fault: 'unlinked' }, field)
  }
})

t.test(
  'erasing texts with their salt leaves it whole, and no text can be guessed back',
  async (t) => {
    const erased = stored().map((event) => ({ ...event, texts: null, salt: null }))
    t.equal(check(erased), null)
    const one = stored().findIndex((event) => event.texts !== null)
    t.equal(check(stored().with(one, erased[one] ?? fail())), null)
    t.notMatch(JSON.stringify(erased), /栏目|已核实/)
    t.not(digests(sha256, { cause: '甲' }, 'a').cause, digests(sha256, { cause: '甲' }, 'b').cause)
    t.not(
      digests(sha256, { a: '甲', b: '甲' }, 's').a,
      digests(sha256, { a: '甲', b: '甲' }, 's').b,
    )
  },
)

t.test('a text put where there was none is found', async (t) => {
  const index = stored().findIndex((event) => event.texts === null)
  const event = stored()[index] ?? fail()
  const added = { ...event, texts: { note: '后补' }, salt: 's' }
  t.strictSame(check(stored().with(index, added)), { seq: index + 1, fault: 'altered' })
})

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner)])
  return Object.fromEntries(entries.toReversed())
}

t.test('canonical text: one for one value, whatever the order of its keys', async (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      const text = canonicalText(plain)
      same(JSON.parse(text), plain, 'nothing is lost')
      same(canonicalText(shuffled(plain)), text)
      same(canonicalText(JSON.parse(text)), text)
    }),
  )
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [one, two] = [a, b].map((value) => JSON.parse(JSON.stringify(value)) as unknown)
      let equal = true
      try {
        same(one, two)
      } catch {
        equal = false
      }
      same(canonicalText(one) === canonicalText(two), equal)
    }),
  )
  t.equal(
    canonicalText({ b: [1, { d: '整改', c: null }], a: true }),
    '{"a":true,"b":[1,{"c":null,"d":"整改"}]}',
  )
  t.equal(canonicalText({ a: undefined, b: 1 }), '{"b":1}')
  const otherwise = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => {
    const word = `一${String.fromCharCode(unit)}b`
    return canonicalText(word) !== JSON.stringify(word)
  })
  t.strictSame(otherwise, [], 'every word as JSON writes it')
  t.equal(canonicalText('😀'), '"😀"')
})

function fail(): never {
  throw new Error('there is one')
}

t.test(
  'a link protects all of an event, in one text that a stranger can write again',
  async (t) => {
    const [first] = stored()
    const { canonical, texts: _texts, salt: _salt, hash, previous_hash, ...event } = first ?? fail()
    t.strictSame(JSON.parse(canonical), {
      ...{ chain_version: 2, nonce: 'salt 0', ...ORIGIN, texts: null },
      ...(JSON.parse(JSON.stringify(event)) as object),
      previous_hash: sha256(
        '{"chain_version":1,"finding_id":"finding","notice_id":"notice","office_id":"office"}',
      ),
    })
    t.equal(hash, sha256(canonical))
    t.equal(canonical, canonicalText(JSON.parse(canonical)), 'nothing but its canonical text')
    t.equal(previous_hash, genesis(sha256, ORIGIN))
    const keys = Object.keys(JSON.parse(canonical) as object)
    t.strictSame(keys, keys.toSorted(), 'keys in order')
  },
)
