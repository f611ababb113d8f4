import { ApplicationFailure } from '@temporalio/common'
import type { OfficeView, OperationView } from '../../workflows/messages.js'
import { findingView, renewed, standingView, told, until, waiting } from '../workflows/support.js'
import { FINDING_LIVES } from './finding-lives.js'
import type { Scenario } from './scenario.js'

const HOUR = 3_600_000

/** Every shape whose recorded history has to replay for as long as such a run may be open. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...FINDING_LIVES,

  async 'finding-moved-and-settled'({ start }) {
    let calls = 0
    const handle = await start('findingLifecycle', findingView(1, [HOUR], { state: 'notified' }), {
      catchUp: async () => findingView(10 + ++calls, [HOUR], { state: 'rectifying' }),
    })
    await waiting(handle)
    await told(handle, findingView(2, [2 * HOUR], { state: 'notified' }))
    await waiting(handle)
    await told(handle, findingView(3, [50], { state: 'notified' }))
    await until(async () => (await waiting(handle)).version === 11)
    await told(handle, findingView(12, [HOUR], { state: 'responded' }))
    await waiting(handle)
    await told(handle, findingView(13, [HOUR], { state: 'returned' }))
    await waiting(handle)
    await told(handle, findingView(14, [], { state: 'closed', settled: true }))
    await handle.result()
    return handle
  },

  async 'finding-paused-and-refused'({ start }) {
    let calls = 0
    const spent = findingView(1, [20])
    const handle = await start('findingLifecycle', spent, {
      catchUp: async () => {
        calls += 1
        if (calls === 2) throw ApplicationFailure.nonRetryable('NOT_FOUND', 'NOT_FOUND')
        return calls === 4 ? 'settled' : spent
      },
    })
    await until(async () => calls === 3)
    await told(handle, findingView(5, [20]))
    await handle.result()
    return handle
  },

  async 'finding-rehearsed'({ start }) {
    const noon = Date.UTC(2022, 8, 5, 4)
    const handle = await start('findingLifecycle', standingView(1, noon, [noon + HOUR]), {
      catchUp: async () => standingView(4, noon + HOUR, [noon + 5 * HOUR]),
    })
    await waiting(handle)
    await told(handle, standingView(2, noon + HOUR / 2, [noon + HOUR]))
    await waiting(handle)
    await told(handle, standingView(3, noon + HOUR, [noon + HOUR]))
    await until(async () => (await waiting(handle)).version === 4)
    return handle
  },

  async 'finding-renewed'({ client, start }) {
    const handle = await start('findingLifecycle', findingView(1, [HOUR]))
    const { runId } = await handle.describe()
    await waiting(handle)
    await renewed(handle)
    await until(async () => (await client.getHandle(handle.workflowId).describe()).runId !== runId)
    return client.getHandle(handle.workflowId, runId)
  },

  async 'office-opened-and-sent'({ start }) {
    const handle = await start('officeDay', officeView(1, [['open_day', 30]]), {
      catchUpOffice: async () => undefined,
      sayWhatWaits: async () =>
        officeView(2, [
          ['send_mail', 0],
          ['open_day', HOUR],
        ]),
      sendMails: async () => ({ view: officeView(3, [['open_day', HOUR]]), moved: true }),
    })
    await until(async () => (await waiting(handle)).version === 3)
    await told(
      handle,
      officeView(4, [
        ['gather', HOUR / 2],
        ['open_day', HOUR],
      ]),
    )
    await waiting(handle)
    return handle
  },

  /** Urgent words are said while mails go out; a page with nothing to send is waited after. */
  async 'office-urgent-while-sending'({ start }) {
    let said = 0
    let release = () => {}
    const sending = new Promise<void>((done) => {
      release = done
    })
    const handle = await start('officeDay', officeView(1, [['send_mail', 0]]), {
      sayWhatWaits: async () => {
        said += 1
        return officeView(10 + said, [['open_day', HOUR]])
      },
      sendMails: async () => {
        await sending
        return { view: officeView(20, [['open_day', HOUR]]), moved: false }
      },
    })
    await told(
      handle,
      officeView(2, [
        ['send_mail', 0],
        ['gather', 0],
      ]),
    )
    await until(async () => said > 0)
    release()
    await until(async () => (await waiting(handle)).version === 20)
    return handle
  },

  /** Night, opening, and the opening after it. */
  async 'office-over-two-openings'({ start }) {
    let days = 0
    const handle = await start('officeDay', officeView(1, [['open_day', 30]]), {
      catchUpOffice: async () => undefined,
      sayWhatWaits: async () => {
        days += 1
        return officeView(1 + days, [['open_day', days === 1 ? 60 : HOUR]])
      },
    })
    await until(async () => (await waiting(handle)).version === 3)
    return handle
  },

  async 'office-renewed'({ client, start }) {
    const handle = await start('officeDay', officeView(1, [['open_day', HOUR]]))
    const { runId } = await handle.describe()
    await waiting(handle)
    await renewed(handle)
    await until(async () => (await client.getHandle(handle.workflowId).describe()).runId !== runId)
    return client.getHandle(handle.workflowId, runId)
  },

  /** The mails of a large issue, page after page. */
  async 'operation-mails-sent'({ start }) {
    let pages = 0
    const handle = await start('operation', operationView(1, 'send_mail'), {
      sendPage: async () => (++pages < 5 ? 'more' : 'finished'),
    })
    await handle.result()
    return handle
  },

  async 'operation-finished'({ start }) {
    let pages = 0
    const handle = await start('operation', operationView(1), {
      advancePage: async () => (++pages < 3 ? 'more' : 'finished'),
    })
    await handle.result()
    return handle
  },

  async 'operation-cancelled'({ start }) {
    let pages = 0
    const handle = await start('operation', operationView(1), {
      advancePage: async () => {
        pages += 1
        return 'more'
      },
    })
    await until(async () => pages > 2)
    await told(handle, { ...operationView(2), settled: true })
    await handle.result()
    return handle
  },
}

function officeView(
  version: number,
  acts: readonly (readonly [OfficeView['milestones'][number]['kind'], number])[],
): OfficeView {
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

function operationView(
  version: number,
  state: OperationView['state'] = 'advance_rehearsal',
): OperationView {
  const clock = {
    schema: 1,
    version,
    settled: false,
    milestones: [],
    standing_clock: null,
  } as const
  return { ...clock, state }
}
