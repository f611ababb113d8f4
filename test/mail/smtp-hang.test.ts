import t from 'tap'
import { mailerFor, startPostOffice, startRaw, untilDataEnds } from './post-office.js'
import { outgoing } from './samples.js'

const SHORT = { connection: 400, greeting: 400, socket: 400, total: 3000 }

t.test('a server that never greets is given up', async (t) => {
  const url = await startRaw(t, () => {})
  const delivery = await mailerFor(t, url, { timeouts: SHORT }).send(outgoing())
  t.match(delivery, { outcome: 'deferred', code: 'ETIMEDOUT', reason: /^邮件服务器未在时限内应答/ })
})

t.test('a server that falls silent after the data is given up', async (t) => {
  let reached = false
  const url = await startRaw(
    t,
    untilDataEnds(() => {
      reached = true
    }),
  )
  const delivery = await mailerFor(t, url, { timeouts: SHORT }).send(outgoing())
  t.match(delivery, { outcome: 'deferred', code: 'ETIMEDOUT' })
  t.ok(reached)
})

t.test('a server that drips one byte after another is cut at the total', async (t) => {
  const url = await startRaw(
    t,
    untilDataEnds((socket) => {
      const drip = setInterval(() => socket.write('2'), 50)
      socket.on('close', () => clearInterval(drip))
    }),
  )
  const timeouts = { ...SHORT, total: 600 }
  const began = Date.now()
  const delivery = await mailerFor(t, url, { timeouts }).send(outgoing())
  t.match(delivery, { outcome: 'deferred', code: 'EABORT', reason: /^邮件服务器未在时限内应答/ })
  t.ok(Date.now() - began < 2000)
})

t.test(
  'a connection lost before the answer is deferred, the repeat carries one Message-ID',
  async (t) => {
    let reached = 0
    const url = await startRaw(
      t,
      untilDataEnds((socket) => {
        reached += 1
        socket.destroy()
      }),
    )
    const lost = await mailerFor(t, url).send(outgoing())
    t.match(lost, { outcome: 'deferred', code: /^E(CONNECTION|SOCKET)$/ })
    t.equal(reached, 1)
    const office = await startPostOffice(t)
    await mailerFor(t, office.url).send(outgoing())
    await mailerFor(t, office.url).send(outgoing())
    const ids = office.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
    t.strictSame(ids, Array(2).fill(`<${outgoing().id}@office.example>`))
  },
)

t.test('a port nobody listens on and a name nobody has are deferred', async (t) => {
  const closed = await mailerFor(t, 'smtp://127.0.0.1:1').send(outgoing())
  t.match(closed, { outcome: 'deferred', code: 'ESOCKET', reason: /^无法连接邮件服务器/ })
  const unknown = await mailerFor(t, 'smtp://mail.invalid').send(outgoing())
  t.match(unknown, { outcome: 'deferred', code: /^E(DNS|TIMEDOUT)$/ })
})

t.test('one hanging mail holds up no other', async (t) => {
  let first = true
  const office = await startPostOffice(t, {
    onRcptTo(_address, _session, done) {
      if (!first) return done()
      first = false
    },
  })
  const mailer = mailerFor(t, office.url, { timeouts: { ...SHORT, socket: 1500 } })
  const began = Date.now()
  const hanging = mailer.send(outgoing({ id: 'mail-1' }))
  await new Promise((resolve) => setTimeout(resolve, 100))
  t.match(await mailer.send(outgoing({ id: 'mail-2' })), { outcome: 'accepted' })
  t.ok(Date.now() - began < 1400)
  t.match(await hanging, { outcome: 'deferred', code: 'ETIMEDOUT' })
})
