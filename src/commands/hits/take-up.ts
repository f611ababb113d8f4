import { type Asset, listAssets } from '../../db/asset.js'
import { type DraftFinding, insertDraftFindings } from '../../db/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import { hitsOf, takeUp } from '../../db/hit.js'
import { type Notice, updateNotice } from '../../db/notice.js'
import { setPrincipal } from '../../db/principal.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import {
  groupHits,
  type HitGrouping,
  hitPrint,
  type LineOfHits,
  lineOfHits,
  objectPrint,
  type TriagedHit,
} from '../../domain/hit-lines.js'
import { objectFinder } from '../../domain/hit-object.js'
import { isConsulting } from '../../domain/notice/consultation.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { draftFinding } from '../notices/draft-input.js'
import { placeOf } from '../notices/load-draft.js'
import { asSeen, lockDraft } from '../notices/lock-draft.js'
import { PATIENCE } from '../notices/patience.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import type { Principal } from '../principal.js'
import { chooseHits, type HitChoice } from './choose.js'
import { type DecidedHit, decidedBefore } from './decided.js'

export interface TakingUp {
  principal: Principal
  notice_id: string
  choice: HitChoice
  grouping: HitGrouping
}

/** A line of the draft that takes hits up: one that was there (`joined`), or one that is made of them. */
export type TakingLine = Omit<LineOfHits, 'medium' | 'place'> & {
  place: string | null
  /** Null for one that is not made yet. */
  finding_id: string | null
  number: number
  hits: number
  joined: boolean
}

export type TakeUpOutcome =
  | {
      kind: 'done'
      notice: Notice
      matched: number
      lines: readonly TakingLine[]
      hits: readonly DecidedHit[]
    }
  | { kind: 'refused'; rejection: Rejection }
  | { kind: 'differs' }
  | { kind: 'too_many' }

type Present = (outcome: TakeUpOutcome) => Answer

/**
 * Makes draft findings of hits: similar ones of one object become one line, or join that of the draft which has such hits
 * or names the same asset and indicator. Each hit is taken up once, by whoever comes first; those decided on before are
 * answered for. Nothing of it reaches a unit. Refuses NOT_IN_THIS_STATE where the notice is out or its units may still
 * say something. Throws CommandError NOT_FOUND, STALE, LOCKED, KEY_REUSED.
 */
export function takeUpHits(
  deps: Deps,
  request: TakingUp & { key: KeyUse | null; if_match: number },
  present: Present,
): Promise<Answer> {
  return once(deps, request.principal, request.key, {
    patience: PATIENCE,
    load: (tx) => load(tx, request),
    act: async (tx, loaded): Promise<Work> => {
      const { outcome, writes } = await plan(tx, deps, request, loaded, request.if_match)
      return { answer: present(outcome), writes: writes() }
    },
  })
}

/** Says exactly what taking them up now would do, and does nothing. */
export function tryTakingUp(deps: Deps, request: TakingUp, present: Present): Promise<Answer> {
  const trial = async (tx: Transaction) => {
    const [, loaded] = await Promise.all([setPrincipal(tx, request.principal), load(tx, request)])
    return present((await plan(tx, deps, request, loaded, null)).outcome)
  }
  return transaction(deps.pool, trial, { patience: PATIENCE })
}

function load(tx: Transaction, { principal, notice_id }: TakingUp) {
  return Promise.all([lockDraft(tx, principal, notice_id), listAssets(tx, principal.office_id)])
}

interface Plan {
  outcome: TakeUpOutcome
  /** Sends what makes it so; to be called once, if at all. */
  writes: () => Promise<unknown>[]
}

/** `if_match` null: a trial, for which nobody has to have seen the newest draft. */
async function plan(
  tx: Transaction,
  deps: Pick<Deps, 'newId'>,
  { principal, choice, grouping }: TakingUp,
  [locked, assets]: Awaited<ReturnType<typeof load>>,
  if_match: number | null,
): Promise<Plan> {
  const seen = asSeen(locked, if_match ?? locked.notice?.revision ?? 0)
  const { notice, findings, office, consulted } = seen
  if (notice.status !== 'draft' || isConsulting(consulted, office.now)) {
    return nothing({ kind: 'refused', rejection: reject('NOT_IN_THIS_STATE') })
  }
  const objectOf = objectFinder(assets.filter(isOpen))
  const chosen = await chooseHits(tx, office.id, choice, objectOf)
  if (chosen.kind === 'differs') return nothing(chosen)
  const { open, before } = await decidedBefore(tx, chosen)
  const lines = await linesByPrint(tx, findings, grouping, objectOf)

  const of = { office_id: office.id, notice_id: notice.id, now: office.now }
  let number = Math.max(0, ...findings.map(({ finding }) => finding.number))
  const groups = groupHits(
    open.map((hit) => ({ ...hit, object: objectOf(hit) })),
    grouping,
  )
  const taken = [...groups].map(([print, hits]): Taken => {
    const there = lines.get(print)
    if (there) return { hits, stored: there, joined: true }
    number += 1
    const line = { ...of, policy_version: office.policy_version_id }
    return {
      hits,
      stored: draftFinding(line, deps.newId(), number, lineOfHits(hits)),
      joined: false,
    }
  })
  if (number > MOST_LINES) return nothing({ kind: 'too_many' })

  const trial = if_match === null
  const changed = taken.length > 0
  const next = changed ? { ...notice, revision: notice.revision + 1 } : notice
  const decided = taken.flatMap(({ hits, stored: { finding }, joined }) =>
    hits.map(({ id }): DecidedHit => {
      const finding_id = joined || !trial ? finding.id : null
      const place = { notice_id: notice.id, finding_id, number: finding.number }
      return { hit_id: id, outcome: 'done', ...place }
    }),
  )
  const at = { at: office.now, by: principal.person_id }
  return {
    outcome: {
      ...({ kind: 'done', notice: next, matched: chosen.matched } as const),
      lines: taken.map((one) => shown(one, trial)),
      hits: [...decided, ...before],
    },
    writes: () =>
      changed
        ? [
            updateNotice(tx, next),
            insertDraftFindings(
              tx,
              taken.flatMap(({ stored, joined }) => (joined ? [] : stored)),
            ),
            takeUp(
              tx,
              decided.map(({ hit_id, finding_id }) => ({ id: hit_id, finding_id })),
              at,
            ),
          ]
        : [],
  }
}

const isOpen = ({ status }: Asset) => status === 'open'

function nothing(outcome: TakeUpOutcome): Plan {
  return { outcome, writes: () => [] }
}

interface Taken {
  hits: readonly TriagedHit[]
  stored: DraftFinding
  joined: boolean
}

function shown({ hits, stored: { finding, line }, joined }: Taken, trial: boolean): TakingLine {
  const { id, number, unit_id, asset_id, indicator_id, severity } = finding
  const { category, problem, severity_confirmed } = line
  return {
    finding_id: joined || !trial ? id : null,
    ...{ number, joined, hits: hits.length },
    ...{ unit_id, asset_id, indicator_id, severity, severity_confirmed, category, problem },
    place: placeOf(line),
  }
}

/** What joined a line that is not issued, or on which no word is kept, nobody would be told of. */
function mayJoin({ finding, line }: StoredFinding): boolean {
  return finding.state === 'draft' && line.dispatch === 'unit' && finding.handling !== 'offline'
}

/** The lines of a draft that hits may join, by what their hits have in common, and by the asset and the indicator they name. */
async function linesByPrint(
  tx: Transaction,
  findings: readonly StoredFinding[],
  grouping: HitGrouping,
  objectOf: ReturnType<typeof objectFinder>,
): Promise<ReadonlyMap<string, StoredFinding>> {
  const drafts = findings.filter(mayJoin)
  const byId = new Map(drafts.map((stored) => [stored.finding.id, stored]))
  const named = grouping === 'object' ? drafts : []
  const hits = await hitsOf(tx, [...byId.keys()])
  return new Map([
    ...named.flatMap((stored): [string, StoredFinding][] => {
      const { asset_id, indicator_id } = stored.finding
      const print = asset_id && indicator_id ? objectPrint(asset_id, indicator_id) : null
      return print ? [[print, stored]] : []
    }),
    // What somebody has made of such hits counts before what the register says of them today.
    ...hits.flatMap((hit): [string, StoredFinding][] => {
      const stored = byId.get(hit.finding_id ?? '')
      return stored ? [[hitPrint({ ...hit, object: objectOf(hit) }, grouping), stored]] : []
    }),
  ])
}
