import { DefaultLogger } from '@temporalio/worker'
import { plainError } from '../db/plain-error.js'
import type { Log } from './log.js'

/** Where a line goes. */
type Write = (line: string) => void

/**
 * A log of one JSON object a line. Errors are known by what they are called and where they come from: their words may
 * quote what people wrote, and are left out.
 */
export function jsonLog(level: string, write: Write): Log {
  const to =
    (kind: 'info' | 'error') =>
    (message: string, fields: object = {}) => {
      const silent = level === 'silent' || (kind === 'info' && level === 'error')
      if (!silent) write(JSON.stringify({ level: kind, message, ...plain(fields) }))
    }
  return { info: to('info'), error: to('error') }
}

/** The same for what Temporal's own libraries have to say. */
export function temporalLog(write: Write): DefaultLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    write(JSON.stringify({ level: level.toLowerCase(), message, ...plain(meta ?? {}) }))
  })
}

function plain(fields: object): object {
  const given: [string, unknown][] = Object.entries(fields)
  const entries = given.map(([name, value]): [string, unknown] => [
    name,
    value instanceof Error ? plainError(value) : value,
  ])
  return Object.fromEntries<unknown>(entries)
}
