import { actOnSlip, type SlipOutcome } from '../../src/commands/slips.js'
import { statement } from '../../src/db/handle.js'
import type { SlipCommand } from '../../src/domain/slip.js'
import { newKey } from '../helpers/case.js'
import type { TestOffice } from '../helpers/office.js'

/** Every slip there is, by rung. */
export const SLIPS = statement<{ id: string; rung: number; revision: number; findings: number }>(
  `select id, rung, revision, (select count(*) from slip_finding where slip_id = slip.id) as findings
   from slip order by rung`,
)

/** The leader acts on a slip; throws when that was refused. */
export async function act(office: TestOffice, slip_id: string, command: SlipCommand) {
  const [slip] = await office.owner.run(SLIPS())
  let outcome: SlipOutcome | undefined
  await actOnSlip(
    office.api,
    {
      principal: office.officer('office.leader'),
      key: newKey(),
      slip_id,
      command,
      if_match: slip?.revision ?? 0,
      signed_paper_id: null,
    },
    (result) => {
      outcome = result
      return { status: 200, body: null, etag: null }
    },
  )
  if (outcome?.kind !== 'done') throw new Error(`refused: ${JSON.stringify(outcome)}`)
}
