import type { Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { refuseConnection } from '../../src/http/frame/client-errors.js'
import { fileTime } from '../../src/http/frame/file-time.js'

t.test('S21 a head that comes too slowly is told so', async (t) => {
  const socket = new PassThrough()
  const error = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  refuseConnection(error, socket as unknown as Socket)
  const said = await text(socket)
  t.match(said, /^HTTP\/1\.1 408 Request Timeout\r\n/)
  t.match(said, '"code":"TOO_SLOW"')
})

t.test('S30 a large file over a slow line has the time it needs', async (t) => {
  t.equal(fileTime(1_000), 120_000)
  const megabitPerSecond = 125
  t.ok(fileTime(50 * 1024 * 1024) > (50 * 1024 * 1024) / megabitPerSecond)
})
