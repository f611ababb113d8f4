import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MailFile } from './check-mails.js'

const ENDING = '.eml'
const MARK = '【演练】'

/** The mails that lie in a folder; none when there is no folder yet. */
export async function readMailFolder(folder: string): Promise<MailFile[]> {
  const names = (await readdir(folder).catch(ifMissing)).filter((name) => name.endsWith(ENDING))
  return Promise.all(
    names.map(async (name) => ({
      id: basename(name, ENDING),
      marked: subjectOf(await readFile(join(folder, name), 'utf8')).includes(MARK),
    })),
  )
}

/** The decoded Subject of a mail: folded lines joined, encoded words read. */
export function subjectOf(mail: string): string {
  const [head = ''] = mail.split(/\r?\n\r?\n/, 1)
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const subject = lines.find((line) => /^subject:/i.test(line))?.slice('subject:'.length) ?? ''
  return subject
    .trim()
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : quoted(text),
    )
}

function quoted(text: string): string {
  const bytes = text
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString()
}

function ifMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
