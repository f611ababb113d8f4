import type { FastifyInstance } from 'fastify'
import { editDraft } from '../../commands/notices/edit.js'
import { draftOperations as operations } from '../../contracts/notices/draft-operations.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { presentNotice } from '../present/notice.js'
import type { RouteDeps } from './room.js'

const TOO_MANY = { in: 'body', pointer: '/edit/parts', code: 'TOO_LONG' } as const

/** Editing the lines of a draft, each edit recorded. */
export function draftEditRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.editDraft, (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const seen = { notice_id: params.id, if_match: revisionOf(if_match) }
    return editDraft(commands, { principal, key, ...seen, edit: body.edit }, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      if (outcome.kind === 'too_many') return refusal(audience, 'VALIDATION_FAILED', [TOO_MANY])
      const etag = strongTag(outcome.notice.revision)
      return success(operations.editDraft, presentNotice(outcome, principal), { etag })
    })
  })
}
