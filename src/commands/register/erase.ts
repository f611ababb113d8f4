import {
  type Erasure,
  erasePerson,
  findErasure,
  findingsNaming,
  insertErasure,
  type NamedIn,
  wordsNaming,
} from '../../db/erasure.js'
import { findPerson, hasOpenDuties, type Person } from '../../db/person.js'
import { lockRegister } from '../../db/register-lock.js'
import { paperForOffice } from '../../db/signer.js'
import type { Transaction } from '../../db/transaction.js'
import type { CommandOf } from '../../domain/commands.js'
import type { Finding } from '../../domain/finding.js'
import { wordsOf } from '../../domain/machine/erase-words.js'
import { run } from '../../domain/machine/run.js'
import { authorise } from '../../domain/permissions.js'
import { type Rejection, reject, type SignedPaper } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError, unknownPaper } from '../errors.js'
import { loadFindings } from '../load-situation.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import { actorTowards, type Principal } from '../principal.js'
import { runEach } from '../run-each.js'
import { note } from '../security-events.js'

/** Milliseconds: every text of the office is read. */
const PATIENCE = 60_000

/** Somebody has left, and nothing of them but what the record did is to be kept. */
export interface PersonErasure {
  principal: Principal
  key: KeyUse | null
  person_id: string
  reason: string | undefined
  /** The paper it rests on, in words. */
  basis: string | undefined
  signed_paper_id: string | null
}

export type ErasureOutcome =
  | {
      kind: 'done'
      erasure: Erasure
      /** Findings of whose events words were erased now. */
      findings: readonly NamedIn[]
      /** Whether texts were searched for the name: not for one that is also another's, or too short. */
      by_name: boolean
    }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Erases a person: register, mails, and wherever they are named; of each finding whose words go its own record says so.
 * Whoever was erased before is answered with that. Refused while they hold a role or have work in hand. Throws
 * CommandError NOT_FOUND, UNKNOWN_REFERENCE (the paper), OPEN_DUTIES, LOCKED.
 */
export function eraseThePerson(
  deps: Deps,
  asked: PersonErasure,
  present: (outcome: ErasureOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, person_id, signed_paper_id } = asked
  return once(deps, principal, key, {
    patience: PATIENCE,
    async load(tx) {
      const [, paper, person, erasure, open, words] = await Promise.all([
        lockRegister(tx, 'person', person_id),
        signed_paper_id ? paperForOffice(tx, signed_paper_id) : null,
        findPerson(tx, person_id),
        findErasure(tx, person_id),
        hasOpenDuties(tx, person_id),
        wordsNaming(tx, person_id),
      ])
      const named = erasure || open ? [] : await findingsNaming(tx, principal.office_id, words)
      return { paper, person, erasure, open, words, named }
    },
    async act(tx, { paper, person, erasure, open, words, named }) {
      if (!person) throw new CommandError('NOT_FOUND')
      if (signed_paper_id && !paper) throw unknownPaper()
      const party = { actor: actorTowards(principal, null), paper }
      const refused = authorise('erase_words', party) ?? refusal(asked, person)
      if (!refused && erasure) {
        const answer = present({ kind: 'done', erasure, findings: [], by_name: false })
        return { answer, writes: [] }
      }
      if (refused) return { answer: present({ kind: 'refused', rejection: refused }), writes: [] }
      if (open) throw new CommandError('OPEN_DUTIES')
      return erase(tx, deps, asked, { paper, person, words, named }, present)
    },
  })
}

/** What is entered says why, and not again what is erased. */
function refusal({ reason, basis }: PersonErasure, person: Person): Rejection | null {
  const gone = [person.name, person.email, person.phone].flatMap((word) => word || [])
  const fit = (text: string | undefined) =>
    text !== undefined && text.trim() !== '' && !gone.some((word) => text.includes(word))
  if (!fit(reason)) return reject('FIELD_REQUIRED', '/reason')
  return fit(basis) ? null : reject('FIELD_REQUIRED', '/basis')
}

async function erase(
  tx: Transaction,
  deps: Deps,
  asked: PersonErasure,
  read: { paper: SignedPaper | null; person: Person; words: readonly string[]; named: NamedIn[] },
  present: (outcome: ErasureOutcome) => Answer,
): Promise<Work> {
  const { principal, person_id, reason = '', basis = '' } = asked
  const { paper, person, words } = read
  const { office_id } = principal
  const locked = new Set(read.named.map(({ finding_id }) => finding_id))
  const loaded = await loadFindings(tx, office_id, [...locked])
  // What was written meanwhile is found now or never: the name to look for goes.
  const named = await findingsNaming(tx, office_id, words)
  if (named.some(({ finding_id }) => !locked.has(finding_id))) throw new CommandError('LOCKED')
  const events = new Map(named.map((one) => [one.finding_id, one.events]))
  const known = new Set(
    named.flatMap((one) => one.events.map((seq) => wordsOf(one.finding_id, seq))),
  )
  const actor = actorTowards(principal, null)
  const acting = { actor, paper, known }
  const { runs, write } = await runEach(tx, deps, loaded, acting, (before) =>
    run(before, asCommand(before.finding, events.get(before.finding.id) ?? [], asked), null),
  )
  const done = new Set(runs.flatMap(({ id, after }) => (after.verdict.kind === 'done' ? [id] : [])))
  const erasure: Erasure = {
    ...{ id: deps.newId(), office_id, person_id, at: loaded.office.now },
    erased_by: principal.person_id,
    signed_paper_id: paper?.id ?? null,
    ...{ reason: reason.trim(), basis: basis.trim() },
  }
  const findings = named.filter(({ finding_id }) => done.has(finding_id))
  const detail = { findings: findings.length }
  return {
    answer: present({ kind: 'done', erasure, findings, by_name: words.includes(person.name) }),
    writes: [
      ...write(),
      insertErasure(tx, erasure),
      erasePerson(tx, person_id),
      note(tx, deps, principal, [{ kind: 'person_erased', about: person_id, detail }]),
    ],
  }
}

function asCommand(
  { handling }: Pick<Finding, 'handling'>,
  events: readonly number[],
  { reason, basis }: PersonErasure,
): CommandOf<'erase_words'> {
  const named = { name: 'erase_words', events, about: 'person' } as const
  return handling === 'offline' ? { ...named, paper_number: basis } : { ...named, reason, basis }
}
