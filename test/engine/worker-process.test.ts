import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { type AdvanceOutcome, startAdvance } from '../../src/commands/rehearsal/advance.js'
import { statement } from '../../src/db/handle.js'
import { findOffice } from '../../src/db/office.js'
import { findOperation } from '../../src/db/operation.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { issue, lineFor, newKey } from '../helpers/case.js'
import { fromRun } from '../helpers/environment.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { temporalOf } from './support.js'

const CLOCK = instantOf('2022-09-08T02:00:00.000Z')
const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-14') }

interface Worker {
  child: ChildProcess
  output: () => string
  ended: Promise<number | null>
}

/** A namespace of this test's own, so that its worker takes nobody else's tasks. */
async function namespaceOf(t: Test): Promise<string> {
  const temporal = temporalOf(t)
  const namespace = `test-${randomUUID()}`
  await temporal.call(({ workflowService }) =>
    workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    }),
  )
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(200)) {
    const known = await temporal
      .call(({ workflowService }) => workflowService.listWorkflowExecutions({ namespace }))
      .catch(() => null)
    if (known) return namespace
  }
  throw new Error('the namespace did not appear')
}

/** Starts the real process, as `npm start` does. */
function startWorker(t: Test, env: Record<string, string>): Worker {
  const child = spawn(process.execPath, programOf('src/worker.ts'), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (text += data.toString()))
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, output: () => text, ended }
}

async function environmentOf(t: Test, office: TestOffice): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const url = new URL(fromRun('TEST_DATABASE_URL'))
  const [row] = await office.owner.run(
    statement<{ name: string }>('select current_database() as name')(),
  )
  url.pathname = row?.name ?? ''
  return {
    WORKER_DATABASE_URL: url.href,
    TEMPORAL_ADDRESS: fromRun('TEST_TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: await namespaceOf(t),
    DATA_DIR: folder,
    NODE_OPTIONS: '',
  }
}

async function reached(office: TestOffice, instant: string, within = 100_000): Promise<void> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(50)) {
    if (((await findOffice(office.worker.pool, office.office_id))?.now ?? '') >= instant) return
  }
  throw new Error(`the clock did not reach ${instant}`)
}

const DOUBLED = statement<{ what: string }>(
  `select 'event ' || type as what from finding_event
     where type in ('receipt_deemed', 'reminded', 'fell_due', 'climbed')
     group by finding_id, type, effective_at having count(*) > 1
   union all select 'mail ' || to_address from mail
     group by to_address, created_at, subject having count(*) > 1
   union all select 'unsaid ' || kind from message where status in ('waiting', 'claimed')
   union all select 'unsent ' || to_address from mail where status <> 'sent'
   union all select 'late ' || type from finding_event where actor_role = 'system' and at <> effective_at`,
)

t.test(
  'killed again and again, the worker’s work comes out as if nothing had happened',
  async (t) => {
    const office = await testOffice(t, { units: 3, clock: CLOCK })
    const env = await environmentOf(t, office)
    await issue(
      office,
      office.units.flatMap((unit) => [lineFor(unit), lineFor(unit)]),
      HEAD,
    )
    const request = {
      principal: office.officer('admin'),
      key: newKey(),
      target: { to: instantOf('2022-10-11T10:00:00.000Z') },
    }
    const { body } = await startAdvance(office.api, request, (outcome) => ({
      status: 202,
      body: outcome,
      etag: null,
    }))
    const outcome = body as AdvanceOutcome
    if (outcome.kind !== 'started') throw new Error(outcome.code)
    for (const killed_at of ['2022-09-09', '2022-09-15']) {
      const { child, ended } = startWorker(t, env)
      await reached(office, killed_at)
      await sleep(Math.random() * 200)
      child.kill('SIGKILL')
      await ended
    }
    const last = startWorker(t, env)
    for (const end = Date.now() + 150_000; Date.now() < end; await sleep(100)) {
      const operation = await findOperation(office.worker.pool, outcome.operation.id)
      if (operation?.status !== 'running') break
    }
    const operation = await findOperation(office.worker.pool, outcome.operation.id)
    t.equal(operation?.status, 'done', last.output())
    t.same(await office.owner.run(DOUBLED()), [])
    const mailed = await readdir(join(env['DATA_DIR'] ?? '', 'mail'))
    const [row] = await office.owner.run(
      statement<{ mails: number }>('select count(*) as mails from mail')(),
    )
    t.equal(mailed.filter((name) => name.endsWith('.eml')).length, row?.mails)

    const asked = Date.now()
    last.child.kill('SIGTERM')
    t.equal(await last.ended, 0, last.output())
    t.ok(Date.now() - asked < 5_000, `drained in ${Date.now() - asked} ms`)
  },
)

t.test('without a Temporal server the worker waits for it and says so once', async (t) => {
  const office = await testOffice(t, { units: 1, clock: CLOCK })
  const env = await environmentOf(t, office)
  const worker = startWorker(t, { ...env, TEMPORAL_ADDRESS: '127.0.0.1:1' })
  for (const end = Date.now() + 60_000; worker.output() === '' && Date.now() < end; )
    await sleep(50)
  await sleep(2_500)
  t.equal(worker.output().match(/cannot be reached/g)?.length, 1)
  worker.child.kill('SIGTERM')
  t.equal(await worker.ended, 0)
})

t.test('a worker that was not told where to work says what is missing', async (t) => {
  const worker = startWorker(t, {
    TEMPORAL_ADDRESS: '',
    WORKER_DATABASE_URL: '',
    DATABASE_URL: '',
    NODE_OPTIONS: '',
  })
  t.equal(await worker.ended, 1)
  t.match(worker.output(), /请设置 WORKER_DATABASE_URL/)
})
