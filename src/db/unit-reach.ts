import { isAddress } from '../domain/address.js'
import { type Handle, statement } from './handle.js'
import { HELD_TODAY } from './membership.js'

/** A unit as a notice sees it: whether it exists still, and whether a mail would reach anybody. */
export interface ReachableUnit {
  id: string
  name: string
  open: boolean
  reachable: boolean
}

const OF_NOTICE = statement<Omit<ReachableUnit, 'reachable'> & { addresses: string[] }>(
  `select u.id, u.name, u.status = 'open' as open, array_remove(u.mailbox || array (
     select p.email from membership m join person p on p.id = m.person_id
       join office o on o.id = u.office_id
     where m.unit_id = u.id and m.role = 'unit.reporter' and p.status = 'active' and ${HELD_TODAY}
   ), null) as addresses
   from unit u where u.id in (
     select unit_id from finding where notice_id = $1
     union select unnest(supporting_unit_ids) from finding where notice_id = $1)`,
)

/** The units that a notice's lines name, in any order. */
export async function reachableUnits(h: Handle, noticeId: string): Promise<ReachableUnit[]> {
  return (await h.run(OF_NOTICE(noticeId))).map(({ addresses, ...unit }) => ({
    ...unit,
    reachable: addresses.some(isAddress),
  }))
}
