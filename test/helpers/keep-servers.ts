import { ownChildren } from '../../src/local/children.js'
import { runMain } from '../../src/local/main.js'
import { ledgerOf, removeRun } from '../../src/local/run-folder.js'
import { aborted, stopSignal } from '../../src/local/stop-signal.js'
import { startTestServers, testFolder } from './servers.js'

/**
 * `npm run test:servers`: keeps the servers of a test run up and prints the variables under which
 * `npm test` and tap alone find them. The template is the schema of now: start again after a new
 * migration.
 */
await runMain(async () => {
  const stop = stopSignal()
  const folder = await testFolder()
  const children = ownChildren(ledgerOf(folder))
  try {
    const servers = await startTestServers(children, folder, stop)
    for (const [name, value] of Object.entries(servers)) console.log(`export ${name}='${value}'`)
    console.log('# 按 Ctrl-C 停止')
    await aborted(stop)
  } finally {
    await children.stopAll()
    await removeRun(folder)
  }
})
