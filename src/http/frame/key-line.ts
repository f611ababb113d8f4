import type { Answer } from '../../commands/once.js'
import { ProblemError } from './problem-error.js'

/** Callers with one key wait in line here instead of holding connections. */
export interface KeyLine {
  /**
   * Runs `work` unless the same request is under way under this key: then its answer is this one's too. Throws
   * KEY_REUSED where another request is under way, LOCKED after having waited too long.
   */
  run(key: string, fingerprint: string, work: () => Promise<Answer>): Promise<Answer>
}

/** A line within this process; between processes the key's row in the database does the same. */
export function createKeyLine(waitMs = 2_000): KeyLine {
  const underWay = new Map<string, { fingerprint: string; kept: Promise<Answer | null> }>()

  function begin(key: string, fingerprint: string, work: () => Promise<Answer>): Promise<Answer> {
    const answer = work()
    const kept = answer.then(
      (given) => (isKept(given) ? given : null),
      () => null,
    )
    const entry = { fingerprint, kept }
    underWay.set(key, entry)
    void kept.then(() => {
      if (underWay.get(key) === entry) underWay.delete(key)
    })
    return answer
  }

  return {
    async run(key, fingerprint, work) {
      const deadline = performance.now() + waitMs
      for (;;) {
        const first = underWay.get(key)
        if (!first) return begin(key, fingerprint, work)
        const answer = await within(deadline - performance.now(), first.kept)
        if (!answer) continue
        if (first.fingerprint !== fingerprint) throw new ProblemError('KEY_REUSED')
        return answer
      }
    },
  }
}

/** What is stored under a key (api.md): effects and decided refusals; anything else is tried anew. */
function isKept({ status }: Answer): boolean {
  return status < 300 || status === 409 || status === 422
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('LOCKED')), Math.max(0, ms))
  })
  try {
    return await Promise.race([promise, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
