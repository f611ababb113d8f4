import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import t from 'tap'
import { mailerFor, sender, startPostOffice } from './post-office.js'
import { outgoing } from './samples.js'

t.test('without SMTP a mail becomes a file any mail program opens', async (t) => {
  const folder = join(t.testdir(), 'deep', 'mails')
  const mail = outgoing()
  const delivery = await mailerFor(t, null, { folder }).send(mail)
  const message_id = `<${mail.id}@office.example>`
  t.strictSame(delivery, { outcome: 'accepted', message_id, response: `${mail.id}.eml` })
  t.strictSame(await readdir(folder), [`${mail.id}.eml`])

  const raw = await readFile(join(folder, `${mail.id}.eml`), 'latin1')
  t.notMatch(raw.replaceAll('\r\n', ''), /[\r\n]/)
  const parsed = await simpleParser(raw)
  t.equal(parsed.subject, mail.subject)
  t.strictSame(parsed.from?.value, [sender])
  t.match(parsed.to, { value: [mail.to] })
  t.equal(parsed.text?.trim(), mail.text.trim())
  t.equal(parsed.html && parsed.html.trim(), mail.html)
  t.equal(parsed.messageId, message_id)
  t.equal(parsed.date?.toISOString(), mail.created_at)
})

t.test('a mail sent again replaces its file, also when sent twenty times at once', async (t) => {
  const folder = t.testdir()
  const mailer = mailerFor(t, null, { folder })
  await mailer.send(outgoing({ subject: '第一次' }))
  await Promise.all(Array.from({ length: 20 }, () => mailer.send(outgoing({ subject: '又一次' }))))
  t.strictSame(await readdir(folder), [`${outgoing().id}.eml`])
  const parsed = await simpleParser(await readFile(join(folder, `${outgoing().id}.eml`)))
  t.equal(parsed.subject, '又一次')
})

t.test('a folder that cannot be written defers', async (t) => {
  const dir = t.testdir({ occupied: 'a file' })
  const delivery = await mailerFor(t, null, { folder: join(dir, 'occupied') }).send(outgoing())
  t.match(delivery, {
    outcome: 'deferred',
    code: /^(EEXIST|ENOTDIR)$/,
    reason: '邮件文件夹无法写入',
  })
})

t.test('a file that cannot take its place leaves nothing behind', async (t) => {
  const folder = t.testdir({ [`${outgoing().id}.eml`]: {} })
  const delivery = await mailerFor(t, null, { folder }).send(outgoing())
  t.match(delivery, { outcome: 'deferred', code: 'EISDIR' })
  t.strictSame(await readdir(folder), [`${outgoing().id}.eml`])
})

t.test('a rehearsal never leaves the house and is marked in subject, text and HTML', async (t) => {
  const folder = t.testdir()
  const office = await startPostOffice(t)
  const mailer = mailerFor(t, office.url, { folder })
  t.match(await mailer.send(outgoing({ rehearsal: true })), { outcome: 'accepted' })
  t.strictSame(office.received, [])
  const parsed = await simpleParser(await readFile(join(folder, `${outgoing().id}.eml`)))
  t.match(parsed.subject, /^【演练】【整改】/)
  t.match(parsed.text, /^【演练】本邮件由演练产生/)
  t.match(parsed.html, /<body><div[^>]*>【演练】本邮件由演练产生/)

  t.match(await mailer.send(outgoing({ id: 'real' })), { outcome: 'accepted' })
  t.equal(office.received.length, 1)
  t.notMatch((await simpleParser(office.received[0]?.raw ?? '')).subject, '演练')
})
