import { EvidenceError } from '../evidence-error.js'
import type { Bytes } from './bytes.js'

/** Where others look for a format of theirs: a browser at the beginning, an archiver at the end. */
const HEAD = 1_024
const TAIL = 65_557
const MARKUP = /<!doctype html|<html[\s>]|<script[\s>]|<svg[\s>]|<iframe[\s>]|<\?php/i
const END = Buffer.from('PK\x05\x06', 'latin1')

/** Behind which nothing of a PDF's own follows; before it, a report may quote a page. */
const PDF_END = '%%EOF'

/**
 * Whether a file that is no archive and no text is also something else to another reader: a page, or an archive
 * behind it. Throws TYPE_NOT_ALLOWED.
 */
export async function checkOneFace(
  is: 'pdf' | 'picture' | 'compound',
  bytes: Bytes,
): Promise<void> {
  const head = await bytes.at(0, HEAD)
  const tail = await bytes.at(Math.max(0, bytes.size - TAIL), TAIL)
  const behind = is === 'pdf' ? tail.subarray(Math.max(0, tail.lastIndexOf(PDF_END))) : tail
  // The words of an old Word file may be anywhere in it; a browser takes none for a page.
  const parts = is === 'compound' ? [] : [head, behind]
  if (parts.some((part) => MARKUP.test(part.toString('latin1')))) throw twoFaced('a page')
  for (let at = tail.indexOf(END); at !== -1; at = tail.indexOf(END, at + 1)) {
    // Only an end whose remark reaches the end of the file is one.
    const remark = at + 22 <= tail.length ? tail.readUInt16LE(at + 20) : -1
    if (at + 22 + remark === tail.length) throw twoFaced('an archive')
  }
}

function twoFaced(what: string): EvidenceError {
  return new EvidenceError('TYPE_NOT_ALLOWED', `also ${what}`)
}
