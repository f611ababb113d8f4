import { createMailer } from '../../src/mail/mailer.js'
import { sender } from './post-office.js'
import { outgoing } from './samples.js'

/** A process that sends one mail to the server named, and prints what became of it: what it believes is its environment's. */
const [smtp_url = ''] = process.argv.slice(2)
const timeouts = { connection: 5_000, greeting: 5_000, socket: 5_000, total: 10_000 }
const mailer = createMailer({ smtp_url, folder: 'unused', from: sender, timeouts })
console.log(JSON.stringify(await mailer.send(outgoing())))
mailer.close()
