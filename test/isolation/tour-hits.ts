import { takeHits } from '../../src/commands/hits/take.js'
import { triageOperations } from '../../src/contracts/hit-triage.js'
import { hitOperations as operations } from '../../src/contracts/hits.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { does, type Ground } from './ground.js'

/** An inspection tool reports hits, which are taken; the office looks at them, does without some and drafts of another. */
export async function reportHits({ office, as }: Ground): Promise<void> {
  const seen = { captured_at: '2022-09-05T00:00:00Z', indicator_id: 'WD-04', gone: false }
  const hits = ['1', '2', '3', '4'].map((id) => ({
    ...seen,
    id,
    account: '政务号',
    observation: '未更新',
  }))
  const inspector = as(office.officer('inspector'))
  const params = { tool: 'scanner' }
  const { body } = await does(inspector, operations.importHits, { params, body: { hits } })
  while ((await takeHits(office.worker, body.id)) !== 'finished') continue
  const handler = as(office.officer('office.handler'))
  await does(handler, operations.listHits)
  const listed = await does(handler, operations.listHits, { query: { limit: 1 } })
  const hit = { id: listed.body.items[0]?.id ?? '' }
  await does(handler, operations.dismissHit, { params: hit, body: { reason: '误报' } })
  const waiting = { query: { status: 'waiting' } }
  const [second, third, ...rest] = (await does(handler, operations.listHits, waiting)).body.items
  await does(handler, triageOperations.dismissHits, {
    body: { hits: [second?.id], reason: '重复' },
  })
  const empty = { title: '监测情况', findings: [] }
  const drafted = await does(handler, noticeOperations.draftNotice, { body: empty })
  const drafting = { params: { id: drafted.body.id }, if_match: drafted.etag }
  const taking = { ...drafting, body: { hits: [third?.id] } }
  const taken = await does(handler, triageOperations.takeUpHits, taking)
  await does(handler, triageOperations.takeUpHits, {
    ...{ ...drafting, if_match: taken.etag },
    body: { filter: { tool: 'scanner' }, expected: rest.length },
  })
}
