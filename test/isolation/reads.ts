import type { Principal } from '../../src/commands/principal.js'
import { PROBLEM_CODES } from '../../src/contracts/errors.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { type Things, thingsOf } from '../http/others.js'
import type { Ground } from './ground.js'

/** What the inspection tool of the tour and of the seed is called. */
const TOOL = 'scanner'

/** One value for each condition a list can be narrowed by; a new one is to be entered here. */
function conditions(things: Things): Record<string, string> {
  return {
    ...{ limit: '1', unit: things['units'] ?? '', notice: things['notices'] ?? '' },
    ...{ asset: things['assets'] ?? '', person: things['people'] ?? '', indicator: 'none' },
    ...{ severity: 'deduction,major', overdue: 'true', due_before: '2023-01-01T00:00:00Z' },
    ...{
      awaiting: 'unit',
      fixed: 'unknown',
      reported: 'no',
      lookback: 'failed',
      repeat: 'problem',
      text: '栏目',
      dry_run: 'true',
      standing: 'true',
      unanswered: 'true',
      supporting: 'true',
      tool: TOOL,
      result: 'new',
      event: 'key_made',
    },
    ...{ days: '7', kind: 'dispute', finding: things['findings'] ?? '' },
  }
}

/** Conditions whose words differ from one list to the other. */
const STATUS: Readonly<Record<string, string>> = {
  ...{ listFindings: 'notified,rectifying', listNotices: 'issued', listSlips: 'issued,draft' },
  listRequests: 'pending,granted',
  ...{ listHits: 'waiting', listRetests: 'open' },
  ...{ listUnits: 'open', listAssets: 'open', listPeople: 'active' },
}

/** Every way of narrowing one list, each alone, none, and the next page. */
function queriesOf({ id, query }: Operation, things: Things): Record<string, string>[] {
  const known = conditions(things)
  const names = Object.keys(query?.shape ?? {}).filter((name) => name !== 'cursor')
  const alone = names.map((name) => {
    const value = name === 'status' || name === 'state' ? STATUS[id] : known[name]
    if (value === undefined) throw new Error(`${id}: no value for ${name} is known here`)
    return { [name]: value }
  })
  return [{}, ...alone]
}

/** Reads everything there is to read of these units as these people; returns what was answered with success. */
export async function readAll(
  ground: Ground,
  people: readonly Principal[],
  units: readonly string[],
): Promise<Set<string>> {
  const answered = new Set<string>()
  for (const unit of units) {
    const things = await thingsOf(ground.office, unit)
    for (const principal of people) {
      const headers = { authorization: `Bearer ${await ground.token(principal)}` }
      const get = async (operation: Operation, query: Record<string, string>) => {
        const kind = operation.path.split('/')[2] ?? ''
        const values: Things = {
          ...{ id: things[kind] ?? unit, unit_id: unit, code: PROBLEM_CODES[0], tool: TOOL },
        }
        const url = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
        const answer = await ground.carry({ method: 'GET', url, query, headers })
        if (answer.statusCode >= 500) throw new Error(`${operation.id}: ${answer.payload}`)
        if (answer.statusCode === 200) answered.add(operation.id)
        return answer
      }
      for (const operation of OPERATIONS.filter(({ method }) => method === 'GET')) {
        for (const query of queriesOf(operation, things)) {
          const { payload, statusCode } = await get(operation, query)
          const next = query['limit'] && statusCode === 200 ? cursorOf(payload) : null
          if (next !== null) await get(operation, { ...query, cursor: next })
        }
      }
    }
  }
  return answered
}

function cursorOf(payload: string): string | null {
  const { next } = JSON.parse(payload) as { next?: string | null }
  return next ?? null
}
