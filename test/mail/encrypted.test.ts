import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SMTPServerOptions } from 'smtp-server'
import t, { type Test } from 'tap'
import { programOf } from '../../src/local/node-process.js'
import { authority } from '../helpers/certificates.js'
import { startPostOffice } from './post-office.js'

const run = promisify(execFile)
const ours = authority('ours')
const theirs = authority('theirs')

const OF_OLD = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT@SECLEVEL=0',
} as const
const PLAIN = { disabledCommands: ['AUTH', 'STARTTLS'] }

/** What became of a mail to a server of that kind, asked for as `localhost` by whoever believes our authority. */
async function sent(t: Test, kind: SMTPServerOptions, way: 'starttls' | 'smtps' = 'starttls') {
  const office = await startPostOffice(t, { disabledCommands: ['AUTH'], ...kind })
  const { port } = new URL(office.url)
  const url =
    way === 'smtps' ? `smtps://localhost:${port}` : `smtp://localhost:${port}?requireTLS=true`
  const file = join(t.testdir({ 'ours.pem': ours.cert }), 'ours.pem')
  const env = { ...process.env, NODE_OPTIONS: '', NODE_EXTRA_CA_CERTS: file }
  const { stdout } = await run(process.execPath, [...programOf('test/mail/send-one.ts'), url], {
    env,
  })
  const delivery: unknown = JSON.parse(stdout)
  return { delivery, received: office.received.length }
}

t.test(
  'S44 mail leaves encrypted to whom the server shows itself to be, or not at all',
  async (t) => {
    const good = ours.certify('localhost')
    const accepted = { delivery: { outcome: 'accepted' }, received: 1 }
    t.match(await sent(t, good), accepted)
    t.match(await sent(t, { ...good, secure: true }, 'smtps'), accepted)
    for (const [what, why, kind] of [
      ['another authority', /unable to verify|self.signed/, theirs.certify('localhost')],
      ['another name', /altnames/, ours.certify('mail.example')],
      ['a certificate that is over', /expired/, ours.certify('localhost', -1)],
      ['TLS of old', /version|protocol|alert/i, { ...good, ...OF_OLD }],
      ['no encryption on offer', /STARTTLS|not recognized/, PLAIN],
    ] satisfies [string, RegExp, SMTPServerOptions][]) {
      const refused = { delivery: { outcome: 'deferred', reason: why }, received: 0 }
      t.match(await sent(t, kind), refused, what)
    }
    const stranger = { ...theirs.certify('localhost'), secure: true }
    t.match(await sent(t, stranger, 'smtps'), { delivery: { outcome: 'deferred' }, received: 0 })
  },
)
