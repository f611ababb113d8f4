import { z } from 'zod'
import type { ProblemCode } from '../errors.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { pageOf, paging } from '../query.js'

interface Register<One extends string, Many extends string> {
  one: One
  many: Many
  path: `/v1/${string}`
  tag: string
  noun: string
  /** Whether an entry or a change decides what somebody may do. */
  step_up?: boolean
  /** What else an entry or a change may be refused for. */
  refusals?: readonly ProblemCode[]
}

/** What every register has: list, read, create, change. Only an administrator creates and changes. */
export function registerOperations<
  One extends string,
  Many extends string,
  Row extends z.ZodObject,
  Entry extends z.ZodObject,
  Change extends z.ZodObject,
  Query extends z.core.$ZodLooseShape,
>({
  one,
  many,
  path,
  tag,
  noun,
  step_up = false,
  refusals = [],
  row,
  entry,
  change,
  query,
}: Register<One, Many> & { row: Row; entry: Entry; change: Change; query: Query }) {
  return {
    list: operation({
      id: `list${many}`,
      method: 'GET',
      path,
      tag,
      summary: `${noun}清单`,
      policy: 'authenticated',
      query: z.strictObject({ ...paging, ...query }),
      status: 200,
      response: named(`${one}Page`, pageOf(row)),
      errors: ['CURSOR_INVALID'],
    }),
    read: operation({
      id: `get${one}`,
      method: 'GET',
      path: `${path}/{id}`,
      tag,
      summary: `查看${noun}`,
      policy: 'authenticated',
      params: byId,
      status: 200,
      response: row,
      etag: true,
      digest: true,
    }),
    create: operation({
      id: `create${one}`,
      method: 'POST',
      path,
      tag,
      summary: `添加${noun}`,
      policy: ['admin'],
      step_up,
      body: entry,
      status: 201,
      response: row,
      errors: ['ALREADY_EXISTS', 'UNKNOWN_REFERENCE', ...refusals],
      idempotent: true,
      etag: true,
    }),
    change: operation({
      id: `change${one}`,
      method: 'PATCH',
      path: `${path}/{id}`,
      tag,
      summary: `修改${noun}`,
      policy: ['admin'],
      step_up,
      params: byId,
      body: change,
      status: 200,
      response: row,
      errors: ['ALREADY_EXISTS', 'UNKNOWN_REFERENCE', ...refusals],
      idempotent: true,
      if_match: true,
      etag: true,
    }),
  } as const
}
