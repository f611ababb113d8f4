import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LOCAL_ISSUER, openLocalIssuer } from './auth/local-issuer.js'
import { createClient } from './client/index.js'
import { environmentWith, readConfig } from './config.js'
import { openPool } from './db/pool.js'
import { morningOf, openOffice } from './demo/open-office.js'
import { OWN } from './demo/own.js'
import { patient } from './demo/patient.js'
import { lineOf, report } from './demo/report.js'
import { type Played, playStory } from './demo/story.js'
import { MARK } from './demo/teller.js'
import { openTemporal } from './engine/connection.js'
import { lookAtWorkflow } from './engine/look.js'
import { issuerOf } from './example/draft.js'
import { type Ledger, parseLedger } from './example/ledger.js'
import { ownChildren } from './local/children.js'
import { runMain } from './local/main.js'
import { freePort } from './local/ports.js'
import { removeCluster } from './local/postgres-reach.js'
import { step } from './local/progress.js'
import { ledgerOf, runFolderWithCache } from './local/run-folder.js'
import { aborted, stopSignal } from './local/stop-signal.js'
import { type System, startSystem } from './local/system.js'
import { TroubleError } from './local/trouble.js'
import { anyEnd } from './local/watch.js'

/**
 * `npm run demo`: everything `npm start` starts, in a folder of its own, and in it a notice's quarter played as a
 * rehearsal. `--ledger FILE` plays another ledger, `--json` ends with the figures as one line. Exit code 1 when
 * anything recorded disagrees with anything else.
 */
const say = (line: string) => console.log(line)
/** Everything a rehearsal prints is marked, but for the one line that programs read. */
const tell = (line: string) => say(line === '' ? MARK : `${MARK} ${line}`)

await runMain(async () => {
  const { file, json } = readArguments()
  const ledger = readLedger(file)
  const config = readConfig(environmentWith(OWN))
  const stop = stopSignal()
  const folder = await step(
    '清理以前中断的演练',
    () => runFolderWithCache(config.dataFolder, 'demo-'),
    tell,
  )
  const children = ownChildren(ledgerOf(folder))
  try {
    tell('正在准备一台演练用的整改系统 …')
    const system = startSystem(children, {
      ...config,
      folder,
      http: { ...config.http, port: await freePort() },
      environment: (more) => environmentWith({ ...OWN, ...more }),
      say: tell,
      stop,
    })
    system.catch(() => undefined)
    const played = system.then((started) =>
      Promise.race([
        perform(
          started,
          { folder, namespace: config.temporal.namespace },
          ledger,
          sourceBeside(file),
        ),
        anyEnd(started.services, '重新运行 npm run demo，演练不留数据'),
      ]),
    )
    played.catch(() => undefined)
    const result = await Promise.race([played, aborted(stop)])
    if (!result) return 130
    report(result, join(folder, 'mail'), tell)
    if (json) say(lineOf(result))
    return result.audit.mismatches.length === 0 ? 0 : 1
  } finally {
    await children.stopAll()
    await removeCluster(join(folder, 'postgres'))
    rmSync(join(folder, 'temporal'), { recursive: true, force: true })
  }
})

async function perform(
  system: System,
  { folder, namespace }: { folder: string; namespace: string },
  ledger: Ledger,
  source: string | null,
): Promise<Played> {
  const issuer = await openLocalIssuer(join(folder, 'auth'))
  const name = `${issuerOf(ledger)}（演练）`
  const office = await openOffice(system.owner, LOCAL_ISSUER, name, morningOf(ledger))
  const { workerUrl: url, temporal: server } = system
  const database = openPool({ url, role: 'zhenggai_worker', max: 4, applicationName: 'demo' })
  const temporal = openTemporal({ address: server.address, namespace })
  try {
    return await playStory(
      {
        ...office,
        issuer: LOCAL_ISSUER,
        as: async (subject) =>
          patient(createClient({ address: system.api, token: await issuer.mint(subject) })),
        database,
        look: (kind, id) => lookAtWorkflow(temporal, kind, office.office_id, id),
        mail_folder: join(folder, 'mail'),
        write: tell,
      },
      ledger,
      source,
    )
  } finally {
    await temporal.close()
    await database.close()
  }
}

function readArguments(): { file: string; json: boolean } {
  try {
    const options = { ledger: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values } = parseArgs({ options, strict: true })
    return { file: resolve(values.ledger ?? 'example/ledger.json'), json: values.json ?? false }
  } catch {
    throw new TroubleError(
      '用法：npm run demo，或 npm run demo -- --ledger 台账.json --json。(unknown option)',
    )
  }
}

function readLedger(file: string): Ledger {
  try {
    return parseLedger(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new TroubleError(
      `台账 ${file} 读不出来（${why}）：检查路径，格式照 example/ledger.json。(unreadable ledger)`,
    )
  }
}

/** The notice a ledger was read from lies beside it, if it is there at all. */
function sourceBeside(file: string): string | null {
  const notice = join(dirname(file), 'notice.txt')
  return existsSync(notice) ? readFileSync(notice, 'utf8') : null
}
