import type { z } from 'zod'
import type { finding } from '../../src/contracts/findings/finding.js'
import { commandOperations } from '../../src/contracts/findings/operations.js'
import { requestCommandOperations } from '../../src/contracts/requests.js'
import type { Command } from '../../src/domain/commands.js'
import { type PersonCommandName, REQUEST_COMMANDS } from '../../src/domain/vocabulary.js'

/** The endpoint of every command a person may send, to a finding or to a request. */
export const personOperations = { ...commandOperations, ...requestCommandOperations }

/** A request that nobody asked. */
export const UNKNOWN_REQUEST = '01900000-0000-7000-8000-000000000001'

/** Whether a command is sent to the request it names. */
export const goesToRequest = (name: PersonCommandName): boolean =>
  REQUEST_COMMANDS.some((one) => one === name)

/** Where a command on a finding goes, and with what: what a request is called stands in its path or is given it. */
export function addressed(
  finding_id: string,
  { name, ...fields }: Command & { name: PersonCommandName },
): { params: { id: string }; body: object } {
  const { request_id, ...body } = { request_id: UNKNOWN_REQUEST, ...fields }
  return { params: { id: goesToRequest(name) ? request_id : finding_id }, body }
}

/** Where a command goes on a finding as it was shown: to it, or to what its unit asked and waits for. */
export function whereTo(
  command: PersonCommandName,
  { id, extension, dispute, transfer }: Shown,
): { id: string } {
  return {
    id: goesToRequest(command) ? ((extension ?? dispute ?? transfer)?.id ?? UNKNOWN_REQUEST) : id,
  }
}

type Shown = Pick<z.output<typeof finding>, 'id' | 'extension' | 'dispute' | 'transfer'>
