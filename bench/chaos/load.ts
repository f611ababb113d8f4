import { setTimeout as sleep } from 'node:timers/promises'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import type { Operation } from '../../src/contracts/operation.js'
import type { FindingAnswer } from '../../src/demo/hands.js'
import type { FindingCommandName } from '../../src/domain/vocabulary.js'
import type { Caller, Outcome } from '../harness/caller.js'
import { nextMove, type Seen } from './moves.js'
import type { Target } from './populate.js'

/** A command of the run and what came of it. */
export interface Done extends Outcome<Operation> {
  finding_id: string
  command: FindingCommandName
}

export interface Load {
  /** Everything sent so far that has come to an end. */
  readonly done: readonly Done[]
  /** Sends no more; resolves when everything under way has come to an end. */
  stop(): Promise<void>
}

/** How many commands may wait for an answer at once; an open loop without a bound would bury what it measures. */
const UNDER_WAY = 100

/**
 * Sends so many commands a second over all targets, whatever the servers do: a finding has one command under way at a
 * time, and a command due while everything waits is not made up later.
 */
export function startLoad(
  caller: Caller,
  targets: readonly Target[],
  { perSecond, name }: { perSecond: number; name: string },
): Load {
  const done: Done[] = []
  const free = targets.map((target) => ({ target, seen: null as Told | null }))
  const busy = new Set<Promise<void>>()
  let stopped = false
  let sent = 0

  async function act(one: { target: Target; seen: Told | null }): Promise<void> {
    const { target } = one
    one.seen ??= await look(caller, target)
    sent += 1
    const id = `${name}-${String(sent).padStart(6, '0')}`
    const { command, person, body } = nextMove(target, one.seen, id, Math.random)
    const operation: Operation = commandOperations[command]
    const ask = { params: { id: target.id }, body, if_match: one.seen.etag }
    const outcome = await caller.send(id, person, operation, ask)
    const told = outcome.told
    one.seen = told ? { ...(told.body as FindingAnswer).finding, etag: told.etag } : null
    done.push({ ...outcome, finding_id: target.id, command })
  }

  async function run(): Promise<void> {
    const started = performance.now()
    for (let tick = 0; !stopped && !caller.stop.aborted; tick += 1) {
      const wait = started + (tick * 1_000) / perSecond - performance.now()
      if (wait > 0) await sleep(wait)
      if (busy.size >= UNDER_WAY) continue
      const [one] = free.splice(Math.floor(Math.random() * free.length), 1)
      if (!one) continue
      const acting = act(one).finally(() => {
        busy.delete(acting)
        free.push(one)
      })
      acting.catch(() => undefined)
      busy.add(acting)
    }
  }
  const running = run()
  // Whoever stops it hears of a failure; until then nobody waits.
  running.catch(() => undefined)
  return {
    done,
    async stop() {
      stopped = true
      await running
      await Promise.all(busy)
    },
  }
}

type Told = Seen & { etag: string | null }

async function look(caller: Caller, { id, office }: Target): Promise<Told> {
  const person = `${office.prefix}handler`
  const { body, etag } = await caller.read(person, findingOperations.getFinding, { params: { id } })
  return { ...body.finding, etag }
}
