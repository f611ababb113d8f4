import { appendFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'
import { subjectOf } from '../../src/audit/mail-folder.js'

/** A mail the sink has accepted: whoever sent it was told so, if it still lived. */
export interface AcceptedMail {
  /** The id in its Message-ID. */
  id: string
  to: string
  subject: string
  /** Milliseconds since 1970, taken just before the acceptance was said. */
  at: number
}

export interface MailSink {
  readonly url: string
  /** Everything accepted, in order; the same mail twice is there twice. */
  readonly accepted: readonly AcceptedMail[]
  /** Nobody answers at its port until it is opened again. */
  close(): Promise<void>
  open(): Promise<void>
}

/** A mail server on loopback that accepts everything and remembers it, in memory and in a file. */
export async function openMailSink(port: number, file: string): Promise<MailSink> {
  const accepted: AcceptedMail[] = []
  let server: SMTPServer | null = null

  const open = async () => {
    const opened = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.once('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          const to = session.envelope.rcptTo.map(({ address }) => address).join()
          const mail = { id: idOf(text), to, subject: subjectOf(text), at: Date.now() }
          accepted.push(mail)
          appendFileSync(file, `${JSON.stringify(mail)}\n`)
          done()
        })
      },
    })
    // A client that is killed in the middle of a sentence is no trouble of ours.
    opened.on('error', () => undefined)
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve))
    server = opened
  }
  await open()
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    open,
    close: () =>
      new Promise((resolve) => {
        if (server) server.close(() => resolve())
        else resolve()
        server = null
      }),
  }
}

function idOf(mail: string): string {
  const [, id = ''] = /^message-id:\s*<([^@>]+)@/im.exec(mail) ?? []
  return id
}
