import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { testServer } from './support.js'

t.test(
  'a request under way when the server leaves is answered, and its connection closed',
  async (t) => {
    const { app } = await testServer(t)
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const socket = connect({ host: '127.0.0.1', port })
    let said = ''
    socket.on('data', (part: Buffer) => {
      said += part.toString()
    })
    await once(socket, 'connect')
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n')
    await sleep(50)
    const closed = app.close()
    await sleep(50)
    socket.write('\r\n')
    await once(socket, 'close')
    await closed
    t.match(said, /^HTTP\/1\.1 200 /)
    t.match(said, /^connection: close\r$/im)
  },
)
