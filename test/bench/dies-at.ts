import { v7 } from 'uuid'
import { catchUp } from '../../src/commands/catch-up.js'
import { createDeps } from '../../src/commands/create-deps.js'
import { once } from '../../src/commands/once.js'
import type { Principal } from '../../src/commands/principal.js'
import { recordAttempt } from '../../src/db/mail.js'
import { openPool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import { markTold } from '../../src/db/workflow-sync.js'
import { fromEpoch } from '../../src/domain/instant.js'

/** What a process of the test is to do; it says `past` when it lived to see the end of it. */
export interface Work {
  url: string
  what: 'command' | 'told' | 'catch_up' | 'mail'
  principal: Principal
  finding_id: string
  mail_id: string
  key: string
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work
const { url, what, principal, finding_id, mail_id, key } = work
const role = what === 'command' ? 'zhenggai_api' : 'zhenggai_worker'
const pool = openPool({ url, role, max: 2, applicationName: 'dies-at' })
const deps = createDeps(pool, () => undefined)
const answer = { status: 200, body: { id: v7() }, etag: null }

switch (what) {
  case 'command':
    await once(
      deps,
      principal,
      { key, fingerprint: 'f' },
      {
        load: async () => null,
        act: () => ({ answer, writes: [] }),
      },
    )
    break
  case 'told':
    await markTold(pool, [{ subject_id: finding_id, version: 1_000_000 }])
    break
  case 'catch_up':
    await catchUp(deps, principal.office_id, [finding_id])
    break
  case 'mail':
    await transaction(pool, (tx) =>
      recordAttempt(tx, {
        ...{ mail_id, at: fromEpoch(Date.now()), outcome: 'accepted', reason: '250' },
        ...{ next_attempt_at: null, message_id: `<${mail_id}@office.example>` },
      }),
    )
}
console.log('past')
await pool.close()
