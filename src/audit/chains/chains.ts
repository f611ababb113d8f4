import type { FindingHead } from '../../db/chain.js'
import type { StoredEvent } from '../../db/event.js'
import type { HashText, Origin } from '../../domain/chain.js'
import {
  type ChainBreak,
  type ChainWalk,
  hasLostWords,
  walkChain,
} from '../../domain/chain-check.js'
import type { RecordFault } from './fault.js'

/** Chains that break, and what is wrong beside a chain that does not. */
export interface Suspects {
  broken: readonly { head: FindingHead; found: ChainBreak }[]
  faults: readonly RecordFault[]
  /** Events that had words and have them no more. */
  erased: number
}

interface Walking {
  head: FindingHead
  walk: ChainWalk
  found: ChainBreak | null
  /** The first event whose words are erased and whose salt, by which they could be guessed, is not. */
  salted: number | null
  /** Events whose words are erased, and those of which the chain says so. */
  lost: number[]
  named: Set<number>
}

/** The chains of these findings, whose events come finding by finding, each in order; nothing of them is kept. */
export function startChains(hash: HashText, heads: readonly FindingHead[]) {
  const known = new Map(heads.map((head) => [head.finding_id, head]))
  const broken: { head: FindingHead; found: ChainBreak }[] = []
  const faults: RecordFault[] = []
  let erased = 0
  let current: string | null = null
  let walking: Walking | null = null

  function begin(head: FindingHead): Walking {
    known.delete(head.finding_id)
    return {
      head,
      walk: walkChain(hash, originOf(head)),
      found: null,
      salted: null,
      lost: [],
      named: new Set(),
    }
  }
  function close({ head, walk, found, salted, lost, named }: Walking): void {
    const unsaid = lost.find((seq) => !named.has(seq))
    const at = found ?? walk.end(head)
    if (at) broken.push({ head, found: at })
    else if (salted !== null) {
      faults.push({ ...subjectOf(head), seq: salted, fault: 'salt_left' })
    } else if (unsaid !== undefined) {
      faults.push({ ...subjectOf(head), seq: unsaid, fault: 'erased_unsaid' })
    }
  }
  function open({ finding_id, office_id, seq }: StoredEvent): void {
    if (walking) close(walking)
    current = finding_id
    const head = known.get(finding_id)
    walking = head ? begin(head) : null
    const nothing = { office_id, notice_id: null, finding_id, number: null, seq }
    if (!head) faults.push({ ...nothing, fault: 'gone' })
  }

  return {
    take(event: StoredEvent): void {
      if (event.finding_id !== current) open(event)
      if (!walking || walking.found) return
      walking.found = walking.walk.next(event)
      if (hasLostWords(event)) {
        erased += 1
        walking.lost.push(event.seq)
      }
      if (event.type === 'words_erased') {
        for (const seq of event.data.events) walking.named.add(seq)
      }
      if (event.texts === null && event.salt !== null) walking.salted ??= event.seq
    },
    end(): Suspects {
      if (walking) close(walking)
      // What is left has not one event.
      for (const head of [...known.values()]) close(begin(head))
      return { broken, faults, erased }
    },
  }
}

/** What a finding's chain hangs on. */
export function originOf({ office_id, notice_id, finding_id }: FindingHead): Origin {
  return { office_id, notice_id, finding_id }
}

/** How a fault names its finding. */
export function subjectOf({ office_id, notice_id, finding_id, number }: FindingHead) {
  return { office_id, notice_id, finding_id, number }
}
