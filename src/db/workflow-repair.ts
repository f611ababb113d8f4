import type { Subject } from './clock-view.js'
import { first, type Handle, statement } from './handle.js'
import { lookbackLeft, OPEN } from './states.js'

const LATE = "interval '5 minutes'"
// A rehearsal's clock, by which its jobs begin, may stand long after today; to tell one that lives does no harm.
const STAYING = `operation p join office o on o.id = p.office_id
     where p.status = 'running' and (o.rehearsal or p.created_at < clock_timestamp() - ${LATE})`
const SWEEP = statement<{ subject_id: string }>(
  `with late as (
     select m.subject_id from milestone m join office o on o.id = m.office_id
     where m.outcome is null
       and m.at < coalesce(o.standing_clock, clock_timestamp()) - ${LATE}
       and (o.rehearsal or m.wake_at < clock_timestamp() - ${LATE})
     union select office_id from mail
     where status = 'queued' and greatest(next_attempt_at, lease_until) < clock_timestamp() - ${LATE}
     union select p.id from ${STAYING}
   ), locked as (
     select subject_id from workflow_sync where wanted = told
       and subject_id in (select subject_id from late)
     for no key update skip locked
   )
   update workflow_sync s set wanted = nextval('workflow_version')
   from locked where s.subject_id = locked.subject_id returning s.subject_id`,
)

// What a process begins to do itself nobody is told of, until it has died of it.
const LEFT = statement<{ subject_id: string }>(
  `insert into workflow_sync (subject_id, office_id, kind)
   select p.id, p.office_id, 'operation' from ${STAYING}
     and not exists (select from workflow_sync where subject_id = p.id)
   on conflict (subject_id) do nothing returning subject_id`,
)

/**
 * Tells again every workflow that should have acted five minutes ago by its office's own clock and whose milestone
 * still waits, every office whose mail lies about, and every long job, also one that nobody was told of; returns how
 * many. One that lives takes no notice, one that was lost is started anew. Those not yet told are the syncer's anyway.
 */
export async function sweepLate(h: Handle): Promise<number> {
  const [swept, left] = [await h.run(SWEEP()), await h.run(LEFT())]
  return swept.length + left.length
}

const JUMP = 1_000_000_000
const LEAP = statement<{ version: number }>(
  `select setval('workflow_version', nextval('workflow_version') + ${JUMP}) as version`,
)
type SubjectKind = Subject['kind']
const WAITING = {
  finding: `select id, office_id from finding f where state in (${OPEN}) or ${lookbackLeft('f')}`,
  operation: `select id, office_id from operation where status = 'running'`,
  office: `select id, id as office_id from office`,
} as const satisfies Record<SubjectKind, string>
// The order in which commands lock: an office after its findings.
const KINDS = ['finding', 'operation', 'office'] as const
const PAGE = 2_000
const pageOf = (kind: SubjectKind) =>
  statement<{ subject_id: string }>(
    `insert into workflow_sync (subject_id, office_id, kind)
     select id, office_id, '${kind}' from (${WAITING[kind]}) waiting
     where id > $1 order by id limit ${PAGE}
     on conflict (subject_id) do update
       set wanted = nextval('workflow_version'), lease_until = null
     returning subject_id`,
  )
const REBUILD = {
  finding: pageOf('finding'),
  operation: pageOf('operation'),
  office: pageOf('office'),
} as const
const ALSO = statement<never>(
  `update workflow_sync s set wanted = nextval('workflow_version'), lease_until = null
   from finding f where f.id = s.subject_id and f.id = any ($1::uuid[]) and f.state <> 'draft'`,
)
const FIRST = '00000000-0000-0000-0000-000000000000'

/** How many workflows of each kind are told anew. */
export type Rebuilt = Record<SubjectKind, number>

/**
 * Tells every workflow anew, for when Temporal lost its store or Postgres was restored: versions leap ahead of any
 * that may have been told, and all that still waits wants telling. Page by page, so that nobody's command waits for
 * it; begun again after a kill it does no harm. `also` findings whatever their state, whose workflows go on from
 * something that is lost. By the worker's role.
 */
export async function rebuild(h: Handle, also: readonly string[] = []): Promise<Rebuilt> {
  await h.run(LEAP())
  if (also.length > 0) await h.run(ALSO([...also]))
  const told: Rebuilt = { finding: 0, operation: 0, office: 0 }
  for (const kind of KINDS) {
    for (let after: string | undefined = FIRST; after !== undefined; ) {
      const page: { subject_id: string }[] = await h.run(REBUILD[kind](after))
      told[kind] += page.length
      after = page.length < PAGE ? undefined : lastOf(page)
    }
  }
  return told
}

const BEHIND = statement<{ kind: SubjectKind; count: number }>(
  `select kind, count(*) as count from workflow_sync where wanted > told group by kind order by kind`,
)
const VERSIONS = statement<{ subject_id: string; wanted: number }>(
  'select subject_id, wanted from workflow_sync where subject_id = any ($1::uuid[])',
)

/** How many workflows of each kind are still to be told. */
export function countBehind(h: Handle): Promise<{ kind: SubjectKind; count: number }[]> {
  return h.run(BEHIND())
}

/** The versions these subjects' workflows should know, by subject; one that was never wanted is left out. */
export async function knownVersions(
  h: Handle,
  subjectIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await h.run(VERSIONS([...subjectIds]))
  return new Map(rows.map(({ subject_id, wanted }) => [subject_id, wanted]))
}

function lastOf(page: readonly { subject_id: string }[]): string | undefined {
  return page
    .map(({ subject_id }) => subject_id)
    .toSorted()
    .at(-1)
}

const KNOWN = statement<{ store_id: string }>(
  'select store_id from workflow_store where namespace = $1',
)
const REMEMBER = statement<never>(
  `insert into workflow_store (namespace, store_id) values ($1, $2)
   on conflict (namespace) do update set store_id = excluded.store_id,
     told_at = date_trunc('milliseconds', clock_timestamp())`,
)

/** The store of Temporal in which everything was last told to be; null before the first time. */
export async function knownStore(h: Handle, namespace: string): Promise<string | null> {
  return (await first(h.run(KNOWN(namespace))))?.store_id ?? null
}

/** Remembers that everything that waits was told to this store. */
export async function rememberStore(h: Handle, namespace: string, storeId: string): Promise<void> {
  await h.run(REMEMBER(namespace, storeId))
}
