import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import t from 'tap'
import { isAddress } from '../../src/domain/address.js'
import { mailerFor, startPostOffice } from './post-office.js'
import { outgoing } from './samples.js'

const PAYLOADS = [
  'x\r\nBcc: evil@evil.example',
  'x\nBcc: evil@evil.example\n\n<script>',
  'x\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n',
  'x\r\n\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<b>',
  '=?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=',
  '"x" <evil@evil.example>, y',
  'x\u0000\u0085\u2028Bcc: evil@evil.example',
  '市商务局\u202e\u200b\ufeff',
  '>, <evil@evil.example',
]

t.test('S41 no payload in a field adds a header, a recipient or a command', async (t) => {
  const office = await startPostOffice(t)
  for (const [i, evil] of PAYLOADS.entries()) {
    const name = `evil ${evil}`
    const from = { name, address: 'duban@office.example' }
    const mailer = mailerFor(t, office.url, { from })
    const to = { name, address: 'swj@unit.example' }
    const mail = outgoing({ id: `mail-${i}`, to, subject: name, text: name, html: name })
    t.match(await mailer.send(mail), { outcome: 'accepted' })
    const taken = office.received.at(-1)
    t.strictSame(taken?.to, ['swj@unit.example'])
    t.equal(taken?.from, 'duban@office.example')

    const parsed = await simpleParser(taken?.raw ?? '')
    t.equal(parsed.bcc, undefined)
    t.equal(parsed.headers.has('bcc'), false)
    t.match(parsed.from?.value, [{ address: 'duban@office.example' }])
    t.equal(parsed.from?.value.length, 1)
    t.match(parsed.to, { value: [{ address: 'swj@unit.example' }] })
    t.equal(Array.isArray(parsed.to) ? -1 : parsed.to?.value.length, 1)
    t.equal(parsed.attachments.length, 0)
    const plain = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
    t.notMatch(parsed.subject, plain)
    t.notMatch(parsed.from?.value[0]?.name, plain)
  }
  t.equal(office.received.length, PAYLOADS.length)
})

t.test('S41 a payload in the address is refused before any server hears of it', async (t) => {
  let connections = 0
  const office = await startPostOffice(t, {
    onConnect(_session, done) {
      connections += 1
      done()
    },
  })
  const mailer = mailerFor(t, office.url)
  for (const evil of [...PAYLOADS, ...PAYLOADS.map((p) => `${p}@unit.example`)]) {
    t.equal(isAddress(evil), false)
    const mail = outgoing({ to: { name: '市商务局', address: evil } })
    t.match(await mailer.send(mail), { outcome: 'refused', code: 'BAD_ADDRESS' })
  }
  t.equal(connections, 0)
})

t.test('an id that is more than an id names neither file nor header', async (t) => {
  const folder = t.testdir()
  const office = await startPostOffice(t)
  for (const id of ['../../evil', 'a/b', 'a\r\nBcc: x', '', 'a.b', 'x'.repeat(65)]) {
    for (const url of [office.url, null]) {
      const mailer = mailerFor(t, url, { folder })
      await t.rejects(mailer.send(outgoing({ id })), { name: 'RangeError' }, JSON.stringify(id))
    }
  }
  t.equal(office.received.length, 0)
})

t.test('a field cannot make the composer read a file or an address', async (t) => {
  const folder = t.testdir({ secret: 'hunter2' })
  const path = join(folder, 'secret')
  const hostile = JSON.parse(JSON.stringify({ path, href: `file://${path}` }))
  const mailer = mailerFor(t, null, { folder })
  await t.rejects(mailer.send(outgoing({ text: hostile })), { code: 'EFILEACCESS' })
  t.equal(await readFile(path, 'utf8'), 'hunter2')
})
