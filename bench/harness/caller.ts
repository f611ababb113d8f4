import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf, contentOf, type LooseAsk } from '../../src/client/asking.js'
import {
  type Ask,
  type Client,
  createClient,
  RefusedError,
  type Told,
} from '../../src/client/index.js'
import type { Operation } from '../../src/contracts/operation.js'
import type { Answered, Attempt, Ledger } from './ledger.js'

/** What a command came to. `told` is there for a 2xx only. */
export type Outcome<O extends Operation> = Answered & { told: Told<O> | null }

/** Sends commands as people of the office, each written down before and after. */
export interface Caller {
  /**
   * One command, tried with the same key at one API after the other until the answer is definite: a 2xx or a refusal
   * that says no. Never rejects; `unknown` when the time to try is over.
   */
  send<O extends Operation>(
    id: string,
    person: string,
    operation: O,
    ask: Ask<O>,
  ): Promise<Outcome<O>>
  /** A person's way of reading; tried again like a command, but written down nowhere. Rejects when it is refused. */
  read<O extends Operation>(person: string, operation: O, ask: Ask<O>): Promise<Told<O>>
  /** Aborted when the run is broken off: what is under way then ends as `unknown`. */
  readonly stop: AbortSignal
  /** From now on commands without a definite answer are tried until then (milliseconds since 1970). */
  endBy(instant: number): void
}

export interface CallerOptions {
  addresses: readonly string[]
  tokenOf: (person: string) => Promise<string>
  ledger: Ledger
  stop: AbortSignal
}

const TIMEOUT = 10_000
const PAUSE = 100
/** Why an attempt was lost when the caller's own patience had ended, as Node names it. */
export const OUT_OF_PATIENCE = 'TimeoutError'
/** Refusals that say nothing of the command: it may be tried again. */
const LATER = ['LOCKED', 'UNAVAILABLE', 'OVERLOADED', 'INTERNAL']

export function createCaller({ addresses, tokenOf, ledger, stop }: CallerOptions): Caller {
  const clients = new Map<string, Promise<readonly Client[]>>()
  let deadline = Number.POSITIVE_INFINITY
  let turn = 0

  const clientsOf = (person: string) => {
    const known = clients.get(person)
    if (known) return known
    const made = tokenOf(person).then((token) =>
      addresses.map((address) => createClient({ address, token, timeout: TIMEOUT })),
    )
    clients.set(person, made)
    return made
  }

  async function attempt<O extends Operation>(person: string, operation: O, ask: Ask<O>) {
    turn += 1
    const which = turn % addresses.length
    const client = (await clientsOf(person))[which]
    if (!client) throw new Error('no API to call')
    const begun = { api: addresses[which] ?? '', from: Date.now() }
    try {
      const told = await client(operation, ask)
      return { told, tried: { ...begun, until: Date.now(), outcome: told.status, code: null } }
    } catch (error) {
      return { told: null, tried: { ...begun, until: Date.now(), ...failureOf(error) } }
    }
  }

  async function untilDefinite<O extends Operation>(person: string, operation: O, ask: Ask<O>) {
    const attempts: Attempt[] = []
    for (;;) {
      const { told, tried } = await attempt(person, operation, ask)
      attempts.push(tried)
      if (isDefinite(tried)) return { told, attempts, status: tried.outcome, code: tried.code }
      if (Date.now() > deadline || stop.aborted)
        return { told, attempts, status: 'unknown' as const, code: tried.code }
      // A lost connection is tried elsewhere at once; whoever asks for patience gets it.
      if (attempts.length >= addresses.length || tried.outcome !== 'lost') await sleep(PAUSE)
    }
  }

  return {
    stop,
    async send(id, person, operation, ask) {
      const key = `${id}-key`
      const loose = ask as LooseAsk
      const content = contentOf(operation, loose)
      await ledger.sent({
        ...{ id, person, key, method: operation.method },
        path: addressOf('http://api', operation, loose).pathname,
        if_match: loose.if_match ?? null,
        body_hash: createHash('sha256')
          .update(typeof content === 'string' ? content : '')
          .digest('hex'),
        at: Date.now(),
      })
      const { told, ...came } = await untilDefinite(person, operation, { ...ask, key })
      const line = { id, ...came, at: Date.now() } as Answered
      await ledger.answered(line)
      return { ...line, told }
    },
    async read(person, operation, ask) {
      const { told, status, code } = await untilDefinite(person, operation, ask)
      if (!told) throw new Error(`${operation.id} as ${person}: ${status} ${code}`)
      return told
    },
    endBy(instant) {
      deadline = instant
    },
  }
}

/** A request that did not arrive whole in time is refused for that alone: an attempt before it may have been done. */
const NOT_WHOLE = 408

/** Whether the answer settles what became of the command. */
function isDefinite(tried: Attempt): tried is Attempt & { outcome: number } {
  const answered = tried.outcome !== 'lost' && tried.outcome < 500 && tried.outcome !== NOT_WHOLE
  return answered && !LATER.includes(tried.code ?? '')
}

function failureOf(error: unknown): Pick<Attempt, 'outcome' | 'code'> {
  if (error instanceof RefusedError) return { outcome: error.status, code: error.code }
  const cause = error instanceof Error ? (error.cause ?? error) : error
  // Its code is a number from the days of the browser.
  if (cause instanceof DOMException) return { outcome: 'lost', code: cause.name }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null
  return { outcome: 'lost', code: code ?? (cause instanceof Error ? cause.name : 'UNKNOWN') }
}
