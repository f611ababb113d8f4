import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Principal } from '../../../src/commands/principal.js'
import { openPool } from '../../../src/db/pool.js'
import { setPrincipal } from '../../../src/db/principal.js'
import { transaction } from '../../../src/db/transaction.js'
import { fromEpoch } from '../../../src/domain/instant.js'
import { openDoor } from '../drive/door.js'
import { createHistogram } from '../drive/histogram.js'
import { fillOffice } from '../lists/fill.js'
import { addressOf, filterOf, placesIn } from '../lists/places.js'
import { checkPlans } from '../lists/plans.js'
import { type TypicalList, typicalLists } from '../lists/queries.js'
import { draftNotices } from '../rivals/zhenggai.js'
import { type BenchOffice, openBenchOffice } from '../world/office.js'
import { connect } from '../world/postgres.js'
import type { BenchSystem } from '../world/system.js'
import { type Bench, type Measured, shown } from './row.js'

/** Shares of the findings: one large office and two beside it that must not be seen. */
const SHARES = [0.6, 0.3, 0.1]

/** Of so few rows reading all is right; then the question is only whether an index could serve. */
const SMALL = 100_000

/** Twelve typical lists over HTTP, each at its first, middle and last page, with row-level security on. */
export async function lists({ system, sizes }: Bench): Promise<Measured<'list_p99_ms_1m'>> {
  const { findings, units, rounds } = sizes.lists
  const door = openDoor(system.api, 1)
  const [office] = await fillOffices(system, findings, units)
  if (!office) throw new Error('no office was filled')
  const pages = await pagesOf(system, office, findings)
  const all = createHistogram()
  const worst = new Map<string, number>()
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, path, token } of pages) {
      const { ms, text } = await door.ask({ method: 'GET', path, token })
      if (!text.includes('"items":[{')) throw new Error(`“${name}” is empty`)
      if (round < 0) continue
      all.record(ms)
      worst.set(name, Math.max(worst.get(name) ?? 0, ms))
    }
  }
  await door.close()
  const [slowest, ms] = [...worst].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return {
    figures: { list_p99_ms_1m: all.at(99) },
    notes: [
      `${findings} findings in ${SHARES.length} offices, ${pages.length} pages ${rounds} times; p50 ${shown(all.at(50))} ms, slowest “${slowest}” once ${shown(ms)} ms`,
      'no sequential scan in any plan',
    ],
  }
}

/** The offices, the largest first, each filled from one finding issued in it. */
async function fillOffices(
  system: BenchSystem,
  findings: number,
  units: number,
): Promise<BenchOffice[]> {
  const door = openDoor(system.api, 1)
  const owner = await connect(system.owner)
  const offices: BenchOffice[] = []
  for (const share of SHARES) {
    const office = await openBenchOffice(system, Math.ceil(units * share))
    const [issue] = await draftNotices(door, office, 1, 1)
    const [model] = (await issue?.()) ?? []
    await fillOffice(owner, office.id, model?.id ?? '', Math.round(findings * share))
    offices.push(office)
  }
  await owner.query('vacuum analyze finding, finding_words')
  await owner.end()
  await door.close()
  return offices
}

interface Page {
  name: string
  path: string
  token: string
}

/** Every page's address; the plan of every one of them is looked at on the way. */
async function pagesOf(
  system: BenchSystem,
  office: BenchOffice,
  findings: number,
): Promise<Page[]> {
  const options = { url: system.owner, role: 'zhenggai_api', max: 1 } as const
  const pool = openPool({ ...options, applicationName: 'bench', statementTimeout: 60_000 })
  const secret = readFileSync(join(system.folder, 'cursor-secret'), 'utf8').trim()
  const client = await connect(system.owner)
  const pages: Page[] = []
  for (const list of typicalLists(office, await newestNotice(client, office.id))) {
    const { principal, token } = callerOf(list, office)
    const filter = filterOf(list, office.id, fromEpoch(Date.now()))
    const places = await transaction(pool, async (tx) => {
      await setPrincipal(tx, principal)
      return placesIn(tx, filter)
    })
    await client.query('begin')
    await client.query('set local role zhenggai_api')
    if (findings < SMALL) await client.query('set local enable_seqscan = off')
    await setOn(client, principal)
    for (const place of places) {
      await checkPlans(client, list.name, filter, place)
      pages.push({ name: list.name, path: addressOf(list, place, principal, secret), token })
    }
    await client.query('rollback')
  }
  await client.end()
  await pool.close()
  return pages
}

async function newestNotice(client: pg.Client, office_id: string): Promise<string> {
  await client.query('set role zhenggai_migrate')
  const { rows } = await client.query<{ id: string }>(
    `select id from notice where office_id = $1 and number is not null order by created_at desc limit 1`,
    [office_id],
  )
  await client.query('reset role')
  return rows[0]?.id ?? ''
}

function callerOf(list: TypicalList, office: BenchOffice): { principal: Principal; token: string } {
  const [unit] = office.units
  const base = { office_id: office.id, memberships: [], rehearsal: false }
  if (list.as === 'office' || !unit) {
    const { person_id, token } = office.handler
    return { principal: { ...base, person_id, scope: 'office', units: [] }, token }
  }
  const { id, person_id, token } = unit
  return { principal: { ...base, person_id, scope: 'unit', units: [id] }, token }
}

async function setOn(client: pg.Client, { office_id, scope, units }: Principal): Promise<void> {
  await client.query(
    `select set_config('app.office', $1, true), set_config('app.scope', $2, true),
       set_config('app.units', $3, true)`,
    [office_id, scope, `{${units.join(',')}}`],
  )
}
