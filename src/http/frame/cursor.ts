import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalText } from '../../domain/chain.js'
import { ProblemError } from './problem-error.js'

/** What a cursor belongs to: one list, one set of conditions, one caller. */
export interface CursorScope {
  list: string
  filter: unknown
  person_id: string
}

export interface Cursors {
  write(place: unknown, scope: CursorScope): string
  /** The place a cursor of ours names. Throws CURSOR_INVALID for any other text, list, filter or caller. */
  read<T>(cursor: string, scope: CursorScope): T
}

/** Opaque signed cursors: nobody can make one up or carry it over to another list. */
export function createCursors(secret: string): Cursors {
  const sign = (place: string, scope: CursorScope) =>
    createHmac('sha256', secret)
      .update(`${place}\n${canonicalText(scope)}`)
      .digest()
  return {
    write(place, scope) {
      const text = Buffer.from(JSON.stringify(place)).toString('base64url')
      return `${text}.${sign(text, scope).toString('base64url')}`
    },
    read<T>(cursor: string, scope: CursorScope): T {
      const [text = '', signature = ''] = cursor.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(text, scope)
      const ours = given.length === expected.length && timingSafeEqual(given, expected)
      if (!ours || cursor.split('.').length !== 2) throw new ProblemError('CURSOR_INVALID')
      // What we signed is what we wrote for this very list.
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as T
    },
  }
}
