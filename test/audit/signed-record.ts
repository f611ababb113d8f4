import { join } from 'node:path'
import type { Test } from 'tap'
import { createHeadsSigning } from '../../src/activities/sign-heads.js'
import { beginning, type Progress } from '../../src/audit/chains/progress.js'
import { verifyRecord } from '../../src/audit/chains/verify.js'
import { openHeadsBook } from '../../src/proof/heads-file.js'
import { newSigningKey, signerOf, verifierOf } from '../../src/proof/key.js'
import { office } from '../db/support.js'
import { seedChains, sha256 } from './seed-chains.js'

export const SIGNER = signerOf(newSigningKey())
const VERIFY = SIGNER && verifierOf(SIGNER.public_key)
export const EACH = 10
export const BEGIN = beginning('this record', '2022-09-05T01:00:00.000Z')
/** Nothing but the signed heads is looked at. */
export const WALKED: Progress = { ...BEGIN, walked: true }

/** A thousand findings with ten events each, whose ends are signed in a file. */
export async function signedRecord(t: Test) {
  const all = await office(t)
  const chains = await seedChains(all, { findings: 1_000, each: EACH })
  if (!SIGNER || !VERIFY) throw new Error('no key')
  const path = join(t.testdir(), 'heads.ndjson')
  const book = openHeadsBook(path, SIGNER)
  const alarms: string[] = []
  const alarm = (text: string) => alarms.push(text)
  const sign = createHeadsSigning(all.worker, book, { every: 0 })
  const hourly = () => createHeadsSigning(all.worker, book, { alarm })
  let lines = 0
  const append: typeof book.append = async (...line) => {
    lines += 1
    if (lines > 1) throw new Error('killed')
    return book.append(...line)
  }
  const dying = createHeadsSigning(all.worker, { ...book, append }, { every: 0 })
  const heads = { path, verify: VERIFY }
  const verify = (more: Partial<Parameters<typeof verifyRecord>[0]> = {}, from = BEGIN) =>
    verifyRecord(
      { pool: all.worker, hash: sha256, heads: null, kept: () => undefined, ...more },
      from,
    )
  return { ...all, chains, path, book, alarms, sign, hourly, dying, heads, verify }
}
