import type { WaitingMessage } from '../db/message.js'
import { findOffice, type Office } from '../db/office.js'
import { becomeSystem } from '../db/principal.js'
import { paperForOffice } from '../db/signer.js'
import { findingsOfSlips, lockSlip, type SlipFinding, updateSlips } from '../db/slip.js'
import type { Instant } from '../domain/instant.js'
import type { Rejection } from '../domain/situation.js'
import { decideSlip, reachesUnit, type Slip, type SlipCommand } from '../domain/slip.js'
import type { MessageKind } from '../domain/vocabulary.js'
import type { Deps } from './deps.js'
import { CommandError, unknownPaper } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import { actorTowards, type Principal } from './principal.js'
import { rulesKey } from './rules.js'
import { tell } from './tell.js'

export interface SlipRequest {
  principal: Principal
  key: KeyUse | null
  slip_id: string
  command: SlipCommand
  if_match: number
  signed_paper_id: string | null
}

export type SlipOutcome =
  | { kind: 'done'; slip: Slip; findings: readonly SlipFinding[]; now: Instant }
  | { kind: 'refused'; rejection: Rejection }

/** Issues, acknowledges or withdraws a slip. Throws CommandError NOT_FOUND, STALE, UNKNOWN_REFERENCE (the paper). */
export function actOnSlip(
  deps: Deps,
  request: SlipRequest,
  present: (outcome: SlipOutcome) => Answer,
): Promise<Answer> {
  const { principal, slip_id, command, if_match, signed_paper_id } = request
  return once(deps, principal, request.key, {
    load: (tx) =>
      Promise.all([
        signed_paper_id ? paperForOffice(tx, signed_paper_id) : null,
        lockSlip(tx, slip_id),
        findOffice(tx, principal.office_id),
        findingsOfSlips(tx, [slip_id]),
        becomeSystem(tx),
      ]),
    async act(tx, [paper, slip, office, findings]) {
      if (!slip || !office) throw new CommandError('NOT_FOUND')
      if (signed_paper_id && !paper) throw unknownPaper()
      if (slip.revision !== if_match) throw new CommandError('STALE', slip.revision)
      const actor = actorTowards(principal, slip.unit_id)
      const ruling = decideSlip(slip, command, { actor, paper }, office.now)
      if ('code' in ruling) {
        return { answer: present({ kind: 'refused', rejection: ruling }), writes: [] }
      }
      const said =
        command.name === 'acknowledge' || !reachesUnit(ruling) ? null : SAYS[command.name]
      // Read before anything is written: nothing may be sent after the commit that follows the writes.
      const rules = await deps.rules.of(tx, rulesKey(office))
      const moment = { office_id: office.id, now: office.now, rules }
      const writes = [
        updateSlips(tx, [ruling]),
        ...(said ? tell(tx, deps, moment, [messageTo(deps, office, ruling, said)]) : []),
      ]
      return { answer: present({ kind: 'done', slip: ruling, findings, now: office.now }), writes }
    },
  })
}

const SAYS: Record<'issue' | 'withdraw', MessageKind> = {
  issue: 'slip_issued',
  withdraw: 'slip_withdrawn',
}

function messageTo(
  deps: Pick<Deps, 'newId'>,
  office: Office & { now: Instant },
  slip: Slip,
  kind: MessageKind,
): WaitingMessage {
  return {
    id: deps.newId(),
    office_id: office.id,
    unit_id: slip.unit_id,
    finding_id: null,
    notice_id: slip.notice_id,
    slip_id: slip.id,
    contact_fault_id: null,
    cause: `slip/${kind}`,
    kind,
    recipient: 'unit',
    urgent: false,
    created_at: office.now,
  }
}
