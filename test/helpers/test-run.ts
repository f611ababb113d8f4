import { join } from 'node:path'
import { ownChildren } from '../../src/local/children.js'
import { ledgerOf, removeRun } from '../../src/local/run-folder.js'
import { stopSignal } from '../../src/local/stop-signal.js'
import { compileProject } from './compile.js'
import { type Lane, lanesOf, usualLane } from './lanes.js'
import { projectFiles } from './project-files.js'
import { startTestServers, testFolder } from './servers.js'
import { runTap, type TapResult } from './tap.js'

const TEST = /^test\/.*\.test\.ts$/

/**
 * One Postgres and one Temporal for the whole run, the project compiled once, then tap over the test files named or, in
 * their lanes, over all, then everything is stopped. Servers that TEST_DATABASE_URL names already (npm run
 * test:servers) are used instead.
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
    const run = (lane: Lane) => runTap(lane, code, { ...process.env, ...servers }, stop)
    if (args.length > 0) return await run(usualLane(args))
    const { beside, after } = lanesOf(projectFiles().filter((file) => TEST.test(file)))
    // Given no files tap runs all of them.
    const ran = await Promise.all(beside.filter(({ files }) => files.length > 0).map(run))
    return sumOf(stop.aborted ? ran : [...ran, await run(after)])
  } finally {
    await children.stopAll()
    await removeRun(folder)
  }
}

/** What several runs of tap came to together. */
function sumOf(ran: readonly TapResult[]): TapResult {
  const sum = (count: (one: TapResult) => number) => ran.reduce((all, one) => all + count(one), 0)
  const ids = (which: 'passed' | 'failed') =>
    new Set(ran.flatMap(({ security }) => [...security[which]]))
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    security: { passed: ids('passed'), failed: ids('failed') },
  }
}
