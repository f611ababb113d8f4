import type { Client } from '../../src/client/index.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import type { LocalDate } from '../../src/domain/instant.js'

/** A unit says that one of its findings is fixed, with a file; whether it is, the tool will see. */
export async function sayFixed(reporter: Client, id: string, on: LocalDate): Promise<void> {
  const name = `${crypto.randomUUID()}\n`
  const file = new File([name], '整改截图.txt', { type: 'text/plain' })
  const stored = await reporter(evidenceOperations.uploadEvidence, {
    body: { masked: 'true' },
    file,
  })
  const { params, if_match } = await seen(reporter, id)
  await reporter(commandOperations.respond, {
    ...{ params, if_match },
    body: {
      ...{ result: 'fixed', cause: '日常巡查不够', measures: '已改正', completed_on: on },
      ...{ evidence: [stored.body.sha256], report: { on, report_number: '演示1号' } },
    },
  })
}

/** The handler returns an answer that the tool has not found to be true. */
export async function sendBack(handler: Client, id: string, comment: string): Promise<void> {
  const { params, if_match } = await seen(handler, id)
  await handler(commandOperations.return, {
    ...{ params, if_match },
    body: {
      ...{ kind: 'substantive', reasons: ['not_fixed'] },
      points: [{ claim: '已改正', comment: `复测所见：${comment}` }],
    },
  })
}

/** The handler accepts what the tool has seen, and another person closes it. */
export async function settle(handler: Client, reviewer: Client, id: string): Promise<void> {
  const accepting = await seen(handler, id)
  const conclusion = { conclusion: '复测通过，属实。' }
  await handler(commandOperations.accept, { ...accepting, body: conclusion })
  const closing = await seen(reviewer, id)
  await reviewer(commandOperations.close, { ...closing, body: { conclusion: '同意销号。' } })
}

/** Whoever acts has read what they act on. */
async function seen(client: Client, id: string) {
  const params = { id }
  const { etag: if_match } = await client(findingOperations.getFinding, { params })
  return { params, if_match }
}
