import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { OfficeView } from '../../workflows/messages.js'
import { renewed, stage, told, until, waiting } from './support.js'

const HOUR = 3_600_000
const { client, start } = await stage(t)

type Kind = OfficeView['milestones'][number]['kind']

/** An office's view with acts of its clock so many milliseconds from now. */
function officeView(version: number, acts: readonly (readonly [Kind, number])[]): OfficeView {
  const now = Date.now()
  const milestones = acts.map(([kind, ms], step) => ({
    kind,
    step,
    at: now + ms,
    wake_at: now + ms,
  }))
  const clock = { schema: 1, version, settled: false, milestones, standing_clock: null } as const
  return { ...clock, state: 'office' }
}

t.test('opening catches up first, then says, then sends', async (t) => {
  const done: string[] = []
  const handle = await start('officeDay', officeView(1, [['open_day', 10]]), {
    catchUpOffice: async () => void done.push('catch up'),
    sayWhatWaits: async () => {
      done.push('say')
      return officeView(2, [
        ['send_mail', 0],
        ['open_day', HOUR],
      ])
    },
    sendMails: async () => {
      done.push('send')
      return { view: officeView(3, [['open_day', HOUR]]), moved: true }
    },
  })
  await until(async () => (await waiting(handle)).version === 3)
  t.same(done, ['catch up', 'say', 'send'])
  t.match(await waiting(handle), { settled: false, next: { kind: 'open_day' } })
})

t.test('gathering says without catching up', async (t) => {
  const done: string[] = []
  const handle = await start('officeDay', officeView(1, [['gather', 10]]), {
    sayWhatWaits: async () => {
      done.push('say')
      return officeView(2, [['open_day', HOUR]])
    },
  })
  await until(async () => (await waiting(handle)).version === 2)
  t.same(done, ['say'])
})

t.test('a slow mail server holds up no urgent word, and is not asked twice at once', async (t) => {
  let sending = 0
  let most = 0
  let release = () => {}
  const hanging = new Promise<void>((resolve) => (release = resolve))
  const done: string[] = []
  const handle = await start('officeDay', officeView(1, [['send_mail', 0]]), {
    sendMails: async () => {
      sending += 1
      most = Math.max(most, sending)
      await hanging
      sending -= 1
      return { view: officeView(20, [['open_day', HOUR]]), moved: true }
    },
    sayWhatWaits: async () => {
      done.push('say')
      return officeView(11, [
        ['send_mail', 0],
        ['open_day', HOUR],
      ])
    },
  })
  await until(async () => sending === 1)
  await told(
    handle,
    officeView(10, [
      ['send_mail', 0],
      ['gather', 0],
    ]),
  )
  await until(async () => (await waiting(handle)).version === 11)
  t.same(done, ['say'], 'said while the mail server hangs')
  await sleep(200)
  t.equal(most, 1)
  release()
  await until(async () => (await waiting(handle)).version === 20)
})

t.test('mail that cannot be sent yet is not asked for without a pause', async (t) => {
  const asked: number[] = []
  const handle = await start('officeDay', officeView(1, [['send_mail', 0]]), {
    sendMails: async () => {
      asked.push(Date.now())
      // A server's clock that leads the database's: due there, not here.
      return { view: officeView(1 + asked.length, [['send_mail', 0]]), moved: false }
    },
  })
  await until(async () => asked.length === 3)
  t.ok((asked[1] ?? 0) - (asked[0] ?? 0) >= 1_000)
  t.ok((asked[2] ?? 0) - (asked[1] ?? 0) >= 1_000)
  await handle.terminate('seen enough')
})

t.test('a fresh history waits for the mail under way', async (t) => {
  let release = () => {}
  const hanging = new Promise<void>((resolve) => (release = resolve))
  let sent = 0
  const handle = await start('officeDay', officeView(1, [['send_mail', 0]]), {
    sendMails: async () => {
      await hanging
      sent += 1
      return { view: officeView(2, [['open_day', HOUR]]), moved: true }
    },
  })
  const { runId } = await handle.describe()
  await waiting(handle)
  await renewed(handle)
  await sleep(300)
  const next = client.getHandle(handle.workflowId)
  t.equal((await next.describe()).runId, runId)
  release()
  await until(async () => (await next.describe()).runId !== runId)
  t.match(await waiting(next), { version: 2, next: { kind: 'open_day' } })
  t.equal(sent, 1)
})
