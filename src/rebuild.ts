import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from './config.js'
import { openPool } from './db/pool.js'
import { countBehind, rebuild } from './db/workflow-repair.js'
import { type AheadReport, workflowsAhead } from './engine/ahead.js'
import { openTemporal } from './engine/connection.js'
import { runMain } from './local/main.js'
import { runningTemporal } from './local/temporal-running.js'
import { TroubleError } from './local/trouble.js'
import { workerDatabase } from './local/worker-database.js'

/**
 * `npm run rebuild`: brings Temporal and Postgres together after either was lost or restored. Says which workflows
 * know more than the database (what was lost with a restore), then has everything that waits told anew; the workers
 * do that by themselves.
 */
const say = (line: string) => console.log(line)
const SHOWN = 20
const KINDS = { finding: '问题', office: '办公室', operation: '长任务' }

await runMain(async () => {
  const json = readArguments()
  const config = readConfig()
  const url = await workerDatabase(config, 'rebuild')
  const pool = openPool({
    url,
    role: 'zhenggai_worker',
    max: 2,
    applicationName: 'zhenggai-rebuild',
  })
  try {
    const lost = await whatIsAhead(config, pool)
    await rebuild(pool, lost?.ahead.map(({ subject_id }) => subject_id) ?? [])
    const told = await countBehind(pool)
    report(lost, told)
    if (json)
      say(
        JSON.stringify({
          told: Object.fromEntries(told.map((one) => [one.kind, one.count])),
          lost,
        }),
      )
  } finally {
    await pool.close()
  }
})

async function whatIsAhead(
  { temporal, dataFolder, secrets }: Config,
  pool: ReturnType<typeof openPool>,
): Promise<AheadReport | null> {
  const address = temporal.address ?? (await runningTemporal(join(dataFolder, 'temporal')))
  if (address === null) return null
  const server = openTemporal({ address, namespace: temporal.namespace, tls: secrets.temporalTls })
  try {
    return await workflowsAhead(pool, server)
  } catch {
    return null
  } finally {
    await server.close()
  }
}

function report(
  lost: AheadReport | null,
  told: readonly { kind: keyof typeof KINDS; count: number }[],
): void {
  if (lost === null) say('Temporal 连不上：不能核对丢失了什么；等它回来后会重新告知。')
  else {
    say(`核对了 Temporal 中正在运行的 ${lost.running} 个工作流。`)
    if (lost.silent > 0)
      say(`  其中 ${lost.silent} 个没有回答：先启动工作进程（npm start）再核对。`)
    say(
      `  比数据库新的：${lost.ahead.length} 个${lost.ahead.length > 0 ? '，其最近的操作已随恢复丢失：' : '。'}`,
    )
    for (const { kind, subject_id, wanted } of lost.ahead.slice(0, SHOWN)) {
      say(`     ${KINDS[kind]} ${subject_id}${wanted === null ? '（数据库中没有）' : ''}`)
    }
    if (lost.ahead.length > SHOWN) say(`     …… 共 ${lost.ahead.length} 个`)
  }
  const words = told.map(({ kind, count }) => `${KINDS[kind]} ${count}`)
  say(`✓ 将重新告知：${words.join('，') || '没有'}。工作进程在运行时会自行完成。`)
}

function readArguments(): boolean {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    return parseArgs({ options, strict: true }).values.json
  } catch {
    throw new TroubleError('用法：npm run rebuild，或 npm run rebuild -- --json。(unknown option)')
  }
}
