import { deepStrictEqual as same } from 'node:assert/strict'
import { slipOperations } from '../../src/contracts/slips.js'
import { decideSlip, reachesUnit, type SlipCommand } from '../../src/domain/slip.js'
import { newKey } from '../http/support.js'
import { compareRefusal } from './compare.js'
import { knock, officePaper } from './door.js'
import { ask, UNKNOWN_PAPER } from './replay.js'
import type { SlipTwin } from './slips.js'
import { type Twin, tell } from './twin.js'
import type { Player } from './world.js'

const OPERATIONS = {
  issue: slipOperations.issueSlip,
  acknowledge: slipOperations.acknowledgeSlip,
  withdraw: slipOperations.withdrawSlip,
} as const

/** A slip command as a person sends it, and how: as somebody who has seen another list, or with a paper nobody entered. */
export interface Signing {
  player: Player
  slip: SlipTwin
  command: SlipCommand
  stale: boolean
  forged: boolean
}

/** Sends a slip command to both and throws where they disagree. */
export async function signSlip(
  twin: Twin,
  { player, slip: slipTwin, command, stale, forged }: Signing,
): Promise<void> {
  await compareSlips(twin)
  const { principal } = player
  const { slip } = slipTwin
  const operation = OPERATIONS[command.name]
  const paper = command.name === 'acknowledge' ? null : player.paper
  const { name, ...fields } = command
  const named = forged && name !== 'acknowledge' ? UNKNOWN_PAPER : paper?.id
  const body = { ...fields, ...(named ? { signed_paper_id: named } : {}) }
  const if_match = `"${stale ? slip.revision + 1 : slip.revision}"`
  const told = await ask(twin, principal, operation, {
    params: { id: slip.id },
    body,
    if_match,
    key: newKey(),
  })
  tell(twin, {
    who: player.name,
    what: `${name} slip`,
    detail: `of rung ${slip.rung}, ${slip.status}${stale ? ', stale' : ''}`,
    outcome: told.code ?? 'done',
  })
  const actor = knock(principal, operation.policy, {
    unit_id: slip.unit_id,
    shown: reachesUnit(slip),
  })
  if (typeof actor === 'string') return void compareRefusal(told, actor)
  if (named === UNKNOWN_PAPER) return void compareRefusal(told, 'UNKNOWN_REFERENCE')
  if (stale) return void compareRefusal(told, 'STALE')
  const ruling = decideSlip(slip, command, { actor, paper: officePaper(paper) }, twin.now)
  if ('code' in ruling) return void compareRefusal(told, ruling.code, ruling)
  slipTwin.slip = ruling
  same([told.status, told.etag], [200, `"${ruling.revision}"`], told.text)
  compareSlip(told.body, slipTwin)
}

/** Throws where the office reads other slips than the twin's; those opened since learn their ids. */
export async function compareSlips({ world, notice_id, slips }: Twin): Promise<void> {
  const query = { notice: notice_id, limit: 100 }
  const told = await world.as(world.leader)(slipOperations.listSlips, { query })
  // Ids are handed out in order, so those of one rung stand as they were opened.
  const shown = told.body.items.toSorted((a, b) => a.rung - b.rung || (a.id < b.id ? -1 : 1))
  const known = slips.toSorted((a, b) => a.slip.rung - b.slip.rung)
  same(shown.length, known.length, 'slips')
  for (const [index, twin] of known.entries()) {
    const one = shown[index]
    if (!one) continue
    twin.slip = { ...twin.slip, id: one.id }
    compareSlip(one, twin)
  }
}

function compareSlip(
  { rung_label: _, findings, ...shown }: { rung_label: string; findings: readonly string[] },
  { slip, listed }: SlipTwin,
): void {
  const { office_id, ...expected } = slip
  same(shown, expected, 'slip')
  same(findings.toSorted(), listed.map(({ finding_id }) => finding_id).toSorted(), 'on the slip')
}
