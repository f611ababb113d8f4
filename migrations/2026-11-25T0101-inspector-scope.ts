import { type Kysely, sql } from 'kysely'

/** What a scope below the office's sees of a table, and what it may write there; nothing where not said. */
interface Fence {
  unit: string
  unit_writes?: string
  inspector: string
  inspector_writes?: string
}

const UNITS = '(select app_units())::uuid[]'
const OWN = `unit_id = any (${UNITS})`
const BY_ME = 'uploaded_by = (select app_person())'

const FENCES: Readonly<Record<string, Fence>> = {
  unit: { unit: `id = any (${UNITS})`, inspector: 'true' },
  person: {
    unit: `id = (select app_person()) or exists (select from membership m
      where m.person_id = person.id and m.unit_id = any (${UNITS}))`,
    inspector: 'true',
  },
  membership: { unit: `person_id = (select app_person()) or ${OWN}`, inspector: 'true' },
  asset: { unit: `${OWN} or operating_unit_id = any (${UNITS})`, inspector: 'true' },
  calendar_version: { unit: 'true', inspector: 'true' },
  calendar_day: { unit: 'true', inspector: 'true' },
  calendar_year: { unit: 'true', inspector: 'true' },
  policy_version: { unit: 'true', inspector: 'true' },
  notice: {
    unit: `status = 'issued' and exists (select from slice s
      where s.notice_id = notice.id and s.unit_id = any (${UNITS}))`,
    inspector: `status = 'issued'`,
  },
  slice: { unit: OWN, inspector: 'true' },
  finding: { unit: `audience = 'unit' and ${OWN}`, inspector: `audience = 'unit'` },
  finding_event: {
    unit: `audience = 'unit' and ${OWN}`,
    inspector: `audience = 'unit' or actor_id = (select app_person())`,
  },
  round: { unit: OWN, inspector: 'true' },
  milestone: {
    unit: `finding_id is not null and outcome is null and kind <> 'nag_office' and ${OWN}`,
    inspector: `finding_id is not null and outcome is null and kind <> 'nag_office'`,
  },
  slip: { unit: `audience = 'unit' and ${OWN}`, inspector: `audience = 'unit'` },
  slip_finding: {
    unit: `exists (select from slip s where s.id = slip_finding.slip_id
      and s.audience = 'unit' and s.${OWN})`,
    inspector: `exists (select from slip s where s.id = slip_finding.slip_id
      and s.audience = 'unit')`,
  },
  evidence: {
    unit: OWN,
    unit_writes: `${OWN} and ${BY_ME}`,
    inspector: `unit_id is not null or ${BY_ME}`,
    inspector_writes: BY_ME,
  },
}

/**
 * A scope of its own for whoever inspects: it sees what has been issued, in every unit, and neither drafts nor what
 * the office says among its own. One policy per table as before, so that plans stay what they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await fenceOffice(db, `'unit', 'inspector', 'office', 'system'`)
  for (const [table, fence] of Object.entries(FENCES)) {
    const { unit, unit_writes = 'false', inspector, inspector_writes = 'false' } = fence
    await alter(db, table, [
      { using: unit, check: unit_writes, scope: 'unit' },
      { using: inspector, check: inspector_writes, scope: 'inspector' },
    ])
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await fenceOffice(db, `'unit', 'office', 'system'`)
  for (const [table, { unit, unit_writes = 'false' }] of Object.entries(FENCES)) {
    await alter(db, table, [{ using: unit, check: unit_writes, scope: 'unit' }])
  }
}

async function fenceOffice(db: Kysely<unknown>, scopes: string): Promise<void> {
  await sql`
    alter policy api on office
    using (id = (select app_office()) and (select app_scope()) in (${sql.raw(scopes)}))`.execute(db)
}

async function alter(
  db: Kysely<unknown>,
  table: string,
  scopes: readonly { scope: string; using: string; check: string }[],
): Promise<void> {
  const rule = (condition: 'using' | 'check') =>
    sql.raw(
      `office_id = (select app_office()) and ((select app_scope() in ('office', 'system'))` +
        scopes
          .map((one) => ` or ((select app_scope() = '${one.scope}') and (${one[condition]}))`)
          .join('') +
        ')',
    )
  await sql`
    alter policy api on ${sql.table(table)}
    using (${rule('using')}) with check (${rule('check')})`.execute(db)
}
