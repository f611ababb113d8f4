import { createDeps } from '../../src/commands/create-deps.js'
import { takeUpHits } from '../../src/commands/hits/take-up.js'
import type { Principal } from '../../src/commands/principal.js'
import { openPool } from '../../src/db/pool.js'

/** Who takes which hits up in which draft; says what became of them, when the process lives to say it. */
export interface TakesUp {
  url: string
  principal: Principal
  key: string
  notice_id: string
  ids: string[]
}

const work = JSON.parse(process.argv[2] ?? '{}') as TakesUp
const { url, principal, key, notice_id, ids } = work
const pool = openPool({ url, role: 'zhenggai_api', max: 2, applicationName: 'takes-up' })
const choice = { by: 'ids', ids } as const
const request = { principal, notice_id, choice, grouping: 'object', if_match: 1 } as const
const answer = await takeUpHits(
  createDeps(pool, () => undefined),
  { ...request, key: { key, fingerprint: 'f' } },
  (outcome) => {
    const done = outcome.kind === 'done' ? outcome.hits.length : outcome.kind
    return { status: 200, body: { done }, etag: null }
  },
)
console.log(JSON.stringify(answer.body))
await pool.close()
