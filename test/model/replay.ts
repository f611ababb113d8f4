import { deepStrictEqual as same } from 'node:assert/strict'
import type { Principal } from '../../src/commands/principal.js'
import type { Operation } from '../../src/contracts/operation.js'
import type { Ask, Told } from '../http/support.js'
import { type Twin, tell } from './twin.js'

/** Sends as somebody; keeps what an answered key answers again: successes and decided refusals. */
export async function ask<O extends Operation>(
  twin: Twin,
  principal: Principal,
  operation: O,
  asked: Ask & { body: object },
): Promise<Told<O>> {
  const send = twin.world.as(principal)
  const told = await send(operation, asked)
  const { status, text } = told
  const keeps = (status < 300 || status === 409 || status === 422) && !UNDECIDED.has(told.code)
  if (keeps) {
    const sent = (body: object) => send<Operation>(operation, { ...asked, body })
    const other = { ...asked.body, signed_paper_id: UNKNOWN_PAPER }
    const takes = operation.body?.safeParse(other).success === true
    twin.kept.push({
      ...{ status, text, again: () => sent(asked.body) },
      otherwise: takes ? () => sent(other) : null,
    })
  }
  return told
}

/** Thrown, not decided: nothing is committed with it, not even the key. */
const UNDECIDED: ReadonlySet<string | null> = new Set(['UNKNOWN_REFERENCE'])

/** Sends something again under its key: the same answer, and nothing else; or with other fields, which is refused. */
export async function replay(twin: Twin, which: number, reuse: boolean): Promise<void> {
  const kept = twin.kept[which % twin.kept.length]
  if (!kept) return
  if (reuse && kept.otherwise) {
    const told = await kept.otherwise()
    tell(twin, { who: 'again', what: 'old key, other fields', outcome: `${told.code}` })
    same([told.status, told.code], [422, 'KEY_REUSED'], told.text)
  } else {
    const told = await kept.again()
    tell(twin, { who: 'again', what: 'old key', outcome: told.code ?? 'done' })
    same([told.status, told.text], [kept.status, kept.text], 'sent again')
  }
}

/** A paper that nobody entered. */
export const UNKNOWN_PAPER = '01900000-0000-7000-8000-000000000000'
