import { listEvents } from '../db/event.js'
import { bytesOfFindings, evidenceByHash } from '../db/evidence.js'
import { findFinding } from '../db/finding.js'
import { knownReferences } from '../db/known.js'
import { milestonesOf } from '../db/milestone.js'
import { findNotice } from '../db/notice.js'
import { findOffice } from '../db/office.js'
import { becomeSystem, setPrincipal } from '../db/principal.js'
import { paperFor } from '../db/signer.js'
import { surroundingsOf } from '../db/surroundings.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { type AnswerCheck, checkAnswer, type Draft } from '../domain/checking/check-answer.js'
import { RECIPES_VERSION } from '../domain/checking/recipes.js'
import { takeDue } from '../domain/clock/advance.js'
import { authorise } from '../domain/permissions.js'
import type { Rejection } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { byFinding, situationOf } from './load-situation.js'
import { actorOn, type Principal } from './principal.js'
import { referencesOf } from './references.js'

/** An answer that is not sent yet. */
export interface AnswerDraft {
  /** The finding's. */
  id: string
  answer: Draft['answer']
  signed_paper_id: string | null
}

export interface CheckedAnswer {
  kind: 'checked'
  finding_id: string
  revision: number
  /** Of the recipe: the catalogue's edition or the office's policy. */
  version: string
  check: AnswerCheck
}

/**
 * What a unit's answer lacks, as of one moment, without a lock and without writing: what is due counts as taken. Refuses
 * ROLE_NOT_ALLOWED to whoever reads the finding and does not answer for its unit. Throws CommandError NOT_FOUND.
 */
export function checkDraft(
  deps: Deps,
  principal: Principal,
  draft: AnswerDraft,
): Promise<CheckedAnswer | { kind: 'refused'; rejection: Rejection }> {
  return transaction(deps.pool, (tx) => read(tx, deps, principal, draft), { snapshot: true })
}

async function read(
  tx: Transaction,
  deps: Deps,
  principal: Principal,
  { id, answer, signed_paper_id }: AnswerDraft,
): ReturnType<typeof checkDraft> {
  const { office_id } = principal
  const command = { ...answer, name: 'respond' as const }
  const { evidence: hashes } = referencesOf(command)
  // As the caller: what they may not read says nothing against their answer.
  const [, found, paper, events, uploads, , office, rows, around, known, filled] =
    await Promise.all([
      setPrincipal(tx, principal),
      findFinding(tx, id),
      signed_paper_id ? paperFor(tx, signed_paper_id, id) : null,
      listEvents(tx, id),
      evidenceByHash(tx, office_id, hashes),
      becomeSystem(tx),
      findOffice(tx, office_id),
      milestonesOf(tx, [id]),
      surroundingsOf(tx, [id]),
      knownReferences(
        tx,
        { finding_id: id, by_office: false, files_of: null },
        referencesOf(command),
      ),
      bytesOfFindings(tx, [{ id, hashes }]),
    ])
  if (!found || !office) throw new CommandError('NOT_FOUND')
  const actor = actorOn(principal, found.finding)
  const rejection = authorise('respond', { actor, paper })
  if (rejection) return { kind: 'refused', rejection }
  const loaded = { office, findings: [found], ...byFinding(rows, around) }
  const acting = { actor, paper, known }
  const [now, notice] = await Promise.all([
    situationOf(tx, deps.rules, loaded, found, acting),
    findNotice(tx, found.finding.notice_id),
  ])
  const { situation } = takeDue(now)
  const { finding } = situation
  const check = checkAnswer(situation, {
    answer,
    files: uploads.filter(({ unit_id }) => unit_id === finding.unit_id),
    fits: (filled.get(id) ?? 0) <= deps.finding_bytes,
    paper_unknown: signed_paper_id !== null && paper === null,
    ...{ events, issued_on: notice?.issued_on ?? null },
    words: `${found.line.problem}\n${typeof found.line.place === 'string' ? found.line.place : ''}`,
    asset: finding.asset_id !== null,
  })
  const own = check.recipe.source === 'policy'
  const version = own ? finding.policy_version : RECIPES_VERSION
  return { kind: 'checked', finding_id: id, revision: finding.revision, version, check }
}
