import { join } from 'node:path'
import { ownChildren } from '../../src/local/children.js'
import { ledgerOf, removeRun } from '../../src/local/run-folder.js'
import { stopSignal } from '../../src/local/stop-signal.js'
import { compileProject } from './compile.js'
import { startTestServers, testFolder } from './servers.js'
import { runTap, type TapResult } from './tap.js'

/**
 * One Postgres and one Temporal for the whole run, the project compiled once, then tap over all test files or those
 * named, then everything is stopped. Servers that TEST_DATABASE_URL names already (npm run test:servers) are used
 * instead.
 */
export async function testRun(args: readonly string[]): Promise<TapResult> {
  const stop = stopSignal()
  const folder = await testFolder()
  const children = ownChildren(ledgerOf(folder))
  try {
    const given = process.env['TEST_DATABASE_URL']
    const code = join(folder, 'code')
    const [servers] = await Promise.all([
      given ? {} : startTestServers(children, folder, stop),
      compileProject(code),
    ])
    return await runTap(args, code, { ...process.env, ...servers }, stop)
  } finally {
    await children.stopAll()
    await removeRun(folder)
  }
}
