import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Test } from 'tap'
import { createMailer, type MailerOptions } from '../../src/mail/mailer.js'

export interface Received {
  from: string
  to: readonly string[]
  raw: string
}

/** A real SMTP server on loopback that keeps what it takes; `behave` makes it misbehave. */
export async function startPostOffice(t: Test, behave: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, { envelope }, done) {
      const raw = await text(stream)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      received.push({ from, to: envelope.rcptTo.map((to) => to.address), raw })
      done()
    },
    ...behave,
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.teardown(() => new Promise<void>((closed) => server.close(() => closed())))
  return { url: `smtp://127.0.0.1:${portOf(server.server.address())}`, received }
}

/** A bare TCP server for what a real SMTP server does not do: silence, dripping, hanging up half-way. */
export async function startRaw(t: Test, onConnect: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    onConnect(socket)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.teardown(() => {
    for (const socket of open) socket.destroy()
    return new Promise<void>((closed) => server.close(() => closed()))
  })
  return `smtp://127.0.0.1:${portOf(server.address())}`
}

/** Answers like an SMTP server until the data is complete, then does what `afterData` says. */
export function untilDataEnds(afterData: (socket: Socket) => void) {
  return (socket: Socket) => {
    let seen = ''
    let inData = false
    socket.write('220 raw ready\r\n')
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1')
      if (inData && seen.includes('\r\n.\r\n')) {
        inData = false
        afterData(socket)
        return
      }
      while (!inData && seen.includes('\r\n')) {
        const line = seen.slice(0, seen.indexOf('\r\n'))
        seen = seen.slice(line.length + 2)
        inData = line === 'DATA'
        socket.write(inData ? '354 go on\r\n' : '250 ok\r\n')
      }
    })
  }
}

export const sender = { name: '云州市人民政府办公室', address: 'duban@office.example' }

/** A mailer with short patience; closed with the test. */
export function mailerFor(t: Test, smtp_url: string | null, over: Partial<MailerOptions> = {}) {
  const mailer = createMailer({
    smtp_url,
    folder: join(tmpdir(), 'zhenggai-unused'),
    from: sender,
    timeouts: { connection: 2000, greeting: 2000, socket: 2000, total: 5000 },
    ...over,
  })
  t.teardown(() => mailer.close())
  return mailer
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
