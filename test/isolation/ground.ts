import { catchUp } from '../../src/commands/catch-up.js'
import type { Principal } from '../../src/commands/principal.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import type { Operation } from '../../src/contracts/operation.js'
import type { Instant } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import type { TestOffice } from '../helpers/office.js'
import {
  type Ask,
  type Carry,
  type Send,
  sendOver,
  type TestServer,
  type Told,
} from '../http/support.js'

/** What an office and its people are to somebody who sends one request after the other. */
export interface Ground {
  office: TestOffice
  carry: Carry
  token: (principal: Principal) => Promise<string>
  as: (principal: Principal) => Send
  /** Sends with a key, and what goes with it. */
  bearing: (key: string | null, more?: Record<string, string>) => Send
  /** Moves the rehearsal's clock to an instant and lets what lies between happen. */
  until: (to: Instant) => Promise<void>
}

/** Sends over a carrier with a key. */
export function bearingOver(carry: Carry): Ground['bearing'] {
  return (key, more = {}) =>
    (operation, ask = {}) =>
      sendOver(carry, operation, ask, { authorization: `Bearer ${key}`, ...more })
}

/** The interface of a test without a socket; what the clock does is done by hand. */
export function groundOf({ app, office, token, as }: TestServer): Ground {
  const carry: Carry = (request) => app.inject(request)
  return {
    ...{ office, carry, token, as },
    bearing: bearingOver(carry),
    async until(to) {
      await jump(office, to)
      const auditor = as(office.officer('auditor'))
      const { body } = await auditor(findingOperations.listFindings, { query: { limit: 200 } })
      const ids = body.items.filter(({ state }) => state !== 'draft').map(({ id }) => id)
      await catchUp(office.worker, office.office_id, ids)
    },
  }
}

/** Sends what has to succeed. */
export type Does = <O extends Operation>(send: Send, operation: O, ask?: Ask) => Promise<Told<O>>

/** Throws with the answer where it is not a success. */
export const does: Does = async (send, operation, ask) => {
  const told = await send(operation, ask)
  if (told.status >= 300) throw new Error(`${operation.id}: ${told.text}`)
  return told
}

/** The same ground, which notes what was done with success. */
export function noting(ground: Ground, done: Set<string>): Ground {
  const noted =
    (send: Send): Send =>
    async (operation, ask) => {
      const told = await send(operation, ask)
      if (told.status < 300) done.add(operation.id)
      return told
    }
  return {
    ...ground,
    as: (principal) => noted(ground.as(principal)),
    bearing: (...by) => noted(ground.bearing(...by)),
  }
}
