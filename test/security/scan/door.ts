import { randomUUID } from 'node:crypto'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way in for a scanner that knows neither tokens nor keys: it adds both and leaves everything else as it came. */
export interface AddingDoor {
  readonly address: string
  /** How many answers there were of each status. */
  readonly answers: ReadonlyMap<number, number>
  close(): Promise<void>
}

/** Opens it before the interface, for one person. */
export async function openAddingDoor(api: string, token: string): Promise<AddingDoor> {
  const answers = new Map<number, number>()
  const server = createServer((asked, told) => {
    const { method, headers } = asked
    const added = {
      'idempotency-key': randomUUID(),
      ...headers,
      host: new URL(api).host,
      authorization: `Bearer ${token}`,
    }
    // The path as it came, whatever stands in it.
    const { hostname, port } = new URL(api)
    const passed = request(
      { hostname, port, path: asked.url ?? '/', method, headers: added },
      (answer) => {
        const { statusCode = 0 } = answer
        answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1)
        told.writeHead(statusCode, answer.headers)
        answer.pipe(told)
      },
    )
    passed.on('error', () => told.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    answers,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
