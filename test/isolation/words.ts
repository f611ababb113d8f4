import type { Operation } from '../../src/contracts/operation.js'
import type { TestOffice } from '../helpers/office.js'
import type { Ask, Send } from '../http/support.js'
import type { Ground } from './ground.js'
import { filled, inputsOf, starred, wordIn } from './inputs.js'

/** To whom a word may be told: one unit, all the notice names, or the office alone. */
export type Owner = 'first' | 'second' | 'all' | 'office'

/** A word nobody would write, and where it was sent. */
export interface Word {
  word: string
  input: string
  owner: Owner
}

/** Hands out words and knows where each went. */
export interface Words {
  all: Map<string, Word>
  next: (input: string, owner: Owner) => string
  /** The inputs through which a word went that was accepted. */
  accepted: Set<string>
}

/** What every word looks like, whatever form it was sent in. */
export const WORD = /kanari\d{5}|0800 7331 \d{5}/g

export function words(): Words {
  const all = new Map<string, Word>()
  return {
    all,
    accepted: new Set(),
    next(input, owner) {
      const number = String(all.size / 2 + 1).padStart(5, '0')
      const word = { word: `kanari${number}`, input, owner }
      all.set(word.word, word)
      all.set(`0800 7331 ${number}`, word)
      return word.word
    },
  }
}

/**
 * Texts that have to be what they are for the request to be carried out; as words they are sent too, and refused.
 */
export const KEPT: Readonly<Record<string, string>> = {
  'draftNotice body /findings/*/indicator_id': 'names an indicator of the catalogue',
  'changeNotice body /findings/*/indicator_id': 'names an indicator of the catalogue',
  'editDraft body /edit/fields/indicator_id': 'names an indicator of the catalogue',
  'editDraft body /edit/parts/*/indicator_id': 'names an indicator of the catalogue',
  'correct body /fields/indicator_id': 'names an indicator of the catalogue',
  'importHits body /hits/*/indicator_id': 'names an indicator of the catalogue',
  'takeUpHits body /filter/tool': 'is what a tool is called',
  'dismissHits body /filter/tool': 'is what a tool is called',
  'takeUpHits body /filter/indicator_id': 'names an indicator of the catalogue',
  'dismissHits body /filter/indicator_id': 'names an indicator of the catalogue',
  'createCalendar body /year/csv': 'is a table of days',
  'importAssets body /csv': 'is a list of assets',
  'reportBounce body /message': 'is a mail that came back',
  'askRetest body /tool': 'is what a tool is called',
  'createServiceAccount body /tool': 'is what a tool is called, and a portal has none',
  'createPerson body /login/issuer': 'the newcomer calls with a token of the test’s issuer',
}

/** Whether an input takes words and can be carried out with them; a cursor is what a list gave, and nothing else. */
export function takesWords(operation: Operation): string[] {
  return inputsOf(operation)
    .filter(({ part, path, schema }) => {
      const cursor = part === 'query' && path === '/cursor'
      return part !== 'params' && !cursor && wordIn(schema, 'word0') !== null
    })
    .map(({ part, path }) => `${operation.id} ${part} ${path}`)
    .filter((input) => !(input in KEPT))
}

/** The same ground, on which every text of every request is a word of its own. */
export function wordy(ground: Ground, given: Words): Ground {
  const worded =
    (send: Send): Send =>
    async (operation, ask = {}) => {
      const sent: string[] = []
      const word = (part: string) => (path: string, around: unknown) => {
        const input = `${operation.id} ${part} ${starred(path)}`
        if (input in KEPT || path === '/cursor') return null
        sent.push(input)
        return given.next(input, ownerOf(ground.office, operation, path, around))
      }
      const { body, query } = operation
      const whole: Ask = {
        ...ask,
        ...(body ? { body: filled(body, ask.body ?? {}, word('body')) } : {}),
        ...(query ? { query: filledQuery(ask.query ?? {}, query, word('query')) } : {}),
        headers: headersOf(given),
        key: given.next('Idempotency-Key', 'office'),
      }
      const told = await send(operation, whole)
      if (told.status < 300) for (const input of sent) given.accepted.add(input)
      return told
    }
  return {
    ...ground,
    as: (principal) => worded(ground.as(principal)),
    bearing: (...by) => worded(ground.bearing(...by)),
  }
}

function filledQuery(
  given: Record<string, unknown>,
  schema: NonNullable<Operation['query']>,
  word: Parameters<typeof filled>[2],
): Record<string, unknown> {
  // Only what narrows by nothing else may be narrowed by a word: it finds nothing.
  const asked = Object.keys(given).length === 0 ? filled(schema, {}, word) : given
  return { ...(asked as object) }
}

/** What a client may send along and nobody asked for. */
export function headersOf(given: Words): Record<string, string> {
  const names = [
    'user-agent',
    'referer',
    'cookie',
    'x-request-id',
    'traceparent',
    'x-forwarded-for',
  ]
  const more = ['x-forwarded-host', 'accept-language', 'x-anything', 'if-none-match', 'forwarded']
  return Object.fromEntries([...names, ...more].map((name) => [name, given.next(name, 'office')]))
}

/** Whom the words of a request concern. */
function ownerOf({ units }: TestOffice, { id }: Operation, path: string, around: unknown): Owner {
  const of = around as { unit_id?: string; audience?: string } | undefined
  switch (id) {
    case 'draftNotice':
    case 'editDraft':
    case 'rereadNotice':
      return 'office'
    case 'changeNotice':
      if (path.startsWith('/findings/')) return of?.unit_id === units[1] ? 'second' : 'first'
      return path === '/source_text' ? 'office' : 'all'
    case 'comment':
      return of?.audience === 'office' ? 'office' : 'first'
    case 'bulkFindings':
    case 'createUnit':
    case 'erasePerson':
    case 'eraseWords':
    case 'createServiceAccount':
    case 'importHits':
    case 'dismissHit':
    case 'dismissHits':
    case 'takeUpHits':
    case 'askRetest':
    case 'cancelRetest':
    case 'enterSignedPaper':
      return 'office'
    case 'reportRetest':
      return path === '/screenshot' ? 'office' : 'first'
    case 'recordContact':
      return path === '/words' ? 'office' : 'first'
    default:
      return 'first'
  }
}
