import {
  type CompiledQuery,
  createQueryId,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryExecutorProvider,
  RawNode,
} from 'kysely'
import type { DB } from './schema.gen.js'

/** Builds and compiles queries; it has no connection and cannot run one. */
export const sqlb: Kysely<DB> = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A query builder, a raw `sql` or a `statement`: whatever compiles to a text with parameters. */
export interface Runnable<R> {
  compile(executor: QueryExecutorProvider): CompiledQuery<R>
}

/** Runs queries: a pool (each query commits by itself) or a transaction. Rows come back as they are typed. */
export interface Handle {
  run<R>(query: Runnable<R>): Promise<R[]>
}

/** A query whose text never changes, compiled once; `$1`… are the values given on each use. */
export function statement<R>(text: string): (...values: readonly unknown[]) => Runnable<R> {
  const base = { sql: text, query: RawNode.createWithSql(text), queryId: createQueryId() }
  return (...parameters) => ({ compile: () => ({ ...base, parameters }) })
}

/** The first row, or null. */
export async function first<R>(rows: Promise<readonly R[]>): Promise<R | null> {
  return (await rows)[0] ?? null
}
