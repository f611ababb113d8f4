import { join } from 'node:path'
import { LOCAL_ISSUER, type LocalIssuer, openLocalIssuer } from './auth/local-issuer.js'
import { createDeps } from './commands/create-deps.js'
import type { Deps } from './commands/deps.js'
import { createOffice } from './commands/office.js'
import { type Config, environmentWith, readConfig } from './config.js'
import { listOffices } from './db/office.js'
import { openPool } from './db/pool.js'
import { createPoke } from './db/wake.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'
import { type OfficeTask, readTask } from './office/arguments.js'
import { withOwnerDatabase } from './office/database.js'
import { importList } from './office/imports.js'

/** `npm run office`: create an office and enter the lists it begins with, as the owner of the database. */
const say = (line: string) => console.log(line)

await runMain(async () => {
  const task = readTask(process.argv.slice(2))
  const config = readConfig()
  const issuer = async () => openLocalIssuer(join(config.dataFolder, 'auth'))
  if (task.name === 'token') {
    requireLocalIssuer(config)
    return say(await (await issuer()).mint(task.subject))
  }
  const { secrets, dataFolder: folder } = config
  // Apart from what the task says, which other programs may read.
  const progress = (line: string) => console.error(line)
  const place = { url: secrets.databaseUrl, folder, env: environmentWith(), say: progress }
  await withOwnerDatabase(place, async (url) => {
    const pool = openPool({ url, role: 'zhenggai_migrate', max: 2, applicationName: 'office' })
    try {
      await perform(task, config, createDeps(pool, createPoke(pool)), issuer)
    } finally {
      await pool.close()
    }
  })
})

async function perform(
  task: Exclude<OfficeTask, { name: 'token' }>,
  config: Config,
  deps: Deps,
  issuer: () => Promise<LocalIssuer>,
): Promise<void> {
  const offices = await listOffices(deps.pool)
  if (task.name === 'list') {
    for (const { id, name, rehearsal } of offices)
      say(`${id}  ${name}${rehearsal ? '（演练）' : ''}`)
    if (offices.length === 0) say('还没有办公室：npm run office -- create …')
    return
  }
  if (task.name === 'create') return create(task, config, deps, issuer)
  const office_id = officeNamed(task.office, offices)
  const known = { deps, office_id, issuer: issuerNamed(task.issuer, config) }
  const { added, changed, unchanged } = await importList(task.name, task.file, known)
  say(`✓ 新增 ${added}，更改 ${changed}，未变 ${unchanged}`)
}

async function create(
  task: Extract<OfficeTask, { name: 'create' }>,
  config: Config,
  deps: Deps,
  local: () => Promise<LocalIssuer>,
): Promise<void> {
  const { office: name, admin, subject, email, zone, hours, phone, rehearsal, security } = task
  const issuer = issuerNamed(task.issuer, config)
  const { office_id } = await createOffice(deps, {
    name,
    zone,
    hours,
    duty_phone: phone,
    rehearsal_start: rehearsal,
    admin: { name: admin, email, issuer, subject },
    ...(security ? { security: { ...security, email: null, issuer } } : {}),
  })
  say(`✓ 已建立“${name}”${rehearsal ? '（演练）' : ''}`)
  say(`  编号    ${office_id}`)
  say(`  管理员  ${admin}，账号 ${subject}，签发方 ${issuer}`)
  say(
    `  安全管理员  ${security ? `${security.name}，账号 ${security.subject}` : '还没有：由管理员任命'}`,
  )
  if (issuer === LOCAL_ISSUER) say(`  令牌    ${await (await local()).mint(subject)}`)
  say('  下一步  npm run office -- import-units 单位.csv')
}

/** The issuer people log in with: the one named, the only one configured, or the local one. */
function issuerNamed(named: string | null, { auth }: Config): string {
  const known = auth.issuers.map(({ issuer }) => issuer)
  if (named !== null && (known.length === 0 || known.includes(named))) return named
  if (named !== null) throw new TroubleError(`JWT_ISSUERS 里没有 ${named}。(--issuer)`)
  if (known.length > 1) throw new TroubleError('配置了多个签发方：用 --issuer 指明一个。(--issuer)')
  return known[0] ?? LOCAL_ISSUER
}

function officeNamed(named: string | null, offices: readonly { id: string }[]): string {
  if (named !== null) {
    if (offices.some(({ id }) => id === named)) return named
    throw new TroubleError(
      `没有编号为 ${named} 的办公室：npm run office -- list 可以查看。(--office)`,
    )
  }
  const [only, ...others] = offices
  if (!only) throw new TroubleError('还没有办公室：先运行 npm run office -- create。(no office)')
  if (others.length > 0) throw new TroubleError('有多个办公室：用 --office 指明一个。(--office)')
  return only.id
}

function requireLocalIssuer({ auth }: Config): void {
  if (auth.issuers.length === 0) return
  throw new TroubleError('配置了 JWT_ISSUERS，令牌由签发方发给，这里不签。(token)')
}
