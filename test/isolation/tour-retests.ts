import { findingOperations } from '../../src/contracts/findings/operations.js'
import { retestOperations as operations } from '../../src/contracts/retests.js'
import type { Send } from '../http/support.js'
import { does, type Ground } from './ground.js'

/** The office asks a tool to look at a finding of the first unit again, and no longer at another. */
export async function lookAgain({ office, as }: Ground, tool: Send): Promise<void> {
  const handler = as(office.officer('office.handler'))
  const query = { unit: office.units[0] ?? '', state: 'rectifying,closed' }
  const listed = await does(handler, findingOperations.listFindings, { query })
  const [first, second] = listed.body.items.map(({ id }) => ({ id }))
  const asked = await does(handler, operations.askRetest, {
    ...{ params: first ?? {}, body: { reason: '再看一次' } },
  })
  const params = { id: asked.body.id }
  await does(tool, operations.listRetests, { query: { status: 'open' } })
  const { body } = await does(tool, operations.claimRetest, { params, body: {} })
  const seen = { claim: body.claim, result: 'pass', seen: '已更新', screenshot: 'shot/1.png' }
  await does(tool, operations.reportRetest, { params, body: seen })
  await does(handler, operations.getFindingRetests, { params: first ?? {} })
  const other = await does(handler, operations.askRetest, { params: second ?? {}, body: {} })
  const cancel = { params: { id: other.body.id }, body: { reason: '不需要了' } }
  await does(handler, operations.cancelRetest, cancel)
}
