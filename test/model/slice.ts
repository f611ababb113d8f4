import { deepStrictEqual as same } from 'node:assert/strict'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import type { Instant } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import { newKey } from '../http/support.js'
import { compareRefusal } from './compare.js'
import { helpersOf, knock } from './door.js'
import { ask } from './replay.js'
import { around, record, type SliceTwin, sliceOf, type Twin, tell } from './twin.js'
import type { Player } from './world.js'

/** Somebody reads the slices of the notice; where it is a unit of one, that proves delivery from now on. */
export async function readSlices(twin: Twin, { name, principal }: Player): Promise<void> {
  const operation = noticeOperations.listSlices
  const { world, notice_id, issued, now } = twin
  const told = await world.as(principal)(operation, { params: { id: notice_id } })
  tell(twin, { who: name, what: 'read slices', outcome: told.code ?? 'done' })
  const own = twin.slices.filter(({ unit_id }) => principal.units.includes(unit_id))
  const unit_id = own[0]?.unit_id ?? world.unit_id
  // Whoever helps with a finding reads its notice.
  const helped = twin.entries
    .map(({ situation }) => situation.finding)
    .find((finding) => helpersOf(finding).some((id) => principal.units.includes(id)))
  const wanted = { unit_id, shown: issued, ...(helped ? { finding: helped } : {}) }
  const door = knock(principal, operation.policy, wanted)
  if (typeof door === 'string') return void compareRefusal(told, door)
  same(told.status, 200, told.text)
  for (const slice of own) {
    const newest = servedTo(twin, slice).map(({ situation }) => situation.finding.served_at ?? '')
    const since = newest.toSorted().at(-1) ?? slice.served_at
    if (!slice.opened.some((at) => at >= since)) slice.opened.push(now)
  }
  for (const entry of twin.entries) entry.situation = around(twin, entry.situation)
}

/** Somebody signs for a whole slice: as if each finding that waits for it were signed for by itself. */
export async function signSlice(twin: Twin, player: Player, stale: boolean): Promise<void> {
  const { name, principal } = player
  const { world, notice_id, now } = twin
  const operation = noticeOperations.acknowledgeSlice
  const unit_id = principal.units[0] ?? world.unit_id
  const slice = sliceOf(twin, unit_id)
  const tag = stale ? '"older"' : await tagOf(twin, unit_id)
  const params = { id: notice_id, unit_id }
  const told = await ask(twin, principal, operation, {
    params,
    body: {},
    if_match: tag,
    key: newKey(),
  })
  const detail = stale ? 'stale' : ''
  tell(twin, { who: name, what: 'sign slice', detail, outcome: told.code ?? 'done' })
  const actor = knock(principal, operation.policy, { unit_id, shown: slice !== undefined })
  if (typeof actor === 'string') return void compareRefusal(told, actor)
  if (!slice) return void compareRefusal(told, 'NOT_FOUND')
  if (stale) return void compareRefusal(told, 'STALE')
  const done = servedTo(twin, slice)
    .filter(({ situation }) => situation.finding.state === 'notified')
    .map((entry) => ({
      entry,
      run: run({ ...entry.situation, actor, paper: null }, { name: 'acknowledge' }, null),
    }))
  const signed = done.filter(({ run: { verdict } }) => verdict.kind === 'done')
  const wasReceived = receivedAt(twin, slice)
  record(twin, done)
  if (signed.length === 0) return void compareRefusal(told, 'NOT_IN_THIS_STATE')
  same(told.status, 200, told.text)
  same(
    told.body.acknowledged.toSorted(),
    signed.map(({ entry }) => entry.situation.finding.id).toSorted(),
  )
  slice.signed = { at: wasReceived ?? now, by: slice.signed?.by ?? principal.person_id }
}

/** When a slice was received: signed for as a whole, or its last finding received. */
function receivedAt(twin: Twin, slice: SliceTwin): Instant | null {
  const findings = servedTo(twin, slice).map(({ situation }) => situation.finding)
  if (findings.some(({ state }) => state === 'notified')) return null
  if (slice.signed) return slice.signed.at
  const dates = findings.map(({ received_at }) => received_at)
  const [last = null] = dates.toSorted((a, b) => ((a ?? '') > (b ?? '') ? -1 : 1))
  return dates.includes(null) ? null : last
}

/** Throws where a slice, as the office reads it, is another than the twin's. */
export async function compareSlice(twin: Twin): Promise<void> {
  const { world, notice_id, slices } = twin
  const params = { id: notice_id }
  const told = await world.as(world.leader)(noticeOperations.listSlices, { params })
  const byUnit = (a: { unit_id: string }, b: { unit_id: string }) =>
    a.unit_id < b.unit_id ? -1 : 1
  same(
    told.body.items
      .toSorted(byUnit)
      .map((slice) => [
        ...[slice.unit_id, slice.findings, slice.received_at, slice.received_by],
        ...[slice.receipt_deemed, slice.proved_at, slice.proof],
      ]),
    slices.toSorted(byUnit).map((slice) => {
      const served = servedTo(twin, slice)
      const [opened = null] = slice.opened
      return [
        ...[slice.unit_id, served.length, receivedAt(twin, slice), slice.signed?.by ?? null],
        served.some(({ situation }) => situation.finding.receipt_deemed),
        ...[opened, opened && 'opened'],
      ]
    }),
    'slices',
  )
}

/** What was served on the unit and is with it; a line withdrawn before is no part of the slice. */
const servedTo = ({ entries }: Twin, { unit_id }: SliceTwin) =>
  entries.filter(({ situation: { finding } }) => {
    return finding.served_at !== null && finding.unit_id === unit_id
  })

async function tagOf({ world, notice_id }: Twin, unit: string): Promise<string> {
  const params = { id: notice_id }
  const { body } = await world.as(world.leader)(noticeOperations.listSlices, { params })
  return body.items.find(({ unit_id }) => unit_id === unit)?.etag ?? '"none"'
}
