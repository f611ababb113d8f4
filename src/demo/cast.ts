import { isUrgentIndicator } from '../domain/catalogue.js'
import {
  isDispatched,
  type Ledger,
  type LedgerLine,
  severityOf,
  unitNames,
} from '../example/ledger.js'

/**
 * What becomes of one finding in the story:
 * - `urgent` taken down within the hour, then answered;
 * - `early` `mid` `last` answered in time, in three waves;
 * - `relapsed` answered in the first wave and closed, and found let down again by the look-back: listed anew, and fixed again;
 * - `disputed` disputed at once, and found to be no fault at all;
 * - `moved` said to be another unit's, which takes it, and answers in time;
 * - `extended` `denied` more time asked for: granted and used, refused and answered in time all the same;
 * - `planned` answered with a fix plan, which is accepted: it goes on, and is fixed by the plan's last day;
 * - `paper` answered by letter, entered by the office;
 * - `false_update` answered with an old item under a new date, returned, then truly fixed;
 * - `awaits_leader` answered and accepted, but the leader has not closed it yet;
 * - `found_fixed` never answered, yet a re-test finds it fixed;
 * - `late` answered after the first reminder that it is overdue;
 * - `pressed` answered only after the yellow slip;
 * - `silent` never answered.
 */
export const FATES = [
  'urgent',
  'early',
  'mid',
  'last',
  'relapsed',
  'disputed',
  'moved',
  'extended',
  'denied',
  'planned',
  'paper',
  'false_update',
  'awaits_leader',
  'found_fixed',
  'late',
  'pressed',
  'silent',
] as const
export type Fate = (typeof FATES)[number]

export interface Cast {
  /** Every dispatched finding by its number; collective ones have no fate. */
  fates: ReadonlyMap<number, Fate>
  /** The unit whose overdue findings become one slip: the one with the most; null for an empty ledger. */
  laggard: string | null
  /** The units that slips are written to, the laggard first. */
  behind: readonly string[]
  /** Units that sign for their slice on the day of issue and on the day after; all others are deemed to have. */
  signs: { first: readonly string[]; second: readonly string[] }
}

type Unit = { name: string; lines: readonly LedgerLine[] }

/** Says what becomes of every finding of a ledger: the same ledger always gives the same story. */
export function castOf(ledger: Ledger): Cast {
  const units = unitsOf(ledger)
  const laggard = units.toSorted((a, b) => b.lines.length - a.lines.length)[0] ?? null
  const free = units.filter((unit) => unit !== laggard)
  const take = (wanted: (unit: Unit) => boolean, from: 'front' | 'back'): Unit | null => {
    const order = from === 'front' ? free : free.toReversed()
    const unit = order.find(wanted) ?? order[0]
    if (unit) free.splice(free.indexOf(unit), 1)
    return unit ?? null
  }
  const cheat = take((unit) => unit.lines.some(isStale), 'front')
  const paper = take(() => true, 'front')
  const found = take(isSingle, 'back')
  const silent = take(isSingle, 'back')
  const late = take(() => true, 'back')
  const calm = new Map([
    ...fatesOf(laggard, ({ index, of }) =>
      index < Math.ceil((of * 2) / 3) && of > 1 ? 'pressed' : 'silent',
    ),
    ...fatesOf(cheat, ({ line, lines }) =>
      line === (lines.find(isStale) ?? lines[0]) ? 'false_update' : 'mid',
    ),
    ...fatesOf(paper, () => 'paper'),
    ...fatesOf(found, ({ index }) => (index === 0 ? 'found_fixed' : 'late')),
    ...fatesOf(silent, () => 'silent'),
    ...fatesOf(late, () => 'late'),
    ...free.flatMap((unit, wave) => fatesOf(unit, () => WAVES[wave % WAVES.length] ?? 'last')),
  ])
  const mute = [laggard, found, silent]
  const signers = units.filter((unit) => !mute.includes(unit)).map((unit) => unit.name)
  return {
    fates: withRelapse(ledger, withRequests(ledger, withLeader(ledger, calm))),
    laggard: laggard?.name ?? null,
    behind: [laggard, silent].flatMap((unit) => unit?.name ?? []),
    signs: {
      first: signers.filter((_, index) => index % 2 === 0),
      second: signers.filter((_, index) => index % 4 === 1),
    },
  }
}

/** The indicator of what relapses: looked at again soon enough for the story to see it. */
export const FORTNIGHTLY = 'WD-04'

const WAVES = ['early', 'mid', 'last'] as const

function unitsOf(ledger: Ledger): readonly Unit[] {
  const lines = ledger.findings.filter(isDispatched)
  return unitNames(ledger).map((name) => ({
    name,
    lines: lines.filter((line) => line.unit === name),
  }))
}

interface Place {
  line: LedgerLine
  lines: readonly LedgerLine[]
  index: number
  of: number
}

/** Whatever else a unit does, nobody leaves an urgent finding lying. */
function fatesOf(unit: Unit | null, fate: (place: Place) => Fate): [number, Fate][] {
  const lines = unit?.lines ?? []
  const slow = lines.filter((line) => !isUrgent(line))
  const place = (line: LedgerLine) => ({
    line,
    lines: slow,
    index: slow.indexOf(line),
    of: slow.length,
  })
  return lines.map((line) => [line.n, isUrgent(line) ? 'urgent' : fate(place(line))])
}

/** The last veto answered in the first two waves is left for the leader to close. */
function withLeader(ledger: Ledger, fates: ReadonlyMap<number, Fate>): ReadonlyMap<number, Fate> {
  const answered = (line: LedgerLine) => ['early', 'mid'].includes(fates.get(line.n) ?? '')
  const veto = ledger.findings
    .filter((line) => severityOf(line) === 'veto' && answered(line))
    .at(-1)
  return veto ? new Map([...fates, [veto.n, 'awaits_leader']]) : fates
}

/** Of the calm ones some are asked about first; a reviewer may decide on them. */
function withRequests(ledger: Ledger, fates: ReadonlyMap<number, Fate>): ReadonlyMap<number, Fate> {
  const plain = (fate: Fate) =>
    ledger.findings.filter((line) => fates.get(line.n) === fate && !isGrave(line)).map(({ n }) => n)
  const [disputed, moved] = plain('mid')
  const [extended, denied, planned] = plain('last')
  const asked: readonly (readonly [number | undefined, Fate])[] = [
    [disputed, 'disputed'],
    [moved, 'moved'],
    [extended, 'extended'],
    [denied, 'denied'],
    [planned, 'planned'],
  ]
  return new Map([
    ...fates,
    ...asked.flatMap(([number, fate]): [number, Fate][] =>
      number === undefined ? [] : [[number, fate]],
    ),
  ])
}

/** The first plain one of the first wave that has to be updated every fortnight is let down again. */
function withRelapse(ledger: Ledger, fates: ReadonlyMap<number, Fate>): ReadonlyMap<number, Fate> {
  const relapsed = ledger.findings.find(
    (line) => fates.get(line.n) === 'early' && line.indicatorId === FORTNIGHTLY && !isGrave(line),
  )
  return relapsed ? new Map([...fates, [relapsed.n, 'relapsed']]) : fates
}

function isGrave(line: LedgerLine): boolean {
  return ['veto', 'major'].includes(severityOf(line))
}

function isUrgent(line: LedgerLine): boolean {
  return isUrgentIndicator(line.indicatorId ?? 'none')
}

function isSingle({ lines }: Unit): boolean {
  return lines.length === 1 && lines.every((line) => severityOf(line) !== 'veto')
}

/** Problems of things not updated: where old items under new dates are tried. */
function isStale(line: LedgerLine): boolean {
  return /^(WD-0[4-9]|WV-[34]|NV-2\.1|ND-01)/.test(line.indicatorId ?? '') && !isUrgent(line)
}
