import { randomUUID } from 'node:crypto'
import type { Client } from '../client/index.js'
import { evidenceOperations } from '../contracts/evidence.js'
import { checkingOperations } from '../contracts/findings/checking.js'
import { commandOperations, findingOperations } from '../contracts/findings/operations.js'
import { noticeOperations } from '../contracts/notices/operations.js'
import type { Operation } from '../contracts/operation.js'
import { MAX_LIMIT } from '../contracts/query.js'
import { requestCommandOperations, requestOperations } from '../contracts/requests.js'
import { slipOperations } from '../contracts/slips.js'
import type { FindingAnswer, Hands } from './hands.js'

/** A person's hands: what they do in the story, as requests of theirs. Whoever acts has read what they act on. */
export function handsOf(call: Client): Hands {
  const finding = (id: string) => call(findingOperations.getFinding, { params: { id } })
  const slip = (id: string) => call(slipOperations.getSlip, { params: { id } })
  const notice = (id: string) => call(noticeOperations.getNotice, { params: { id } })
  const issue = async (id: string, dry_run: boolean) => {
    const { etag } = await notice(id)
    const request = { params: { id }, query: { dry_run }, body: {}, if_match: etag }
    return (await call(noticeOperations.issueNotice, request)).body
  }
  return {
    draftNotice: async (body) => (await call(noticeOperations.draftNotice, { body })).body,
    notice: async (id) => (await notice(id)).body,
    async changeNotice(id, body) {
      const { etag } = await notice(id)
      return (await call(noticeOperations.changeNotice, { params: { id }, body, if_match: etag }))
        .body
    },
    tryIssue: (id) => issue(id, true),
    issue: (id) => issue(id, false),
    async signSlice(id, unit_id) {
      const { items } = (await call(noticeOperations.listSlices, { params: { id } })).body
      const if_match = items.find((slice) => slice.unit_id === unit_id)?.etag ?? null
      const params = { id, unit_id }
      await call(noticeOperations.acknowledgeSlice, { params, body: {}, if_match })
    },
    async upload(name, text) {
      const file = new File([`${text}\n${randomUUID()}\n`], name, { type: 'text/plain' })
      return (await call(evidenceOperations.uploadEvidence, { body: { masked: 'true' }, file }))
        .body.sha256
    },
    async act(id, command, body) {
      const { etag } = await finding(id)
      // Which body belongs to which command is checked where the hands are used.
      const operation: Operation = commandOperations[command]
      const told = await call(operation, {
        params: { id },
        body,
        if_match: etag,
      })
      return told.body as FindingAnswer
    },
    check: async (id, body) =>
      (await call(checkingOperations.checkAnswer, { params: { id }, body })).body,
    async judge(id, command, body) {
      const { etag } = await call(requestOperations.getRequest, { params: { id } })
      const request = { params: { id }, body, if_match: etag }
      return (await call(requestCommandOperations[command], request)).body
    },
    async giveView(id, body) {
      const { etag } = await call(requestOperations.getRequest, { params: { id } })
      const request = { params: { id }, body, if_match: etag }
      await call(requestCommandOperations.give_view, request)
    },
    finding: async (id) => (await finding(id)).body,
    deadline: async (id) =>
      (await call(findingOperations.getFindingDeadline, { params: { id } })).body,
    async lookbacks() {
      const query = { lookback: 'waiting' as const, limit: MAX_LIMIT }
      return (await call(findingOperations.listFindings, { query })).body.items
    },
    async draftSlips(unit) {
      const query = { unit, status: ['draft' as const], limit: 100 }
      return (await call(slipOperations.listSlips, { query })).body.items
    },
    slip: async (id) => (await slip(id)).body,
    async issueSlip(id, number) {
      const { etag } = await slip(id)
      const request = { params: { id }, body: { number }, if_match: etag }
      return (await call(slipOperations.issueSlip, request)).body
    },
    async signSlip(id) {
      const { etag } = await slip(id)
      return (
        await call(slipOperations.acknowledgeSlip, { params: { id }, body: {}, if_match: etag })
      ).body
    },
  }
}
