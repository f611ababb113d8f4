import type { Claim } from './items.js'

/** The ids that tests bore in their names, by whether all of these passed. */
export interface Ran {
  readonly passed: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
}

/** What the claims came to: figures, what is open and why, and what claims to be built and is not proved. */
export interface Standing {
  built: number
  tested: number
  open: { id: string; why: string }[]
  unproved: string[]
}

/** Holds the claims against what ran. An id is tested where at least one test of its name passed and none failed. */
export function standing(claims: Readonly<Record<string, Claim>>, ran: Ran): Standing {
  const entries = Object.entries(claims)
  const built = entries.flatMap(([id, claim]) => (claim === 'built' ? [id] : []))
  const tested = built.filter((id) => ran.passed.has(id) && !ran.failed.has(id))
  return {
    built: built.length,
    tested: tested.length,
    open: entries.flatMap(([id, claim]) => (claim === 'built' ? [] : [{ id, why: claim.open }])),
    unproved: built.filter((id) => !tested.includes(id)),
  }
}

const LINE = /^\s*(not )?ok \d+ - ((?:S\d\d )+)/

/** Takes the ids a line of TAP bears in the name of a test that ended, if any, into what ran. */
export function note(ran: { passed: Set<string>; failed: Set<string> }, line: string): void {
  const [, not, ids = ''] = LINE.exec(line) ?? []
  // What is skipped proves nothing.
  if (/ # (SKIP|TODO)/i.test(line)) return
  for (const id of ids.split(' ').filter(Boolean)) (not ? ran.failed : ran.passed).add(id)
}
