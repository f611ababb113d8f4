import { execFile } from 'node:child_process'
import t from 'tap'
import { armed, type Failpoint } from '../../bench/harness/failpoints.js'
import { findOperation } from '../../src/db/operation.js'
import { instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { begun, happened, issued, outcomes, SAY } from '../helpers/bulk.js'
import { figure } from '../helpers/figure.js'
import { testOffice } from '../helpers/office.js'

const FINDINGS = 300

t.test('a worker dies in a finding and just after one, and each is done once', async (t) => {
  const office = await testOffice(t, { units: 2, clock: instantOf('2022-09-08T02:00:00.000Z') })
  const findings = await issued(office, FINDINGS)
  const whose = await begun(office, office.officer('office.handler'), SAY, findings)
  const work = (env: Record<string, string>) =>
    new Promise<string | null>((done) => {
      const args = [...programOf('test/bench/bulks.ts'), office.url, JSON.stringify(whose)]
      const given = { env: { ...process.env, NODE_OPTIONS: '', ...env } }
      const child = execFile(process.execPath, args, given, () => done(child.signalCode))
    })
  const dies = async (failpoint: Failpoint, nth: number) =>
    t.equal(await work(armed(failpoint, nth)), 'SIGKILL', failpoint)
  const counts = async () => {
    const told = await outcomes(office, whose, findings)
    const comments = await happened(office, 'commented')
    return [told.filter((one) => one === 'done').length, comments.length, Math.max(...comments)]
  }

  await dies('in-page', 3)
  t.strictSame(await counts(), [2, 2, 1], 'what was not durable is undone')
  await dies('after-page', 3)
  t.strictSame(await counts(), [5, 5, 1], 'what was is kept')
  const begin = performance.now()
  t.equal(await work({}), null)
  const seconds = (performance.now() - begin) / 1_000
  t.strictSame(await counts(), [FINDINGS, FINDINGS, 1])
  const done = await findOperation(office.worker.pool, whose.id)
  t.match(done, { status: 'done', result: { taken: FINDINGS, done: FINDINGS, refused: 0 } })
  t.equal(await work({}), null, 'sent again late it does nothing')
  t.strictSame(await counts(), [FINDINGS, FINDINGS, 1])
  figure(`a comment on ${FINDINGS - 5} findings, one after the other: ${seconds.toFixed(1)} s`)
})
