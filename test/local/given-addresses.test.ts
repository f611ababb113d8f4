import t from 'tap'
import { readConfig } from '../../src/config.js'
import { authority } from '../helpers/certificates.js'

const PASSWORD = 'kV7q-Zt2m_Xw9bLr'

/** What is said of a value; empty where it is taken. */
function said(name: string, value: string): string {
  try {
    readConfig({ MAIL_FROM: 'a@office.example', [name]: value })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : 'thrown'
  }
}

const issuer = (jwks_url: string) => JSON.stringify([{ issuer: 'a', audience: 'b', jwks_url }])

const VALUES: readonly [name: string, good: readonly string[], bad: readonly string[]][] = [
  [
    'DATABASE_URL',
    [
      'postgres://a@127.0.0.1/x',
      'postgres://a@[::1]:5432/x',
      'postgres://a@localhost/x?host=/run/postgresql',
      'postgres://a@db.internal/x?sslmode=verify-full&sslrootcert=ca.pem',
      'postgres://a@localhost/x?host=db.internal&sslmode=verify-full',
    ],
    [
      'postgres://a@db.internal/x',
      'postgres://a@db.internal/x?sslmode=require',
      'postgres://a@db.internal/x?sslmode=no-verify',
      'postgres://a@db.internal/x?ssl=true',
      'postgres://a@db.internal/x?sslmode=verify-full&sslmode=disable',
      'postgres://a@localhost/x?host=db.internal',
      'postgres://a@localhost.internal/x',
    ],
  ],
  [
    'SMTP_URL',
    [
      'smtp://127.0.0.1:25',
      'smtps://a:PASSWORD@mail.internal',
      'smtp://mail.internal:587?requireTLS=true',
    ],
    [
      'smtp://mail.internal',
      'smtp://a:PASSWORD@mail.internal?requireTLS=false',
      'smtp://mail.internal?requireTLS=true&requireTLS=false',
      'smtp://mail.internal?requireTLS=true&tls.rejectUnauthorized=false',
      'smtps://mail.internal?tls.rejectUnauthorized=false',
      'smtps://mail.internal?secure=false',
      'smtp://localhost?host=mail.internal',
    ],
  ],
  ['TEMPORAL_TLS_CA', [authority('x').cert], ['ca.pem']],
  [
    'CLAMD_ADDRESS',
    ['127.0.0.1:3310', 'localhost:3310', '/run/clamd.sock'],
    ['scanner.internal:3310', '10.0.0.9:3310'],
  ],
  [
    'JWT_ISSUERS',
    ['https://id.internal/keys', 'http://127.0.0.1:8080/keys', 'http://[::1]/keys'].map(issuer),
    [
      'http://id.internal/keys',
      'http://localhost:x@id.internal/keys',
      'http://127.0.0.1.id.internal/keys',
    ].map(issuer),
  ],
]

t.test('S44 nothing is said in the clear to another machine', async (t) => {
  for (const [name, good, bad] of VALUES) {
    const filled = (value: string) => value.replace('PASSWORD', PASSWORD)
    for (const value of good) t.equal(said(name, filled(value)), '', value)
    for (const value of bad) {
      const problem = said(name, filled(value))
      t.match(problem, name, value)
      t.notMatch(problem, PASSWORD, value)
    }
  }
})

t.test(
  'S44 Temporal on another machine is spoken to over TLS, whatever else is given',
  async (t) => {
    const tls = (env: Record<string, string>) => readConfig(env).secrets.temporalTls
    const { cert, key } = authority('x')
    const there = { TEMPORAL_ADDRESS: 'temporal.internal:7233' }
    const here = { TEMPORAL_ADDRESS: '127.0.0.1:7233' }
    t.equal(tls(here), null)
    t.strictSame(tls(there), { ca: null, own: null })
    t.strictSame(tls({ ...here, TEMPORAL_TLS_CA: cert }), { ca: cert, own: null })
    const own = { TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key }
    t.strictSame(tls({ ...there, ...own }), { ca: null, own: { cert, key } })
    t.throws(() => tls({ ...there, TEMPORAL_TLS_CERT: cert }), { message: 'TEMPORAL_TLS_KEY' })
  },
)
