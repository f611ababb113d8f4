import { setTimeout as sleep } from 'node:timers/promises'
import { cancellationSignal, heartbeat } from '@temporalio/activity'
import t from 'tap'
import type { OperationKind, OperationView } from '../../workflows/messages.js'
import { stage, told, until } from './support.js'

const { start } = await stage(t)

function operationView(version: number, state: OperationKind, settled = false): OperationView {
  return { schema: 1, version, state, settled, milestones: [], standing_clock: null }
}

t.test('page after page until the job is finished', async (t) => {
  for (const [kind, page] of [
    ['advance_rehearsal', 'advancePage'],
    ['send_mail', 'sendPage'],
    ['apply_calendar', 'recalculatePage'],
    ['import_hits', 'importPage'],
    ['bulk', 'bulkPage'],
  ] as const) {
    let pages = 0
    const handle = await start('operation', operationView(1, kind), {
      [page]: async () => {
        pages += 1
        return pages < 3 ? 'more' : 'finished'
      },
    })
    await handle.result()
    t.equal(pages, 3, kind)
  }
})

t.test('a view that is over ends it, and the page under way', async (t) => {
  let begun = false
  let stopped = false
  const handle = await start('operation', operationView(1, 'advance_rehearsal'), {
    advancePage: async () => {
      begun = true
      const signal = cancellationSignal()
      try {
        for (;;) {
          heartbeat()
          await sleep(50, undefined, { signal })
        }
      } finally {
        stopped = true
      }
    },
  })
  await until(async () => begun)
  await told(handle, operationView(2, 'advance_rehearsal', true))
  await handle.result()
  t.ok(stopped)
  t.equal((await handle.describe()).status.name, 'COMPLETED')
})

t.test('one that was over before it began does nothing', async (t) => {
  const handle = await start('operation', operationView(1, 'send_mail', true))
  await handle.result()
  t.equal(
    (await handle.fetchHistory()).events?.some((e) => e.activityTaskScheduledEventAttributes),
    false,
  )
})

t.test('an older view is ignored', async (t) => {
  let release = () => {}
  const waiting = new Promise<void>((resolve) => (release = resolve))
  let pages = 0
  const handle = await start('operation', operationView(5, 'send_mail'), {
    sendPage: async () => {
      pages += 1
      await waiting
      return pages < 2 ? 'more' : 'finished'
    },
  })
  await until(async () => pages === 1)
  await told(handle, operationView(4, 'send_mail', true))
  release()
  await handle.result()
  t.equal(pages, 2)
})
