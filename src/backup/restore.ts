import { existsSync, readdirSync } from 'node:fs'
import { chmod, chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { reachableFolder } from '../local/postgres-reach.js'
import { postgresUser, type RunAs } from '../local/postgres-user.js'
import { TroubleError } from '../local/trouble.js'
import { copyFolder } from './copy.js'
import { CLUSTER } from './embedded.js'
import { EVIDENCE, REST } from './files.js'

/** What may lie in a data folder that counts as empty: downloads, and whoever uses it just now. */
const HARMLESS = ['cache', 'owner.pid', 'children.json']

/** Makes sure that a data folder holds nothing yet. Throws TroubleError. */
export function requireFresh(dataFolder: string, evidence: string): void {
  const filled = (folder: string) =>
    existsSync(folder) && readdirSync(folder).some((name) => !HARMLESS.includes(name))
  for (const folder of [dataFolder, evidence]) {
    if (!filled(folder)) continue
    throw new TroubleError(
      `${folder} 里已有数据：先移走它（例如改名），或用 DATA_DIR 指定一个空目录。(target not empty)`,
    )
  }
}

/** Puts keys, mails and evidence back. */
export async function restoreFiles(
  source: string,
  place: { dataFolder: string; evidence: string },
): Promise<void> {
  await copyFolder(join(source, REST), place.dataFolder)
  await copyFolder(join(source, EVIDENCE), place.evidence)
}

/** Puts the embedded cluster back, owned by whoever will run it. It makes itself consistent at its first start. */
export async function restoreCluster(source: string, dataFolder: string): Promise<void> {
  const runAs = postgresUser()
  const target = reachableFolder(runAs, join(dataFolder, CLUSTER))
  if (existsSync(join(target, 'data'))) {
    throw new TroubleError(`${target} 里已有数据库：先移走它。(target not empty)`)
  }
  await copyFolder(join(source, CLUSTER), target)
  await giveAll(runAs, target)
  await chmod(join(target, 'password'), 0o600)
}

async function giveAll(runAs: RunAs, folder: string): Promise<void> {
  const { uid, gid } = runAs
  if (uid === undefined || gid === undefined) return
  const entries = await readdir(folder, { recursive: true })
  for (const entry of entries) await chown(join(folder, entry), uid, gid)
}
