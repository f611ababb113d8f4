import { type DuePage, lockDue } from '../db/milestone.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { run } from '../domain/machine/run.js'
import { SYSTEM_ACTOR } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { loadFindings } from './load-situation.js'
import { runEach } from './run-each.js'

const CLOCK = { actor: SYSTEM_ACTOR, paper: null, known: new Set<string>() }

/**
 * Takes every due milestone of these findings of one office, in one transaction and a number of statements that
 * does not grow with them: what a timer does when it wakes. Findings with nothing due are left untouched, so doing
 * it twice, late or at once is harmless. Throws DatabaseError LOCK_TIMEOUT when one is held for two seconds.
 */
export async function catchUp(
  deps: Deps,
  office_id: string,
  finding_ids: readonly string[],
): Promise<void> {
  await transaction(deps.pool, (tx) => take(tx, deps, office_id, finding_ids))
}

/** A page of findings was not taken, by its cause; each of them may still be taken alone. */
export class UntakenError extends Error {
  readonly findings: readonly string[]

  constructor(findings: readonly string[], cause: unknown) {
    super('a page was not taken', { cause })
    this.name = 'UntakenError'
    this.findings = findings
  }
}

/**
 * Takes what is due on some findings of an office that woke within the last minutes and that nobody holds: those of up
 * to `limit` due milestones, but the excepted. Resolves with those and whether more may be left. Throws UntakenError; then
 * nothing was taken.
 */
export async function catchUpSome(
  deps: Deps,
  office_id: string,
  wanted: { limit: number; except: readonly string[] },
): Promise<DuePage> {
  let page: DuePage = { findings: [], full: false }
  try {
    await transaction(deps.pool, async (tx) => {
      page = await lockDue(tx, office_id, wanted)
      await take(tx, deps, office_id, page.findings)
    })
  } catch (error) {
    throw new UntakenError(page.findings, error)
  }
  return page
}

async function take(
  tx: Transaction,
  deps: Deps,
  office_id: string,
  finding_ids: readonly string[],
): Promise<void> {
  const loaded = await loadFindings(tx, office_id, finding_ids)
  const { write } = await runEach(tx, deps, loaded, CLOCK, (before) =>
    run(before, { name: 'catch_up' }, null),
  )
  await tx.commitWith(write())
}
