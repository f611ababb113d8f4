import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { pingClamd, scanWithClamd } from '../../src/files/clamd.js'

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
  await t.rejects(scanWithClamd({ address: hangsUp }, endless()), { code: 'NO_ANSWER' })
  const silent = await listening(t, (socket) => socket.resume())
  const asked = scanWithClamd({ address: silent, patience: 50 }, pieces('a'))
  await t.rejects(asked, { code: 'NO_ANSWER' })
  await t.rejects(scanWithClamd({ address: '127.0.0.1:1' }, pieces('a')), { code: 'NO_ANSWER' })
})

t.test('S35 an answer over TCP counts though the connection is reset behind it', async (t) => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    // As clamd does past its limit: nothing more is read, an answer, and away.
    socket.once('readable', () =>
      socket.write('INSTREAM size limit exceeded. ERROR\0', () => {
        void sleep(50).then(() => socket.resetAndDestroy())
      }),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.teardown(() => new Promise<void>((closed) => server.close(() => closed())))
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const endless = async function* () {
    for (;;) yield Buffer.alloc(65_536)
  }
  const said = { code: 'NOT_JUDGED', message: 'INSTREAM size limit exceeded. ERROR' }
  await t.rejects(scanWithClamd({ address }, endless()), said)
})

t.test(
  'a file that cannot be read leaves no connection, and only clamd answers a ping',
  async (t) => {
    let open = 0
    const address = await listening(t, (socket) => {
      open += 1
      socket.on('close', () => (open -= 1))
      socket.once('data', (said) => {
        if (said.toString() === 'zPING\0') socket.end('PONG\0')
      })
    })
    const broken = async function* () {
      yield Buffer.from('a')
      throw new Error('disk')
    }
    await t.rejects(scanWithClamd({ address }, broken()), { message: 'disk' })
    await pingClamd({ address })
    for (let i = 0; i < 100 && open > 0; i += 1) await sleep(10)
    t.equal(open, 0)
    const other = await listening(t, (socket) => socket.end('HTTP/1.1 400'))
    await t.rejects(pingClamd({ address: other }), { code: 'NO_ANSWER' })
  },
)
