import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Repeats } from '../domain/finding.js'
import type { Instant } from '../domain/instant.js'
import {
  type Fixed,
  type Reported,
  SEVERITIES,
  type Severity,
  type State,
  UNITS_TURN,
} from '../domain/vocabulary.js'
import { readStored, STORED_COLUMNS, type StoredFinding } from './finding-row.js'
import { type Handle, sqlb, statement } from './handle.js'
import type { DB } from './schema.gen.js'

const OFFICES_TURN = ['responded', 'verified'] as const
/** Where findings without a due stand in the order: after all others. */
const LAST = '9999-12-31T23:59:59.999Z' as Instant

/** All given conditions hold; `now` is the office's. */
export interface FindingFilter {
  office_id: string
  now: Instant
  unit_ids?: readonly string[] | undefined
  /** Findings on which these units, or any, work with or for the one that answers, instead of those they have. */
  supporting?: boolean | undefined
  notice_id?: string | undefined
  states?: readonly State[] | undefined
  severities?: readonly Severity[] | undefined
  indicator_id?: string | undefined
  asset_id?: string | undefined
  overdue?: boolean | undefined
  /** Exclusive. */
  due_before?: Instant | undefined
  awaiting?: 'unit' | 'office' | undefined
  fixed?: Fixed | undefined
  reported?: Reported | undefined
  repeat?: keyof Repeats | undefined
  /** `failed`: seen again, and neither reopened nor followed by another finding yet. */
  lookback?: 'waiting' | 'failed' | undefined
  /** Part of the problem's words, in any case. */
  text?: string | undefined
}

/** The place of a row in the list: by due, those without one last, then by id. */
export interface FindingPlace {
  due_at: Instant | null
  id: string
}

export interface FindingPage {
  limit: number
  after: FindingPlace | null
}

const PLAN_FOR_VALUES = statement<never>(
  `select set_config('plan_cache_mode', 'force_custom_plan', true)`,
)

/** For the rest of the transaction: which index serves a list best depends on the values it is narrowed by. */
export async function planForValues(h: Handle): Promise<void> {
  await h.run(PLAN_FOR_VALUES())
}

/** One page of the findings the principal sees, the nearest due first. */
export async function listFindings(
  h: Handle,
  filter: FindingFilter,
  page: FindingPage,
): Promise<StoredFinding[]> {
  const rare = filter.text === undefined ? null : await rareFindings(h, filter.text)
  const query = sqlb
    .selectFrom('finding')
    .select(STORED_COLUMNS)
    .where((eb) => eb.and(conditions(eb, filter, rare)))
    .orderBy('due_sort')
    .orderBy('id')
    .limit(page.limit)
  const { after } = page
  const paged = after
    ? query.where((eb) =>
        eb(eb.refTuple('due_sort', 'id'), '>', eb.tuple(after.due_at ?? LAST, after.id)),
      )
    : query
  return (await h.run(paged)).map(readStored)
}

/** How many findings the principal sees that are so, and the first of them in the order of the list. */
export async function findingsFound(
  h: Handle,
  filter: FindingFilter,
  limit: number,
): Promise<{ matched: number; found: { id: string; revision: number }[] }> {
  const rare = filter.text === undefined ? null : await rareFindings(h, filter.text)
  const narrowed = sqlb.selectFrom('finding').where((eb) => eb.and(conditions(eb, filter, rare)))
  const first = narrowed.select(['id', 'revision']).orderBy('due_sort').orderBy('id')
  const found = await h.run(first.limit(limit + 1))
  if (found.length <= limit) return { matched: found.length, found }
  const [all] = await h.run(narrowed.select(({ fn }) => fn.countAll<number>().as('count')))
  return { matched: all?.count ?? found.length, found: found.slice(0, limit) }
}

/** So many findings may have some words before looking each of them up costs more than meeting them in the list. */
const RARE = 1_000
const SAYING = statement<{ finding_id: string }>('select finding_id from findings_saying($1, $2)')

/** The only findings that may have these words in their problem; null when many may, or nothing can be said. */
async function rareFindings(h: Handle, words: string): Promise<string[] | null> {
  // A single character has no neighbour to be found by.
  if (Array.from(words).length < 2) return null
  const found = await h.run(SAYING(words, RARE + 1))
  return found.length > RARE ? null : found.map(({ finding_id }) => finding_id)
}

/** The place to continue after this finding. */
export function placeOf({ finding }: Pick<StoredFinding, 'finding'>): FindingPlace {
  return { due_at: finding.due?.at ?? null, id: finding.id }
}

type Builder = ExpressionBuilder<DB, 'finding'>

function conditions(
  eb: Builder,
  filter: FindingFilter,
  rare: readonly string[] | null,
): Expression<SqlBool>[] {
  const { notice_id, states, severities, indicator_id, asset_id, due_before } = filter
  const { overdue, awaiting, fixed, reported, repeat, lookback, text, now } = filter
  const found: (Expression<SqlBool> | undefined)[] = [
    eb('office_id', '=', filter.office_id),
    ...ofUnits(eb, filter),
    notice_id && eb('notice_id', '=', notice_id),
    states && eb('state', '=', anyOf(states)),
    severities && isSevere(severities),
    indicator_id && eb('indicator_id', '=', indicator_id),
    asset_id && eb('asset_id', '=', asset_id),
    due_before && eb('due_sort', '<', due_before),
    overdue === true && isOverdue(eb, now),
    overdue === false && eb.not(eb.fn.coalesce(isOverdue(eb, now), sql<SqlBool>`false`)),
    awaiting && eb('state', 'in', awaiting === 'unit' ? UNITS_TURN : OFFICES_TURN),
    fixed && eb('fixed', '=', fixed),
    reported && eb('reported', '=', reported),
    repeat && isRepeating(repeat),
    lookback === 'waiting' && eb('lookback', 'is not', null),
    lookback === 'failed' && eb('seen_again', '=', true),
    text && says(text),
    rare && eb('id', '=', anyOf(rare, 'uuid')),
  ].map((condition) => condition || undefined)
  return found.filter((condition) => condition !== undefined)
}

function ofUnits(
  eb: Builder,
  { unit_ids, supporting }: FindingFilter,
): (Expression<SqlBool> | undefined)[] {
  if (!supporting) return [unit_ids && eb('unit_id', '=', anyOf(unit_ids, 'uuid'))]
  if (!unit_ids) return [eb('helping_unit_ids', 'is not', null)]
  return [
    sql<SqlBool>`id in (select helped.id from helped_findings(${[...unit_ids]}::uuid[]) helped)`,
  ]
}

/**
 * The words are there, in any case. Written as a comparison of places, whose odds the planner cannot tell: words that
 * many findings have are soon met on the way through the list.
 */
function says(words: string): Expression<SqlBool> {
  return sql<SqlBool>`strpos(lower(problem), lower(${words}::text)) > 0`
}

/** Written out, for the index of the rare severities; the words are the vocabulary's, whatever was asked. */
function isSevere(asked: readonly Severity[]): Expression<SqlBool> {
  const words = SEVERITIES.filter((severity) => asked.includes(severity)).map((s) => sql.lit(s))
  if (words.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`severity in (${sql.join(words)})`
}

/** The words are the vocabulary's; the first half is the index's. */
function isRepeating(sort: keyof Repeats): Expression<SqlBool> {
  return sql<SqlBool>`(repeats is not null and jsonb_array_length(repeats -> ${sql.lit(sort)}) > 0)`
}

/**
 * Written with a list, not an array, so that the index of the units' turn serves it; by the order of the list, so that
 * what is not overdue is not read either.
 */
function isOverdue(eb: Builder, now: Instant): Expression<SqlBool> {
  return eb.and([
    eb(
      'state',
      'in',
      UNITS_TURN.map((s) => sql.lit(s)),
    ),
    eb('due_sort', '<=', now),
    eb('held', '=', false),
  ])
}

/**
 * One of the values. Many travel as an array parameter, so that the text of the query stays the same; one is compared
 * by itself, since only then an index gives the rows in the order of the list.
 */
function anyOf<T extends string>(values: readonly T[], type: 'uuid' | 'text' = 'text') {
  const [only] = values
  if (only !== undefined && values.length === 1) return sql<T>`${only}`
  return sql<T>`any (${[...values]}::${sql.raw(`${type}[]`)})`
}
