import { parseArgs } from 'node:util'
import { runMain } from '../../src/local/main.js'
import { stopSignal } from '../../src/local/stop-signal.js'
import { projectFiles, textOf } from '../helpers/project-files.js'
import { testRun } from '../helpers/test-run.js'
import { CLAIMS } from './items.js'
import { codeScanned, readResults } from './scan/results.js'
import { runScans, SCANS } from './scan/run-scans.js'
import { scannedClaims, standing } from './standing.js'

/**
 * `npm run security`: runs every test that bears the id of a security requirement and says what is built, what is tested
 * and what is open; `-- --json` ends with that as one line. Exit code 1 where a claim has no test that passes.
 * `-- --scan` runs the scanners instead (minutes), `-- --scan --only S26` one of them; what they came to is kept in
 * `.data` and shown by the former for as long as the code is the same. Exit code 1 where one did not hold.
 */
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      scan: { type: 'boolean' },
      only: { type: 'string', multiple: true },
    },
    strict: true,
  })
  if (values.scan) {
    const ids = Object.keys(SCANS)
    return (await runScans(values.only ?? ids, stopSignal())) === 0 ? 0 : 1
  }
  const files = projectFiles().filter((file) => file.endsWith('.test.ts'))
  const bearing = files.filter((file) => /['`]S\d\d /.test(textOf(file)))
  const { failed, security } = await testRun(bearing)
  const claims = scannedClaims(CLAIMS, readResults(), codeScanned())
  const { unproved, ...figures } = standing(claims, security)
  console.log(`安全条目：建成${figures.built}条，其中有测试证明的${figures.tested}条`)
  for (const { id, why } of figures.open) console.log(`  ${id} 未建成：${why}`)
  for (const id of unproved) console.log(`✗ ${id} 称已建成，没有通过的测试`)
  if (values.json) console.log(JSON.stringify(figures))
  return unproved.length + failed === 0 ? 0 : 1
})
