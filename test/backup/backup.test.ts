import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { judge } from '../../bench/chaos/audit/audit.js'
import { type Done, startLoad } from '../../bench/chaos/load.js'
import { settle } from '../../bench/chaos/settle.js'
import type { Ahead } from '../../src/engine/ahead.js'
import { ownChildren } from '../../src/local/children.js'
import { callerOf, command, dataFolder, opened, peopled, standIn } from '../bench/support.js'

t.setTimeout(600_000)

interface Rebuilt {
  told: Record<string, number>
  lost: { ahead: readonly Ahead[]; silent: number } | null
}

t.test('a backup taken under load comes back whole, and says what it has lost', async (t) => {
  const below = mkdtempSync(join(tmpdir(), 'backup-'))
  t.teardown(() => rmSync(below, { recursive: true, force: true }))
  const [folder, other] = [dataFolder(t, below, 'data'), dataFolder(t, below, 'other')]
  const saved = join(below, 'saved')
  const children = ownChildren(join(below, 'children.json'))
  t.teardown(() => children.stopAll())

  const stand = await standIn(children, folder)
  const before = opened(stand)
  const { office, targets } = await peopled(stand, before.owner)
  const caller = await callerOf(stand, join(below, 'ledger.jsonl'))
  const load = startLoad(caller, targets, { perSecond: 10, name: 'storm' })
  await sleep(3_000)
  const asked = Date.now()
  const backup = await command('backup', [saved], folder)
  t.equal(backup.code, 0, backup.out)
  const taken = Date.now()
  await sleep(3_000)
  await load.stop()
  t.same((await settle(before.database, 90_000)).left, [])

  // The database is lost, and Temporal remembers what came after the backup.
  await Promise.all([...stand.apis, ...stand.workers, stand.temporal].map((one) => one.terminate()))
  await before.close()
  await stand.postgres.kill()
  t.match(await command('restore', [saved], folder), { code: 1, out: /已有数据/ })
  const restored = await command('restore', [saved], other)
  t.match(restored, { code: 0, out: /已恢复/ })
  t.match(restored.out, /npm start/)
  renameSync(join(folder, 'temporal'), join(other, 'temporal'))

  const again = await standIn(children, other)
  const after = opened(again)
  const rebuilt = await command('rebuild', ['--json'], other)
  t.equal(rebuilt.code, 0, rebuilt.out)
  t.same((await settle(after.database, 90_000)).left, [])
  const { told, lost } = JSON.parse(rebuilt.out.trim().split('\n').at(-1) ?? '') as Rebuilt
  t.ok((told['finding'] ?? 0) > 0 && (told['office'] ?? 0) > 0, rebuilt.out)

  const verdict = await judge({
    ...{ stand: again, ...after, offices: [office] },
    ...{ done: load.done, advances: [], stopping: [] },
  })
  t.same([verdict.mismatches, verdict.illegal], [[], []])
  const gone = commandsNamed(verdict.lost, load.done)
  t.ok(gone.length > 0, 'something came after the backup')
  t.same(
    gone.filter(({ at }) => at < asked),
    [],
    'what was answered before the backup is there',
  )
  const late = load.done.filter(({ attempts, status }) => {
    return status === 200 && (attempts[0]?.from ?? 0) > taken
  })
  t.ok(late.length > 0 && late.every((one) => isWordless(one) || gone.includes(one)))
  const touched = new Set(load.done.filter(({ at }) => at >= asked).map((one) => one.finding_id))
  t.ok((lost?.ahead.length ?? 0) > 0, 'workflows knew more')
  t.same(
    lost?.ahead.filter(({ kind, subject_id }) => kind === 'finding' && !touched.has(subject_id)),
    [],
  )
  await after.close()
})

function commandsNamed(lost: readonly string[], done: readonly Done[]): Done[] {
  const ids = new Set(lost.map((line) => line.split(':')[0]))
  return done.filter(({ id }) => ids.has(id))
}

/** Their events are counted, not named. */
function isWordless({ command: name }: Done): boolean {
  return name === 'acknowledge' || name === 'begin_review'
}
