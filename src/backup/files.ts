import { join } from 'node:path'
import { copyFolder } from './copy.js'

/** What of a data folder is made anew, belongs to one run only, or is copied in its own way. */
const LEFT_OUT =
  /^(postgres|temporal|cache|logs|check|test|evidence|(demo|chaos|bench)-\d+|children\.json|owner\.pid|postgres-.*\.log|.*\.log)$/

/** The folder of a backup for evidence, wherever that is kept. */
export const EVIDENCE = 'evidence'
/** The folder of a backup for the rest of the data folder: keys, mails, tokens. */
export const REST = 'files'

/**
 * Copies evidence and the rest of the data folder. After the database: a file is stored before its row. `evidence` null
 * is in a bucket, and stays there.
 */
export async function copyFiles(
  place: { dataFolder: string; evidence: string | null },
  target: string,
): Promise<{ files: number; bytes: number }> {
  const rest = await copyFolder(place.dataFolder, join(target, REST), (path) =>
    LEFT_OUT.test(path.split('/')[0] ?? ''),
  )
  const none = { files: 0, bytes: 0 }
  const { evidence: kept } = place
  const evidence = kept === null ? none : await copyFolder(kept, join(target, EVIDENCE))
  return { files: rest.files + evidence.files, bytes: rest.bytes + evidence.bytes }
}
