import { type Handle, statement } from './handle.js'
import { OPEN } from './states.js'

const UNSIGNED = statement<{ id: string }>(
  `select id from finding where notice_id = $1 and unit_id = $2 and state = 'notified' order by id`,
)

const WITH_UNIT = statement<{ id: string }>(
  `select id from finding where unit_id = $1
     and state in (${OPEN}) order by id`,
)

/** The findings of a unit's slice that still wait for receipt, by id. */
export async function liveFindingsOfSlice(
  h: Handle,
  noticeId: string,
  unitId: string,
): Promise<string[]> {
  return (await h.run(UNSIGNED(noticeId, unitId))).map(({ id }) => id)
}

/** The open findings that a unit has, of every notice, by id. */
export async function findingsWithUnit(h: Handle, unitId: string): Promise<string[]> {
  return (await h.run(WITH_UNIT(unitId))).map(({ id }) => id)
}
