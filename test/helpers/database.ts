import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'
import { fromRun } from './environment.js'

/** The ways into one database: as its owner, and in the roles the processes work in. */
export type TestDatabase = {
  readonly owner: string
  readonly api: string
  readonly worker: string
}

const LEAVE_MS = 3_000

/**
 * A database of this test file's own: a clone of the migrated template, dropped at the end. A
 * connection that is still open then fails the test and is named.
 */
export async function testDatabase(t: Test): Promise<TestDatabase> {
  const template = new URL(fromRun('TEST_DATABASE_URL'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(async (client) => {
    const from = template.pathname.slice(1)
    // Half the work of the usual way, which also writes all of it into the log.
    await client.query(`create database ${name} template ${from} strategy file_copy`)
  })
  t.teardown(() => administer((client) => drop(client, name)))
  const owner = new URL(template)
  owner.pathname = name
  return {
    owner: owner.href,
    api: inRole(owner, 'zhenggai_api'),
    worker: inRole(owner, 'zhenggai_worker'),
  }
}

function inRole(url: URL, role: string): string {
  return `${url.href}?options=${encodeURIComponent(`-c role=${role}`)}`
}

async function administer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const url = new URL(fromRun('TEST_DATABASE_URL'))
  url.pathname = 'postgres'
  const client = new pg.Client({ connectionString: url.href, application_name: 'test-database' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function drop(client: pg.Client, name: string): Promise<void> {
  const end = Date.now() + LEAVE_MS
  let left = await connectionsTo(client, name)
  // A backend takes a moment to notice that its client has left.
  while (left.length > 0 && Date.now() < end) {
    await sleep(50)
    left = await connectionsTo(client, name)
  }
  // Force may not end the server's own vacuuming, which an ordinary drop asks to leave.
  await client.query(`drop database ${name}${left.length > 0 ? ' with (force)' : ''}`)
  if (left.length > 0) throw new Error(`connections left open at the end: ${left.join(', ')}`)
}

async function connectionsTo(client: pg.Client, name: string): Promise<string[]> {
  const { rows } = await client.query<{ who: string }>(
    `select application_name || $2 || query as who from pg_stat_activity
     where datname = $1 and backend_type = 'client backend'`,
    [name, ': '],
  )
  return rows.map(({ who }) => who)
}
