import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLocalIssuer } from '../../src/auth/local-issuer.js'
import { environmentWith, readConfig } from '../../src/config.js'
import { OWN } from '../../src/demo/own.js'
import { ownChildren } from '../../src/local/children.js'
import { runMain } from '../../src/local/main.js'
import { freePort } from '../../src/local/ports.js'
import { removeCluster } from '../../src/local/postgres-reach.js'
import { step } from '../../src/local/progress.js'
import { ledgerOf, runFolderWithCache } from '../../src/local/run-folder.js'
import { aborted, stopSignal } from '../../src/local/stop-signal.js'
import { startSystem } from '../../src/local/system.js'
import { anyEnd } from '../../src/local/watch.js'
import { isSettled, play } from './play.js'

/**
 * `npm run tool-demo`: a whole system in a folder of its own, and in it an inspection tool that scans pages served on this
 * machine, from its hits to closed findings. Exit code 1 unless every finding is closed in the end; with `--unrepaired`
 * the units repair nothing, so that none is.
 */
const say = (line: string) => console.log(line)

await runMain(async () => {
  const options = { unrepaired: { type: 'boolean' } } as const
  const { unrepaired = false } = parseArgs({ options, strict: true }).values
  const config = readConfig(environmentWith(OWN))
  const stop = stopSignal()
  const folder = await step(
    '清理以前中断的演示',
    () => runFolderWithCache(config.dataFolder, 'tool-demo-'),
    say,
  )
  const children = ownChildren(ledgerOf(folder))
  try {
    const system = startSystem(children, {
      ...{ ...config, folder, say, stop },
      http: { ...config.http, port: await freePort() },
      environment: (more) => environmentWith({ ...OWN, ...more }),
    })
    system.catch(() => undefined)
    const { mint } = await openLocalIssuer(join(folder, 'auth'))
    const played = system.then(({ owner, api: address, services }) =>
      Promise.race([
        play({ owner, address, mint, repairs: !unrepaired, say }),
        anyEnd(services, '重新运行 npm run tool-demo，演示不留数据'),
      ]),
    )
    played.catch(() => undefined)
    const result = await Promise.race([played, aborted(stop)])
    if (!result) return 130
    const settled = isSettled(result)
    say(settled ? '✓ 全部问题已销号。' : '✗ 还有问题没有销号。')
    return settled ? 0 : 1
  } finally {
    await children.stopAll()
    await removeCluster(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
})
