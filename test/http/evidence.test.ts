import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import t from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import { evidenceOperations as operations } from '../../src/contracts/evidence.js'
import { sqlb } from '../../src/db/handle.js'
import { filesIn } from '../files/samples.js'
import { newKey, testServer } from './support.js'
import { asks, entered, form, ORIGINAL, type Part, text, upload } from './uploads.js'

const server = await testServer(t, { units: 3, settings: { maxUnitBytes: 40_000 } })
const { office } = server

t.test('S30 a unit fills what it may and no more, also with everything at once', async (t) => {
  const [who, other] = [office.member(0), office.member(1)]
  // What was stored and never entered, as when the process dies between the two, takes nothing.
  const lost = { name: 'a.txt', declared_type: '' }
  await server.files.put(Readable.from([Buffer.alloc(39_000, 'x')]), lost)
  const sent = Array.from({ length: 8 }, (_, i) =>
    upload(server, who, [text(`${i}`.repeat(12_000))]),
  )
  const codes = (await Promise.all(sent)).map(({ code }) => code)
  t.same(codes.filter((code) => code === null).length, 3, 'twelve thousand bytes three times')
  t.same(codes.filter((code) => code === 'STORAGE_EXCEEDED').length, 5)
  const kept = await office.owner.run(sqlb.selectFrom('evidence').select(['sha256', 'size']))
  t.equal(kept.length, 3)
  const digit = codes.indexOf(null)
  const again = await upload(server, who, [text(`${digit}`.repeat(12_000), 'again.txt')])
  t.equal(again.code, null, 'the same content takes no more')
  t.equal((await upload(server, other, [text('x'.repeat(40_000))])).code, null, 'each unit its own')
  t.equal((await upload(server, other, [text('y')])).code, 'STORAGE_EXCEEDED')
  const before = (await filesIn(server.folder)).length
  const large = await upload(server, who, [text('z'.repeat(200_000))])
  t.equal(large.code, 'STORAGE_EXCEEDED')
  t.equal((await filesIn(server.folder)).length, before, 'what cannot fit is not even read')
  // Without a length nobody knows before its end that it cannot fit, and all of it is read.
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.app.server.address() as AddressInfo
  const { payload, type } = form([ORIGINAL, text('w'.repeat(200_000))])
  const refused = await fetch(`http://127.0.0.1:${port}/v1/evidence`, {
    ...{ method: 'POST', duplex: 'half', body: ReadableStream.from([payload]) },
    headers: {
      authorization: `Bearer ${await server.token(who)}`,
      'content-type': type,
      'idempotency-key': newKey(),
    },
  })
  t.match(await refused.json(), { code: 'STORAGE_EXCEEDED' })
  t.equal((await filesIn(server.folder)).length, before, 'and nothing of it is kept')
})

t.test('what a file says of itself is told to whoever has to mend it', async (t) => {
  const who = office.member(2)
  const before = (await filesIn(server.folder)).length
  const cases: readonly (readonly [string, Part])[] = [
    ['SECRECY_MARKED', text('x', '机密★通报.txt')],
    ['SECRECY_MARKED', text('绝密★\n通报')],
    ['FILE_ACTIVE', text('PK\x03\x04', 'a.docm')],
    [
      'ARCHIVE_UNSAFE',
      { ...text(`PK\x03\x04${'x'.repeat(100)}`, 'a.docx'), type: 'application/octet-stream' },
    ],
    ['FILE_REFUSED', text('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg')],
  ]
  for (const [code, part] of cases) t.equal((await upload(server, who, [part])).code, code)
  t.equal((await filesIn(server.folder)).length, before, 'and nothing is left')
})

t.test('an original that is not masked is for its unit, its judges and its sender', async (t) => {
  const masked: Part = { name: 'masked', content: 'true' }
  const original = await entered(server, office.member(2), [text('原件')])
  const shown = await entered(server, office.member(2), [masked, text('打码')])
  t.same([original.masked, shown.masked], [false, true])
  const before = await entered(server, office.member(2), [text('此前')])
  const nobodyAsked = sqlb.updateTable('evidence').set({ masked: null }).where('id', '=', before.id)
  await office.owner.run(nobodyAsked)
  const may: readonly (readonly [string, Principal, number, number])[] = [
    ['its own reporter', office.member(2), 200, 200],
    ['its signatory', office.member(2, 'unit.signatory'), 200, 200],
    ['the handler', office.officer('office.handler'), 200, 200],
    ['the reviewer', office.officer('office.reviewer'), 200, 200],
    ['the leader, who judges plans', office.officer('office.leader'), 200, 200],
    ['the auditor', office.officer('auditor'), 404, 200],
    ['the inspector', office.officer('inspector'), 404, 200],
    ['another unit', office.member(1), 404, 404],
  ]
  for (const [whose, who, ofOriginal, ofShown] of may) {
    for (const [file, status] of [
      [original, ofOriginal],
      [shown, ofShown],
      [before, ofShown],
    ] as const) {
      const { id } = file
      t.equal((await asks(server, who, id)).statusCode, status, `${whose} opens`)
      t.equal((await asks(server, who, id, 'HEAD')).statusCode, status, `${whose} asks`)
      const told = await server.as(who)(operations.getEvidenceMetadata, { params: { id } })
      t.equal(told.status, status, `${whose} reads of it`)
    }
  }
})

t.test(
  'a unit learns by its hash that a file of its own is there, and nobody else does',
  async (t) => {
    const { sha256, id } = await entered(server, office.member(2), [text('一份大材料')])
    const own = await asks(server, office.member(2, 'unit.signatory'), sha256, 'HEAD')
    t.equal(own.statusCode, 200)
    t.match(own.headers, { etag: `"${sha256}"`, 'content-location': `/v1/evidence/${id}` })
    const absent = createHash('sha256').update('nothing').digest('hex')
    const others = [office.member(1), office.officer('office.reviewer'), office.officer('auditor')]
    for (const who of others) {
      const [there, nowhere] = [
        await asks(server, who, sha256, 'HEAD'),
        await asks(server, who, absent, 'HEAD'),
      ]
      t.equal(there.statusCode, 404)
      t.same(plain(there.headers), plain(nowhere.headers), 'no more than of one that is nowhere')
    }
    const infected = sqlb.updateTable('evidence').set({ scan_state: 'infected' })
    await office.owner.run(infected)
    t.equal((await asks(server, office.member(2), sha256, 'HEAD')).statusCode, 404, 'no good one')
  },
)

function plain({ date: _, ...headers }: Record<string, unknown>) {
  return JSON.stringify(headers, (name, value) => (name === 'x-request-id' ? undefined : value))
}
