import { randomBytes } from 'node:crypto'
import { createClient } from '../../../src/client/index.js'
import { evidenceOperations } from '../../../src/contracts/evidence.js'
import { AuditError } from '../rivals/rival.js'
import { residentMb } from '../world/memory.js'
import { type Bench, type Measured, shown } from './row.js'

const MEGA = 1_048_576

/**
 * Evidence into the store, one file after another: megabytes a second from the first byte sent to the answer, and by how
 * much the interface's memory grew meanwhile. Each file is another one, so that none is spared for being there already.
 */
export async function uploads({
  system,
  office,
  sizes,
}: Bench): Promise<Measured<'upload_mb_per_s' | 'upload_memory_mb'>> {
  const { files, megabytes } = sizes.uploads
  const [unit] = office.units
  if (!unit) throw new AuditError('an office without units')
  const client = createClient({ address: system.api, token: unit.token })
  const upload = async (size: number) => {
    const file = new File([documentOf(size)], '整改材料.pdf', { type: 'application/pdf' })
    const began = performance.now()
    await client(evidenceOperations.uploadEvidence, { body: { masked: 'true' }, file })
    return performance.now() - began
  }
  await upload(1)
  const before = residentMb(system.pids.api)
  let spent = 0
  for (let index = 0; index < files; index += 1) spent += await upload(megabytes)
  const grown = Math.max(1, residentMb(system.pids.api) - before)
  return {
    figures: { upload_mb_per_s: (files * megabytes * 1_000) / spent, upload_memory_mb: grown },
    notes: [`${files} files of ${megabytes} MB; the interface held ${shown(before)} MB before`],
  }
}

/** A document by its first and last words, of so many megabytes nobody can foresee. */
function documentOf(megabytes: number): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< >>\nstream\n'),
    randomBytes(megabytes * MEGA),
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])
}
