import { simpleParser } from 'mailparser'
import t from 'tap'
import { mailerFor, sender, startPostOffice } from './post-office.js'
import { outgoing } from './samples.js'

function failure(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code })
}

t.test('an accepted mail arrives as it was written', async (t) => {
  const office = await startPostOffice(t)
  const mail = outgoing()
  const delivery = await mailerFor(t, office.url).send(mail)
  const message_id = `<${mail.id}@office.example>`
  t.match(delivery, { outcome: 'accepted', message_id, response: /^250/ })

  t.equal(office.received.length, 1)
  t.match(office.received[0], { from: sender.address, to: [mail.to.address] })
  const parsed = await simpleParser(office.received[0]?.raw ?? '')
  t.equal(parsed.subject, mail.subject)
  t.strictSame(parsed.from?.value, [sender])
  t.match(parsed.to, { value: [mail.to] })
  t.equal(parsed.text?.trim(), mail.text.trim())
  t.match(parsed.html, '请按时限整改。')
  t.equal(parsed.messageId, message_id)
  t.equal(parsed.date?.toISOString(), mail.created_at)
  t.equal(parsed.headers.get('auto-submitted'), 'auto-generated')
})

t.test('a server without 8BITMIME and SMTPUTF8 gets plain seven bits', async (t) => {
  const office = await startPostOffice(t, { hide8BITMIME: true, hideSMTPUTF8: true })
  t.match(await mailerFor(t, office.url).send(outgoing()), { outcome: 'accepted' })
  const raw = office.received[0]?.raw ?? ''
  t.match(raw, /^[\t\r\n -~]+$/)
  t.equal((await simpleParser(raw)).subject, outgoing().subject)
})

t.test('a recipient refused for good is not tried again', async (t) => {
  const office = await startPostOffice(t, {
    onRcptTo: (_address, _session, done) => done(failure(550, 'no such\u202e mailbox')),
  })
  const delivery = await mailerFor(t, office.url).send(outgoing())
  t.match(delivery, {
    ...{ outcome: 'refused', code: '550', reason: /^收件服务器拒收.*no such mailbox/ },
    about: 'address',
  })
})

t.test('a refusal for our reputation says nothing of the address', async (t) => {
  const words = '5.7.1 Client host [198.51.100.7] blocked'
  const office = await startPostOffice(t, {
    onRcptTo: (_address, _session, done) => done(failure(554, words)),
  })
  const delivery = await mailerFor(t, office.url).send(outgoing())
  t.match(delivery, { outcome: 'refused', code: '554', about: 'mail' })
})

t.test('content refused for good is not tried again', async (t) => {
  const office = await startPostOffice(t, {
    onData(stream, _session, done) {
      stream.resume().on('end', () => done(failure(552, 'too big')))
    },
  })
  const delivery = await mailerFor(t, office.url).send(outgoing())
  t.match(delivery, { outcome: 'refused', code: '552', about: 'mail' })
})

t.test('a grey list defers, and the second attempt passes', async (t) => {
  const known = new Set<string>()
  const office = await startPostOffice(t, {
    onRcptTo({ address }, _session, done) {
      if (known.has(address)) return done()
      known.add(address)
      done(failure(450, 'greylisted'))
    },
  })
  const mailer = mailerFor(t, office.url)
  t.match(await mailer.send(outgoing()), {
    outcome: 'deferred',
    code: '450',
    reason: /^邮件服务器暂缓接收.*greylisted/,
  })
  t.match(await mailer.send(outgoing()), { outcome: 'accepted' })
  t.equal(office.received.length, 1)
})

t.test('of twenty mails every second is refused, and the others arrive', async (t) => {
  const refused = ({ address }: { address: string }) => Number(address.slice(1, 3)) % 2 === 0
  const office = await startPostOffice(t, {
    onRcptTo: (address, _session, done) =>
      refused(address) ? done(failure(550, 'unknown')) : done(),
  })
  const mailer = mailerFor(t, office.url)
  const numbers = Array.from({ length: 20 }, (_, i) => String(i).padStart(2, '0'))
  const outcomes = await Promise.all(
    numbers.map(async (n) => {
      const to = { name: `单位${n}`, address: `u${n}@unit.example` }
      return (await mailer.send(outgoing({ id: `mail-${n}`, to }))).outcome
    }),
  )
  t.strictSame(
    outcomes,
    numbers.map((n) => (Number(n) % 2 === 0 ? 'refused' : 'accepted')),
  )
  t.strictSame(
    office.received.flatMap((mail) => mail.to).toSorted(),
    numbers.filter((n) => Number(n) % 2 === 1).map((n) => `u${n}@unit.example`),
  )
})

t.test('a refusal that is about our own settings blames no recipient', async (t) => {
  t.test('at the greeting', async (t) => {
    const office = await startPostOffice(t, {
      onConnect: (_session, done) => done(failure(554, 'not you')),
    })
    t.match(await mailerFor(t, office.url).send(outgoing()), { outcome: 'deferred', code: '554' })
  })
  t.test('of our sender', async (t) => {
    const office = await startPostOffice(t, {
      onMailFrom: (_address, _session, done) => done(failure(550, 'sender unknown')),
    })
    t.match(await mailerFor(t, office.url).send(outgoing()), { outcome: 'deferred', code: '550' })
  })
  t.test('for want of a login', async (t) => {
    const office = await startPostOffice(t, {
      onRcptTo: (_address, _session, done) => done(failure(530, 'authenticate first')),
    })
    t.match(await mailerFor(t, office.url).send(outgoing()), { outcome: 'deferred', code: '530' })
  })
  t.test('of our password, which is not repeated', async (t) => {
    const office = await startPostOffice(t, {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('bad login')),
    })
    const url = office.url.replace('smtp://', 'smtp://clerk:hunter2@')
    const delivery = await mailerFor(t, url).send(outgoing())
    t.match(delivery, { outcome: 'deferred', code: '535' })
    t.notMatch(JSON.stringify(delivery), 'hunter2')
  })
})

t.test('encryption that cannot be trusted or had is deferred, never skipped', async (t) => {
  const selfSigned = await startPostOffice(t, { disabledCommands: ['AUTH'] })
  t.match(await mailerFor(t, selfSigned.url).send(outgoing()), {
    outcome: 'deferred',
    code: 'ESOCKET',
    reason: /certificate/,
  })
  const plain = await startPostOffice(t)
  const delivery = await mailerFor(t, `${plain.url}?requireTLS=true`).send(outgoing())
  t.match(delivery, { outcome: 'deferred', code: '500', reason: /STARTTLS|not recognized/ })
  t.strictSame([...selfSigned.received, ...plain.received], [])
})
