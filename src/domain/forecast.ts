import { foresee, type Step } from './clock/foresee.js'
import { gatherAt } from './clock/gather.js'
import type { Finding } from './finding.js'
import { nextOpening } from './hours.js'
import { type Instant, later, plusMs } from './instant.js'
import type { NewMessage } from './messages.js'
import { isHeldBack, isOverdue, isUnitsTurn } from './overdue.js'
import type { Rules } from './rules.js'
import { stillHolds, WITHIN_MINUTES } from './saying.js'
import type { Situation } from './situation.js'
import { localDateOf } from './zone.js'

/** A message that has been written and waits to be said. */
export interface Written extends NewMessage {
  finding_id: string | null
  unit_id: string | null
  written_at: Instant
  /** Put aside because it could not be written: the next opening tries again. */
  parked: boolean
}

/** A message with the instant at which it will be said. */
export interface Announced extends Written {
  said_at: Instant
}

/** The daily digest of a unit with something overdue that is told nothing else: all that is due by the end of the day. */
export interface Digest {
  said_at: Instant
  unit_id: string
  finding_ids: readonly string[]
}

export interface Forecast {
  messages: readonly Announced[]
  digests: readonly Digest[]
}

/** A finding as it is, and everything the clock will do to it: nothing where it is settled. */
export interface Life {
  first: Finding
  steps: readonly Step[]
}

/** What an office is about to say, and to whom. */
export interface Outlook {
  rules: Rules
  now: Instant
  lives: readonly Life[]
  waiting: readonly Written[]
  /** The findings that draft slips list: of these a slip waits for its signature. */
  drafted: ReadonlySet<string>
}

/** The slices that wait to be said, by their finding. */
export function slicesIn(waiting: readonly Written[]): Map<string | null, Written> {
  const slices = waiting.filter(({ kind }) => kind === 'slice')
  return new Map(slices.map((slice) => [slice.finding_id, slice]))
}

/**
 * What lies ahead of one finding up to `until` (inclusive) if nobody acts. A slice of it that waits proves by its mail
 * that the unit was reached; nobody foresees a mail server that refuses it.
 */
export function lifeAhead(
  situation: Situation,
  rules: Rules,
  slice: Written | undefined,
  until: Instant,
): Life {
  const { finding, proof, now } = situation
  const proven = proof ?? (slice ? { at: saidAt(rules, slice, now), how: 'mail' as const } : null)
  return { first: finding, steps: foresee({ ...situation, proof: proven }, until) }
}

/**
 * Everything that will be said after `now` and up to `until` (inclusive) if nobody acts: what waits already, and what the
 * milestones of all findings will cause, each at the opening or the gathering that says it (time.md, "Saying it"); and
 * the digests of units with something overdue, at each opening that tells them nothing else. In order of saying.
 */
export function forecast(outlook: Outlook, until: Instant): Forecast {
  const { rules, now, lives, waiting } = outlook
  const byId = new Map(lives.map((life) => [life.first.id, life]))
  const written = lives.flatMap(({ steps }) => steps.flatMap(writtenAt))
  const messages = [...waiting, ...written]
    .map((message) => ({ ...message, said_at: saidAt(rules, message, now) }))
    .filter((message) => message.said_at <= until && holds(message, byId, outlook))
    .toSorted((a, b) => (a.said_at === b.said_at ? 0 : a.said_at < b.said_at ? -1 : 1))
  const digests = openingsOf(rules, now, until).flatMap((opening) => {
    const told = messages.filter((one) => one.recipient === 'unit' && one.said_at === opening)
    const heard = new Set(told.map(({ unit_id }) => unit_id))
    const standing = lives.map((life) => standingAt(life, opening))
    return digestsOf(rules, standing, heard, opening)
  })
  return { messages, digests }
}

function writtenAt({ at, finding, messages }: Step): Written[] {
  const { id: finding_id } = finding
  return messages.map((message) => ({
    ...message,
    finding_id,
    written_at: at,
    parked: false,
  }))
}

/** Urgent at once, decisions at their gathering, all else at the next opening; what waits longer than it should, next. */
function saidAt(
  rules: Rules,
  { kind, urgent, written_at, parked }: Written,
  now: Instant,
): Instant {
  const from = later(written_at, now)
  const minutes = !parked && (urgent || WITHIN_MINUTES.includes(kind))
  const soon = minutes ? gatherAt(rules, from, urgent) : null
  return soon ?? nextOpening(rules.calendar, rules.hours, written_at > now ? before(from) : from)
}

/** Openings after `now` up to `until`. */
function openingsOf({ calendar, hours }: Rules, now: Instant, until: Instant): Instant[] {
  const all: Instant[] = []
  let opening = nextOpening(calendar, hours, now)
  for (; opening <= until; opening = nextOpening(calendar, hours, opening)) all.push(opening)
  return all
}

function standingAt({ first, steps }: Life, at: Instant): Finding {
  return steps.findLast((step) => step.at <= at)?.finding ?? first
}

/** Whether a message is still true when its turn comes; what is not is dropped unsaid. */
function holds(
  { kind, finding_id, said_at, written_at }: Announced,
  lives: ReadonlyMap<string, Life>,
  { now, drafted }: Pick<Outlook, 'now' | 'drafted'>,
): boolean {
  if (kind === 'slip_waits' && written_at <= now && !drafted.has(finding_id ?? '')) return false
  const life = finding_id === null ? undefined : lives.get(finding_id)
  return life === undefined || stillHolds(kind, standingAt(life, said_at))
}

function digestsOf(
  { calendar }: Rules,
  findings: readonly Finding[],
  told: ReadonlySet<string | null>,
  said_at: Instant,
): Digest[] {
  const today = localDateOf(calendar.zone, said_at)
  const owed = new Map<string, Owed[]>()
  for (const finding of findings) {
    const { id, unit_id, due } = finding
    if (!unit_id || !due || told.has(unit_id) || !isUnitsTurn(finding)) continue
    if (isHeldBack(finding)) continue
    const overdue = isOverdue(finding, said_at)
    if (!overdue && due.date !== today) continue
    const all = owed.get(unit_id) ?? []
    all.push({ id, due_at: due.at, overdue })
    owed.set(unit_id, all)
  }
  return [...owed].flatMap(([unit_id, all]) =>
    all.some(({ overdue }) => overdue)
      ? [{ said_at, unit_id, finding_ids: all.toSorted(byDue).map(({ id }) => id) }]
      : [],
  )
}

interface Owed {
  id: string
  due_at: Instant
  overdue: boolean
}

function byDue(a: Owed, b: Owed): number {
  if (a.due_at !== b.due_at) return a.due_at < b.due_at ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** What is written at the very opening is said with it. */
function before(at: Instant): Instant {
  return plusMs(at, -1)
}
