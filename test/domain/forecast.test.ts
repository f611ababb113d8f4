import t from 'tap'
import {
  type Announced,
  forecast,
  lifeAhead,
  slicesIn,
  type Written,
} from '../../src/domain/forecast.js'
import { type Instant, plusMs, timeOf } from '../../src/domain/instant.js'
import type { Situation } from '../../src/domain/situation.js'
import { UNIT } from '../helpers/domain/fields.js'
import { issuedLife, type Life, lifeIn } from '../helpers/domain/life.js'
import { signatory } from '../helpers/domain/people.js'
import { day, local, rulesWith } from '../helpers/domain/world.js'

const RULES = rulesWith()

function ahead(life: Life, wall: string, waiting: readonly Written[] = []) {
  return foretell([life.situation], life.now, local(wall), waiting)
}

function foretell(
  findings: readonly Situation[],
  now: Instant,
  until: Instant,
  waiting: readonly Written[],
  drafted: ReadonlySet<string> = new Set(),
) {
  const slices = slicesIn(waiting)
  const lives = findings.map((one) => lifeAhead(one, RULES, slices.get(one.finding.id), until))
  return forecast({ rules: RULES, now, lives, waiting, drafted }, until)
}

const shown = ({ said_at, kind, recipient }: Announced) => `${wallOf(said_at)} ${kind} ${recipient}`
const wallOf = (at: Instant) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const written = (kind: Written['kind'], wall: string, more: Partial<Written> = {}): Written => ({
  ...{ kind, recipient: 'unit', cause: 'event/1', urgent: false },
  ...{ finding_id: 'finding', unit_id: 'unit', written_at: local(wall), parked: false, ...more },
})

t.test('every reminder, the due and each rung, at the opening that says it', async (t) => {
  const { messages } = ahead(lifeIn('rectifying').at('2026-03-10 12:00'), '2026-03-19 12:00')
  t.strictSame(messages.map(shown), [
    '2026-03-11 09:00 reminder unit',
    '2026-03-13 09:00 reminder unit',
    '2026-03-16 09:00 reminder unit',
    '2026-03-17 09:00 fell_due unit',
    '2026-03-17 09:00 overdue unit',
    '2026-03-19 09:00 slip_waits reviewer',
  ])
})

t.test('whatever order the rows are read in', async (t) => {
  const { situation, now } = lifeIn('rectifying').at('2026-03-10 12:00')
  const read = (milestones: Situation['milestones']) =>
    foretell([{ ...situation, milestones }], now, local('2026-03-19 12:00'), [])
  t.strictSame(read(situation.milestones.toReversed()), read(situation.milestones))
})

t.test(
  'of an urgent finding the due is told at once, and every message names its finding',
  async (t) => {
    const urgent = lifeIn('rectifying', { line: { urgent: true } })
    const { messages } = ahead(urgent, '2026-03-03 09:00')
    t.equal(messages[0]?.said_at, local('2026-03-02 12:00'))
    t.strictSame([...new Set(messages.map(({ finding_id }) => finding_id))], ['finding'])
  },
)

t.test('the end is inclusive, and what is said now is not ahead', async (t) => {
  const life = lifeIn('rectifying')
  t.strictSame(ahead(life.at('2026-03-10 12:00'), '2026-03-11 08:59').messages, [])
  t.equal(ahead(life.at('2026-03-10 12:00'), '2026-03-11 09:00').messages.length, 1)
  t.strictSame(ahead(life.at('2026-03-11 09:00').tick(), '2026-03-13 09:00').messages.map(shown), [
    '2026-03-13 09:00 reminder unit',
  ])
})

t.test(
  'a unit that is overdue and told nothing else gets its digest each working day',
  async (t) => {
    const { digests } = ahead(lifeIn('rectifying').at('2026-03-16 12:00'), '2026-03-20 12:00')
    t.strictSame(
      digests.map(({ said_at, finding_ids }) => [wallOf(said_at), ...finding_ids]),
      [
        ['2026-03-18 09:00', 'finding'],
        ['2026-03-19 09:00', 'finding'],
        ['2026-03-20 09:00', 'finding'],
      ],
      'not on the 17th, when it hears of the due and the first rung',
    )
  },
)

t.test('a digest names the longest due first, and of one due the first by id', async (t) => {
  const owing = (id: string, date: string) => {
    const own = { date: day(date), time: null }
    const { situation } = lifeIn('rectifying', { own }).at('2026-03-16 12:00').tick()
    return { ...situation, finding: { ...situation.finding, id } }
  }
  const three = [owing('b', '2026-03-06'), owing('c', '2026-03-05'), owing('a', '2026-03-06')]
  for (const findings of [three, three.toReversed()]) {
    const { digests } = foretell(findings, local('2026-03-16 12:00'), local('2026-03-17 12:00'), [])
    t.strictSame(
      digests.map(({ finding_ids }) => finding_ids),
      [['c', 'a', 'b']],
    )
  }
})

t.test('what waits for the decision on a request is in no digest', async (t) => {
  const own = { date: day('2026-03-06'), time: null }
  const late = lifeIn('rectifying', { own }).at('2026-03-13 12:00').tick()
  const other = { ...late.situation, finding: { ...late.finding, id: 'other' } }
  // Without a reminder on the day of the due itself, on which its unit would be told of that.
  const policy = { reminder_offsets: [-3, -1] }
  const due = lifeIn('rectifying', { policy }).at('2026-03-13 12:00').tick()
  const owed = (one: Situation) =>
    foretell([other, one], late.now, local('2026-03-16 12:00'), []).digests.map(
      ({ finding_ids }) => finding_ids,
    )
  t.strictSame(owed(due.situation), [['other', 'finding']], 'due today')
  t.strictSame(owed(due.does(signatory, 'request_extension').situation), [['other']])
})

t.test('what waits is said once more only while it holds', async (t) => {
  const answered = lifeIn('responded')
  const at = (kind: Written['kind']) =>
    ahead(answered, '2026-03-04 09:00', [written(kind, '2026-03-02 08:00')]).messages.map(
      ({ kind }) => kind,
    )
  t.strictSame(at('reminder'), [], 'the unit has answered')
  t.strictSame(at('response_waits'), ['response_waits'])
  t.strictSame(at('accepted'), ['accepted'], 'what has happened stays true')
})

t.test('of a withdrawn finding only the withdrawal is said, its slice no more', async (t) => {
  const { situation, now } = lifeIn('withdrawn')
  const waiting = [
    written('slice', '2026-03-02 18:00'),
    written('reminder', '2026-03-02 18:00'),
    written('withdrawn', '2026-03-02 18:30'),
  ]
  const until = plusMs(now, 3 * 86_400_000)
  const { messages } = foretell([situation], now, until, waiting)
  t.strictSame(
    messages.map(({ kind }) => kind),
    ['withdrawn'],
  )
})

t.test('what was put aside waits for the opening, whatever it says', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-10 10:00')
  const waiting = [
    written('returned', '2026-03-10 10:00', { parked: true }),
    written('unit_comment', '2026-03-10 10:00', { parked: true, urgent: true }),
  ]
  t.strictSame(ahead(life, '2026-03-11 08:00', waiting).messages, [])
  t.strictSame(ahead(life, '2026-03-11 09:00', waiting).messages.map(shown).slice(0, 2), [
    '2026-03-11 09:00 returned unit',
    '2026-03-11 09:00 unit_comment unit',
  ])
})

t.test('decisions leave within minutes in office hours, urgent items at once', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-10 10:00')
  const waiting = [
    written('returned', '2026-03-10 10:00'),
    written('unit_comment', '2026-03-10 10:00', { urgent: true }),
  ]
  t.strictSame(ahead(life, '2026-03-10 11:00', waiting).messages.map(shown), [
    '2026-03-10 10:00 unit_comment unit',
    '2026-03-10 10:05 returned unit',
  ])
})

t.test('a slice that waits is taken to arrive: receipt is deemed from it', async (t) => {
  const issued = issuedLife()
  const slice = written('slice', '2026-03-02 10:00')
  const until = '2026-03-06 12:00'
  const kinds = (waiting: readonly Written[]) =>
    ahead(issued, until, waiting).messages.map(({ kind }) => kind)
  t.strictSame(kinds([slice]), ['slice'])
  t.strictSame(kinds([]), ['delivery_unproven'], 'nothing has reached the unit')
  const word = written('unit_comment', '2026-03-02 10:00')
  t.ok(kinds([word]).includes('delivery_unproven'), 'another message is no slice')
})

t.test('what is written at the very opening is said with it, what comes after waits', async (t) => {
  const own = { date: day('2026-03-16'), time: timeOf('09:00') }
  const { messages } = ahead(
    lifeIn('rectifying', { own }).at('2026-03-13 12:00').tick(),
    '2026-03-16 09:00',
  )
  t.strictSame(messages.map(shown), [
    '2026-03-16 09:00 reminder unit',
    '2026-03-16 09:00 fell_due unit',
  ])
  const waits = [written('overdue', '2026-03-10 10:00')]
  const fresh = [written('overdue', '2026-03-11 09:00')]
  const open = lifeIn('rectifying').at('2026-03-10 12:00').at('2026-03-11 09:00').tick()
  t.strictSame(
    ahead(open, '2026-03-12 09:00', waits).messages.map(shown),
    ['2026-03-12 09:00 overdue unit'],
    'what this opening has left lying, the next one says',
  )
  t.strictSame(ahead(open, '2026-03-12 09:00', fresh).messages.map(shown), [
    '2026-03-12 09:00 overdue unit',
  ])
  const life = lifeIn('rectifying').at('2026-03-10 10:00')
  const waiting = [written('overdue', '2026-03-10 10:00'), written('accepted', '2026-03-10 10:00')]
  t.strictSame(ahead(life, '2026-03-11 08:00', waiting).messages.map(shown), [
    '2026-03-10 10:05 accepted unit',
  ])
  t.strictSame(ahead(life, '2026-03-11 09:00', waiting).messages.map(shown), [
    '2026-03-10 10:05 accepted unit',
    '2026-03-11 09:00 overdue unit',
    '2026-03-11 09:00 reminder unit',
  ])
})

t.test('a digest names all that is overdue, up to the last opening', async (t) => {
  const [one, two] = ['one', 'two'].map((id) => {
    const { situation } = lifeIn('rectifying').at('2026-03-19 12:00').tick()
    return { ...situation, finding: { ...situation.finding, id } }
  })
  if (!one || !two) throw new Error('two findings')
  const { digests } = foretell([one, two], one.now, local('2026-03-20 09:00'), [])
  t.strictSame(digests, [
    { said_at: local('2026-03-20 09:00'), unit_id: UNIT, finding_ids: ['one', 'two'] },
  ])
})

t.test(
  'a digest names what is due that day beside what is overdue, by due; alone it causes none',
  async (t) => {
    const finding = (id: string, due: string, time: string) => {
      const own = { date: day(due), time: timeOf(time) }
      const { situation } = lifeIn('rectifying', { own }).at('2026-03-19 12:00').tick()
      // The office of this test sends no reminders: a unit that hears of its due gets no digest.
      return { ...situation, milestones: [], finding: { ...situation.finding, id } }
    }
    const late = finding('z', '2026-03-18', '12:00')
    const today = finding('a', '2026-03-20', '17:00')
    const twin = finding('b', '2026-03-20', '17:00')
    const noon = finding('m', '2026-03-20', '12:00')
    const tomorrow = finding('tomorrow', '2026-03-23', '12:00')
    const named = (...all: readonly Situation[]) =>
      foretell(all, local('2026-03-19 12:00'), local('2026-03-20 09:00'), []).digests.map(
        ({ finding_ids }) => finding_ids,
      )
    t.strictSame(named(tomorrow, twin, today, noon, late), [['z', 'm', 'a', 'b']])
    t.strictSame(named(today, noon), [])
  },
)

t.test('a slip waits only while a draft lists the finding', async (t) => {
  const { situation, now } = lifeIn('rectifying').at('2026-03-19 07:30').tick()
  const waits = written('slip_waits', '2026-03-19 07:30', { recipient: 'reviewer' })
  const said = (...drafted: readonly string[]) =>
    foretell([situation], now, local('2026-03-19 09:00'), [waits], new Set(drafted)).messages
  t.equal(said('finding').length, 1)
  t.strictSame(said('another'), [], 'it has been issued meanwhile')
})

t.test('that nothing arrived is not said any more once it has', async (t) => {
  const proof = { at: local('2026-03-04 18:00'), how: 'mail' } as const
  const { situation, now } = issuedLife().at('2026-03-04 12:00')
  const doubt = written('delivery_unproven', '2026-03-04 12:00', { recipient: 'handler' })
  const proved = { ...situation, proof }
  t.strictSame(foretell([proved], now, local('2026-03-05 12:00'), [doubt]).messages, [])
  const other = written('slice', '2026-03-02 10:00', { finding_id: 'another' })
  const kinds = ahead(issuedLife(), '2026-03-06 12:00', [other]).messages.map(({ kind }) => kind)
  t.ok(kinds.includes('delivery_unproven'), 'another finding’s slice proves nothing')
})
