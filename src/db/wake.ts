import pg from 'pg'
import { type Handle, statement } from './handle.js'

/** The channel on which commands say that some workflow wants telling. Losing a word is harmless: it only saves waiting. */
const CHANNEL = 'workflow_sync'
const NOTIFY = statement<never>(`select pg_notify('${CHANNEL}', '')`)
const RECONNECT = { first: 200, longest: 5_000 }

/**
 * A word to whoever tells the workflows, at most so often a second: the first at once, the last never swallowed.
 * To be said after a commit. What the database answers is ignored.
 */
export function createPoke(h: Handle, perSecond = 20): () => void {
  const interval = 1_000 / perSecond
  let next = 0
  let planned = false
  const say = () => {
    planned = false
    next = Date.now() + interval
    h.run(NOTIFY()).catch(ignore)
  }
  return () => {
    if (planned) return
    planned = true
    const wait = next - Date.now()
    if (wait <= 0) say()
    else setTimeout(say, wait).unref()
  }
}

export interface Listening {
  stop(): Promise<void>
}

/** Calls `wake` on every word, and once after each new connection, since a word may have been lost. */
export function listenForWork(url: string, wake: () => void): Listening {
  let stopped = false
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let pause = RECONNECT.first

  const again = () => {
    client = null
    if (stopped) return
    timer = setTimeout(connect, pause)
    pause = Math.min(pause * 2, RECONNECT.longest)
  }
  const connect = () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'zhenggai-listen',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    })
    client = next
    // Both a refused connection and a lost one end here, each once.
    next.once('end', again)
    next.on('error', () => void next.end().catch(ignore))
    next.on('notification', wake)
    next
      .connect()
      .then(() => next.query(`listen ${CHANNEL}`))
      .then(() => {
        pause = RECONNECT.first
        wake()
      })
      .catch(() => next.end().catch(ignore))
  }
  connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(ignore)
    },
  }
}

function ignore(): void {}
