import { v7 } from 'uuid'
import { newApiKey } from '../../src/auth/api-key.js'
import type { Handle } from '../../src/db/handle.js'
import { insertRetest } from '../../src/db/retest.js'
import { insertSecurityEvents } from '../../src/db/security-event.js'
import { insertApiKey, insertServiceAccount } from '../../src/db/service-account.js'
import { AT } from './seed.js'
import { seedHit } from './seed-hit.js'

/** What a tool has sent and is asked to look at again; and the portal of a unit, with a key and the record of it. */
export async function seedMachines(
  h: Handle,
  at: { office_id: string; unit_id: string; created_by: string },
  finding_id: string,
): Promise<void> {
  const { office_id, created_by } = at
  await seedHit(h, office_id)
  await insertRetest(h, {
    ...{ id: v7(), office_id, finding_id, reason: 'asked', round: null, lookback: null },
    ...{ opened_at: AT, tool: null, asked_by: created_by, asked_because: '再看一次' },
  })
  const [id, key_id] = [v7(), v7()]
  await insertServiceAccount(h, {
    id,
    kind: 'portal',
    name: `门户 ${id}`,
    tool: null,
    scopes: ['read'],
    ...at,
  })
  const { hash, hint } = newApiKey()
  const key = { id: key_id, office_id, service_account_id: id, hash, hint, created_by }
  await insertApiKey(h, key, 30)
  await insertSecurityEvents(h, [
    {
      ...{ id: v7(), office_id, kind: 'key_made', result: 'done', person_id: created_by },
      ...{ service_account_id: null, address: null, subject: null, about: key_id, detail: {} },
    },
  ])
}
