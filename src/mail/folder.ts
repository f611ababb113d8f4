import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { messageIdOf } from '../domain/mail-id.js'
import { checkedMailId } from './address.js'
import type { Delivery } from './delivery.js'
import { mimeOf, type OutgoingMail, type Sender } from './mime.js'

/**
 * Writes each mail as `<id>.eml` into a folder. The file appears whole or not at all, and a mail
 * written again replaces its file. A disk that does not take it is `deferred` with the system's
 * error code.
 */
export function createFolderSender(folder: string, from: Sender) {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

  async function send(mail: OutgoingMail): Promise<Delivery> {
    const name = `${checkedMailId(mail.id)}.eml`
    const { message } = await composer.sendMail(mimeOf(mail, from))
    if (!Buffer.isBuffer(message)) throw new TypeError('the composer was asked for a buffer')
    try {
      await writeWhole(folder, name, message)
    } catch (error) {
      const reason = '邮件文件夹无法写入'
      return { outcome: 'deferred', code: codeOf(error), reason, about: 'server' }
    }
    return { outcome: 'accepted', message_id: messageIdOf(mail.id, from.address), response: name }
  }

  return { send }
}

async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `.${name}.${randomUUID()}.tmp`)
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(folder, name))
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
}
