import { hitOperations } from '../../src/contracts/hits.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { meOperations } from '../../src/contracts/me.js'
import { serviceAccountOperations as operations } from '../../src/contracts/service-accounts.js'
import { does, type Ground } from './ground.js'
import { lookAgain } from './tour-retests.js'

/** A tool and the portal of the first unit are let in, call with their keys, and one key is changed for another. */
export async function letMachinesIn(ground: Ground): Promise<void> {
  const { office, as, bearing } = ground
  const security = as(office.officer('security'))
  const [unit_id = ''] = office.units
  const life = { expires_in_days: 30 }

  const entered = await does(security, operations.createServiceAccount, {
    body: {
      kind: 'inspection_tool',
      name: '巡检',
      tool: 'patrol',
      scopes: ['hits', 'retests'],
      ...life,
    },
  })
  const tool = entered.body.service_account.tool ?? ''
  const scanner = bearing(entered.body.key)
  const hit = { id: '1', account: '政务号', captured_at: '2022-09-05T00:00:00Z' }
  const hits = [{ ...hit, observation: '未更新', gone: false }]
  const sent = await does(scanner, hitOperations.importHits, { params: { tool }, body: { hits } })
  const { id } = sent.body
  await does(scanner, hitOperations.listHitLines, { params: { tool, id } })
  await does(scanner, jobOperations.getOperation, { params: { id } })
  await lookAgain(ground, scanner)

  const portal = await does(security, operations.createServiceAccount, {
    body: { kind: 'portal', name: '门户', unit_id, scopes: ['read'], ...life },
  })
  const { person_id } = office.member(0)
  await does(bearing(portal.body.key, { 'on-behalf-of': person_id }), meOperations.getMe)
  const params = { id: portal.body.service_account.id }
  await does(security, operations.rotateApiKey, { params, body: life })
  const old = { ...params, key_id: portal.body.key_id }
  await does(security, operations.revokeApiKey, { params: old })
  await does(security, operations.listServiceAccounts)
}
