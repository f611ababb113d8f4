import { open } from 'node:fs/promises'
import { structureOf } from '../accepted-types.js'
import { EvidenceError } from '../evidence-error.js'
import { type Bytes, bytesOf } from './bytes.js'
import { checkCompound } from './compound.js'
import { checkContainer } from './container.js'
import { checkPdf } from './pdf.js'
import { metadataOf } from './picture-metadata.js'
import { checkPicture } from './picture-size.js'
import { createTextCheck } from './plain-text.js'
import type { Said } from './said.js'
import { secondOpinion } from './second-opinion.js'
import { checkOneFace } from './two-faced.js'

/**
 * Looks at a whole file that has arrived and is not yet stored: whether it is made as its extension says, and nothing
 * else beside it; whether it starts anything, unpacks without end, or is marked as secret. Throws EvidenceError
 * TYPE_NOT_ALLOWED, ACTIVE_CONTENT, ARCHIVE_UNSAFE, PICTURE_TOO_LARGE or SECRECY_MARKED. Resolves to what a picture
 * says beside what it shows.
 */
export async function inspect(
  path: string,
  { name, type, size }: { name: string; type: string; size: number },
): Promise<readonly Said[] | null> {
  const structure = structureOf(name)
  if (structure === null) throw new EvidenceError('TYPE_NOT_ALLOWED', 'of no type that is taken')
  const handle = await open(path, 'r')
  try {
    const bytes = bytesOf(handle, size)
    if (structure.is === 'text') {
      await checkText(bytes, /\.csv$/i.test(name))
      return null
    }
    if (structure.is === 'container') await checkContainer(structure.kind, { path, bytes })
    else await checkOneFace(structure.is, bytes)
    if (structure.is === 'pdf') await checkPdf(bytes)
    if (structure.is === 'picture') await checkPicture(type, bytes)
    if (structure.is === 'compound') await checkCompound(structure.kind, bytes)
    await secondOpinion(type, structure.is, bytes)
    return structure.is === 'picture' ? await metadataOf(type, bytes) : null
  } finally {
    await handle.close()
  }
}

async function checkText(bytes: Bytes, isTable: boolean): Promise<void> {
  const check = createTextCheck(isTable)
  for await (const chunk of bytes.all()) check.take(chunk)
  check.end()
}
