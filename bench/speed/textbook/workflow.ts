import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow'
import { ACTS } from '../rivals/peer-table.js'
import type { Activities } from './activities.js'
import { ACT, type Begin, type Said } from './messages.js'

const { insert, write } = proxyActivities<Activities>({ startToCloseTimeout: '5 seconds' })
const act = defineUpdate<void, [Said]>(ACT)

/** The textbook way: the workflow holds the state, decides on each Update and has an activity write the row. */
export async function textbookFinding({ id, body }: Begin): Promise<void> {
  let done = 0
  let issued = false
  setHandler(
    act,
    async ({ act, body }) => {
      await condition(() => issued)
      await write({ id, body, steps: ACTS.indexOf(act) + 2 })
      done += 1
    },
    {
      validator: ({ act }) => {
        if (ACTS[done] !== act) throw new Error(`${act} is not the next act`)
      },
    },
  )
  await insert({ id, body })
  issued = true
  await condition(() => done === ACTS.length, '30 days')
}
