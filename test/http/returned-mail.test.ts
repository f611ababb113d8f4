import t from 'tap'
import { v7 } from 'uuid'
import { readReturned } from '../../src/http/returned-mail.js'
import { outOfOffice, plainLetter, statusNotification } from '../helpers/returned-mail.js'

const id = v7()
const message_id = `<${id}@office.example>`
const to = `returns+${id}@office.example`

t.test('a status report names the mail it encloses, and says why', async (t) => {
  t.strictSame(await readReturned(statusNotification({ message_id })), {
    mail_ids: [id],
    verdict: 'failed',
    reason:
      '5.1.1 550 5.1.1 <gone@unit.example>: Recipient address rejected: User unknown (gone@unit.example)',
  })
})

t.test('the address it came back to names it as well, whatever the case', async (t) => {
  const read = await readReturned(statusNotification({ to: to.toUpperCase(), action: 'FAILED' }))
  t.strictSame([read?.mail_ids, read?.verdict], [[id], 'failed'])
})

t.test('what is still being tried is delayed; what arrived is no returned mail', async (t) => {
  const delayed = statusNotification({ message_id, action: 'delayed', status: '4.4.1' })
  t.equal((await readReturned(delayed))?.verdict, 'delayed')
  const delivered = statusNotification({ message_id, action: 'delivered', status: '2.0.0' })
  t.equal(await readReturned(delivered), null)
})

t.test('a daemon’s letter counts where it gives a code that says for good', async (t) => {
  const text = '550 Mailbox not found 收件人不存在'
  const read = await readReturned(plainLetter({ to, text }))
  t.strictSame(read, { mail_ids: [id], verdict: 'failed', reason: text })
  t.equal(await readReturned(plainLetter({ to, text: '请稍后再试 (451)' })), null)
  const trying = 'Still trying: host mx [5.9.12.7] said 451, version 5.10.2.1'
  t.equal(await readReturned(plainLetter({ to, text: trying })), null)
  const somebody = plainLetter({ to, text }).replace('Return-Path: <>\r\n', '')
  t.not(await readReturned(somebody), null, 'the postmaster is known by name too')
  t.equal(await readReturned(somebody.replace('PostMaster@', 'wang@')), null)
})

t.test('automatic replies and mail that names none of ours are none', async (t) => {
  t.equal(await readReturned(outOfOffice(to)), null)
  t.equal(await readReturned(statusNotification({})), null, 'a mail in the body is not enclosed')
  t.equal(await readReturned('hello'), null)
  t.equal(await readReturned('\0\r\n\r\n--'), null)
})
