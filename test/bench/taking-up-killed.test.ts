import { execFile } from 'node:child_process'
import t from 'tap'
import { armed, type Failpoint } from '../../bench/harness/failpoints.js'
import { statement } from '../../src/db/handle.js'
import { programOf } from '../../src/local/node-process.js'
import { seen, triage } from '../http/triage.js'
import type { TakesUp } from './takes-up.js'

const COUNTS = statement<{ findings: number; taken: number; revision: number }>(
  `select (select count(*)::integer from finding where notice_id = n.id) as findings, n.revision,
     (select count(*)::integer from hit where finding_id is not null) as taken
   from notice n where n.id = $1`,
)

t.test('a process dies before hits are taken up and just after, and each is once', async (t) => {
  const { office, report, drafted, idsOf } = await triage(t)
  await report(seen('a', 0), seen('b', 0), seen('c', 1))
  const { params } = await drafted()
  const counts = async () => (await office.owner.run(COUNTS(params.id)))[0]
  const ids = await idsOf('a', 'b', 'c')
  const principal = office.officer('office.handler')
  const work: TakesUp = { url: office.url, principal, key: 'one', notice_id: params.id, ids }
  const take = (env: Record<string, string> = {}) =>
    new Promise<{ signal: string | null; told: string }>((done) => {
      const args = [...programOf('test/bench/takes-up.ts'), JSON.stringify(work)]
      const given = { env: { ...process.env, NODE_OPTIONS: '', ...env } }
      const child = execFile(process.execPath, args, given, (_, told) =>
        done({ signal: child.signalCode, told: told.trim() }),
      )
    })
  const dies = async (failpoint: Failpoint) =>
    t.strictSame(await take(armed(failpoint, 1)), { signal: 'SIGKILL', told: '' }, failpoint)

  await dies('before-begin')
  t.strictSame(await counts(), { findings: 0, taken: 0, revision: 1 })
  await dies('after-commit-before-reply')
  const all = { findings: 2, taken: 3, revision: 2 }
  t.strictSame(await counts(), all)
  t.strictSame(await take(), { signal: null, told: '{"done":3}' }, 'asked again it is told')
  t.strictSame(await counts(), all)
})
