import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type NativeConnection, Runtime } from '@temporalio/worker'
import { createActivities } from './activities/index.js'
import { startScanning } from './activities/scan-evidence.js'
import { createHeadsSigning } from './activities/sign-heads.js'
import { createEvidenceSweep } from './activities/sweep-evidence.js'
import { createRetentionSweep } from './activities/sweep-retention.js'
import { createTakingAlong } from './activities/take-along.js'
import { createDeps } from './commands/create-deps.js'
import { planMissingOpenings } from './commands/office-day/opening.js'
import { type Config, readConfig } from './config.js'
import { openPool } from './db/pool.js'
import { createPoke, listenForWork } from './db/wake.js'
import { workflowBundle } from './engine/bundle.js'
import { startCaretaker } from './engine/caretaker.js'
import {
  connectWorker,
  openTemporal,
  type Temporal,
  type TemporalAddress,
} from './engine/connection.js'
import { jsonLog, temporalLog } from './engine/json-log.js'
import type { Log } from './engine/log.js'
import { ensureSearchAttributes } from './engine/search-attributes.js'
import { startSyncer } from './engine/syncer.js'
import { createWorker } from './engine/worker.js'
import { createEvidenceStore } from './files/evidence-store.js'
import { runMain } from './local/main.js'
import { readSigner } from './local/signing-key.js'
import { aborted, stopSignal } from './local/stop-signal.js'
import { TroubleError } from './local/trouble.js'
import { lookingOf } from './looking/open.js'
import { createMailer } from './mail/mailer.js'
import { type HeadsBook, openHeadsBook } from './proof/heads-file.js'

/** Temporal worker and syncer in one process; any number of them may run. Drains when told to stop. */
await runMain(async () => {
  const config = readConfig()
  const stop = stopSignal()
  const write = (line: string) => console.log(line)
  const log = jsonLog(config.log.level, write)
  const { url, temporal: server } = required(config)
  const book = headsBook(config)
  Runtime.install({ logger: temporalLog(write) })
  const lost = (error: Error) => log.error('a database connection was lost', { error })
  const pool = openPool({
    url,
    role: 'zhenggai_worker',
    max: 16,
    applicationName: 'zhenggai-worker',
    onLost: lost,
  })
  const mailer = createMailer({
    smtp_url: config.secrets.smtpUrl,
    folder: config.mail.folder,
    from: mailboxOf(config.mail.from),
    returns_to: config.mail.returnsTo,
  })
  const temporal = openTemporal(server)
  const connection = await connectedWorker(temporal, server, log, stop)
  if (connection) {
    const commands = createDeps(pool, createPoke(pool), config.chainHash)
    const along = createTakingAlong({ ...commands, alarm: log.error })
    const heldBack = along.busy
    const syncer = startSyncer({ db: pool, temporal, log, heldBack })
    const { wake } = syncer
    const mailing = { mailer, mailsPerDay: config.mail.perDay, origin: null }
    const deps = { ...commands, ...mailing, wake, alarm: log.error }
    const activities = createActivities(deps, along)
    const bundle = await workflowBundle(join(config.dataFolder, 'cache'))
    const { namespace } = server
    const worker = await createWorker({ connection, namespace, activities, bundle, heldBack })
    const listening = listenForWork(url, wake)
    const { folder, maxBytes, scanner } = config.evidence
    const files = createEvidenceStore({
      folder,
      max_bytes: maxBytes,
      bucket: config.secrets.bucket,
    })
    const sweepEvidence = createEvidenceSweep(pool, files)
    const scanning =
      scanner === null
        ? null
        : startScanning({ pool, files, scanner: { address: scanner }, alarm: log.error })
    const looking = lookingOf(config.looking, config.secrets.retestKeys, log.error)
    const signHeads = book ? [createHeadsSigning(pool, book, { alarm: log.error })] : []
    const sweepRetention = createRetentionSweep(commands, stop)
    const sweeps = [sweepEvidence, sweepRetention]
    const alsoEach = [() => planMissingOpenings(commands), ...sweeps, ...signHeads]
    const caretaker = startCaretaker({ pool, temporal, log, wake, alsoEach })
    const running = worker.run()
    log.info('worker is running', { server: server.address })
    try {
      await Promise.race([aborted(stop), running])
    } finally {
      // Whoever brings new work first, then the work, then what it stands on.
      const finders = [listening.stop(), caretaker.stop(), syncer.stop()]
      await Promise.all([...finders, scanning?.stop(), looking?.stop()])
      if (worker.getState() === 'RUNNING') worker.shutdown()
      await running
      await along.stop()
      await connection.close()
    }
  }
  await temporal.close()
  mailer.close()
  await pool.close()
})

function required({ secrets, temporal }: Config) {
  const url = secrets.workerDatabaseUrl
  const { address, namespace } = temporal
  if (url === null || address === null) {
    throw new TroubleError(
      '请设置 WORKER_DATABASE_URL（或 DATABASE_URL）和 TEMPORAL_ADDRESS，或用 npm start 启动全部服务。(worker configuration)',
    )
  }
  return { url, temporal: { address, namespace, tls: secrets.temporalTls } }
}

/** Where the ends of all chains are signed; null where nobody has said where. */
function headsBook({ signing: { headsFile, keyFile } }: Config): HeadsBook | null {
  return headsFile && keyFile ? openHeadsBook(headsFile, readSigner(keyFile)) : null
}

/** Connects as soon as the server is there, and says once that it is not; null when told to stop before. */
async function connectedWorker(
  temporal: Temporal,
  server: TemporalAddress,
  log: Log,
  stop: AbortSignal,
): Promise<NativeConnection | null> {
  for (let told = false; !stop.aborted; told = true) {
    try {
      await ensureSearchAttributes(temporal, server.namespace)
      return await connectWorker(server)
    } catch (error) {
      if (!told) log.error('Temporal cannot be reached, trying on', { error })
      await sleep(1_000, undefined, { signal: stop }).catch(() => undefined)
    }
  }
  return null
}

/** `名称 <address>` or a bare address. */
function mailboxOf(text: string): { name: string; address: string } {
  const [, name = '', address = text] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  return { name, address: address.trim() }
}
