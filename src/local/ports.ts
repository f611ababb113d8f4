import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const LOOPBACK = '127.0.0.1'

/** Why the port cannot be listened on (`EADDRINUSE`, `EACCES`, …), or null when it is free. */
export function portProblem(port: number, host = LOOPBACK): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}

/** The address of a page server; an IPv6 host stands in brackets. */
export function httpAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** A port nobody listens on, chosen by the system; somebody may take it before you do. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, LOOPBACK, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Whether somebody accepts connections there within the given milliseconds. */
export function accepts(host: string, port: number, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: withinMs })
    const answer = (yes: boolean) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => answer(true))
    socket.once('timeout', () => answer(false))
    socket.once('error', () => answer(false))
  })
}

/** Asks again and again until the answer is not undefined; undefined when the time is over. */
export async function poll<T>(
  ask: () => Promise<T | undefined>,
  withinMs: number,
  everyMs = 50,
): Promise<T | undefined> {
  const end = performance.now() + withinMs
  while (true) {
    const answer = await ask()
    if (answer !== undefined || performance.now() >= end) return answer
    await sleep(everyMs)
  }
}
