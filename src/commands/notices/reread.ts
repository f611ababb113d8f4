import { listAssets } from '../../db/asset.js'
import { draftedWords } from '../../db/drafted.js'
import { deleteDraftFindings, insertDraftFindings, patchLines } from '../../db/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import { lockHitsOf, moveHits } from '../../db/hit.js'
import { updateNotice } from '../../db/notice.js'
import { listUnits } from '../../db/unit.js'
import { isUrgentIndicator } from '../../domain/catalogue.js'
import { differingFields } from '../../domain/differing-fields.js'
import { assetMatcher } from '../../domain/matching/match-assets.js'
import { nameMatcher } from '../../domain/matching/match-names.js'
import { isConsulting } from '../../domain/notice/consultation.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import { linesOfReading } from '../../domain/notice/lines-of-reading.js'
import {
  type KnownLine,
  type LineMark,
  matchReading,
  type ReadLine,
  rereadLine,
} from '../../domain/notice/reread.js'
import { sentencePlaces } from '../../domain/notice/sentence-places.js'
import type { NoticeReading } from '../../domain/reading/reading.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import type { NoticeWithLines } from './draft.js'
import { draftFinding } from './draft-input.js'
import { placeOf } from './load-draft.js'
import { asSeen, lockDraft } from './lock-draft.js'
import { PATIENCE } from './patience.js'

export interface RereadRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  if_match: number
  text: string
  reading: NoticeReading
}

/** Lines by their numbers. Lines that stand as they stood are in none of the lists. */
export interface RereadReport {
  /** A person decided on them, and they stay as they are. */
  kept: readonly number[]
  updated: readonly number[]
  added: readonly number[]
  /** The text says them no more; they stay until a person drops them. */
  gone: readonly number[]
}

export type RereadOutcome =
  | ({ kind: 'done' } & NoticeWithLines & RereadReport)
  | { kind: 'refused'; rejection: Rejection }
  | { kind: 'too_many' }

/**
 * Brings a draft to a corrected text: lines that a person decided on stay as they are, others follow the new reading, new ones are added,
 * and what the text says no more is told and left. The same text again changes nothing. Refuses NOT_IN_THIS_STATE for a notice that
 * is out or of which units may still say something. Throws CommandError NOT_FOUND, STALE.
 */
export function rereadNotice(
  deps: Deps,
  request: RereadRequest,
  present: (outcome: RereadOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, notice_id, if_match, text, reading } = request
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        lockDraft(tx, principal, notice_id),
        listUnits(tx, principal.office_id),
        listAssets(tx, principal.office_id),
        draftedWords(tx, notice_id),
      ]),
    async act(tx, [locked, units, assets, drafted]) {
      const { notice, findings, office, consulted } = asSeen(locked, if_match)
      if (notice.status !== 'draft' || isConsulting(consulted, office.now))
        return {
          answer: present({ kind: 'refused', rejection: reject('NOT_IN_THIS_STATE') }),
          writes: [],
        }
      const read = linesOfReading(reading, {
        unitNamed: nameMatcher(units.filter(isOpen)),
        assetNamed: assetMatcher(assets.filter(isOpen)),
      })
      const answered = new Set(consulted.map(({ finding_id }) => finding_id))
      const was = new Map(drafted.map((one) => [one.finding_id, one.was]))
      const inOrder = findings.toSorted((a, b) => a.finding.number - b.finding.number)
      const byNumber = new Map(inOrder.map((one) => [one.finding.number, one]))
      const known = inOrder.map((one) =>
        knownLine(one, answered.has(one.finding.id), was.get(one.finding.id) ?? null),
      )
      const { pairs, added, gone } = matchReading(known, read)
      const last = inOrder.at(-1)?.finding.number ?? 0
      if (last + added.length > MOST_LINES)
        return { answer: present({ kind: 'too_many' }), writes: [] }
      const updates = pairs.flatMap(({ known: { number, decided }, read: line }) => {
        const stored = byNumber.get(number)
        const next = stored && !decided ? updated(stored, line, deps.newId()) : null
        return stored && next ? [{ stored, next }] : []
      })
      const of = {
        office_id: office.id,
        notice_id,
        policy_version: office.policy_version_id,
        now: office.now,
      }
      const fresh = added.map(
        (line, at): StoredFinding => ({
          ...draftFinding(of, deps.newId(), last + 1 + at, { ...line, severity_confirmed: false }),
          ...{ audience: 'office', last_hash: null, last_event_at: null },
        }),
      )
      const report = {
        kept: pairs.filter(({ known: one }) => one.decided).map(({ known: one }) => one.number),
        updated: updates.map(({ next }) => next.finding.number),
        added: fresh.map(({ finding }) => finding.number),
        gone: gone.map(({ number }) => number),
      }
      const replaced = new Set(updates.map(({ stored }) => stored))
      const placeIn = sentencePlaces(text, read)
      const pairOf = new Map(pairs.map(({ known: { number }, read: line }) => [number, line]))
      // Where a sentence stands is no decision: lines that stay follow the text in that, and in nothing else.
      const moves = inOrder
        .filter((one) => !replaced.has(one))
        .map((one) => ({ one, place: placeIn(one.line, pairOf.get(one.finding.number) ?? null) }))
      const stay = moves.map(({ one, place }) =>
        place ? { ...one, line: { ...one.line, ...place } } : one,
      )
      const patches = moves.flatMap(({ one: { finding }, place }) =>
        place ? [{ id: finding.id, ...place }] : [],
      )
      const changed =
        updates.length + fresh.length + patches.length > 0 || notice.source_text !== text
      const next = changed
        ? { ...notice, source_text: text, revision: notice.revision + 1 }
        : notice
      const inserted = [...updates.map(({ next: one }) => one), ...fresh]
      const answer = present({
        kind: 'done',
        notice: next,
        findings: [...stay, ...inserted],
        ...report,
      })
      if (!changed) return { answer, writes: [] }
      // A line that is written anew keeps what it was made of.
      const heirs = new Map(updates.map(({ stored, next: one }) => [stored.finding.id, one]))
      const held = await lockHitsOf(tx, [...heirs.keys()])
      return {
        answer,
        writes: [
          updateNotice(tx, next),
          ...(patches.length > 0 ? [patchLines(tx, patches)] : []),
          deleteDraftFindings(
            tx,
            [...replaced].map(({ finding }) => finding.id),
          ),
          insertDraftFindings(tx, inserted),
          moveHits(
            tx,
            held.map(({ id, finding_id }) => ({
              ...{ id, finding_id: heirs.get(finding_id ?? '')?.finding.id ?? null },
            })),
          ),
        ],
      }
    },
  })
}

const isOpen = ({ status }: { status: 'open' | 'closed' }) => status === 'open'

function knownLine(
  { finding, line }: StoredFinding,
  answered: boolean,
  was: LineMark | null,
): KnownLine {
  const { number, unit_id, asset_id, seq } = finding
  const { problem, sentence } = line
  return {
    ...{ number, unit_id, asset_id, problem, sentence, place: placeOf(line) },
    ...{ decided: seq > 0 || answered, was },
  }
}

/** A line as the new reading has it, under a new id: whoever has seen the old words has seen another line. Null where it stays. */
function updated(stored: StoredFinding, read: ReadLine, id: string): StoredFinding | null {
  const { finding, line } = stored
  const { severity_confirmed, category, problem, sentence, sentence_start, sentence_end, medium } =
    line
  const before = {
    ...codesOf(finding),
    ...{ category, problem, medium, place: placeOf(line) },
    ...{ sentence, sentence_start, sentence_end },
  }
  const after = rereadLine({ ...before, severity_confirmed }, read)
  if (differingFields(before, after).length === 0) return null
  const { unit_id, asset_id, indicator_id, severity, ...words } = after
  const urgent = finding.urgent || (indicator_id !== null && isUrgentIndicator(indicator_id))
  return {
    ...stored,
    finding: { ...finding, id, unit_id, asset_id, indicator_id, severity, urgent },
    line: { ...line, ...words },
  }
}

function codesOf({ unit_id, asset_id, indicator_id, severity }: StoredFinding['finding']) {
  return { unit_id, asset_id, indicator_id, severity }
}
