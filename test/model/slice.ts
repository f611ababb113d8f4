import { deepStrictEqual as same } from 'node:assert/strict'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import type { Instant } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import { newKey } from '../http/support.js'
import { compareRefusal } from './compare.js'
import { knock } from './door.js'
import { ask } from './replay.js'
import { record, type Twin, tell } from './twin.js'
import type { Player } from './world.js'

/** Somebody reads the slices of the notice; where it is the unit, that proves delivery from now on. */
export async function readSlices(twin: Twin, { name, principal }: Player): Promise<void> {
  const operation = noticeOperations.listSlices
  const { world, notice_id, issued, now } = twin
  const told = await world.as(principal)(operation, { params: { id: notice_id } })
  tell(twin, { who: name, what: 'read slices', outcome: told.code ?? 'done' })
  const door = knock(principal, operation.policy, { unit_id: world.unit_id, shown: issued })
  if (typeof door === 'string') return void compareRefusal(told, door)
  same(told.status, 200, told.text)
  if (!issued || !principal.units.includes(world.unit_id)) return
  for (const entry of twin.entries) {
    const { proof } = entry.situation
    entry.situation = { ...entry.situation, proof: proof ?? { at: now, how: 'opened' } }
  }
}

/** Somebody signs for the whole slice: as if each finding that waits for it were signed for by itself. */
export async function signSlice(twin: Twin, player: Player, stale: boolean): Promise<void> {
  const { name, principal } = player
  const { world, notice_id, now } = twin
  const operation = noticeOperations.acknowledgeSlice
  const unit_id = world.unit_id
  const tag = stale ? '"older"' : await tagOf(twin)
  const params = { id: notice_id, unit_id }
  const told = await ask(twin, principal, operation, {
    params,
    body: {},
    if_match: tag,
    key: newKey(),
  })
  const detail = stale ? 'stale' : ''
  tell(twin, { who: name, what: 'sign slice', detail, outcome: told.code ?? 'done' })
  const actor = knock(principal, operation.policy, { unit_id, shown: twin.issued })
  if (typeof actor === 'string') return void compareRefusal(told, actor)
  if (stale) return void compareRefusal(told, 'STALE')
  const done = twin.entries
    .filter(({ situation }) => situation.finding.state === 'notified')
    .map((entry) => ({
      entry,
      run: run({ ...entry.situation, actor, paper: null }, { name: 'acknowledge' }, null),
    }))
  const signed = done.filter(({ run: { verdict } }) => verdict.kind === 'done')
  const wasReceived = receivedAt(twin)
  record(twin, done)
  if (signed.length === 0) return void compareRefusal(told, 'NOT_IN_THIS_STATE')
  same(told.status, 200, told.text)
  same(
    told.body.acknowledged.toSorted(),
    signed.map(({ entry }) => entry.situation.finding.id).toSorted(),
  )
  twin.signed = { at: wasReceived ?? now, by: twin.signed?.by ?? principal.person_id }
}

/** When a slice was received: signed for as a whole, or its last finding received. */
export function receivedAt(twin: Twin): Instant | null {
  if (twin.signed) return twin.signed.at
  const dates = servedOf(twin).map(({ situation }) => situation.finding.received_at)
  const [last = null] = dates.toSorted((a, b) => ((a ?? '') > (b ?? '') ? -1 : 1))
  return dates.includes(null) ? null : last
}

/** Throws where the slice, as the office reads it, is another than the twin's. */
export async function compareSlice(twin: Twin): Promise<void> {
  const { world, notice_id, signed, issued } = twin
  const served = servedOf(twin)
  const params = { id: notice_id }
  const told = await world.as(world.leader)(noticeOperations.listSlices, { params })
  const [proof] = served.map(({ situation }) => situation.proof)
  same(
    told.body.items.map((slice) => [
      ...[slice.unit_id, slice.findings, slice.received_at, slice.received_by],
      ...[slice.receipt_deemed, slice.proved_at, slice.proof],
    ]),
    issued
      ? [
          [
            ...[world.unit_id, served.length, receivedAt(twin), signed?.by ?? null],
            served.some(({ situation }) => situation.finding.receipt_deemed),
            ...[proof?.at ?? null, proof?.how ?? null],
          ],
        ]
      : [],
    'slice',
  )
}

/** What was issued; a line withdrawn before is no part of the slice. */
const servedOf = ({ entries }: Twin) =>
  entries.filter(({ situation }) => situation.finding.served_at !== null)

async function tagOf({ world, notice_id }: Twin): Promise<string> {
  const params = { id: notice_id }
  const { body } = await world.as(world.leader)(noticeOperations.listSlices, { params })
  return body.items.find(({ unit_id }) => unit_id === world.unit_id)?.etag ?? '"none"'
}
