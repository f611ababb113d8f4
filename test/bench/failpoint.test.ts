import { execFile } from 'node:child_process'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { armed, type Failpoint } from '../../bench/harness/failpoints.js'
import { statement } from '../../src/db/handle.js'
import { insertMails } from '../../src/db/mail.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { issue, jump, lineFor } from '../helpers/case.js'
import { fromRun } from '../helpers/environment.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import type { Work } from './dies-at.js'

const CLOCK = instantOf('2022-09-08T02:00:00.000Z')
const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-14') }

const LEFT = statement<{ left: number }>(`
  select (select count(*) from command_key where key = $1::text)
    + (select count(*) from workflow_sync where subject_id = $2 and told >= 1000000)
    + (select count(*) from finding_event where finding_id = $2 and actor_role = 'system')
    + (select count(*) from mail where id = $3 and status = 'sent') as left`)

/** A finding with something due, a mail that waits, and the names of both. */
async function scene(t: Test): Promise<{ office: TestOffice; work: Omit<Work, 'what'> }> {
  const office = await testOffice(t, { units: 1, clock: CLOCK })
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], HEAD)
  await jump(office, instantOf('2022-09-14T10:00:00.000Z'))
  const { office_id } = office
  const mail_id = v7()
  await insertMails(office.worker.pool, [
    {
      ...{ id: mail_id, office_id, unit_id: null, person_id: null, kind: 'office_opening' },
      ...{ to_name: '', to_address: 'a@example.com', subject: '一', text: '二', html: null },
      ...{ rehearsal: true, created_at: CLOCK },
    },
  ])
  const url = new URL(fromRun('TEST_DATABASE_URL'))
  const [row] = await office.owner.run(
    statement<{ name: string }>('select current_database() as name')(),
  )
  url.pathname = row?.name ?? ''
  const named = { finding_id: findings[0] ?? '', mail_id, key: v7() }
  return { office, work: { url: url.href, principal: office.officer('admin'), ...named } }
}

interface End {
  signal: string | null
  code: number
  out: string
  log: string
}

function run(work: Work, env: Record<string, string>): Promise<End> {
  return new Promise((done) => {
    const args = [...programOf('test/bench/dies-at.ts'), JSON.stringify(work)]
    const child = execFile(
      process.execPath,
      args,
      { env: { ...process.env, NODE_OPTIONS: '', ...env } },
      (_error, out, log) => {
        done({ signal: child.signalCode, code: child.exitCode ?? -1, out, log })
      },
    )
  })
}

const CASES: readonly (readonly [Failpoint, Work['what'], left: number])[] = [
  ['before-begin', 'command', 0],
  ['before-commit', 'command', 0],
  ['after-commit-before-reply', 'command', 1],
  ['after-signal-before-told', 'told', 0],
  ['in-catch-up', 'catch_up', 0],
  ['mail-accepted-before-marked', 'mail', 0],
]

for (const [failpoint, what, left] of CASES) {
  t.test(`a process dies at ${failpoint}, and what it did before stays done`, async (t) => {
    const { office, work } = await scene(t)
    const seen = async () =>
      (await office.worker.pool.run(LEFT(work.key, work.finding_id, work.mail_id)))[0]?.left

    const other = await run({ ...work, what }, armed(failpoint, 99))
    t.match(other, { signal: null, code: 0, out: /past/ }, 'not before its turn')

    const fresh = await scene(t)
    const died = await run({ ...fresh.work, what }, armed(failpoint, 1))
    t.match(died, { signal: 'SIGKILL', log: new RegExp(`"failpoint":"${failpoint}"`) })
    t.notMatch(died.out, /past/)
    t.ok(((await seen()) ?? 0) > 0, 'without dying it leaves its mark')
    const { key, finding_id, mail_id } = fresh.work
    const [row] = await fresh.office.worker.pool.run(LEFT(key, finding_id, mail_id))
    t.equal(row?.left, left)
  })
}

t.test('a name that is no failpoint ends the process at once', async (t) => {
  const env = { ...armed('before-begin', 1), FAILPOINT: 'nowhere' }
  const { code, log } = await run({} as Work, env)
  t.equal(code, 1)
  t.match(log, /no failpoint nowhere/)
})
