import type { NewEvent } from '../../src/domain/events.js'
import type { Instant } from '../../src/domain/instant.js'
import { wordsOf } from '../../src/domain/machine/erase-words.js'
import type { Run } from '../../src/domain/machine/run.js'
import { isOpen, isUnitsTurn } from '../../src/domain/overdue.js'
import type { Situation } from '../../src/domain/situation.js'
import type { Slip } from '../../src/domain/slip.js'
import type { LifeOptions } from '../helpers/domain/life.js'
import type { Coverage } from './coverage.js'
import type { Kept } from './kept.js'
import { knownTo } from './real.js'
import { changeSlips, type SlipTwin } from './slips.js'
import type { World } from './world.js'

/** One finding as the machine knows it, with all that was recorded of it. */
export interface Entry {
  situation: Situation
  readonly events: NewEvent[]
}

/** A unit's part of the notice: when it was read, and who signed for it as a whole, and when. */
export interface SliceTwin {
  readonly unit_id: string
  readonly served_at: Instant
  readonly opened: Instant[]
  signed: { at: Instant; by: string } | null
}

/** A notice of one unit, whose findings may come to another, lived through the interface and by the machine at once. */
export interface Twin {
  readonly world: World
  readonly coverage: Coverage
  readonly chosen: LifeOptions
  readonly notice_id: string
  readonly entries: readonly Entry[]
  /** The notice's own tag, and whether it was issued. */
  revision: number
  issued: boolean
  now: Instant
  /** The parts of the units to which findings of the notice ever came. */
  readonly slices: SliceTwin[]
  readonly slips: SlipTwin[]
  /** What was sent under a key that is kept, to be sent again. */
  readonly kept: Kept[]
  /** What happened so far, for whoever has to look into a failure. */
  readonly log: string[]
}

/** What one transaction made of a finding. */
export interface Done {
  entry: Entry
  run: Pick<Run, 'situation' | 'events'>
}

/** Lets time pass for both. */
export async function waitUntil(twin: Twin, now: Instant): Promise<void> {
  await twin.world.setClock(now)
  twin.now = now
  for (const entry of twin.entries) entry.situation = { ...entry.situation, now }
  twin.log.push(`it is ${now}`)
}

/** Writes down what somebody sent and what came of it, and counts it. */
export function tell(
  twin: Twin,
  {
    who,
    what,
    detail = '',
    outcome,
  }: { who: string; what: string; detail?: string; outcome: string },
): void {
  twin.log.push(`${who}: ${what} ${detail} → ${outcome}`)
  twin.coverage.count(what, outcome)
}

/** A unit's part of the notice, if it has one. */
export function sliceOf({ slices }: Twin, unit_id: string | null): SliceTwin | undefined {
  return slices.find((slice) => slice.unit_id === unit_id)
}

/** A situation with what is so of its finding's unit: what may be named, and when it read its slice since the service. */
export function around(twin: Twin, situation: Situation): Situation {
  const { unit_id, served_at } = situation.finding
  const at = sliceOf(twin, unit_id)?.opened.find((opened) => served_at && opened >= served_at)
  const proof = at ? ({ at, how: 'opened' } as const) : null
  return {
    ...situation,
    proof,
    known: new Set([...knownTo(twin.world, unit_id), ...wordsIn(twin, situation)]),
  }
}

/** The events of a finding whose words there are. */
function wordsIn({ entries }: Twin, { finding: { id } }: Situation): string[] {
  const entry = entries.find(({ situation }) => situation.finding.id === id)
  return (entry?.events ?? []).flatMap(({ texts }, at) => (texts ? [wordsOf(id, at + 1)] : []))
}

/** Takes over what one transaction did to its findings, and what follows for the slips. */
export function record(twin: Twin, done: readonly Done[]): void {
  const effects = done.map(({ entry, run: { situation, events } }) => {
    const before = entry.situation.finding
    const { unit_id, served_at } = situation.finding
    if (served_at && !sliceOf(twin, unit_id)) {
      twin.slices.push({ unit_id: unit_id ?? '', served_at, opened: [], signed: null })
    }
    entry.events.push(...events)
    for (const event of events) {
      if (event.type !== 'words_erased') continue
      for (const seq of event.data.events) {
        const erased = entry.events[seq - 1]
        if (erased) entry.events[seq - 1] = { ...erased, texts: null }
      }
    }
    entry.situation = around(twin, situation)
    if (before.state === 'draft' && events.length > 0 && !twin.issued) twin.revision += 1
    const { finding } = situation
    const moved = events.some(
      (event) =>
        event.type === 'rescheduled' ||
        event.type === 'reassigned' ||
        (event.type === 'request_decided' &&
          event.data.kind === 'extension' &&
          event.data.verdict === 'granted'),
    )
    const ended = !isUnitsTurn(finding) || (moved && finding.rung < before.rung)
    return { before, finding, events, freed: isOpen(before) && isUnitsTurn(before) && ended }
  })
  const climbed = (finding_id: string, { rung, unit_id }: Slip) =>
    twin.entries
      .map(({ situation: { finding } }) => finding)
      .find((one) => one.id === finding_id && one.unit_id === unit_id && one.rung >= rung)
  const stands = (finding_id: string, slip: Slip) => climbed(finding_id, slip) !== undefined
  const owes = (finding_id: string, slip: Slip) => {
    const finding = climbed(finding_id, slip)
    return finding !== undefined && isUnitsTurn(finding)
  }
  changeSlips(twin.slips, effects, { owes, stands }, twin.now)
}
