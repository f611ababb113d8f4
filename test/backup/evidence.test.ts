import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { copyFiles } from '../../src/backup/files.js'
import { readManifest, writeManifest } from '../../src/backup/manifest.js'
import { command } from '../bench/support.js'

const BUCKET = {
  EVIDENCE_BUCKET: 'https://s3.internal/evidence',
  EVIDENCE_BUCKET_KEY_ID: 'store',
  EVIDENCE_BUCKET_SECRET: 'kV7q-Zt2m_Xw9bLr4Yc8sNf3hJd6pGa1',
}
const written = { format: 1, database: 'cluster', taken_at: '2026-01-01T00:00:00Z' } as const

t.test('what is kept in a bucket is no part of a backup, which says so', async (t) => {
  const below = t.testdir({ data: { key: 'k', evidence: { unfinished: { 'a.part': 'x' } } } })
  const [dataFolder, folder] = [join(below, 'data'), join(below, 'one')]
  const bucket = join(below, 'two')
  await copyFiles({ dataFolder, evidence: join(dataFolder, 'evidence') }, folder)
  await copyFiles({ dataFolder, evidence: null }, bucket)
  t.strictSame(readdirSync(folder).toSorted(), ['evidence', 'files'])
  t.strictSame(readdirSync(bucket), ['files'])
})

t.test('a backup is restored only to where its evidence was', async (t) => {
  const saved = mkdtempSync(join(tmpdir(), 'saved-'))
  t.teardown(() => rmSync(saved, { recursive: true }))
  await writeManifest(saved, { ...written, evidence: 'bucket', files: 0, bytes: 0 })
  const target = join(saved, 'target')
  const without = await command('restore', [saved], target)
  t.match(without, { code: 1, out: /设好 EVIDENCE_BUCKET 后重试/ })
  rmSync(join(saved, 'backup.json'))
  await writeManifest(saved, { ...written, evidence: 'folder', files: 0, bytes: 0 })
  t.equal(readManifest(saved).evidence, 'folder')
  const beside = await command('restore', [saved], target, BUCKET)
  t.match(beside, { code: 1, out: /去掉 EVIDENCE_BUCKET 恢复/ })
  t.strictSame(readdirSync(saved), ['backup.json'], 'nothing is begun')
})
