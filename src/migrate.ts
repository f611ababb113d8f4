import { readConfig } from './config.js'
import { migrateDown, migrateToLatest, migrationStatus } from './db/migrations.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'

const USAGE = '用法：npm run migrate -- up | down | status。(usage)'

async function main(): Promise<number> {
  const url = readConfig().secrets.databaseUrl
  if (url === null)
    throw new TroubleError('请设置 DATABASE_URL，指明要迁移的数据库。(DATABASE_URL)')
  const [command = '', ...rest] = process.argv.slice(2)
  if (rest.length > 0) throw new TroubleError(USAGE)
  switch (command) {
    case 'up':
      report('已应用', await migrateToLatest(url))
      return 0
    case 'down':
      report('已撤销', await migrateDown(url))
      return 0
    case 'status':
      return await printStatus(url)
    default:
      throw new TroubleError(USAGE)
  }
}

/** Exit code 1 while a migration is still to be applied, so that scripts can ask. */
async function printStatus(url: string): Promise<number> {
  const migrations = await migrationStatus(url)
  for (const { name, applied } of migrations)
    console.log(`${applied ? '已应用' : '未应用'}  ${name}`)
  return migrations.every(({ applied }) => applied) ? 0 : 1
}

function report(done: string, names: readonly string[]): void {
  for (const name of names) console.log(`${done}  ${name}`)
  if (names.length === 0) console.log('没有需要做的迁移')
}

await runMain(main)
