import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { newSigningKey, type Signer, signerOf } from '../proof/key.js'
import { TroubleError } from './trouble.js'

/** Where the key of a single machine is in its data folder. */
export const signingKeyIn = (folder: string): string => join(folder, 'signing-key.pem')

/** The path of a data folder's signing key, readable by its owner alone; made on first use, whole or not at all. */
export function keptSigningKey(folder: string): string {
  const path = signingKeyIn(folder)
  if (existsSync(path)) return path
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, newSigningKey(), { mode: 0o600, flush: true })
  try {
    // Unlike a rename it leaves the key of whoever was first.
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const entry = openSync(folder, 'r')
  fsyncSync(entry)
  closeSync(entry)
  return path
}

/** The signer of a key file. TroubleError where it is not there or holds no private Ed25519 key. */
export function readSigner(path: string): Signer {
  const signer = signerOf(readText(path))
  if (signer) return signer
  throw new TroubleError(
    `${path} 不是 Ed25519 私钥：用 openssl genpkey -algorithm ed25519 生成一个。(SIGNING_KEY_FILE)`,
  )
}

/** The text of a file the reader named. TroubleError where it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new TroubleError(`读不到 ${path}：请核对路径和权限。(cannot read)`)
  }
}
