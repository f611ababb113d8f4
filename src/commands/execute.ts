import { bytesOfFindings } from '../db/evidence.js'
import type { StoredFinding } from '../db/finding-row.js'
import { knownReferences } from '../db/known.js'
import { lockDraftOf, raiseDraft } from '../db/notice.js'
import { becomeSystem } from '../db/principal.js'
import { requestStatus } from '../db/request.js'
import { paperFor } from '../db/signer.js'
import type { Transaction } from '../db/transaction.js'
import type { Command } from '../domain/commands.js'
import { type AllowedAction, allowedActions } from '../domain/machine/allowed-actions.js'
import { run } from '../domain/machine/run.js'
import type { Rules } from '../domain/rules.js'
import { type Rejection, reject, type SignedPaper } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { effectOf } from './effect.js'
import { CommandError, unknownPaper } from './errors.js'
import { loadFindings, situationOf } from './load-situation.js'
import { type Answer, type Job, type KeyUse, once, type Work } from './once.js'
import { persist } from './persist.js'
import { actorOn, type Principal, sees } from './principal.js'
import { referencesOf } from './references.js'
import { erasedWords, note } from './security-events.js'

/** A person's command on one finding. `if_match` is the revision they have seen; null where none is asked for. */
export interface FindingRequest {
  principal: Principal
  finding_id: string
  /** The request by which somebody comes to a finding they do not see; null where they come by the finding. */
  by_request: string | null
  command: Command
  if_match: number | null
  signed_paper_id: string | null
  key: KeyUse | null
}

export type FindingOutcome =
  | { kind: 'done'; stored: StoredFinding; rules: Rules; allowed: readonly AllowedAction[] }
  | { kind: 'refused'; rejection: Rejection }
  | { kind: 'stale'; revision: number }

/** The same without the key under which it is sent once. */
export type CommandRequest = Omit<FindingRequest, 'key'>

/**
 * The one command path for people: lock, take what is due, compare the revision, decide, write, commit. What the
 * clock took is kept even where the command is refused. `present` words the answer that is stored under the key.
 * Throws CommandError: NOT_FOUND (absent or not the caller's to see), UNKNOWN_REFERENCE (the paper), STORAGE_EXCEEDED,
 * LOCKED, KEY_REUSED.
 */
export function execute(
  deps: Deps,
  request: FindingRequest,
  present: (outcome: FindingOutcome) => Answer,
): Promise<Answer> {
  return once(deps, request.principal, request.key, commandJob(deps, request, present))
}

/** A command as a transaction of the caller's does it, whoever keeps its answer. Throws as `execute`. */
export function commandJob(
  deps: Deps,
  request: CommandRequest,
  present: (outcome: FindingOutcome) => Answer,
): Job<ReadRequest> {
  const { principal, finding_id, by_request, signed_paper_id } = request
  return {
    async load(tx) {
      // The paper is looked up as the caller; from the lock on everything is read as the office's clock.
      const [, paper, asked, , loaded, known, filled] = await Promise.all([
        DRAFT_COMMANDS.includes(request.command.name) ? lockDraftOf(tx, finding_id) : null,
        signed_paper_id ? paperFor(tx, signed_paper_id, finding_id) : null,
        by_request ? requestStatus(tx, by_request, finding_id) : 'pending',
        by_request ? becomeSystem(tx) : null,
        loadFindings(tx, principal.office_id, [finding_id]),
        lookUp(tx, request),
        fill(tx, request),
      ])
      if (!asked) throw new CommandError('NOT_FOUND')
      return { loaded, paper, known, filled, waits: asked === 'pending' }
    },
    act: (tx, read) => act(tx, deps, request, read, present),
  }
}

async function act(
  tx: Transaction,
  deps: Deps,
  { principal, command, if_match, signed_paper_id, by_request }: CommandRequest,
  { loaded, paper, known, filled, waits }: ReadRequest,
  present: (outcome: FindingOutcome) => Answer,
): Promise<Work> {
  const locked = loaded.findings[0]
  // No fence holds the worker, which acts for people too.
  if (!locked || !(by_request || sees(principal, locked))) throw new CommandError('NOT_FOUND')
  if (signed_paper_id && !paper) throw unknownPaper()
  if (!waits) {
    // Who comes by a request that is over learns nothing of the finding.
    const rejection = reject('NO_SUCH_REQUEST')
    return { answer: present({ kind: 'refused', rejection }), writes: [] }
  }
  const actor = actorOn(principal, locked.finding)
  const before = await situationOf(tx, deps.rules, loaded, locked, { actor, paper, known })
  const after = run(before, command, if_match)
  const done = after.verdict.kind === 'done'
  if (done && filled > deps.finding_bytes) throw new CommandError('STORAGE_EXCEEDED')
  const effect = effectOf(deps, before, after, locked)
  const { now, rules, finding } = after.situation
  const writes = [
    ...persist(tx, deps, { office_id: principal.office_id, now, rules }, [effect]),
    // Whoever issues the notice has seen its lines.
    ...(before.finding.state === 'draft' && effect.events.length > 0
      ? [raiseDraft(tx, finding.notice_id)]
      : []),
    ...(effect.erases ? [note(tx, deps, principal, [erasedWords(effect)])] : []),
  ]
  if (after.verdict.kind === 'stale') {
    return { answer: present({ kind: 'stale', revision: finding.revision }), writes }
  }
  if (after.verdict.kind === 'refused') return { answer: present(after.verdict), writes }
  const next = { ...locked, ...effect.locked, line: { ...locked.line, ...effect.line } }
  const allowed = allowedActions({ ...after.situation, paper: null })
  return { answer: present({ kind: 'done', stored: next, rules, allowed }), writes }
}

/** Commands that may be on a draft, whose notice is locked before its lines. */
const DRAFT_COMMANDS: readonly Command['name'][] = ['withdraw', 'correct', 'erase_words']

const NOTHING_NAMED: ReadonlySet<string> = new Set()

/** Most commands name nothing, and then nothing is asked. */
async function lookUp(
  tx: Transaction,
  { principal, finding_id, command }: CommandRequest,
): Promise<ReadonlySet<string>> {
  const named = referencesOf(command)
  const { people, units, others, assets, evidence, events } = named
  const some = [people, units, others, assets, evidence, events].some((each) => each.length > 0)
  const from = {
    finding_id,
    by_office: principal.scope === 'office',
    files_of: command.name === 'contribute' ? contributing(principal, command.unit_id) : null,
  }
  return some ? knownReferences(tx, from, named) : NOTHING_NAMED
}

/** The bytes that the finding's files would take, counted under its lock; 0 where the command names none. */
async function fill(tx: Transaction, { finding_id, command }: CommandRequest): Promise<number> {
  const { evidence } = referencesOf(command)
  if (evidence.length === 0) return 0
  const filled = await bytesOfFindings(tx, [{ id: finding_id, hashes: evidence }])
  return filled.get(finding_id) ?? 0
}

/** The units whose files somebody may contribute: the one they name, or all of theirs. */
function contributing({ units }: Principal, named: string | undefined): readonly string[] {
  return named === undefined ? units : units.filter((id) => id === named)
}

/** What a command reads under the lock before it is decided. */
export interface ReadRequest {
  loaded: Awaited<ReturnType<typeof loadFindings>>
  paper: SignedPaper | null
  known: ReadonlySet<string>
  filled: number
  /** Whether the request by which the caller came still waits; true without one. */
  waits: boolean
}
