import pg from 'pg'
import type { Test } from 'tap'

/** A statement as it went to Postgres, with the values of one of its uses. */
export interface Sent {
  text: string
  values: readonly unknown[]
}

/**
 * Keeps every text the interface sends to Postgres from now on until the test ends, each with its latest values. What
 * a test asks beside goes over other connections, known by the name their pool gave.
 */
export function recordStatements(t: Test, applicationName: string): ReadonlyMap<string, Sent> {
  const sent = new Map<string, Sent>()
  const usual = pg.Client.prototype.query
  const recording = function (this: pg.Client, ...args: unknown[]): unknown {
    const [query] = args
    if (isText(query) && nameOf(this) === applicationName) {
      sent.set(query.text, { text: query.text, values: query.values ?? [] })
    }
    return Reflect.apply(usual, this, args)
  }
  pg.Client.prototype.query = recording as typeof usual
  t.teardown(() => {
    pg.Client.prototype.query = usual
  })
  return sent
}

function isText(query: unknown): query is { text: string; values?: unknown[] } {
  return typeof query === 'object' && query !== null && 'text' in query
}

/** The driver keeps it; its types do not know it. */
function nameOf(client: pg.Client): string | undefined {
  const known = client as { connectionParameters?: { application_name?: string } }
  return known.connectionParameters?.application_name
}
