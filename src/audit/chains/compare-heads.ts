import { headsOtherwise } from '../../db/chain.js'
import type { Handle } from '../../db/handle.js'
import type { Head } from '../../proof/heads-line.js'
import type { FaultKind, RecordFault } from './fault.js'

/**
 * What the record no longer has of heads that were signed: events cut off, findings deleted whole, and chains that were
 * written anew with hashes of their own. A chain is whole in itself all the same.
 */
export async function compareHeads(h: Handle, heads: readonly Head[]): Promise<RecordFault[]> {
  const otherwise = await headsOtherwise(h, heads)
  return heads.flatMap(({ hash: _, ...head }) => {
    const found = otherwise.find(
      ({ finding_id, seq }) => finding_id === head.finding_id && seq === head.seq,
    )
    return found ? [{ ...head, fault: faultOf(found) }] : []
  })
}

function faultOf({ there, known }: { there: boolean; known: boolean }): FaultKind {
  if (there) return 'rewritten'
  return known ? 'cut_off' : 'gone'
}
