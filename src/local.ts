import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LOCAL_ISSUER, type LocalIssuer, openLocalIssuer } from './auth/local-issuer.js'
import { type Config, environmentWith, readConfig } from './config.js'
import { openPool } from './db/pool.js'
import { loadExample } from './example/load.js'
import { ROLE_TOKENS } from './example/tokens.js'
import { ownChildren } from './local/children.js'
import { stopLeftovers } from './local/ledger.js'
import { runMain } from './local/main.js'
import { ownFolder } from './local/ownership.js'
import { step } from './local/progress.js'
import { ledgerOf } from './local/run-folder.js'
import { aborted, stopSignal } from './local/stop-signal.js'
import { type System, startSystem } from './local/system.js'
import { anyEnd } from './local/watch.js'

/** Everything on one machine: Postgres, Temporal, the API and the worker, until told to stop. */
const say = (line: string) => console.log(line)

await runMain(async () => {
  const config = readConfig()
  const stop = stopSignal()
  const own = () => ownFolder(config.dataFolder, 'local.ts')
  const folder = await step('等上一个进程退出', own, say)
  const ledger = ledgerOf(config.dataFolder)
  await step('停掉上次留下的进程', () => stopLeftovers(ledger), say)
  const children = ownChildren(ledger)
  const plan = { ...config, folder: config.dataFolder, environment: environmentWith, say, stop }
  const starting = startSystem(children, plan).then(async (system) => {
    const tokens = await prepare(config, system)
    return { system, tokens }
  })
  // An interrupted start fails by and by, when nobody waits for it any more.
  starting.catch(() => undefined)
  try {
    const started = await Promise.race([starting, aborted(stop)])
    if (started) {
      greet(config, started.system, started.tokens)
      await Promise.race([
        aborted(stop),
        anyEnd(started.system.services, '再运行一次 npm start，已保存的数据都在'),
      ])
    }
    say('\n正在停止 …')
  } finally {
    folder.leaving()
    await children.stopAll()
    folder.release()
  }
})

/**
 * The example office, and a token for one person of each role in a file of its own. Null where others issue the
 * tokens: nobody could log in to the example.
 */
async function prepare({ dataFolder: folder, auth }: Config, system: System) {
  const { owner: url, api } = system
  if (auth.issuers.length > 0) return null
  const issuer = await openLocalIssuer(join(folder, 'auth'))
  const owner = openPool({
    url,
    role: 'zhenggai_migrate',
    max: 2,
    applicationName: 'zhenggai-start',
  })
  try {
    const place = { folder, owner, address: api, issuer: LOCAL_ISSUER, mint: issuer.mint }
    await step('载入示例办公室', () => loadExample(place), say)
  } finally {
    await owner.close()
  }
  return writeTokens(issuer, join(folder, 'tokens'))
}

async function writeTokens({ mint }: LocalIssuer, folder: string): Promise<Tokens> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const written = ROLE_TOKENS.map(async ({ role, label, subject }) => {
    const token = await mint(subject)
    await writeFile(join(folder, role), token, { mode: 0o600 })
    return { role, label, token }
  })
  return { folder, list: await Promise.all(written) }
}

interface Tokens {
  folder: string
  list: readonly { role: string; label: string; token: string }[]
}

function greet({ dataFolder, http }: Config, { api, temporal }: System, tokens: Tokens | null) {
  say('')
  say(`  接口       ${api}`)
  if (http.docs) say(`  接口文档   ${api}/docs`)
  if (temporal.ui) say(`  Temporal   ${temporal.ui}`)
  say(`  数据       ${dataFolder}`)
  if (tokens) showExample(api, tokens)
  else
    say(
      '\n  配置了 JWT_ISSUERS：令牌由签发方发给，不载入示例办公室；npm run office -- create 建立办公室。',
    )
  say('\n  按 Ctrl-C 停止')
}

function showExample(api: string, { folder, list }: Tokens): void {
  say('\n  示例办公室是演练：时钟不走，由管理员推进；邮件只写进数据文件夹。')
  say(`  各角色的访问令牌（12 小时有效，也在 ${folder} 里）：\n`)
  for (const { role, label, token } of list) say(`  ${label} ${role}\n  ${token}\n`)
  const as = (role: string) => `-H "Authorization: Bearer $(cat '${join(folder, role)}')"`
  const post = `-X POST -H "Content-Type: application/json" -H "Idempotency-Key: $(date +%s%N)"`
  say('  试一试：')
  say(`  1. 看看单位收到了什么\n     curl -s ${as('unit.reporter')} ${api}/v1/findings`)
  say(
    `  2. 把演练时钟推进到下一个时点\n     curl -s ${as('admin')} ${post} -d '{"to":"next"}' ${api}/v1/rehearsal/advance`,
  )
  say(`  3. 看看谁已逾期\n     curl -s ${as('office.handler')} '${api}/v1/findings?overdue=true'`)
}
