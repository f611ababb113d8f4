import { join, resolve } from 'node:path'
import { copyCluster } from './backup/embedded.js'
import { copyFiles } from './backup/files.js'
import { dumpDatabase } from './backup/foreign.js'
import { requireEmpty, writeManifest } from './backup/manifest.js'
import { type Config, environmentWith, readConfig } from './config.js'
import { runMain } from './local/main.js'
import { withEmbeddedPostgres } from './local/postgres-borrowed.js'
import { folderOfCluster } from './local/postgres-reach.js'
import { step } from './local/progress.js'
import { TroubleError } from './local/trouble.js'

/** `npm run backup -- DIR`: everything that must survive, into an empty folder, while everything runs. */
const say = (line: string) => console.log(line)

await runMain(async () => {
  const target = readArguments()
  const config = readConfig()
  requireEmpty(target)
  const started = new Date().toISOString()
  const database = await step('备份数据库', () => backUpDatabase(config, target), say)
  const evidence = config.secrets.bucket === null ? 'folder' : 'bucket'
  const place = {
    dataFolder: config.dataFolder,
    evidence: evidence === 'folder' ? config.evidence.folder : null,
  }
  const files = await step('备份材料和其他文件', () => copyFiles(place, target), say)
  const count = { files: database.files + files.files, bytes: database.bytes + files.bytes }
  const kind = config.secrets.databaseUrl === null ? 'cluster' : 'dump'
  await writeManifest(target, {
    ...{ format: 1, database: kind, evidence, taken_at: started, ...count },
  })
  const megabytes = (count.bytes / 1_000_000).toFixed(1)
  say(`✓ 已备份到 ${target}：${count.files} 个文件，${megabytes} MB。`)
  if (evidence === 'bucket') say('  材料在存储桶里，不在这份备份中：由存储桶自己的版本或副本保管。')
  say('  此前已答复的操作都在其中。恢复：先移走数据目录，再运行 npm run restore -- 备份目录')
})

function backUpDatabase({ secrets, dataFolder: folder }: Config, target: string) {
  if (secrets.databaseUrl !== null) return dumpDatabase(secrets.databaseUrl, target)
  const source = folderOfCluster(join(folder, 'postgres'))
  return withEmbeddedPostgres({ folder, env: environmentWith(), mark: 'backup.ts', say }, (urlOf) =>
    copyCluster(urlOf, source, target),
  )
}

function readArguments(): string {
  const [folder, ...more] = process.argv.slice(2)
  if (!folder || folder.startsWith('-') || more.length > 0) {
    throw new TroubleError('用法：npm run backup -- 备份目录（不存在或空的）。(usage)')
  }
  return resolve(folder)
}
