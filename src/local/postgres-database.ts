import { createHash } from 'node:crypto'
import type pg from 'pg'
import { withClient } from './postgres-client.js'

/** The superuser's way to a database of the server. */
export type UrlOf = (database: string) => string

/**
 * The plain role that owns the project's databases: no superuser, so row-level security binds it. It
 * may make roles for the migrations, and databases for the tests and the check of generated types.
 */
const OWNER = 'zhenggai'

/** The database of the embedded server that everything lives in. */
export const DATABASE = 'zhenggai'

/** A database of that name and its owner, both made when missing. Returns the owner's way to it. */
export async function ownedDatabase(urlOf: UrlOf, name: string): Promise<string> {
  const url = await login(urlOf, name, OWNER, 'createdb createrole')
  await asSuperuser(urlOf, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    // Without this a plain role may not take on the roles it makes.
    await client.query(`alter role ${OWNER} set createrole_self_grant = 'set, inherit'`)
    if (known.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)} owner ${OWNER}`)
    }
  })
  return url
}

/**
 * A login that can do what a group role of the migrations can and nothing more: whoever gets into a
 * process that connects with it cannot become the owner. Returns its way to the database.
 */
export async function loginInRole(urlOf: UrlOf, database: string, role: string): Promise<string> {
  const name = `${role}_login`
  const url = await login(urlOf, database, name, '')
  await asSuperuser(urlOf, (client) =>
    client.query(`grant ${client.escapeIdentifier(role)} to ${client.escapeIdentifier(name)}`),
  )
  return url
}

async function login(
  urlOf: UrlOf,
  database: string,
  name: string,
  rights: string,
): Promise<string> {
  const url = new URL(urlOf(database))
  // One way: who learns this password does not learn the superuser's.
  const password = createHash('sha256').update(`${url.password}/${name}`).digest('base64url')
  await asSuperuser(urlOf, async (client) => {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [name])
    const verb = known.rowCount === 0 ? 'create' : 'alter'
    const secret = `login ${rights} password ${client.escapeLiteral(password)}`
    await client.query(`${verb} role ${client.escapeIdentifier(name)} ${secret}`)
  })
  url.username = name
  url.password = password
  return url.href
}

function asSuperuser<T>(urlOf: UrlOf, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient({ connectionString: urlOf('postgres') }, work)
}
