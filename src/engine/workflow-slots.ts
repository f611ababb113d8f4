import { setTimeout as sleep } from 'node:timers/promises'
import type { CustomSlotSupplier, SlotPermit, WorkflowSlotInfo } from '@temporalio/worker'

export interface WorkflowSlotOptions {
  /** Workflow tasks worked on at once. */
  most: number
  /** Whether something goes on that is worth more than waking workflows: then a task now and again has to do. */
  heldBack: () => boolean
}

/** Between two tasks while they are held back, milliseconds: ten a second go on, for whoever needs one meanwhile. */
const HELD_BACK_EVERY = 100

/** A fixed number of slots for workflow tasks, of which hardly any are given while they are held back. */
export function createWorkflowSlots({
  most,
  heldBack,
}: WorkflowSlotOptions): CustomSlotSupplier<WorkflowSlotInfo> {
  let used = 0
  let last = 0
  const waiting = new Set<() => void>()

  const take = (): SlotPermit | null => {
    const now = performance.now()
    if (used >= most || (heldBack() && now - last < HELD_BACK_EVERY)) return null
    used += 1
    last = now
    return {}
  }
  // Its own error for a signal is not the signal's reason, which the library wants.
  const awhile = (signal: AbortSignal) =>
    sleep(HELD_BACK_EVERY, undefined, { signal }).catch(() => undefined)
  const released = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      waiting.add(done)
      signal.addEventListener('abort', done)
    })
  const wakeNext = () => {
    const [next] = waiting
    next?.()
  }
  return {
    type: 'custom',
    async reserveSlot(_, signal) {
      for (;;) {
        // What woke it may have been meant for whoever waits behind it.
        if (signal.aborted) wakeNext()
        signal.throwIfAborted()
        const permit = take()
        if (permit) return permit
        await (heldBack() ? awhile(signal) : released(signal))
      }
    },
    tryReserveSlot: take,
    markSlotUsed: () => undefined,
    releaseSlot() {
      used -= 1
      wakeNext()
    },
  }
}
