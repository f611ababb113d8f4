import { join } from 'node:path'
import { ownChildren } from '../../src/local/children.js'
import { runMain } from '../../src/local/main.js'
import { ledgerOf, removeRun } from '../../src/local/run-folder.js'
import { stopSignal } from '../../src/local/stop-signal.js'
import { compileProject } from './compile.js'
import { startTestServers, testFolder } from './servers.js'
import { runTap } from './tap.js'

/**
 * `npm test`: one Postgres and one Temporal for the whole run, the project compiled once, then tap over
 * all test files or those named, then everything is stopped. Servers that TEST_DATABASE_URL names already (npm run
 * test:servers) are used instead.
 */
await runMain(async () => {
  const stop = stopSignal()
  const folder = await testFolder()
  const children = ownChildren(ledgerOf(folder))
  try {
    const given = process.env.TEST_DATABASE_URL
    const code = join(folder, 'code')
    const [servers] = await Promise.all([
      given ? {} : startTestServers(children, folder, stop),
      compileProject(code),
    ])
    const env = { ...process.env, ...servers }
    const result = await runTap(process.argv.slice(2), code, env, stop)
    await children.stopAll()
    const { passed, skipped } = result
    // A run without a single assert proves nothing and must not look like success.
    const failed = passed + result.failed === 0 ? 1 : result.failed
    if (skipped > 0) console.log(`${skipped} skipped`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } finally {
    await children.stopAll()
    await removeRun(folder)
  }
})
