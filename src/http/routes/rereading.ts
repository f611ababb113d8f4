import type { FastifyInstance } from 'fastify'
import { type RereadOutcome, rereadNotice } from '../../commands/notices/reread.js'
import { draftOperations as operations } from '../../contracts/notices/draft-operations.js'
import type { PaperReader } from '../../notices/reader.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { ProblemError } from '../frame/problem-error.js'
import { presentNotice } from '../present/notice.js'
import { presentNoticeReading } from '../present/notice-reading.js'
import type { RouteDeps } from './room.js'

const TOO_MANY = { in: 'body', pointer: '/text', code: 'TOO_LONG' } as const

/** Bringing a draft to its corrected text. */
export function rereadingRoutes(
  app: FastifyInstance,
  { commands, line }: RouteDeps,
  papers: PaperReader,
): void {
  bind(app, line, operations.rereadNotice, async (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const { text } = body
    const draft = await papers.read({ text })
    // Of a text that is marked as secret nothing comes back but its mark, and nothing may be kept.
    if (draft.text !== text) throw new ProblemError('SECRECY_MARKED')
    const { unresolved, checks } = presentNoticeReading(draft)
    const seen = { notice_id: params.id, if_match: revisionOf(if_match) }
    const request = { principal, key, ...seen, text, reading: draft.reading }
    return rereadNotice(commands, request, (outcome: RereadOutcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      if (outcome.kind === 'too_many') return refusal(audience, 'VALIDATION_FAILED', [TOO_MANY])
      const { kept, updated, added, gone } = outcome
      const lists = {
        kept: [...kept],
        updated: [...updated],
        added: [...added],
        gone: [...gone],
      }
      const notice = presentNotice(outcome, principal)
      const etag = strongTag(outcome.notice.revision)
      return success(operations.rereadNotice, { ...lists, unresolved, checks, notice }, { etag })
    })
  })
}
