import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LOCAL_ISSUER, openLocalIssuer } from './auth/local-issuer.js'
import { createClient } from './client/index.js'
import { environmentWith, readConfig } from './config.js'
import { openPool } from './db/pool.js'
import { morningOf, openOffice } from './demo/open-office.js'
import { patient } from './demo/patient.js'
import { playStory } from './demo/story.js'
import { MARK } from './demo/teller.js'
import { openTemporal } from './engine/connection.js'
import { lookAtWorkflow } from './engine/look.js'
import { issuerOf } from './example/draft.js'
import { type Ledger, parseLedger } from './example/ledger.js'
import { ownChildren } from './local/children.js'
import { runMain } from './local/main.js'
import { ownFolder } from './local/ownership.js'
import { freePort } from './local/ports.js'
import { isAlive } from './local/processes.js'
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
  const stop = stopSignal()
  const folder = freshFolder()
  const owned = await ownFolder(folder, 'demo.ts')
  const children = ownChildren(join(folder, 'children.json'))
  try {
    tell('正在准备一台演练用的整改系统 …')
    const { http, temporal, secrets } = readConfig(
      environmentWith({ DATA_DIR: folder, PORT: null }),
    )
    const system = startSystem(children, {
      folder,
      http: { ...http, port: await freePort() },
      temporal,
      secrets,
      environment: (more) => environmentWith({ ...more, MAIL_FOLDER: null, EVIDENCE_FOLDER: null }),
      say: tell,
      stop,
    })
    system.catch(() => undefined)
    const played = system.then((started) =>
      Promise.race([
        perform(started, folder, ledger, sourceBeside(file)),
        anyEnd(started.services),
      ]),
    )
    played.catch(() => undefined)
    const result = await Promise.race([played, aborted(stop)])
    if (!result) return 130
    return report(result, folder, json)
  } finally {
    owned.leaving()
    await children.stopAll()
    for (const bulky of ['postgres', 'temporal'])
      rmSync(join(folder, bulky), { recursive: true, force: true })
    owned.release()
  }
})

async function perform(system: System, folder: string, ledger: Ledger, source: string | null) {
  const { temporal: config } = readConfig()
  const issuer = await openLocalIssuer(join(folder, 'auth'))
  const name = `${issuerOf(ledger)}（演练）`
  const office = await openOffice(system.owner, LOCAL_ISSUER, name, morningOf(ledger))
  const { workerUrl: url, temporal: server } = system
  const database = openPool({ url, role: 'zhenggai_worker', max: 4, applicationName: 'demo' })
  const temporal = openTemporal({ address: server.address, namespace: config.namespace })
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

function report(
  { tally, audit }: Awaited<ReturnType<typeof playStory>>,
  folder: string,
  json: boolean,
): number {
  const { workflows_checked, mismatches } = audit
  tell('')
  tell(
    `对账：核对了${audit.findings}条问题、${workflows_checked}个工作流和邮件夹，不一致${mismatches.length}处。`,
  )
  for (const { subject, what } of mismatches) tell(`     ${subject}：${what.join('；')}`)
  tell(`演练中的全部邮件在 ${join(folder, 'mail')}`)
  if (json) say(JSON.stringify({ ...tally, workflows_checked, mismatches: mismatches.length }))
  return mismatches.length === 0 ? 0 : 1
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

/** A folder for this run; those of runs that are over are removed. Downloads and bundles are shared with all others. */
function freshFolder(): string {
  const all = resolve('.data')
  mkdirSync(join(all, 'cache'), { recursive: true })
  for (const name of readdirSync(all)) {
    const pid = /^demo-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(all, name), { recursive: true, force: true })
  }
  const folder = join(all, `demo-${process.pid}`)
  mkdirSync(folder)
  symlinkSync(join(all, 'cache'), join(folder, 'cache'), 'junction')
  return folder
}
