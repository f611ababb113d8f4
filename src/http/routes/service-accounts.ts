import type { FastifyInstance } from 'fastify'
import { newApiKey } from '../../auth/api-key.js'
import {
  createServiceAccount,
  revokeKey,
  rotateKey,
  type Told,
} from '../../commands/service-accounts.js'
import type { Operation } from '../../contracts/operation.js'
import { serviceAccountOperations as operations } from '../../contracts/service-accounts.js'
import { type AccountWithKeys, pageServiceAccounts } from '../../db/service-account.js'
import { OVERLAP_HOURS } from '../../domain/service-account.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** Machines that call in an office, and their keys. */
export function serviceAccountRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps

  bind(app, line, operations.listServiceAccounts, async ({ query, principal }) => {
    const named = operations.listServiceAccounts
    const page = pageRequest<string>(cursors, named, query, principal)
    const rows = await readAs(commands.pool, principal, (h) =>
      pageServiceAccounts(h, principal.office_id, page),
    )
    return success(
      named,
      page.of(rows, ({ id }) => id, present),
    )
  })

  bind(app, line, operations.createServiceAccount, ({ body, principal, key }) => {
    const { kind, name, unit_id = null, tool = null, scopes, expires_in_days: days } = body
    const { key: secret, ...made } = newApiKey()
    const asked = {
      principal,
      key,
      entry: { kind, name, unit_id, tool, scopes },
      made: { ...made, days },
    }
    return createServiceAccount(commands, asked, (account, key_id) =>
      tellOnce(operations.createServiceAccount, account, key_id, secret),
    )
  })

  bind(app, line, operations.rotateApiKey, ({ params, body, principal, key }) => {
    const { expires_in_days: days, overlap_hours = OVERLAP_HOURS.usual } = body
    const { key: secret, ...made } = newApiKey()
    const asked = { principal, key, account_id: params.id, overlap_hours, made: { ...made, days } }
    return rotateKey(commands, asked, (account, key_id) =>
      tellOnce(operations.rotateApiKey, account, key_id, secret),
    )
  })

  bind(app, line, operations.revokeApiKey, ({ params, principal, key, audience }) => {
    const asked = { principal, key, account_id: params.id, key_id: params.key_id }
    return revokeKey(commands, asked, (outcome) =>
      outcome.kind === 'refused'
        ? rejected(audience, outcome.rejection)
        : success(operations.revokeApiKey, present(outcome.account)),
    )
  })
}

/** The key is in the answer and not in what is kept of it: whoever missed it makes another. */
function tellOnce<O extends Operation & { response: typeof operations.rotateApiKey.response }>(
  operation: O,
  account: AccountWithKeys,
  key_id: string,
  key: string,
): Told {
  const service_account = present(account)
  const told = (said: string | null) =>
    success<Operation>(operation, { service_account, key_id, key: said } as never)
  return { answer: told(key), kept: told(null) }
}

function present({ office_id: _, keys, scopes, ...account }: AccountWithKeys) {
  return { ...account, scopes: [...scopes], keys: [...keys] }
}
