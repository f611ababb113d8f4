import type pg from 'pg'
import {
  type FindingFilter,
  type FindingPlace,
  listFindings,
} from '../../../src/db/finding-list.js'
import { type Handle, sqlb } from '../../../src/db/handle.js'
import { AuditError } from '../rivals/rival.js'
import { looksUpWords, READ } from './places.js'

/**
 * Looks at the plan of a page's query twice: with its values, and as the plan for any values that a prepared
 * statement may turn to. Throws AuditError where one reads a table from end to end.
 */
export async function checkPlans(
  client: pg.Client,
  name: string,
  filter: FindingFilter,
  after: FindingPlace | null,
): Promise<void> {
  const explaining: Handle = {
    async run(query) {
      const { sql: text, parameters } = query.compile(sqlb)
      // Which findings have some words decides how the list is read.
      const looksUp = looksUpWords(text)
      const plans = [
        await client.query<Line>(`explain ${text}`, [...parameters]),
        await client.query<Line>(`explain (generic_plan) ${text}`),
      ]
      for (const { rows } of plans) {
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        if (/Seq Scan/.test(plan)) throw new AuditError(`“${name}” scans a table:\n${plan}`)
      }
      return looksUp ? (await client.query(text, [...parameters])).rows : []
    },
  }
  await listFindings(explaining, filter, { limit: READ, after })
}

type Line = { 'QUERY PLAN': string }
