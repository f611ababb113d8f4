import pg from 'pg'
import type { Test } from 'tap'
import { type DatabaseRole, openPool, type Pool } from '../../src/db/pool.js'
import { type Scope, setPrincipal } from '../../src/db/principal.js'
import { type Transaction, transaction } from '../../src/db/transaction.js'
import { testDatabase } from '../helpers/database.js'
import { type Seed, seedOffice } from './seed.js'

export interface Pools {
  url: string
  open: (role: DatabaseRole, max?: number) => Pool
  migrate: Pool
  worker: Pool
  api: Pool
}

/** A migrated database of this test's own, with a pool for each role. */
export async function pools(t: Test): Promise<Pools> {
  const { owner: url } = await testDatabase(t)
  const open = (role: DatabaseRole, max = 4) => {
    const pool = openPool({ url, role, max, applicationName: 'test' })
    t.teardown(() => pool.close())
    return pool
  }
  return {
    url,
    open,
    migrate: open('zhenggai_migrate', 2),
    worker: open('zhenggai_worker'),
    api: open('zhenggai_api'),
  }
}

/** Runs a text as the owner of the database, whom no policy binds. */
export async function asOwner(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** The same with one office in it. */
export async function office(t: Test): Promise<Pools & { seed: Seed }> {
  const all = await pools(t)
  return { ...all, seed: await transaction(all.migrate, (tx) => seedOffice(tx)) }
}

/** One transaction of the API as somebody: a unit's own people, the office or its clock. */
export function as<T>(
  pool: Pool,
  who: { office: string; scope: Scope; units?: readonly string[]; person?: string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return transaction(pool, async (tx) => {
    void setPrincipal(tx, {
      office_id: who.office,
      scope: who.scope,
      units: who.units ?? [],
      person_id: who.person ?? null,
    })
    return await work(tx)
  })
}
