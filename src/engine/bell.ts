/** Something that can be waited for and rung; a ring nobody waited for counts for the next who does. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, or after so many milliseconds. */
  rung(atMost: number): Promise<void>
}

/** A bell for one who waits. */
export function createBell(): Bell {
  let pending = false
  let answer: (() => void) | null = null
  return {
    ring() {
      pending = true
      answer?.()
    },
    rung(atMost) {
      if (pending) {
        pending = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => answer?.(), atMost)
        answer = () => {
          clearTimeout(timer)
          answer = null
          pending = false
          resolve()
        }
      })
    },
  }
}
