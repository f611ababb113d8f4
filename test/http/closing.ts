import { findingOperations } from '../../src/contracts/findings/operations.js'
import { commandOperations } from './notice.js'
import type { Send, TestServer } from './support.js'
import { uploaded } from './uploads.js'

type Command = keyof typeof commandOperations

/** Sends a command on a finding as whoever has just read it. */
export async function act(send: Send, id: string, command: Command, body: Record<string, unknown>) {
  const params = { id }
  const { etag: if_match } = await send(findingOperations.getFinding, { params })
  return send(commandOperations[command], { params, if_match, body })
}

/** Has the first unit's finding answered with its report, accepted and closed, each by another; on that Monday. */
export async function closeFinding(server: TestServer, id: string) {
  const { office, as } = server
  const evidence = [(await uploaded(server, office.member(0))).body.sha256]
  await act(as(office.member(0)), id, 'respond', {
    ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
    ...{ evidence, report: { on: '2022-09-05', report_number: '1号' } },
  })
  const accepted = { conclusion: '属实', retest_reason: '现场核实' }
  await act(as(office.officer('office.handler')), id, 'accept', accepted)
  return act(as(office.officer('office.reviewer')), id, 'close', { conclusion: '同意' })
}
