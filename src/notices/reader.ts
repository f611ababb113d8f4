import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PaperDraft } from './draft.js'
import { PaperError } from './paper.js'
import type { Said, Task } from './task.js'

/** Reads papers in threads of their own, so that none holds up whoever asks or takes the memory of the process. */
export interface PaperReader {
  /** The draft a paper gives. Throws PaperError with why it gives none. */
  read(task: Task): Promise<PaperDraft>
  /** Ends all threads; what is being read fails. */
  close(): Promise<void>
}

/** What reading may take; the usual values are those of a process that answers people. */
export interface ReaderLimits {
  /** Of the file of one paper until it is text, from when its thread has loaded all it takes. */
  readonly file_ms: number
  /** Of its text until it is a draft. */
  readonly reading_ms: number
  /** Of the process beyond what it had when the thread began with the paper. */
  readonly bytes: number
  /** Papers read at once. */
  readonly threads: number
  /** Papers that wait; more are refused at once. */
  readonly waiting: number
}

export const USUAL_LIMITS: ReaderLimits = {
  file_ms: 1_500,
  reading_ms: 5_000,
  bytes: 150 * 1024 * 1024,
  threads: 1,
  waiting: 8,
}

/** A thread loads its own code, once, on a busy machine too. */
const LOADING_MS = 30_000
const LOOK_MS = 20
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

const OWN = fileURLToPath(import.meta.url)
const THREAD = new URL(`thread${extname(OWN)}`, import.meta.url)
/** What compiles a process as it loads does not do so in its threads: in the source they ask for it themselves. */
const FROM_SOURCE = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
  .then(({ register }) => register())
  .then(() => import(${JSON.stringify(THREAD.href)}))`

/** No thread is started before there is something to read; an idle one keeps no process alive. */
export function createPaperReader(given: Partial<ReaderLimits> = {}): PaperReader {
  const limits = { ...USUAL_LIMITS, ...given }
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []
  let busy = 0

  async function place(): Promise<void> {
    if (busy >= limits.threads) {
      if (waiting.length >= limits.waiting) throw new PaperError('OVERLOADED')
      await new Promise<void>((next) => waiting.push(next))
    } else busy += 1
  }

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }

  function thread(): Worker {
    const kept = idle.pop()
    if (kept) return kept
    const compiled = extname(OWN) === '.js'
    const options = { resourceLimits: HEAP, env: {}, stdout: true, stderr: true }
    const fresh = compiled
      ? new Worker(THREAD, options)
      : new Worker(FROM_SOURCE, { ...options, eval: true })
    // What a library says of a file is in nobody's log.
    fresh.stdout.resume()
    fresh.stderr.resume()
    fresh.unref()
    all.add(fresh)
    // What one says after its answer is nobody's, and must not end the process; one that is gone gets no other paper.
    fresh.on('error', () => undefined)
    fresh.once('exit', () => {
      all.delete(fresh)
      const at = idle.indexOf(fresh)
      if (at >= 0) idle.splice(at, 1)
    })
    return fresh
  }

  return {
    async read(task) {
      await place()
      try {
        const worker = thread()
        const said = await asked(worker, task, limits)
        idle.push(worker)
        if (said.said === 'read') return said.draft
        throw new PaperError(said.code)
      } finally {
        leave()
      }
    },
    async close() {
      idle.length = 0
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

/** What a thread says of a task in the end. One that takes too much of anything is ended and throws PaperError. */
function asked(
  worker: Worker,
  task: Task,
  { bytes: most, ...limits }: ReaderLimits,
): Promise<Exclude<Said, { said: 'begins' }>> {
  let before = Number.POSITIVE_INFINITY
  return new Promise((done, failed) => {
    let timer = setTimeout(() => end(new PaperError('READING_TOO_SLOW')), LOADING_MS)
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > most) end(new PaperError('TEXT_TOO_LONG'))
    }, LOOK_MS)
    function settle(): void {
      clearTimeout(timer)
      clearInterval(look)
      worker.removeAllListeners('message')
      worker.off('error', broken).off('exit', gone)
      worker.unref()
    }
    function end(error: Error): void {
      settle()
      void worker.terminate().then(() => failed(error))
    }
    function gone(): void {
      end(new PaperError('READING_TOO_SLOW', 'the thread is gone'))
    }
    function broken(error: Error): void {
      const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end(full ? new PaperError('TEXT_TOO_LONG', 'memory', { cause: error }) : error)
    }
    worker.ref()
    worker.once('error', broken)
    worker.once('exit', gone)
    worker.on('message', (said: Said) => {
      if (said.said !== 'begins') {
        settle()
        done(said)
        return
      }
      clearTimeout(timer)
      before = process.memoryUsage.rss()
      timer = setTimeout(() => end(new PaperError('READING_TOO_SLOW')), limits[said.with])
    })
    if ('text' in task) worker.postMessage(task)
    else {
      // A copy of its own: what came with the request may lie in memory that others use.
      const bytes = new Uint8Array(task.bytes)
      worker.postMessage({ ...task, bytes }, [bytes.buffer])
    }
  })
}
