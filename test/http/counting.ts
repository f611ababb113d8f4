import pg from 'pg'
import type { Test } from 'tap'

/** What went to Postgres: statements, and how often somebody waited for an answer before sending on. */
export interface Traffic {
  statements: number
  trips: number
}

/**
 * Counts what this process sends to Postgres until the test ends. Statements sent one behind the other without an
 * answer in between travel together: one trip. The returned function counts what a piece of work sends.
 */
export function countTraffic(t: Test): (work: () => Promise<unknown>) => Promise<Traffic> {
  const traffic = { statements: 0, trips: 0 }
  const clients = new WeakMap<object, { waiting: number; answered: boolean }>()
  const usual = pg.Client.prototype.query
  const counting = function (this: pg.Client, ...args: unknown[]): unknown {
    const state = clients.get(this) ?? { waiting: 0, answered: false }
    clients.set(this, state)
    traffic.statements += 1
    if (state.waiting === 0 || state.answered) {
      traffic.trips += 1
      state.answered = false
    }
    state.waiting += 1
    const settle = () => {
      state.waiting -= 1
      state.answered = true
    }
    const sent = Reflect.apply(usual, this, args) as Promise<unknown>
    sent.then(settle, settle)
    return sent
  }
  pg.Client.prototype.query = counting as typeof usual
  t.teardown(() => {
    pg.Client.prototype.query = usual
  })
  return async (work) => {
    const before = { ...traffic }
    await work()
    return {
      statements: traffic.statements - before.statements,
      trips: traffic.trips - before.trips,
    }
  }
}
