import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { environmentWith, readConfig } from '../../src/config.js'
import { keptSigningKey, readSigner } from '../../src/local/signing-key.js'

const BUCKET = {
  EVIDENCE_BUCKET: 'https://s3.internal/evidence',
  EVIDENCE_BUCKET_KEY_ID: 'store',
}

t.test('nothing set is a complete configuration on loopback', async (t) => {
  const config = readConfig({})
  t.match(config.http, { host: '127.0.0.1', port: 8080 })
  t.match(config.temporal, { address: null, namespace: 'default' })
  t.equal(config.secrets.databaseUrl, null)
  t.ok(Object.isFrozen(config) && Object.isFrozen(config.http), 'frozen to the bottom')
})

t.test('the documentation page is for the machine itself', async (t) => {
  t.ok(readConfig({}).http.docs)
  t.ok(readConfig({ HOST: '::1' }).http.docs)
  t.notOk(readConfig({ HOST: '0.0.0.0' }).http.docs)
})

t.test('an empty variable counts as not set', async (t) => {
  t.equal(readConfig({ PORT: '', DATABASE_URL: '' }).http.port, 8080)
})

t.test('the processes share the one database unless each has its own', async (t) => {
  const one = 'postgres://a:b@127.0.0.1/x'
  const api = 'postgres://api:b@127.0.0.1/x'
  t.equal(readConfig({ DATABASE_URL: one }).secrets.apiDatabaseUrl, one)
  t.equal(readConfig({ DATABASE_URL: one }).secrets.workerDatabaseUrl, one)
  t.equal(readConfig({ DATABASE_URL: one, API_DATABASE_URL: api }).secrets.apiDatabaseUrl, api)
})

t.test('issuers are JSON with exactly one source of keys each', async (t) => {
  const issuer = { issuer: 'a', audience: 'b', jwks_file: 'keys.json' }
  const read = (value: unknown) => readConfig({ JWT_ISSUERS: JSON.stringify(value) }).auth.issuers
  t.match(read([issuer]), [issuer])
  for (const bad of [
    [{ ...issuer, jwks_url: 'https://example.org/keys' }],
    [{ issuer: 'a', audience: 'b' }],
    [{ ...issuer, stray: 1 }],
    issuer,
  ]) {
    t.throws(() => read(bad), { code: 'TROUBLE', message: 'JWT_ISSUERS' })
  }
  t.throws(() => readConfig({ JWT_ISSUERS: '[' }), { code: 'TROUBLE', message: '不是合法的 JSON' })
})

t.test('S09 heads are not written unsigned', async (t) => {
  const heads = { HEADS_FILE: 'heads.ndjson' }
  t.throws(() => readConfig(heads), { code: 'TROUBLE', message: 'SIGNING_KEY_FILE' })
  const { signing } = readConfig({ ...heads, SIGNING_KEY_FILE: 'key.pem' })
  t.match(signing, { keyFile: /\/key\.pem$/, headsFile: /\/heads\.ndjson$/ })
  t.throws(() => readSigner('no such key.pem'), { code: 'TROUBLE', message: '读不到' })
  const folder = t.testdir({ 'key.pem': 'no key' })
  t.throws(() => readSigner(`${folder}/key.pem`), { code: 'TROUBLE', message: '不是 Ed25519 私钥' })
})

t.test('S38 pages are looked at where somebody says so, and inside only by range', async (t) => {
  t.strictSame([readConfig({}).looking, readConfig({}).secrets.retestKeys], [null, []])
  const both = { RETEST_API: 'https://zhenggai.example.org', RETEST_KEYS: 'one, two' }
  const given = readConfig(both)
  t.strictSame(given.looking, { api: both.RETEST_API, ranges: [] })
  t.strictSame(given.secrets.retestKeys, ['one', 'two'])
  const ranges = '127.0.0.1/32,fd00::/8'
  t.strictSame(readConfig({ ...both, RETEST_RANGES: ranges }).looking?.ranges, ranges.split(','))
  for (const bad of [
    { RETEST_API: both.RETEST_API },
    { RETEST_KEYS: both.RETEST_KEYS },
    { ...both, RETEST_API: 'http://zhenggai.example.org' },
    { ...both, RETEST_RANGES: '127.0.0.1' },
  ]) {
    t.throws(() => readConfig(bad), { code: 'TROUBLE', message: 'RETEST_' })
  }
})

t.test('all problems are told together, and no secret with them', async (t) => {
  const bad = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://root:hunter2@localhost/x',
    SMTP_URL: 'smtp://mail.example.org',
    CURSOR_SECRET: 'short-secret',
    LOG_LEVEL: 'loud',
    TEMPORAL_ADDRESS: 'http://localhost:7233',
    EVIDENCE_MAX_BYTES: '0',
  }
  let told = ''
  try {
    readConfig(bad)
  } catch (error) {
    told = error instanceof Error ? error.message : ''
  }
  for (const name of [...Object.keys(bad).filter((one) => one !== 'SMTP_URL'), 'MAIL_FROM']) {
    t.match(told, name)
  }
  t.notMatch(told, 'hunter2')
  t.notMatch(told, 'short-secret')
})

t.test('S09 a secret everybody knows, or could guess, is none', async (t) => {
  const good = 'kV7q-Zt2m_Xw9bLr4Yc8sNf3hJd6pGa1'
  t.equal(readConfig({ CURSOR_SECRET: good }).secrets.cursorSecret, good)
  const at = (password: string) =>
    `postgres://zhenggai:${password}@db.internal/zhenggai?sslmode=verify-full`
  t.equal(readConfig({ DATABASE_URL: at(good) }).secrets.databaseUrl, at(good))
  for (const bad of [
    { CURSOR_SECRET: 'kV7q-Zt2m_Xw9bLr4Yc8sNf3hJd6pGa' },
    { CURSOR_SECRET: 'change-me-change-me-change-me-change-me' },
    { CURSOR_SECRET: 'a1'.repeat(20) },
    { DATABASE_URL: at('password') },
    { CURSOR_SECRET: 'abcdefghijkl'.repeat(3) },
    { API_DATABASE_URL: at('ChangeMe') },
    { WORKER_DATABASE_URL: at('zhenggai') },
    { DATABASE_URL: at('kV7q-Zt2m_X') },
    { DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1/x' },
    { SMTP_URL: 'smtps://a:secret@mail.internal', MAIL_FROM: 'a@b.cn' },
    { EVIDENCE_BUCKET_SECRET: 'minioadmin', ...BUCKET },
    { EVIDENCE_BUCKET_SECRET: 'my-secret-my-key-1', ...BUCKET },
  ]) {
    const [name = '', secret = ''] = Object.entries(bad)[0] ?? []
    let told = ''
    try {
      readConfig(bad)
    } catch (error) {
      told = error instanceof Error ? error.message : ''
    }
    t.match(told, name)
    t.notMatch(told, secret)
  }
})

t.test('a bucket is named whole, by an address nobody can listen to', async (t) => {
  const whole = { ...BUCKET, EVIDENCE_BUCKET_SECRET: 'kV7q-Zt2m_Xw9bLr4Yc8sNf3hJd6pGa1' }
  t.strictSame(readConfig(whole).secrets.bucket, {
    url: BUCKET.EVIDENCE_BUCKET,
    key_id: 'store',
    secret: whole.EVIDENCE_BUCKET_SECRET,
    region: 'us-east-1',
  })
  t.equal(readConfig({}).secrets.bucket, null)
  const local = { ...whole, EVIDENCE_BUCKET: 'http://127.0.0.1:9000/evidence' }
  t.equal(readConfig(local).secrets.bucket?.url, local.EVIDENCE_BUCKET)
  for (const name of Object.keys(whole)) {
    t.throws(() => readConfig({ ...whole, [name]: '' }), { code: 'TROUBLE', message: '要一起设' })
  }
  for (const url of ['http://s3.internal/evidence', 's3://evidence', 'https://s3.internal/e?x']) {
    const wrong = { ...whole, EVIDENCE_BUCKET: url }
    t.throws(() => readConfig(wrong), { code: 'TROUBLE', message: 'EVIDENCE_BUCKET：' }, url)
  }
  const large = { ...whole, EVIDENCE_MAX_BYTES: '2000000000' }
  t.throws(() => readConfig(large), { code: 'TROUBLE', message: 'EVIDENCE_MAX_BYTES' })
})

t.test('S48 a secret may lie in a file, and then nowhere else', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-secrets-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const [file, empty] = [join(folder, 'cursor'), join(folder, 'empty')]
  const secret = 'kV7q-Zt2m_Xw9bLr4Yc8sNf3hJd6pGa1'
  writeFileSync(file, `${secret}\n`)
  writeFileSync(empty, '\n')
  t.equal(readConfig({ CURSOR_SECRET_FILE: file }).secrets.cursorSecret, secret)
  for (const bad of [
    { CURSOR_SECRET_FILE: join(folder, 'nothing') },
    { CURSOR_SECRET_FILE: empty },
    { CURSOR_SECRET_FILE: file, CURSOR_SECRET: secret },
  ])
    t.throws(() => readConfig(bad), { code: 'TROUBLE', message: 'CURSOR_SECRET_FILE' })

  let told = ''
  try {
    readConfig({ CURSOR_SECRET_FILE: empty, SMTP_URL_FILE: empty, PORT: 'eighty' })
  } catch (error) {
    told = error instanceof Error ? error.message : ''
  }
  for (const name of ['CURSOR_SECRET_FILE', 'SMTP_URL_FILE', 'PORT']) t.match(told, name)

  // A process of ours that is given the secret is not given the file as well.
  process.env['CURSOR_SECRET_FILE'] = file
  t.teardown(() => delete process.env['CURSOR_SECRET_FILE'])
  t.equal(readConfig(environmentWith({ CURSOR_SECRET: secret })).secrets.cursorSecret, secret)
  t.equal(readConfig(environmentWith({ CURSOR_SECRET: null })).secrets.cursorSecret, null)
})

t.test('a data folder’s key appears whole, once, and is its owner’s alone', async (t) => {
  const folder = t.testdir({ 'signing-key.pem.1': 'half a k' })
  const path = keptSigningKey(folder)
  const key = readSigner(path).public_key
  t.equal(statSync(path).mode & 0o777, 0o600)
  t.equal(readSigner(keptSigningKey(folder)).public_key, key)
  t.strictSame(readdirSync(folder), ['signing-key.pem', 'signing-key.pem.1'], 'nothing is left')
})
