import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import t from 'tap'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { sqlb } from '../../src/db/handle.js'
import { records } from '../files/samples.js'
import { newKey, testServer } from './support.js'
import { ORIGINAL, type Part, PNG, upload, uploaded } from './uploads.js'

const picture: Part = { name: 'file', content: PNG, filename: '整改后 截图.png', type: 'image/png' }

t.test('S34 a file goes in as a stream and comes out as an attachment', async (t) => {
  const server = await testServer(t)
  const { app, office, as, token } = server
  const reporter = office.member(0)
  const fields: Part[] = [{ name: 'captured_on', content: '2022-09-05' }]
  const stored = await upload(server, reporter, [...fields, picture])
  t.equal(stored.status, 201, stored.text)
  const entered = known(stored)
  t.match(entered, {
    sha256: createHash('sha256').update(PNG).digest('hex'),
    size: PNG.length,
    type: 'image/png',
    name: '整改后 截图.png',
    unit_id: office.units[0],
    captured_on: '2022-09-05',
    uploaded_by: reporter.person_id,
  })
  t.equal(stored.headers.location, `/v1/evidence/${entered.id}/metadata`)
  const params = { id: entered.id }
  t.same((await as(reporter)(evidenceOperations.getEvidenceMetadata, { params })).body, entered)

  const headers = { authorization: `Bearer ${await token(reporter)}` }
  const url = `/v1/evidence/${entered.id}`
  const answer = await app.inject({ method: 'GET', url, headers })
  t.equal(answer.statusCode, 200)
  t.same(answer.rawPayload, PNG)
  t.equal(answer.headers['content-type'], 'image/png')
  t.match(answer.headers['content-disposition'], /^attachment; .*filename\*=UTF-8''%E6%95%B4/)
  t.equal(answer.headers['x-content-type-options'], 'nosniff')
  t.match(answer.headers['content-security-policy'], 'sandbox')
  t.equal(answer.headers.etag, `"${entered.sha256}"`)
  const again = await app.inject({
    method: 'GET',
    url,
    headers: { ...headers, 'if-none-match': `"${entered.sha256}"` },
  })
  t.equal(again.statusCode, 304)
  const head = await app.inject({ method: 'HEAD', url, headers })
  t.equal(head.statusCode, 200)
  t.equal(head.payload, '')
})

t.test('the same upload under one key is one record', async (t) => {
  const server = await testServer(t)
  const who = server.office.member(0)
  const key = newKey()
  const [one, two] = await Promise.all([
    upload(server, who, [picture], key),
    upload(server, who, [picture], key),
  ])
  t.equal(one.status, 201)
  t.equal(one.text, two.text)
  const other = await upload(server, who, [{ ...picture, filename: 'b.png' }], key)
  t.equal(other.code, 'KEY_REUSED')
  const body = { ...picture, content: 'another', filename: 'b.txt', type: 'text/plain' }
  t.equal((await upload(server, who, [body], key)).code, 'KEY_REUSED')
  t.same(await filesIn(server.folder), [known(one).sha256], 'and nothing of it is left')
})

t.test('S30 S31 what is no upload is refused and leaves nothing', async (t) => {
  const server = await testServer(t)
  const { office, app, token } = server
  const who = office.member(0)
  const send = (...parts: Part[]) => upload(server, who, parts)
  const cases: [string, string, Part[]][] = [
    ['whether it is masked left out', 'VALIDATION_FAILED', [{ ...ORIGINAL, content: '' }, picture]],
    ['no file', 'VALIDATION_FAILED', [{ name: 'captured_on', content: '2022-09-05' }]],
    ['nothing at all', 'VALIDATION_FAILED', []],
    ['an unknown field', 'VALIDATION_FAILED', [{ name: 'colour', content: 'red' }, picture]],
    ['a malformed field', 'VALIDATION_FAILED', [{ name: 'captured_on', content: 'soon' }, picture]],
    [
      'a field twice',
      'VALIDATION_FAILED',
      [{ name: 'name', content: 'a' }, { name: 'name', content: 'b' }, picture],
    ],
    ['a field after the file', 'VALIDATION_FAILED', [picture, { name: 'name', content: 'a' }]],
    ['a second file', 'VALIDATION_FAILED', [picture, picture]],
    ['a file of another name', 'VALIDATION_FAILED', [{ ...picture, name: 'picture' }]],
    ['an empty file', 'FILE_REFUSED', [{ ...picture, content: '' }]],
    ['a program', 'FILE_REFUSED', [{ ...picture, filename: 'a.exe', content: 'MZ' }]],
    ['a page in disguise', 'FILE_REFUSED', [{ ...picture, content: '<html></html>' }]],
    ['a file too large', 'BODY_TOO_LARGE', [{ ...picture, content: large() }]],
    [
      'a unit of others',
      'UNKNOWN_REFERENCE',
      [{ name: 'unit_id', content: office.units[1] ?? '' }, picture],
    ],
  ]
  for (const [name, code, parts] of cases) t.equal((await send(...parts)).code, code, name)
  const absent = [{ name: 'unit_id', content: '0190b3d0-0000-7000-8000-000000000000' }, picture]
  const nobody = await upload(server, office.officer('office.handler'), absent)
  t.equal(nobody.code, 'UNKNOWN_REFERENCE')
  const rows = sqlb.selectFrom('evidence').select('id')
  t.same(await office.owner.run(rows), [], 'no record')
  const later = Date.now() + 1_000
  t.equal(await server.files.sweep(later), 0, 'nothing unfinished')
  t.equal(
    await server.files.sweepUnnamed(later, records(false)),
    0,
    'nothing stored, also of what went wrong after the file',
  )
  t.same(await filesIn(server.folder), [])
  const headers = { authorization: `Bearer ${await token(who)}`, 'idempotency-key': newKey() }
  const json = await app.inject({
    method: 'POST',
    url: '/v1/evidence',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: '{}',
  })
  t.equal(json.statusCode, 415)
  const { authorization } = headers
  const without = await app.inject({
    method: 'POST',
    url: '/v1/evidence',
    headers: { authorization, 'content-type': 'multipart/form-data; boundary=x' },
  })
  t.equal(without.json().code, 'KEY_REQUIRED')
})

function known({ text }: { text: string }) {
  return evidenceOperations.uploadEvidence.response.parse(JSON.parse(text))
}

/** The files in a folder and below, but for empty folders. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile()).map(({ name }) => name)
}

function large(): Buffer {
  return Buffer.concat([PNG, Buffer.alloc(1024 * 1024)])
}

t.test('the office uploads for itself or for a unit', async (t) => {
  const server = await testServer(t)
  const { office, as } = server
  const handler = office.officer('office.handler')
  t.equal((await uploaded(server, handler)).body.unit_id, null)
  const unit_id = office.units[1] ?? ''
  const answer = await upload(server, handler, [{ name: 'unit_id', content: unit_id }, picture])
  const { id } = JSON.parse(answer.text)
  const reporter = as(office.member(1))
  t.equal((await reporter(evidenceOperations.getEvidenceMetadata, { params: { id } })).status, 200)
})
