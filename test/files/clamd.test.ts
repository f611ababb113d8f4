import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { scanWithClamd } from '../../src/files/clamd.js'

/** Listens like clamd and does with each connection as it is told. */
async function listening(t: Test, serve: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    serve(socket)
  })
  // Short, as the path of a socket has to be.
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-clamd-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'clamd.sock')
  await new Promise<void>((ready) => server.listen(path, ready))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((closed) => server.close(() => closed()))
  })
  return path
}

async function* pieces(...given: string[]) {
  for (const piece of given) yield Buffer.from(piece)
}

t.test(
  'S35 a file travels in pieces behind their lengths, and a verdict is taken word for word',
  async (t) => {
    const heard: Buffer[] = []
    const address = await listening(t, (socket) =>
      socket.on('data', (chunk) => {
        heard.push(chunk)
        if (Buffer.concat(heard).subarray(-4).equals(Buffer.alloc(4))) socket.end('stream: OK\0')
      }),
    )
    t.same(await scanWithClamd({ address }, pieces('ab', 'c')), { clean: true })
    t.equal(Buffer.concat(heard).toString('latin1'), 'zINSTREAM\0\0\0\0\x02ab\0\0\0\x01c\0\0\0\0')
  },
)

t.test('S35 whatever is no verdict is none', async (t) => {
  const says = (answer: string) => (socket: Socket) => {
    socket.on('data', () => socket.end(answer))
  }
  const endless = async function* () {
    for (;;) yield Buffer.alloc(65_536)
  }
  const found = await listening(t, says('stream: Win.Test-1 FOUND\0'))
  t.same(await scanWithClamd({ address: found }, pieces('a')), { clean: false, name: 'Win.Test-1' })
  const refused = {
    'a file too large for it': 'INSTREAM size limit exceeded. ERROR\0',
    'another language': 'HTTP/1.1 400 Bad Request',
    'a word more': 'stream: OK but\0',
  }
  for (const [what, answer] of Object.entries(refused)) {
    const address = await listening(t, says(answer))
    await t.rejects(scanWithClamd({ address }, endless()), { code: 'NOT_JUDGED' }, what)
  }
  const hangsUp = await listening(t, (socket) => socket.destroy())
  await t.rejects(scanWithClamd({ address: hangsUp }, endless()), { code: 'SCANNER_AWAY' })
  const silent = await listening(t, (socket) => socket.resume())
  const asked = scanWithClamd({ address: silent, patience: 50 }, pieces('a'))
  await t.rejects(asked, { code: 'SCANNER_AWAY' })
  await t.rejects(scanWithClamd({ address: '127.0.0.1:1' }, pieces('a')), { code: 'SCANNER_AWAY' })
})
