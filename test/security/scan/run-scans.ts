import { resolve } from 'node:path'
import { openBenchOffice } from '../../../bench/speed/world/office.js'
import { startBenchSystem } from '../../../bench/speed/world/system.js'
import { freePort } from '../../../src/local/ports.js'
import { step } from '../../../src/local/progress.js'
import { messageOf } from '../../../src/local/trouble.js'
import { scanFormulas } from './formulas.js'
import { onOwnHalf } from './halves.js'
import { scanInfected } from './infected.js'
import { scanInjection } from './injection.js'
import { scanOverload } from './overload.js'
import { codeScanned, keepResults } from './results.js'
import type { Scan, Scanned, ScanPlace } from './scan.js'
import { scanSlow } from './slow.js'

/** The items whose proof takes a real scanner or minutes of load, in this order on one system. */
export const SCANS: Readonly<Record<string, Scan>> = {
  S43: scanFormulas,
  S35: scanInfected,
  S21: scanSlow,
  S24: scanOverload,
  S26: scanInjection,
}

/** Runs the scans of these items, keeps what they came to, and returns how many did not hold. */
export async function runScans(ids: readonly string[], stop: AbortSignal): Promise<number> {
  const say = (line: string) => console.log(line)
  const clamdPort = await freePort()
  const given = { CLAMD_ADDRESS: `127.0.0.1:${clamdPort}` }
  const system = await onOwnHalf(() => startBenchSystem(say, stop, given))
  let failed = 0
  try {
    const { owner, api, issuer } = system
    const office = await openBenchOffice({ owner, api, issuer }, 4)
    const cache = resolve('.data/cache')
    const place: ScanPlace = { system, issuer, office, clamdPort, cache, stop, say }
    for (const id of ids) {
      const scan = SCANS[id]
      if (!scan || stop.aborted) continue
      const { held, said } = await step(`扫描 ${id}`, () => scan(place).catch(brokeOff), say)
      keepResults({ [id]: { held, said, at: new Date().toISOString(), code: codeScanned() } })
      say(
        `${held === null ? '–' : held ? '✓' : '✗'} ${id} ${held === null ? '此处未运行：' : ''}${said}`,
      )
      if (held === false) failed += 1
    }
  } finally {
    await system.close()
  }
  return failed
}

function brokeOff(error: unknown): Scanned {
  return { held: false, said: `扫描中断：${messageOf(error)}` }
}
