import { readdir } from 'node:fs/promises'
import {
  Kysely,
  type Migration,
  type MigrationResultSet,
  Migrator,
  NO_MIGRATIONS,
  PostgresDialect,
} from 'kysely'
import pg from 'pg'

const FOLDER = new URL('../../migrations/', import.meta.url)

/** Applies every migration not yet applied and returns their names; throws the first failure, keeping nothing. */
export function migrateToLatest(url: string): Promise<string[]> {
  return withMigrator(url, async (migrator) => namesOf(await migrator.migrateToLatest()))
}

/** Undoes the newest migration and returns its name in a list, empty when there is none. */
export function migrateDown(url: string): Promise<string[]> {
  return withMigrator(url, async (migrator) => namesOf(await migrator.migrateDown()))
}

/** Undoes all migrations, newest first. Every row is lost. */
export function migrateToEmpty(url: string): Promise<string[]> {
  return withMigrator(url, async (migrator) => namesOf(await migrator.migrateTo(NO_MIGRATIONS)))
}

export interface MigrationStatus {
  name: string
  applied: boolean
}

/** Every known migration in order, and whether the database has it. */
export function migrationStatus(url: string): Promise<MigrationStatus[]> {
  return withMigrator(url, async (migrator) =>
    (await migrator.getMigrations()).map(({ name, executedAt }) => ({
      name,
      applied: executedAt !== undefined,
    })),
  )
}

/** One connection is enough: the migrator holds its advisory lock and works in the same transaction. */
async function withMigrator<T>(url: string, work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'zhenggai-migrate' })
  // A server lost between two statements is told of by the next one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(new Migrator({ db, provider: { getMigrations } }))
  } finally {
    await db.destroy()
  }
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(FOLDER)).filter((name) => /^[^.]+\.(ts|js)$/.test(name))
  const entries = files.map(async (file) => {
    const migration = (await import(new URL(file, FOLDER).href)) as Migration
    return [file.replace(/\.(ts|js)$/, ''), migration] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

function namesOf({ error, results = [] }: MigrationResultSet): string[] {
  if (error instanceof Error) throw error
  if (error) throw new Error('a migration failed', { cause: error })
  return results.map(({ migrationName }) => migrationName)
}
