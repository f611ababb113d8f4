import type { RoleHolder } from '../../db/membership.js'
import type { WaitingMessage } from '../../db/message.js'
import type { Unit } from '../../db/unit.js'
import { isAddress } from '../../domain/address.js'
import { TO_OFFICE_HEAD } from '../../domain/saying.js'
import type { Reader } from './batch.js'

/**
 * The head of a unit's office, where what is said to the unit is theirs to read too and they are not among its readers
 * already. Never its principal (time.md), whoever is entered as the head.
 */
export function officeHeadOf(
  { office_head }: Pick<Unit, 'office_head'>,
  said: readonly Pick<WaitingMessage, 'kind'>[],
  readers: readonly Reader[],
  principals: readonly RoleHolder[],
): Reader[] {
  if (!office_head || !said.some(({ kind }) => TO_OFFICE_HEAD.includes(kind))) return []
  const { name, address } = office_head
  const others = [...readers.map((one) => one.address), ...principals.map(({ email }) => email)]
  const taken = others.some((one) => one?.toLowerCase() === address.toLowerCase())
  return taken || !isAddress(address) ? [] : [{ person_id: null, name, address }]
}
