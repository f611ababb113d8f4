import { fileTypeFromBuffer } from 'file-type'
import { HEAD_BYTES, type Structure } from '../accepted-types.js'
import { EvidenceError } from '../evidence-error.js'
import type { Bytes } from './bytes.js'

type Asked = Exclude<Structure['is'], 'text'>

/** What a library that knows hundreds of formats may say of ours by their first bytes; undefined where it knows none. */
const SAYS: Readonly<Record<Asked, (type: string) => readonly (string | undefined)[]>> = {
  pdf: (type) => [type],
  picture: (type) => (type === 'image/png' ? [type, 'image/apng'] : [type]),
  container: (type) => [type, 'application/zip', undefined],
  compound: () => ['application/x-cfb'],
}

/**
 * Asks a library what the first bytes are, and believes it where it disagrees. It is shown no more than them: what it
 * does with a whole file is not ours to bound. Throws TYPE_NOT_ALLOWED.
 */
export async function secondOpinion(type: string, is: Asked, bytes: Bytes): Promise<void> {
  // Where it fails it knows nothing.
  const said = await fileTypeFromBuffer(await bytes.at(0, HEAD_BYTES)).catch(() => undefined)
  if (SAYS[is](type).includes(said?.mime)) return
  throw new EvidenceError('TYPE_NOT_ALLOWED', `known as ${said?.mime ?? 'nothing'}`)
}
