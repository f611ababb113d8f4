import { execFile } from 'node:child_process'
import t from 'tap'
import { armed, type Failpoint } from '../../bench/harness/failpoints.js'
import { receiveHits } from '../../src/commands/hits/receive.js'
import { startHitImport } from '../../src/commands/hits/start.js'
import { statement } from '../../src/db/handle.js'
import { findOperation } from '../../src/db/operation.js'
import { instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { newKey } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const PAGE = 1_000
/** Two and a half pages, in which every hit comes twice. */
const LINES = 2_500
const COUNTS = statement<{ taken: number; hits: number; seen: number; sightings: number }>(
  `select (select count(*)::integer from hit_line where result is not null) as taken,
     count(*)::integer as hits, coalesce(sum(times_seen), 0)::integer as seen,
     (select count(*)::integer from hit_sighting) as sightings from hit`,
)

/** An import that has arrived and whose job waits. */
async function arrived(office: TestOffice): Promise<string> {
  const principal = office.officer('inspector')
  const lines = Array.from({ length: LINES }, (_, index) => {
    const id = String(index % (LINES / 2))
    const hour = index < LINES / 2 ? '01' : '02'
    const captured_at = instantOf(`2022-09-05T${hour}:00:00.000Z`)
    const place = { url: null, account: '政务号', screenshot: null, indicator_id: null }
    const report = { ...place, id, captured_at, gone: false, observation: '未更新' }
    const right = { fault_field: null, fault_code: null }
    return { number: index + 1, tool_hit_id: id, report, ...right }
  })
  const pages = async function* () {
    yield lines
  }
  const tool = 'scanner'
  const received = await receiveHits(office.api, { principal, tool, pages: pages() })
  await startHitImport(office.api, { principal, key: newKey(), tool, received }, () => ({
    ...{ status: 202, body: null, etag: null },
  }))
  return received.id
}

t.test('a worker dies in a page and just after one, and the count is exact', async (t) => {
  const office = await testOffice(t, { units: 1, clock: instantOf('2022-09-08T02:00:00.000Z') })
  const operation = await arrived(office)
  const counts = async () => (await office.owner.run(COUNTS()))[0]
  const work = (env: Record<string, string>) =>
    new Promise<string | null>((done) => {
      const args = [...programOf('test/bench/imports.ts'), office.url, operation]
      const given = { env: { ...process.env, NODE_OPTIONS: '', ...env } }
      const child = execFile(process.execPath, args, given, () => done(child.signalCode))
    })
  const dies = async (failpoint: Failpoint) =>
    t.equal(await work(armed(failpoint, 1)), 'SIGKILL', failpoint)

  await dies('in-page')
  t.strictSame(await counts(), { taken: 0, hits: 0, seen: 0, sightings: 0 }, 'the page is undone')
  await dies('after-page')
  t.strictSame(await counts(), { taken: PAGE, hits: PAGE, seen: PAGE, sightings: PAGE })
  t.equal(await work({}), null)
  const all = { taken: LINES, hits: LINES / 2, seen: LINES, sightings: LINES }
  t.strictSame(await counts(), all)
  const done = await findOperation(office.worker.pool, operation)
  t.strictSame(
    [done?.status, done?.result],
    [
      'done',
      {
        ...{ new: LINES / 2, gone: 0, taken: LINES, invalid: 0, unchanged: 0 },
        seen_again: LINES / 2,
      },
    ],
  )
  t.equal(await work({}), null, 'sent again late it does nothing')
  t.strictSame(await counts(), all)
})
