import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import {
  type LetterRequest,
  type RegisteredLetter,
  registerLetter,
} from '../../commands/register-letter.js'
import { type Language, wordsOf } from '../../contracts/errors.js'
import { letterOperations as operations } from '../../contracts/letters.js'
import {
  findLetter,
  type Letter,
  type LetterPlace,
  linesOfLetter,
  listLetters,
} from '../../db/letter.js'
import { reject } from '../../domain/situation.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs, readingBelow } from '../reading.js'
import type { RouteDeps } from './room.js'

/** Stamped reports of units on their slices, and what became of each finding they name. */
export function letterRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  const { pool } = commands

  bind(app, line, operations.registerLetter, async ({ body, principal, key, audience }) => {
    const { notice_id, unit_id, number = null, signed_on, received_on = null } = body
    const { scan = [], signed_paper_id = null, items } = body
    const office = principal.scope === 'office'
    if (office !== (received_on !== null))
      return rejected(audience, reject('FIELD_REQUIRED', '/received_on'))
    if (number === null && scan.length === 0)
      return rejected(audience, reject('FIELD_REQUIRED', '/number'))
    const head = { number, signed_on, received_on, scan }
    const request: LetterRequest = {
      principal,
      key,
      notice_id,
      unit_id,
      signed_paper_id,
      head,
      items,
    }
    return registerLetter(commands, request, (registered) => {
      if (registered.kind === 'refused') return rejected(audience, registered.rejection)
      const location = `/v1/letters/${registered.letter.id}`
      return success(operations.registerLetter, present(registered, audience.language), {
        location,
      })
    })
  })

  bind(app, line, operations.listLetters, async ({ query, principal }) => {
    const page = pageRequest<LetterPlace>(cursors, operations.listLetters, query, principal)
    const filter = { office_id: principal.office_id, notice_id: query.notice, unit_id: query.unit }
    const rows = await readAs(pool, readingBelow(principal), (h) => listLetters(h, filter, page))
    const place = ({ registered_at, id }: Letter) => ({ registered_at, id })
    return success(operations.listLetters, page.of(rows, place, presentHead))
  })

  bind(app, line, operations.getLetter, async ({ params, principal, audience }) => {
    const [letter, lines] = await readAs(pool, readingBelow(principal), (h) =>
      Promise.all([findLetter(h, params.id), linesOfLetter(h, params.id)]),
    )
    if (!letter) throw new CommandError('NOT_FOUND')
    return success(operations.getLetter, present({ letter, lines }, audience.language))
  })
}

function presentHead({ office_id: _, ...letter }: Letter) {
  return letter
}

function present({ letter, lines }: RegisteredLetter, language: Language) {
  return {
    letter: presentHead(letter),
    lines: lines.map(({ finding_id, number, result, outcome, code, field }) => ({
      ...{ finding_id, number, result, outcome, code },
      reason: code && wordsOf(code, language).detail,
      pointer: field,
    })),
  }
}
