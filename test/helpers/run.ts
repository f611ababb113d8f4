import { runMain } from '../../src/local/main.js'
import { CLAIMS } from '../security/items.js'
import { standing } from '../security/standing.js'
import { testRun } from './test-run.js'

/** `npm test`: all tests or the files named. A whole run also judges what is claimed of security. */
await runMain(async () => {
  const files = process.argv.slice(2)
  const { passed, failed, skipped, security } = await testRun(files)
  const { unproved } = files.length > 0 ? { unproved: [] } : standing(CLAIMS, security)
  for (const id of unproved) console.log(`✗ ${id} 称已建成，没有通过的测试`)
  // A run without a single assert proves nothing and must not look like success.
  const wrong = passed + failed === 0 ? 1 : failed + unproved.length
  if (skipped > 0) console.log(`${skipped} skipped`)
  console.log(`${passed} passed, ${wrong} failed`)
  return wrong === 0 ? 0 : 1
})
