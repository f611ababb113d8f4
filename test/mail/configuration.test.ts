import t from 'tap'
import { createMailer } from '../../src/mail/mailer.js'
import { sender } from './post-office.js'

t.test('a bad configuration is refused at once, without showing the password', async (t) => {
  const options = { folder: 'unused', from: sender }
  const badSender = { ...sender, address: 'a@b.cn, c@d.cn' }
  t.throws(() => createMailer({ ...options, smtp_url: null, from: badSender }), {
    name: 'RangeError',
    message: 'the sender needs a plain mail address',
  })
  for (const smtp_url of ['http://x:hunter2@y', 'x:hunter2', '', 'smtp://', 'direct:?a=hunter2']) {
    t.throws(() => createMailer({ ...options, smtp_url }), {
      name: 'RangeError',
      message: 'an SMTP url starts with smtp:// or smtps://',
    })
  }
})
