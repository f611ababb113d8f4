import { resolve } from 'node:path'
import { restoreDump } from './backup/foreign.js'
import { type Manifest, readManifest } from './backup/manifest.js'
import { requireFresh, restoreCluster, restoreFiles } from './backup/restore.js'
import { type Config, readConfig } from './config.js'
import { runMain } from './local/main.js'
import { ownFolder } from './local/ownership.js'
import { step } from './local/progress.js'
import { TroubleError } from './local/trouble.js'

/** `npm run restore -- DIR`: puts a backup into an empty data folder, and says what to do next. */
const say = (line: string) => console.log(line)

await runMain(async () => {
  const source = readArguments()
  const manifest = readManifest(source)
  const config = readConfig()
  const { dataFolder } = config
  requireSameKind(manifest, config)
  requireSameStore(manifest, config)
  const owned = await ownFolder(dataFolder, 'restore.ts')
  try {
    const place = { dataFolder, evidence: config.evidence.folder }
    requireFresh(place.dataFolder, place.evidence)
    await step('恢复数据库', () => restoreDatabase(manifest, source, config), say)
    await step('恢复材料和其他文件', () => restoreFiles(source, place), say)
  } finally {
    owned.release()
  }
  say(`✓ 已恢复 ${manifest.taken_at} 的备份，${manifest.files} 个文件。`)
  say(
    config.temporal.address === null
      ? '  下一步：npm start。该等的都会重新告知 Temporal。'
      : '  下一步：启动各进程，再运行 npm run rebuild：重新告知 Temporal，并说明丢失了什么。',
  )
})

function restoreDatabase({ database }: Manifest, source: string, config: Config): Promise<void> {
  const { databaseUrl } = config.secrets
  if (database === 'dump' && databaseUrl !== null) return restoreDump(databaseUrl, source)
  return restoreCluster(source, config.dataFolder)
}

function requireSameKind({ database }: Manifest, { secrets }: Config): void {
  const foreign = secrets.databaseUrl !== null
  if (foreign === (database === 'dump')) return
  throw new TroubleError(
    foreign
      ? '这是内置 Postgres 的备份：去掉 DATABASE_URL 后重试。(backup of the embedded Postgres)'
      : '这是用 pg_dump 备份的：用 DATABASE_URL 指向一个空的数据库后重试。(backup of another Postgres)',
  )
}

function requireSameStore({ evidence }: Manifest, { secrets }: Config): void {
  const inBucket = secrets.bucket !== null
  if (inBucket === (evidence === 'bucket')) return
  throw new TroubleError(
    inBucket
      ? '这份备份里的材料在文件夹里：去掉 EVIDENCE_BUCKET 恢复，再按原路径拷入存储桶。(evidence in a folder)'
      : '备份时材料在存储桶里：设好 EVIDENCE_BUCKET 后重试。(evidence in a bucket)',
  )
}

function readArguments(): string {
  const [folder, ...more] = process.argv.slice(2)
  if (!folder || folder.startsWith('-') || more.length > 0) {
    throw new TroubleError('用法：npm run restore -- 备份目录。(usage)')
  }
  return resolve(folder)
}
