import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../client/index.js'
import { jobOperations } from '../contracts/long-jobs.js'
import type { Instant } from '../domain/instant.js'

const LOOK_MS = 100
const TOO_LONG_MS = 60_000

/** Moves a rehearsal's clock as its administrator and waits until everything on the way is done and said. */
export async function advanceTo(admin: Client, to: Instant): Promise<void> {
  const { body: started } = await admin(jobOperations.advanceRehearsal, { body: { to } })
  const until = Date.now() + TOO_LONG_MS
  for (let status = started.status; status !== 'done'; ) {
    if (status !== 'running' || Date.now() > until) throw new Error(`the clock stopped: ${status}`)
    await sleep(LOOK_MS)
    const params = { id: started.id }
    status = (await admin(jobOperations.getOperation, { params })).body.status
  }
}
