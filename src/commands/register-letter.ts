import { bytesOfFindings } from '../db/evidence.js'
import { knownReferences } from '../db/known.js'
import { insertLetter, type Letter, type LetterLine } from '../db/letter.js'
import { paperFor } from '../db/signer.js'
import type { Transaction } from '../db/transaction.js'
import type { LocalDate } from '../domain/instant.js'
import type { LetterHead, LetterItem } from '../domain/letter/item.js'
import { type Judged, judgeItem } from '../domain/letter/judge.js'
import { run } from '../domain/machine/run.js'
import { type Rejection, reject, type SignedPaper } from '../domain/situation.js'
import { localDateOf } from '../domain/zone.js'
import type { Deps } from './deps.js'
import { CommandError, unknownPaper } from './errors.js'
import { type LoadedFindings, loadFindings } from './load-situation.js'
import { PATIENCE } from './notices/patience.js'
import { type Answer, type KeyUse, once, type Work } from './once.js'
import { actorTowards, type Principal } from './principal.js'
import { runEach } from './run-each.js'

export interface LetterRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  unit_id: string
  signed_paper_id: string | null
  head: LetterHead
  /** At least one; each finding once. */
  items: readonly LetterItem[]
}

/** A letter as it was registered, with what became of each finding it names. */
export interface RegisteredLetter {
  letter: Letter
  lines: readonly LetterLine[]
}

export type LetterRegistration =
  | ({ kind: 'done' } & RegisteredLetter)
  | { kind: 'refused'; rejection: Rejection }

/**
 * Registers a unit's stamped report on its slice: it is kept whatever becomes of it, and each finding it names goes its own way by the
 * rules of the command it amounts to, in one transaction, the findings locked by id. Throws CommandError NOT_FOUND where the
 * caller does not speak for the unit, UNKNOWN_REFERENCE for the paper and for what is no finding of that unit and notice.
 */
export function registerLetter(
  deps: Deps,
  request: LetterRequest,
  present: (outcome: LetterRegistration) => Answer,
): Promise<Answer> {
  const { principal, unit_id, signed_paper_id, items } = request
  const ids = items.map(({ finding_id }) => finding_id)
  const [first = ''] = ids
  return once(deps, principal, request.key, {
    patience: PATIENCE,
    async load(tx) {
      if (principal.scope === 'unit' && !principal.units.includes(unit_id)) {
        throw new CommandError('NOT_FOUND')
      }
      const [paper, loaded, known, filled] = await Promise.all([
        signed_paper_id ? paperFor(tx, signed_paper_id, first) : null,
        loadFindings(tx, principal.office_id, ids),
        knownReferences(tx, fromFinding(first, principal), namedIn(request)),
        bytesOfFindings(tx, filesOf(items)),
      ])
      return { paper, loaded, known, filled }
    },
    act: (tx, read) => act(tx, deps, request, read, present),
  })
}

function fromFinding(finding_id: string, { scope }: Principal) {
  return { finding_id, by_office: scope === 'office', files_of: null }
}

function namedIn({ head, items }: LetterRequest) {
  const evidence = [...head.scan, ...items.flatMap((item) => item.evidence ?? [])]
  const others = items.flatMap((item) => item.unit_id ?? [])
  return { people: [], units: [], assets: [], others, evidence, events: [] }
}

function filesOf(items: readonly LetterItem[]) {
  return items.flatMap(({ finding_id: id, evidence: hashes = [] }) =>
    hashes.length > 0 ? [{ id, hashes }] : [],
  )
}

/**
 * The files an item may name: none where with them its finding would take more than it may. They count as not enclosed, so that the
 * letter is registered all the same; its scan is always taken.
 */
function mayName(
  known: ReadonlySet<string>,
  { scan }: LetterHead,
  { evidence = [] }: LetterItem,
): ReadonlySet<string> {
  const none = new Set(evidence.filter((hash) => !scan.includes(hash)))
  return new Set([...known].filter((hash) => !none.has(hash)))
}

interface ReadLetter {
  paper: SignedPaper | null
  loaded: LoadedFindings
  known: ReadonlySet<string>
  /** The bytes that the files of each finding would take with those named. */
  filled: ReadonlyMap<string, number>
}

async function act(
  tx: Transaction,
  deps: Deps,
  request: LetterRequest,
  { paper, loaded, known, filled }: ReadLetter,
  present: (outcome: LetterRegistration) => Answer,
): Promise<Work> {
  const { principal, unit_id, signed_paper_id, head, items } = request
  if (signed_paper_id && !paper) throw unknownPaper()
  checkItems(request, loaded)
  const rejection = checkHead(head, known, localDateOf(loaded.office.zone, loaded.office.now))
  if (rejection) return { answer: present({ kind: 'refused', rejection }), writes: [] }
  const acting = { actor: actorTowards(principal, unit_id), paper, known }
  const byId = new Map(items.map((item) => [item.finding_id, item]))
  const judged = new Map<string, Judged>()
  const { now, write } = await runEach(tx, deps, loaded, acting, (before) => {
    const item = byId.get(before.finding.id)
    if (!item) throw new Error('a finding that nobody named')
    const fits = (filled.get(item.finding_id) ?? 0) <= deps.finding_bytes
    const own = fits ? before : { ...before, known: mayName(known, head, item) }
    const one = judgeItem(own, head, item, deps.newId())
    judged.set(item.finding_id, one)
    return one.run
  })
  const { number, signed_on, received_on, scan } = head
  const letter: Letter = {
    ...{ id: deps.newId(), office_id: principal.office_id, notice_id: request.notice_id, unit_id },
    ...{ number, signed_on, received_on, scan: [...scan], signed_paper_id },
    ...{ registered_by: principal.person_id, registered_at: now },
    service_account_id: principal.service_account_id ?? null,
  }
  const numbers = new Map(loaded.findings.map(({ finding }) => [finding.id, finding.number]))
  const lines = items.map((item, place) => ({
    ...lineOf(letter, item, judged.get(item.finding_id)),
    place,
    number: numbers.get(item.finding_id) ?? 0,
  }))
  const written = write()
  const returned = await sendBack(tx, deps, principal, acting, judged, written)
  return {
    answer: present({ kind: 'done', letter, lines }),
    writes: [...written, ...returned, insertLetter(tx, letter, lines)],
  }
}

/** Returns what was registered incomplete: a second act of whoever registers, after the answers are written. */
async function sendBack(
  tx: Transaction,
  deps: Deps,
  { office_id }: Principal,
  acting: Parameters<typeof runEach>[3],
  judged: ReadonlyMap<string, Judged>,
  written: readonly Promise<unknown>[],
): Promise<Promise<unknown>[]> {
  const ids = [...judged].flatMap(([id, { next }]) => (next ? [id] : []))
  if (ids.length === 0) return []
  const [loaded] = await Promise.all([loadFindings(tx, office_id, ids), ...written])
  const { write } = await runEach(tx, deps, loaded, acting, (before) => {
    const next = judged.get(before.finding.id)?.next
    const back = next && run(before, next, null)
    // What the letter says of itself has to be so; else nothing of it is kept.
    if (back?.verdict.kind !== 'done') throw new Error('an incomplete answer was not returned')
    return back
  })
  return write()
}

/** A letter is of a day that has been, came not before it was signed, and its scan is there. */
function checkHead(
  { signed_on, received_on, scan }: LetterHead,
  known: ReadonlySet<string>,
  today: LocalDate,
): Rejection | null {
  if (signed_on > today) return reject('FUTURE_DATE', '/signed_on')
  if (received_on && received_on > today) return reject('FUTURE_DATE', '/received_on')
  if (received_on && received_on < signed_on) return reject('DUE_NOT_ALLOWED', '/received_on')
  return scan.every((hash) => known.has(hash)) ? null : reject('EVIDENCE_REQUIRED', '/scan')
}

/** Every item names a finding that the unit has of the notice. */
function checkItems(
  { notice_id, unit_id, items }: LetterRequest,
  { findings }: LoadedFindings,
): void {
  const own = new Set(
    findings
      .filter(({ finding }) => finding.notice_id === notice_id && finding.unit_id === unit_id)
      .filter(({ finding }) => finding.state !== 'draft')
      .map(({ finding }) => finding.id),
  )
  const unknown = items.flatMap(({ finding_id }, index) =>
    own.has(finding_id) ? [] : [{ field: `/items/${index}/finding_id`, line: null }],
  )
  if (unknown.length > 0) throw new CommandError('UNKNOWN_REFERENCE', null, unknown)
}

function lineOf(
  { id: letter_id, office_id, unit_id }: Letter,
  { finding_id, result }: LetterItem,
  judged: Judged | undefined,
): Omit<LetterLine, 'place' | 'number'> {
  if (!judged) throw new Error('a finding that was not judged')
  const { outcome, rejection } = judged
  const { code = null, field = null } = rejection ?? {}
  return { letter_id, office_id, unit_id, finding_id, result, outcome, code, field }
}
