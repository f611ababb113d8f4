import t from 'tap'
import { bulkOperations as operations } from '../../src/contracts/findings/bulk.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { happened } from '../helpers/bulk.js'
import { figure } from '../helpers/figure.js'
import { bulks, COMMENT, seenFirst } from '../http/bulks.js'
import { newKey } from '../http/support.js'
import { runOffice, until } from './support.js'

const FEW = 200
const MANY = 260

t.test('two hundred while the caller waits, and more as a long job of the worker', async (t) => {
  const { server, office, findings, bulk, handler, finding } = await bulks(t, MANY)
  const run = await runOffice(t, office)
  const { revision } = (await finding(handler, findings[0] ?? '')).body.finding
  const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(1)
  let since = performance.now()
  const few = await bulk(handler, {
    ...{ ...COMMENT, findings: seenFirst(findings.slice(0, FEW), revision) },
  })
  const waited = seconds(since)
  t.equal(few.status, 200, few.text)
  t.match(few.body.operation, { status: 'done', result: { done: FEW } })
  t.strictSame(
    few.body.items.map(({ finding_id }) => finding_id),
    findings.slice(0, FEW),
  )

  since = performance.now()
  const key = newKey()
  const all = { ...COMMENT, findings: seenFirst(findings, revision) }
  const told = await bulk(handler, all, { key })
  t.equal(told.status, 202, told.text)
  t.match(told.body, { matched: MANY, operation: { status: 'running' }, items: [] })
  const params = { id: told.body.operation?.id ?? '' }
  t.equal(told.headers['location'], `/v1/operations/${params.id}`)
  const more = await bulk(handler, all)
  t.strictSame([more.status, more.code], [409, 'ALREADY_RUNNING'], 'one at a time')
  run.wake()
  const job = await until(async () => {
    const { body } = await handler(jobOperations.getOperation, { params })
    return body.status === 'running' ? null : body
  }, 240_000)
  figure(`${FEW} findings in ${waited} s, ${MANY} by the worker in ${seconds(since)} s`)
  t.match(job, { status: 'done', result: { taken: MANY, done: MANY, refused: 0 } })
  t.strictSame(
    (await happened(office, 'commented')).toSorted((a, b) => a - b),
    [...Array(MANY - FEW).fill(1), ...Array(FEW).fill(2)],
  )
  t.equal((await bulk(handler, all, { key })).text, told.text, 'sent again it is the same')

  const listed: string[] = []
  const read = async (more: object): Promise<string | null> => {
    const query = { limit: 100, ...more }
    const { body } = await handler(operations.listBulkItems, { params, query })
    listed.push(...body.items.flatMap((one) => (one.outcome === 'done' ? one.finding_id : [])))
    return body.next
  }
  for (let next = await read({}); next !== null; next = await read({ cursor: next })) continue
  t.strictSame(listed, findings, 'each in its place')
  const leader = server.as(office.officer('office.leader'))
  t.equal((await leader(jobOperations.getOperation, { params })).status, 200)
  t.equal((await leader(operations.listBulkItems, { params })).code, 'NOT_FOUND')
})
