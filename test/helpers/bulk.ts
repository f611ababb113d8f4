import { type BulkCommand, itemKey } from '../../src/commands/bulk/items.js'
import type { OfSomebody } from '../../src/commands/bulk/next.js'
import { startBulk } from '../../src/commands/bulk/start.js'
import type { Principal } from '../../src/commands/principal.js'
import { sqlb, statement } from '../../src/db/handle.js'
import { dateOf } from '../../src/domain/instant.js'
import { issue, lineFor, newKey } from './case.js'
import type { TestOffice } from './office.js'

/** Something to be said to many units. */
export const SAY: BulkCommand = { name: 'comment', text: '请尽快整改', audience: 'unit' }

/** So many findings that are out, in turn of each unit. */
export async function issued(
  office: TestOffice,
  count: number,
  head: Parameters<typeof issue>[2] = { issued_on: dateOf('2022-09-08') },
): Promise<readonly string[]> {
  const { units } = office
  const lines = Array.from({ length: count }, (_, n) => lineFor(units[n % units.length] ?? ''))
  return (await issue(office, lines, head)).findings
}

/** An operation that has begun and of which nothing is done yet. */
export async function begun(
  office: TestOffice,
  principal: Principal,
  command: BulkCommand,
  findings: readonly string[],
): Promise<OfSomebody> {
  const seen = sqlb
    .selectFrom('finding')
    .select(['id', 'revision'])
    .where('id', 'in', [...findings])
  const revisions = new Map(
    (await office.owner.run(seen)).map(({ id, revision }) => [id, revision]),
  )
  const items = findings.map((id) => ({ id, revision: revisions.get(id) ?? 0 }))
  const wish = { principal, command, signed_paper_id: null, key: newKey() }
  const { body } = await startBulk(
    office.api,
    { ...wish, choice: { by: 'ids', items } },
    (outcome) => {
      if (outcome.kind !== 'started') throw new Error(outcome.kind)
      return { status: 202, body: outcome.operation.id, etag: null }
    },
  )
  return { id: body as string, office_id: principal.office_id, person_id: principal.person_id }
}

const KEPT = statement<{ key: string; body: { outcome: string; code?: string } }>(
  `select key, body from command_key where principal_id = $1`,
)

/** What became of each finding: done, the code of its refusal, or null. */
export async function outcomes(
  office: TestOffice,
  { id, person_id }: OfSomebody,
  findings: readonly string[],
): Promise<(string | null)[]> {
  const kept = new Map(
    (await office.owner.run(KEPT(person_id))).map(({ key, body }) => [key, body]),
  )
  return findings.map((finding) => {
    const body = kept.get(itemKey(id, finding))
    return body ? (body.code ?? body.outcome) : null
  })
}

const EVENTS = statement<{ finding_id: string; count: number }>(
  `select finding_id, count(*)::integer as count from finding_event where type = $1 group by 1 order by 1`,
)

/** How often something happened to each finding to which it did. */
export async function happened(office: TestOffice, type: string): Promise<number[]> {
  return (await office.owner.run(EVENTS(type))).map(({ count }) => count)
}
