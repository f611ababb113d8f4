import { takeHits } from '../../src/commands/hits/take.js'
import { hitOperations as operations } from '../../src/contracts/hits.js'
import { does, type Ground } from './ground.js'

/** An inspection tool reports hits, which are taken; the office looks at them and does without one. */
export async function reportHits({ office, as }: Ground): Promise<void> {
  const seen = { captured_at: '2022-09-05T00:00:00Z', indicator_id: 'WD-04', gone: false }
  const hits = ['1', '2'].map((id) => ({ ...seen, id, account: '政务号', observation: '未更新' }))
  const inspector = as(office.officer('inspector'))
  const params = { tool: 'scanner' }
  const { body } = await does(inspector, operations.importHits, { params, body: { hits } })
  while ((await takeHits(office.worker, body.id)) !== 'finished') continue
  const handler = as(office.officer('office.handler'))
  await does(handler, operations.listHits)
  const listed = await does(handler, operations.listHits, { query: { limit: 1 } })
  const hit = { id: listed.body.items[0]?.id ?? '' }
  await does(handler, operations.dismissHit, { params: hit, body: { reason: '误报' } })
}
