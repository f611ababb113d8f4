import type { Test } from 'tap'
import { serviceAccountOperations as operations } from '../../src/contracts/service-accounts.js'
import { instantOf } from '../../src/domain/instant.js'
import { PORTAL_SCOPES, TOOL_SCOPES } from '../../src/domain/service-account.js'
import type { HttpSettings } from '../../src/http/deps.js'
import { MONDAY } from './notice.js'
import { type Send, sendTo, type TestServer, testServer } from './support.js'
import { form, type Part, withSort } from './uploads.js'

/** How long a key of the test lives. */
export const LIFE = { expires_in_days: 30 }
/** An account of each kind that may do all there is, with such a key. */
export const FULL = { scopes: [...PORTAL_SCOPES], ...LIFE }
export const TOOL = { kind: 'inspection_tool', scopes: [...TOOL_SCOPES], ...LIFE }

/** Sends with a key, for a person where one is named. */
export function bearing({ app }: TestServer, key: string | null, person?: string): Send {
  const authorization = `Bearer ${key}`
  const behalf: Record<string, string> = person === undefined ? {} : { 'on-behalf-of': person }
  return (operation, ask = {}) => sendTo(app, operation, ask, { authorization, ...behalf })
}

/** Uploads with a portal's key for a person; what it is refused with. */
export async function uploadThrough(
  { app }: TestServer,
  key: string | null,
  person: string,
  parts: readonly Part[],
  idempotency: string,
): Promise<string | undefined> {
  const { payload, type } = form(withSort(parts))
  const answer = await app.inject({
    ...{ method: 'POST', url: '/v1/evidence', payload },
    headers: {
      ...{ authorization: `Bearer ${key}`, 'on-behalf-of': person },
      ...{ 'content-type': type, 'idempotency-key': idempotency },
    },
  })
  return answer.json<{ code?: string }>().code
}

/** An office into which the portal of its first unit and a tool called `patrol` are let. */
export async function scene(t: Test, settings: Partial<HttpSettings> = {}) {
  const server = await testServer(t, { clock: instantOf(MONDAY), settings })
  const { office, as } = server
  const security = as(office.officer('security'))
  const [unit_id = ''] = office.units
  const enter = (body: object) => security(operations.createServiceAccount, { body })
  const portal = await enter({ kind: 'portal', name: '甲单位门户', unit_id, ...FULL })
  const tool = await enter({ name: '巡检', tool: 'patrol', ...TOOL })
  const through = (person: string, key = portal.body.key) => bearing(server, key, person)
  return { server, office, as, security, enter, portal, tool, through, unit_id }
}
